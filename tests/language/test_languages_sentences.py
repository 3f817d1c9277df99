"""Sentences and quotations in five languages: ten sentences of each, run together and parted."""

import pytest

from verifier.language.quotes import inner, quotations
from verifier.language.sentences import sentences
from verifier.model.text import Span

RUSSIAN = (
    "Суд в Твери начал слушания во вторник.",
    "«Мы будем обжаловать решение», — сказала адвокат И. П. Волкова.",
    "По данным больницы, ранены 12 человек, в т. ч. двое детей.",
    "Почему мост закрыли?",
    "Мэрия объявила об этом 14 декабря 2024 г. на своём сайте.",
    "Команда «Север» выиграла со счётом 3:1!",
    "Ущерб оценили в 1,2 млн руб. и признали страховым случаем.",
    "Школа на ул. Ленина закрыта до весны.",
    "«Кто отвечает за ремонт?» — спросил журналист.",
    "Ответа не последовало…",
)
UKRAINIAN = (
    "Міська рада Львова ухвалила бюджет у четвер.",
    "«Це найкраще рішення», — заявила депутатка О. М. Коваль.",
    "До лікарні звернулися 40 осіб, зокрема п’ятеро дітей.",
    "Чому зачинили басейн?",
    "Про це повідомили 14 грудня 2024 р. на сайті громади.",
    "Клуб «Зоря» переміг із рахунком 2:0!",
    "Витрати сягнули 2,5 млн грн. на рік.",
    "Лікарня на вул. Франка працює цілодобово.",
    "„Ми чекаємо на відповідь“, — написав мер.",
    "Відповіді поки немає…",
)
KOREAN = (
    "법원은 화요일에 재판을 시작했다.",
    "“우리는 항소할 것이다”라고 변호사가 말했다.",
    "병원에 따르면 12명이 다쳤다.",
    "왜 다리를 폐쇄했는가?",
    "시는 2024년 12월 14일 이를 발표했다.",
    "「북부」 팀이 3대 1로 이겼다!",
    "피해액은 약 1억2000만 원으로 추정된다.",
    "그는 ‘답을 기다린다’고 적었다.",
    "학교는 봄까지 문을 닫는다.",
    "아직 답은 없다.",
)
GERMAN = (
    "Der Stadtrat beschloss am Dienstag den Haushalt.",
    "„Wir gehen in Berufung“, sagte Anwältin Dr. Weber.",
    "Nach Angaben der Klinik wurden ca. 12 Menschen verletzt.",
    "Warum ist die Brücke gesperrt?",
    "Die Stadt teilte das am 14. Dezember 2024 mit.",
    "Der Verein siegte mit 3:1!",
    "Der Schaden liegt bei 1.200 Euro, d. h. unter der Grenze.",
    "»Wir warten auf eine Antwort«, schrieb der Bürgermeister.",
    "Die Schule in der Lindenstr. 5 bleibt bis zum Frühjahr zu.",
    "Eine Antwort blieb aus …",
)
FRENCH = (
    "Le conseil municipal a voté le budget mardi.",
    "« Nous ferons appel », a déclaré Me Garnier.",
    "Selon l’hôpital, 12 personnes ont été blessées.",
    "Pourquoi le pont est-il fermé ?",
    "La ville l’a annoncé le 14 décembre 2024.",
    "L’équipe a gagné 3-1 !",
    "Le dommage s’élève à 1 200,50 euros.",
    "M. Dupont et Mme Roux n’ont pas répondu.",
    "L’école de l’av. Foch reste fermée jusqu’au printemps.",
    "“On attend une réponse”, a écrit le maire…",
)


@pytest.mark.parametrize("written", [RUSSIAN, UKRAINIAN, KOREAN, GERMAN, FRENCH])
def test_ten_sentences_of_a_language_are_parted_where_a_reader_parts_them(
    written: tuple[str, ...],
) -> None:
    text = " ".join(written)
    assert tuple(span.of(text) for span in sentences(text)) == written


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        (RUSSIAN[1], ["Мы будем обжаловать решение"]),
        (RUSSIAN[5], ["Север"]),
        (RUSSIAN[8], ["Кто отвечает за ремонт?"]),
        ("«Он сказал „нет“ и ушёл», — вспоминает врач.", ["Он сказал „нет“ и ушёл"]),
        (UKRAINIAN[1], ["Це найкраще рішення"]),
        (UKRAINIAN[5], ["Зоря"]),
        (UKRAINIAN[8], ["Ми чекаємо на відповідь"]),
        ("Об’єкт «А-2» і п’ять сіл — під водою.", ["А-2"]),
        (KOREAN[1], ["우리는 항소할 것이다"]),
        (KOREAN[5], ["북부"]),
        (KOREAN[7], ["답을 기다린다"]),
        ("『새 법』은 “곧” 시행된다.", ["새 법", "곧"]),
        (GERMAN[1], ["Wir gehen in Berufung"]),
        (GERMAN[7], ["Wir warten auf eine Antwort"]),
        ("Er nannte es „falsch“ und „teuer“.", ["falsch", "teuer"]),
        ("‚Ja‘, sagte sie.", ["Ja"]),
        (FRENCH[1], ["Nous ferons appel"]),
        (FRENCH[9], ["On attend une réponse"]),
        ("L’avocat parle d’« erreur ».", ["erreur"]),
        ("Il l’a dit, c’est “faux”.", ["faux"]),
    ],
)
def test_each_language_has_its_quotation_marks(text: str, quoted: list[str]) -> None:
    found = quotations(text, Span(0, len(text)))
    assert [inner(text, each).of(text).strip() for each in found] == quoted
