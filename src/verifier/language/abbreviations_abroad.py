"""Abbreviations with a full stop in other languages than English; a name or number follows them."""

from verifier.language.wordlists import word_set

ABROAD = word_set("""
    ул вул пл просп пер им ім гр св см рис стр стор обл вып проф акад оф кв корп буд
    ca bzw Nr Str Hr Hrn Abs bspw evtl vgl Ing av bd boul chap Me éd env tél Sig Sr Sra
    """)
"""Never the end of a sentence."""

STREET = ("str", "strasse")
"""German streets are written as one word: Lindenstr. 5."""

ORDER_BEFORE = word_set("am der die das den dem des vom zum im beim")
"""German words after which a figure with a full stop is an order: die 3. Brigade, am 14. Mai."""
