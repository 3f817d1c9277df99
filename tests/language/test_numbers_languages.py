from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.language.numbers import numbers
from verifier.language.which_language import which_language
from verifier.language.wordlists import word_list
from verifier.model.claim import NumberValue

Interval = tuple[str | None, str | None, bool, bool, bool]


def exactly(value: str) -> Interval:
    return value, value, False, False, False


def at_least(value: str) -> Interval:
    return value, None, False, False, False


def more_than(value: str) -> Interval:
    return value, None, True, False, False


def at_most(value: str) -> Interval:
    return None, value, False, False, False


def about(value: str) -> Interval:
    return value, value, False, False, True


def between(low: str, high: str) -> Interval:
    return low, high, False, False, False


def only(text: str, language: str | None) -> NumberValue:
    [facet] = numbers(text, language=language)
    assert facet.number is not None
    assert text[facet.start : facet.end] == facet.text
    return facet.number


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "до 200 пациентов", at_most("200")),
        ("ru", "от 200 до 300 избирателей", between("200", "300")),
        ("ru", "более 11 тысяч болельщиков", more_than("11000")),
        ("ru", "около 300 школ", about("300")),
        ("ru", "не менее 30 дел", at_least("30")),
        ("ru", "двое подсудимых", exactly("2")),
        ("ru", "11\u00a0000 врачей", exactly("11000")),
        ("ru", "1 200 000 голосов", exactly("1200000")),
        ("ru", "1,2 млн рублей", exactly("1200000")),
        ("ru", "двадцать пять судей", exactly("25")),
        ("ru", "10–15 тысяч прививок", between("10000", "15000")),
        ("ru", "несколько сотен зрителей", ("200", None, True, False, True)),
        ("uk", "щонайменше 30 лікарів", at_least("30")),
        ("uk", "понад 11 тисяч глядачів", more_than("11000")),
        ("uk", "близько 200 шкіл", about("200")),
        ("uk", "двоє суддів", exactly("2")),
        ("uk", "від 200 до 300 виборців", between("200", "300")),
        ("uk", "не більше 40 справ", at_most("40")),
        ("uk", "2,5 мільйона гривень", exactly("2500000")),
        ("uk", "п’ять команд", exactly("5")),
        ("uk", "кілька десятків дітей", ("20", None, True, False, True)),
        ("uk", "до 45 ліжок", at_most("45")),
        ("ko", "약 1만1000명", about("11000")),
        ("ko", "200여 명", about("200")),
        ("ko", "최소 30명", at_least("30")),
        ("ko", "30명 이상", at_least("30")),
        ("ko", "수십 명", ("20", None, False, False, True)),
        ("ko", "최대 45개", at_most("45")),
        ("ko", "200~300명", between("200", "300")),
        ("ko", "3억 5000만 달러", exactly("350000000")),
        ("ko", "1,200명", exactly("1200")),
        ("ko", "두 명", exactly("2")),
        ("de", "mindestens 30 Ärzte", at_least("30")),
        ("de", "rund 1.200 Schüler", about("1200")),
        ("de", "2,5 Millionen Euro", exactly("2500000")),
        ("de", "bis zu 200 Fälle", at_most("200")),
        ("de", "mehr als 11.000 Zuschauer", more_than("11000")),
        ("de", "zwischen 200 und 300 Gäste", between("200", "300")),
        ("de", "10 bis 15 Tore", between("10", "15")),
        ("de", "fünfundzwanzig Richter", exactly("25")),
        ("de", "dreihundert Stimmen", exactly("300")),
        ("de", "mehrere Dutzend Kinder", ("24", None, True, False, True)),
        ("fr", "au moins 30 médecins", at_least("30")),
        ("fr", "1 200 élèves", exactly("1200")),
        ("fr", "environ 300 voix", about("300")),
        ("fr", "plus de 11 000 spectateurs", more_than("11000")),
        ("fr", "jusqu’à 200 lits", at_most("200")),
        ("fr", "entre 200 et 300 dossiers", between("200", "300")),
        ("fr", "2,5 millions d’euros", exactly("2500000")),
        ("fr", "quatre-vingt-dix-sept juges", exactly("97")),
        ("fr", "une trentaine de joueurs", ("30", "30", False, False, True)),
        ("fr", "vingt-cinq buts", exactly("25")),
    ],
)
def test_each_language_says_numbers_in_its_way(
    language: str, text: str, expected: Interval
) -> None:
    value = only(text, language)
    assert (value.low, value.high, value.low_open, value.high_open, value.approx) == expected


