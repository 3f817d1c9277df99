"""How English says numbers. Another language is one more file like this."""

from verifier.language.number_words import Bound, NumberWords, forms, phrases
from verifier.language.wordlists import word_list

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
        "trillion": "1000000000000", "dozen": "12",
    },
    abbreviations={
        "k": "1000", "m": "1000000", "mn": "1000000", "mln": "1000000", "bn": "1000000000",
        "b": "1000000000", "tn": "1000000000000",
    },
    vague={
        "several": Bound("2", None, low_open=True), "dozens": Bound("24", None),
        "scores of": Bound("40", None), "hundreds": Bound("200", None),
        "thousands": Bound("2000", None), "millions": Bound("2000000", None),
        "billions": Bound("2000000000", None), "a few": Bound("2", None),
        "a couple of": Bound("2", "2"), "a couple dozen": Bound("24", "24"),
        "couple of": Bound("2", "2"), "a handful of": Bound("2", None),
        "tens of thousands": Bound("20000", None), "hundreds of thousands": Bound("200000", None),
        "tens of millions": Bound("20000000", None),
        "hundreds of millions": Bound("200000000", None), "several dozens": Bound("24", None),
        "dozens of thousands": Bound("24000", None), "a number of": Bound("2", None),
    },
    shares={
        "half": "0.5", "one half": "0.5", "a third": "0.3333", "one third": "0.3333",
        "two thirds": "0.6667", "a quarter": "0.25", "one quarter": "0.25",
        "three quarters": "0.75", "a fifth": "0.2", "one fifth": "0.2", "two fifths": "0.4",
        "three fifths": "0.6", "four fifths": "0.8", "a tenth": "0.1", "one tenth": "0.1",
        "nine tenths": "0.9",
    },
    parts=("in", "in every", "out of", "out of every", "of every"),
    only_of=("half", "a third", "a quarter", "a fifth", "a tenth"),
    of_words=word_list("of the a an all its their his her our these those"),
    halves=("and a half",),
    joins=("and",),
    bare_scales=False,
    articles=("a", "an"),
    at_least=phrases("""
        at least, no fewer than, no less than, not less than, not fewer than, a minimum of, minimum,
        minimum of, at the very least, at the least
        """),
    more_than=phrases("""
        more than, over, above, upward of, upwards of, in excess of, exceeding, exceeds, exceeded,
        exceed, greater than, well over, just over, slightly over, well above, surpassing, north of,
        surpassed, topped, larger than, longer than, bigger than, higher than, slightly more than,
        a little over, just above, far more than, older than
        """),
    at_most=phrases("""
        as many as, up to, as much as, at most, no more than, not more than, a maximum of, maximum,
        as high as, maximum of, no longer than, no higher than, not exceeding, not to exceed,
        at the most
        """),
    less_than=phrases("""
        fewer than, less than, under, below, just under, just below, well under, well below,
        shorter than, smaller than, lower than, younger than, slightly less than, south of
        """),
    about=phrases("""
        about, around, approximately, roughly, some, an estimated, estimated, nearly, almost,
        close to, circa, ca, c, an average of, approx, nearly about, in the region of, more or less,
        virtually, practically, perhaps, an approximate, somewhere around
        """),
    or_more=phrases("""
        or more, plus, and more, and above, and over, or above, or over, or older, +
        """),
    or_fewer=phrases("or fewer, or less, or under, and under, or below, at most, or younger"),
    or_so=phrases("or so, odd"),
    fillers=phrases("""
        just, only, another, a further, an additional, a total of, a, an, the, another estimated
        """),
    range_words=("to", "or", "and", "through"),
    range_opens={"between": "and", "from": "to"},
    changes=word_list("""
        rose risen rise rises rising fell fallen fall falls falling increased increase increases
        increasing decreased decrease cut cuts cutting dropped drop drops grew grown grow growing
        went gone up down raised raise lowered lower reduced reduce jumped climbed slid slipped
        declined shrank shrunk dipped surged swelled expanded changed moved soared plunged widened
        narrowed lifted revised trimmed improved
        """),
    percent={
        "percent": "%", "per cent": "%", "pct": "%", "percentage points": "percentage points",
        "percentage point": "percentage points", "percent points": "percentage points",
    },
    units=forms("""
        km: km, kms, kilometer, kilometers, kilometre, kilometres
        m: m, meter, meters, metre, metres
        cm: cm, centimeter, centimeters, centimetre, centimetres
        mm: mm, millimeter, millimeters, millimetre, millimetres
        square km: square kilometer, square kilometers, square kilometre, square kilometres
        square mile: square mile, square miles
        square m: square meter, square meters, square metre, square metres
        square foot: square foot, square feet
        km/h: kph, kmh, kilometers per hour, kilometres per hour, kilometers an hour
        mph: mph, miles per hour, miles an hour
        mile: mile, miles
        foot: foot, feet, ft
        yard: yard, yards
        inch: inch, inches
        kg: kg, kilo, kilos, kilogram, kilograms
        g: gram, grams
        ton: ton, tons
        tonne: tonne, tonnes
        pound: pound, pounds, lb, lbs
        ounce: ounce, ounces
        acre: acre, acres
        hectare: hectare, hectares
        litre: liter, liters, litre, litres
        gallon: gallon, gallons
        barrel: barrel, barrels
        second: second, seconds
        minute: minute, minutes
        hour: hour, hours, hr, hrs
        day: day, days
        night: night, nights
        week: week, weeks
        month: month, months
        year: year, years
        decade: decade, decades
        century: centuries
        year of age: year old, years old, year olds, years of age
        month of age: month old, months old
        $: dollar, dollars, us dollars
        £: pounds sterling
        cent: cent, cents
        €: euro, euros
        ₽: ruble, rubles, rouble, roubles
        ₴: hryvnia, hryvnias
        ¥: yen
        yuan: yuan
        ₩: won
        ₹: rupees
        degree: degree, degrees, °
        basis point: basis point, basis points
        MW: mw, megawatt, megawatts
        GW: gw, gigawatt, gigawatts
        """),
    outcomes=forms("""
        killed: killed, killing, kill, kills, slain, slaying
        died: died, dead, dying, die, dies, death, deaths, fatalities
        wounded: wounded, wounding, wound, wounds
        injured: injured, injuring, injure, hurt, injuries
        missing: missing
        captured: captured, capturing, capture
        arrested: arrested, arresting, arrests
        detained: detained, detaining
        displaced: displaced, displacing
        hospitalized: hospitalized, hospitalised
        evacuated: evacuated, evacuating
        infected: infected, infecting
        dismissed: dismissed
        laid off: laid
        stationed: stationed, deployed
        destroyed: destroyed, destroying
        damaged: damaged, damaging
        rescued: rescued, rescuing
        lost: losses
        casualties: casualties
        """),
    labels=word_list("""
        article articles section sections chapter page pages paragraph title room flight channel
        route highway interstate act amendment district no nos number numbers rule form gate
        platform proposition verse episode season volume version part psalm phase grade level
        category type class model line row seat figure table appendix exhibit clause item bus tram
        road street avenue top issue mark division battalion brigade regiment unit group
        resolution bill measure ward precinct block lot apartment apt suite building
        """),
    clock=word_list("gmt utc est edt pst pdt cet cest bst et pt hours'"),
    year_before=word_list("""
        in since until during before after by of from the for through to late early mid and spring
        summer autumn fall winter january february march april may june july august september
        october november december q1 q2 q3 q4 back through around about circa
        """),
    skipped=word_list("of the its their his her our these those more other additional - - further"),
    groups_by_dot=False,
)  # fmt: skip
"""English. Most of its exceptions (one, half, ordinals, names) are in `number_names`."""
