"""How English says numbers. Another language is one more file like this."""

from verifier.language.number_words import Bound, NumberWords

ENGLISH = NumberWords(
    cardinals={
        "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
        "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13",
        "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17", "eighteen": "18",
        "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50",
        "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
    },
    scales={
        "hundred": "100", "thousand": "1000", "million": "1000000", "billion": "1000000000",
        "trillion": "1000000000000", "dozen": "12", "k": "1000", "m": "1000000", "mn": "1000000",
        "bn": "1000000000", "tn": "1000000000000",
    },
    vague={
        "several": Bound("2", None, low_open=True), "dozens": Bound("24", None),
        "scores": Bound("40", None), "hundreds": Bound("200", None),
        "thousands": Bound("2000", None), "millions": Bound("2000000", None),
        "billions": Bound("2000000000", None), "a few": Bound("2", None),
        "a couple": Bound("2", "2"), "a handful": Bound("2", None),
        "tens of thousands": Bound("20000", None), "hundreds of thousands": Bound("200000", None),
    },
    shares={
        "half": "0.5", "a third": "0.3333", "one third": "0.3333", "one-third": "0.3333",
        "two thirds": "0.6667", "two-thirds": "0.6667", "a quarter": "0.25",
        "one quarter": "0.25", "one-quarter": "0.25", "three quarters": "0.75",
        "three-quarters": "0.75", "a fifth": "0.2", "one fifth": "0.2", "one-fifth": "0.2",
        "a tenth": "0.1", "one-tenth": "0.1",
    },
    at_least=("at least", "no fewer than", "no less than", "not less than", "a minimum of"),
    more_than=(
        "more than", "over", "above", "upward of", "upwards of", "in excess of", "exceeding",
        "greater than", "well over",
    ),
    at_most=(
        "as many as", "up to", "as much as", "at most", "no more than", "not more than",
        "a maximum of", "as high as",
    ),
    less_than=("fewer than", "less than", "under", "below"),
    about=(
        "about", "around", "approximately", "roughly", "some", "an estimated", "estimated",
        "nearly", "almost", "close to", "circa", "an average of",
    ),
    or_more=("or more", "plus", "-plus", "or so"),
    units={
        "%": "%", "percent": "%", "per cent": "%", "percentage points": "percentage points",
        "km": "km", "kilometer": "km", "kilometers": "km", "kilometre": "km", "kilometres": "km",
        "m": "m", "meter": "m", "meters": "m", "metre": "m", "metres": "m", "mile": "mile",
        "miles": "mile", "foot": "foot", "feet": "foot", "inch": "inch", "inches": "inch",
        "kg": "kg", "kilogram": "kg", "kilograms": "kg", "ton": "ton", "tons": "ton",
        "tonne": "tonne", "tonnes": "tonne", "pounds": "pound", "acre": "acre", "acres": "acre",
        "hectares": "hectare", "second": "second", "seconds": "second", "minute": "minute",
        "minutes": "minute", "hour": "hour", "hours": "hour", "day": "day", "days": "day",
        "week": "week", "weeks": "week", "month": "month", "months": "month", "year": "year",
        "years": "year", "year-old": "year of age", "dollars": "$", "euros": "€",
        "degrees": "degree",
    },
    currencies={"$": "$", "£": "£", "€": "€", "¥": "¥", "₩": "₩", "₽": "₽", "₴": "₴"},
    outcomes={
        "killed": "killed", "killing": "killed", "kill": "killed", "died": "died", "dead": "died",
        "dying": "died", "wounded": "wounded", "wounding": "wounded", "injured": "injured",
        "injuring": "injured", "missing": "missing", "captured": "captured", "hurt": "injured",
        "arrested": "arrested", "detained": "detained", "displaced": "displaced",
        "hospitalized": "hospitalized", "evacuated": "evacuated", "infected": "infected",
        "fired": "dismissed", "laid": "laid off", "stationed": "stationed",
    },
)  # fmt: skip