@pytest.mark.parametrize(
    ("language", "text", "unit", "counted", "scope"),
    [
        ("ru", "не менее 30 молодых врачей ранены", None, "молодых врачей", ("wounded",)),
        ("ru", "2-километровая трасса", "km", "трасса", ()),
        ("ru", "46-летний тренер", "year of age", "тренер", ()),
        ("uk", "30 шахтарів загинули", None, "шахтарів", ("killed",)),
        ("ko", "광부 3명이 실종됐다", None, "광부", ("missing",)),
        ("ko", "약 40명의 학생이 다쳤다", None, "학생", ("injured",)),
        ("ko", "2시간 만에", "hour", None, ()),
        ("de", "30 junge Bergleute wurden verletzt", None, "junge Bergleute", ("injured",)),
        ("fr", "30 mineurs ont été blessés", None, "mineurs", ("wounded",)),
        ("fr", "5 % des élèves", "%", "élèves", ()),
    ],
)
def test_unit_thing_and_outcome_have_one_name_in_every_language(
    language: str, text: str, unit: str | None, counted: str | None, scope: tuple[str, ...]
) -> None:
    value = only(text, language)
    assert (value.unit, value.counted, value.scope) == (unit, counted, scope)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "94-я бригада"), ("ru", "в 17:30"), ("ru", "14 декабря 2024 года"),
        ("ru", "статья 5"), ("ru", "победили со счётом 3:1"), ("ru", "Boeing 737 упал"),
        ("uk", "94-та бригада"), ("uk", "14 грудня"), ("uk", "у 2024 році"), ("uk", "стаття 5"),
        ("ko", "제94여단"), ("ko", "12월 14일"), ("ko", "오후 5시"), ("ko", "2024년"),
        ("ko", "헌법 5조"),
        ("de", "die 94. Brigade"), ("de", "am 14. Dezember"), ("de", "um 17 Uhr"),
        ("de", "Artikel 5"), ("de", "das Spiel endete 3:1"),
        ("fr", "la 94e brigade"), ("fr", "le 14 décembre 2024"), ("fr", "à 17h30"),
        ("fr", "l’article 5"), ("fr", "en 2024"),
    ],
)  # fmt: skip
def test_orders_dates_times_and_names_are_no_counts_in_any_language(
    language: str, text: str
) -> None:
    assert numbers(text, language=language) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("до 200 врачей", "ru"), ("понад 11 тисяч", "uk"), ("щонайменше 30", "uk"),
        ("약 1만1000명", "ko"), ("at least 30 nurses", "en"), ("Rund 30 wurden verletzt", "de"),
        ("au moins 30 ont été blessés", "fr"), ("😀", "en"), ("", "en"),
    ],
)  # fmt: skip
def test_a_language_is_known_by_its_script_and_small_words(text: str, code: str) -> None:
    assert which_language(text) == code


def test_a_quotation_in_another_script_is_read_as_what_it_is() -> None:
    assert only("погибли до 200 солдат", "en").high == "200"
    assert only("약 1만1000명", "en").low == "11000"


def test_a_change_from_one_level_to_another_is_no_bound() -> None:
    found = [f.number for f in numbers("выросли с 5 до 7 процентов", language="ru") if f.number]
    assert [(n.low, n.high) for n in found] == [("5", "5"), ("7", "7")]


def test_any_other_language_has_its_figures_read() -> None:
    assert only("oltre 1.200 voti", "it").low == "1200"


LANGUAGES = st.sampled_from(["en", "de", "fr", "ru", "uk", "ko", None, "xx"])
PIECES = st.lists(
    st.sampled_from(
        word_list("""
            at least more than up to 200 1,200 1.200 1\u00a0200 - to or and between % $ two hundred
            dozen million half several killed people , . до от более тысяч двое понад 약 만 명
            이상 여 수십 mindestens zwei Millionen au moins vingt cent December 12월 14일 2019 ½ ' ’
            """)
    ),
    max_size=12,
).map(" ".join)


@given(st.one_of(st.text(max_size=200), PIECES), LANGUAGES)
def test_numbers_lie_in_the_text_apart_and_are_intervals(text: str, language: str | None) -> None:
    last = 0
    for facet in numbers(text, language=language):
        value = facet.number
        assert value is not None
        assert last <= facet.start < facet.end <= len(text)
        assert text[facet.start : facet.end] == facet.text
        last = facet.end
        assert value.low is not None or value.high is not None
        if value.low is not None and value.high is not None:
            assert Decimal(value.low) <= Decimal(value.high)
        assert all(Decimal(end) >= 0 for end in (value.low, value.high) if end is not None)
