"""How French says numbers; the compounds to 99 are made from their parts."""

from verifier.language.number_words import Bound, NumberWords, forms, phrases
from verifier.language.wordlists import word_list

_SMALL = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "dix sept": 17, "dix huit": 18, "dix neuf": 19,
}  # fmt: skip
_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}


def _compounds() -> dict[str, str]:
    """The numbers to 99, hyphens as spaces."""
    named = {**_SMALL, **_TENS, "septante": 70, "nonante": 90, "quatre vingts": 80}
    for word, tens in {**_TENS, "quatre vingt": 80}.items():
        named[f"{word} et un"] = named[f"{word} un"] = tens + 1
        named |= {f"{word} {small}": tens + n for small, n in _SMALL.items() if n < 10}
    named["quatre vingt"] = 80
    for word, tens in (("soixante", 60), ("quatre vingt", 80)):
        named["soixante et onze"] = 71
        named |= {f"{word} {small}": tens + n for small, n in _SMALL.items() if n >= 10}
    return {word: str(value) for word, value in named.items()}


FRENCH = NumberWords(
    cardinals=_compounds(),
    scales=forms("""
        100: cent, cents
        1000: mille
        1000000: million, millions
        1000000000: milliard, milliards
        """),
    abbreviations=forms("""
        1000: k
        1000000: m, mn
        1000000000: md, mds
        """),
    bare_scales=True,
    articles=("un", "une"),
    vague={
        "plusieurs": Bound("2", None, low_open=True), "quelques": Bound("2", None),
        "une dizaine": Bound("10", "10"), "une douzaine": Bound("12", "12"),
        "une quinzaine": Bound("15", "15"), "une vingtaine": Bound("20", "20"),
        "une trentaine": Bound("30", "30"), "une quarantaine": Bound("40", "40"),
        "une cinquantaine": Bound("50", "50"), "une soixantaine": Bound("60", "60"),
        "une centaine": Bound("100", "100"), "un millier": Bound("1000", "1000"),
        "des dizaines": Bound("20", None), "des centaines": Bound("200", None),
        "des milliers": Bound("2000", None), "des millions": Bound("2000000", None),
        "plusieurs dizaines": Bound("20", None, low_open=True),
        "plusieurs centaines": Bound("200", None, low_open=True),
        "plusieurs milliers": Bound("2000", None, low_open=True),
        "des dizaines de milliers": Bound("20000", None),
        "des centaines de milliers": Bound("200000", None),
    },
    shares=forms("""
        0.5: la moitié, moitié
        0.3333: un tiers, le tiers
        0.6667: deux tiers
        0.25: un quart, le quart
        0.75: trois quarts
        0.2: un cinquième
        0.1: un dixième
        """),
    only_of=("moitié", "un tiers", "un quart", "le tiers", "le quart"),
    of_words=("de", "des", "du", "d"),
    halves=("et demi", "et demie"),
    at_least=phrases("""
        au moins, pas moins de, au minimum, minimum, à tout le moins, un minimum de
        """),
    more_than=phrases("""
        plus de, plus d ', supérieur à, dépasse, dépassé, dépassant, au dessus de, bien plus de
        """),
    at_most=phrases("""
        jusqu ' à, au plus, pas plus de, au maximum, maximum, tout au plus,
        un maximum de
        """),
    less_than=phrases("""
        moins de, moins d ', inférieur à, au dessous de, en dessous de
        """),
    about=phrases("""
        environ, près de, quelque, autour de, à peu près, approximativement, presque,
        aux alentours de, aux environs de, autour des, une moyenne de
        """),
    or_more=phrases("ou plus, et plus, ou davantage, au moins, au minimum, +"),
    or_fewer=phrases("ou moins, et moins, au plus, au maximum"),
    or_so=phrases("environ, à peu près"),
    fillers=phrases("seulement, les, autres, un total de, encore"),
    range_words=("à", "ou", "et"),
    range_opens={"entre": "et", "de": "à"},
    changes=word_list("""
        passé passée passer passe passait augmenté baissé chuté grimpé bondi reculé
        """),
    percent=forms("%: pour cent, pourcent"),
    units=forms("""
        km: km, kilomètre, kilomètres
        m: m, mètre, mètres
        cm: cm, centimètre, centimètres
        mm: mm, millimètre, millimètres
        km/h: km/h, kilomètres heure
        square km: kilomètres carrés, km²
        square m: mètres carrés, m²
        kg: kg, kilo, kilos, kilogramme, kilogrammes
        tonne: tonne, tonnes
        hectare: hectare, hectares
        litre: litre, litres
        second: seconde, secondes
        minute: minute, minutes
        hour: heure, heures
        day: jour, jours
        week: semaine, semaines
        month: mois
        year: an, ans, année, années
        $: dollar, dollars
        €: euro, euros
        ₽: rouble, roubles
        degree: degré, degrés
        """),
    outcomes=forms("""
        killed: tué, tués, tuée, tuées, tuant, tuent
        died: mort, morts, morte, mortes, décédé, décédés, décédées, décès
        wounded: blessé, blessés, blessée, blessées, blessant
        missing: disparu, disparus, disparue, disparues, portés
        captured: capturé, capturés
        arrested: arrêté, arrêtés, arrêtées
        detained: interpellé, interpellés, détenus
        evacuated: évacué, évacués, évacuées
        displaced: déplacé, déplacés, déplacées
        """),
    labels=word_list("""
        article articles page pages chapitre section numéro no n° n vol chambre salle ligne canal
        chaîne annexe tome rue route autoroute paris groupe alinéa titre
        """),
    clock=phrases("gmt, h"),
    year_before=word_list("""
        en depuis de dès avant après jusqu fin début mi été hiver automne printemps à
        """),
    skipped=word_list("de d ' ’ ces ses leurs des du autres l les"),
    stops=word_list("""
        le la les un une et ou à au aux en dans sur par pour que qui dont se sont est ont a été
        pas ne ni mais avec sans selon contre depuis après avant plus moins il elle heures
        """),
    describes=r"(?:nouveaux|nouvelles|jeunes|grands|grandes|petits|petites|anciens|anciennes|autres)",
    thing=r"[A-Za-zÀ-ÿœ]{2,}",
    after_thing=r"[a-zà-ÿœ]{3,}(?:éens|éennes|aises?|ains|aines|iens|iennes|ands|andes|ais|ques|eurs|aux|ales|ères|aires|ifs|ives|russes)",
    elides=True,
)  # fmt: skip
