"""English abbreviations with a full stop, by what may follow them."""

from verifier.language.wordlists import word_set

BEFORE_A_NAME = (
    "Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Rev", "Fr", "Hon", "Gov", "Sen", "Rep", "Sens", "Reps",
    "Lt", "Gen", "Col", "Maj", "Capt", "Cpl", "Sgt", "Cmdr", "Adm", "Brig", "Pvt", "Det", "Insp",
    "Supt", "Pres", "Amb", "Atty", "Asst", "Dep", "Messrs", "St", "Mt", "Ft", "No", "Nos", "Vol",
    "Fig", "Art", "vs", "cf",
)  # fmt: skip
"""Never the end of a sentence: a name or a number follows."""

MAY_END = (
    "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "Inc",
    "Corp", "Co", "Ltd", "Bros", "Jr", "Sr", "etc", "al", "approx", "Ave", "Blvd", "Rd", "Calif",
    "Conn", "Fla", "Ga", "Ill", "Ind", "Mass", "Mich", "Minn", "Miss", "Mo", "Neb", "Nev", "Okla",
    "Ore", "Pa", "Tenn", "Tex", "Va", "Wash", "Wis", "Wyo", "Ala", "Ariz", "Ark", "Colo", "Del",
)  # fmt: skip
"""The end of a sentence only where the next word is one that begins sentences."""

SENTENCE_STARTERS = word_set("""
    The A An This That These Those It Its He She They We You I His Her Their Our My There Here But
    And Or So Yet If When While As At In On By For From With After Before Since Until Although
    Though Because However Meanwhile Also Then Now Still Another Some Many Most Several Both All
    Each Every No Not What Who Where Why How Which Under During Despite According Last Next
    """)
"""Words that begin a sentence far more often than they go on a name."""
