"""How German says numbers; its compounds (fünfundzwanzig) are made from their parts."""

from verifier.language.number_words import Bound, NumberWords, forms, phrases
from verifier.language.wordlists import word_list

_UNITS = forms("""
    1: ein
    2: zwei
    3: drei
    4: vier
    5: fünf
    6: sechs
    7: sieben
    8: acht
    9: neun
    """)
_TEENS = forms("""
    10: zehn
    11: elf
    12: zwölf
    13: dreizehn
    14: vierzehn
    15: fünfzehn
    16: sechzehn
    17: siebzehn
    18: achtzehn
    19: neunzehn
    """)
_TENS = forms("""
    20: zwanzig
    30: dreißig, dreissig
    40: vierzig
    50: fünfzig
    60: sechzig
    70: siebzig
    80: achtzig
    90: neunzig
    """)


def _compounds() -> dict[str, str]:
    """The numbers to 99, the full hundreds and the full thousands that are one word."""
    named = {**{word: value for word, value in _UNITS.items() if word != "ein"}, **_TEENS, **_TENS}
    for ten, tens in _TENS.items():
        for word, value in _UNITS.items():
            named[f"{word}und{ten}"] = str(int(tens) + int(value))
    small = {**named, "ein": "1"}
    for word, value in _UNITS.items():
        named[f"{word}hundert"] = str(100 * int(value))
    named |= {f"{word}tausend": str(1000 * int(value)) for word, value in small.items()}
    return {**named, "eins": "1", "zwo": "2", "hundert": "100", "tausend": "1000"}


GERMAN = NumberWords(
    cardinals=_compounds(),
    scales=forms("""
        12: dutzend
        1000: tausend
        1000000: million, millionen
        1000000000: milliarde, milliarden
        1000000000000: billion, billionen
        """),
    abbreviations=forms("""
        1000: tsd
        1000000: mio
        1000000000: mrd
        """),
    bare_scales=False,
    articles=("ein", "eine", "einer", "einem", "einen", "eines"),
    vague={
        "mehrere": Bound("2", None, low_open=True), "mehreren": Bound("2", None, low_open=True),
        "mehrerer": Bound("2", None, low_open=True), "dutzende": Bound("24", None),
        "dutzenden": Bound("24", None), "hunderte": Bound("200", None),
        "hunderten": Bound("200", None), "hunderter": Bound("200", None),
        "tausende": Bound("2000", None), "tausenden": Bound("2000", None),
        "zehntausende": Bound("20000", None), "zehntausenden": Bound("20000", None),
        "hunderttausende": Bound("200000", None), "hunderttausenden": Bound("200000", None),
        "mehrere hundert": Bound("200", None, low_open=True),
        "mehrere dutzend": Bound("24", None, low_open=True), "ein paar": Bound("2", None),
    },
    shares=forms("""
        0.5: hälfte, halbe, halben
        0.3333: drittel
        0.6667: zwei drittel
        0.25: viertel
        0.75: drei viertel, dreiviertel
        0.2: fünftel
        0.1: zehntel
        """),
    only_of=("halbe", "halben", "viertel", "drittel", "fünftel", "zehntel"),
    of_words=word_list("der des aller von dieser ihrer seiner"),
    halves=("einhalb",),
    joins=("und",),
    at_least=phrases("mindestens, wenigstens, zumindest, nicht weniger als, minimal, ab"),
    more_than=phrases("mehr als, über, gut, weit über, weit mehr als, deutlich mehr als"),
    at_most=phrases("bis zu, höchstens, maximal, nicht mehr als, nicht über"),
    less_than=phrases("weniger als, unter, fast nur"),
    about=phrases("rund, etwa, ungefähr, circa, ca, zirka, knapp, fast, beinahe, gegen, um die, "
                  "schätzungsweise, annähernd, nahezu, an die"),
    or_more=phrases("oder mehr, und mehr, oder darüber, +"),
    or_fewer=phrases("oder weniger, und weniger"),
    fillers=phrases("""
        nur, noch, weitere, weiteren, insgesamt, ein, eine, einem, einer, einen, die, .,
        den, der
        """),
    range_words=("bis", "oder", "und", "auf", "bis zu"),
    range_opens={"zwischen": "und", "von": "bis"},
    changes=word_list("""
        stieg stiegen sank sanken fiel fielen wuchs erhöhte erhöhten senkte senkten
        """),
    percent=forms("%: prozent, v. h."),
    units=forms("""
        km: km, kilometer, kilometern, kilometers
        m: m, meter, metern
        cm: cm, zentimeter, zentimetern
        mm: mm, millimeter
        km/h: km/h, stundenkilometer, stundenkilometern
        square km: quadratkilometer, quadratkilometern
        square m: quadratmeter, quadratmetern
        kg: kg, kilo, kilogramm
        tonne: tonne, tonnen
        hectare: hektar
        litre: liter, litern
        second: sekunde, sekunden
        minute: minute, minuten
        hour: stunde, stunden, stündige, stündigen
        day: tag, tage, tagen, tägige, tägigen
        week: woche, wochen
        month: monat, monate, monaten
        year: jahr, jahre, jahren
        year of age: jährige, jähriger, jährigen, jähriges, jahre alt
        $: dollar, us dollar
        €: euro
        ₽: rubel
        degree: grad
        """),
    outcomes=forms("""
        killed: getötet, getötete, getöteten, töteten, tötete, töten, umgekommen, gefallen
        died: gestorben, starben, starb, tote, toten, tot, todesopfer, ums
        wounded: verwundet, verwundete, verwundeten
        injured: verletzt, verletzte, verletzten
        missing: vermisst, vermisste, vermissten
        captured: gefangen, gefangengenommen
        arrested: verhaftet, verhaftete
        detained: festgenommen, festnahmen
        evacuated: evakuiert
        """),
    labels=word_list("""
        artikel art paragraf paragraph § seite kapitel absatz nr nummer zimmer flug linie a b gleis
        ziffer band teil platz liga klasse studio
        """),
    clock=phrases("uhr"),
    year_before=word_list("""
        in seit bis vor nach von ab jahr jahre sommer winter herbst frühjahr ende anfang
        mitte
        """),
    skipped=word_list("der von dieser diese weitere weiteren seiner ihrer des neue neuen"),
    stops=word_list("prozent uhr ende anfang mitte"),
    describes=r"[a-zäöüß-]{3,}(?:e|en|er|es|em)",
    thing=r"[A-ZÄÖÜ][\wäöüß]+",
)  # fmt: skip
