"""Ladders of words: how sure a statement is, how much there is of a thing; and words of hearsay."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], int]]]
"""Phrases by their first word, the longest first, each with its rung."""

CERTAINTY: Sequence[tuple[int, str]] = (
    (5, "certainly, definitely, undoubtedly, without doubt, surely, безусловно, безумовно"),
    (4, "will, 'll, is going to, are going to, shall, must"),
    (3, "will likely, will probably, is likely to, are likely to, likely, probably, "
        "is expected to, are expected to, expected to, would likely, most likely, should, "
        "вероятно, ймовірно, "
        "скорее всего, швидше за все, wahrscheinlich, probablement"),
    (2, "may, might, could, can, possibly, perhaps, maybe, is possible, potentially, может, могут, "
        "возможно, може, можуть, можливо, kann, könnte, könnten, vielleicht, peut, pourrait, "
        "pourraient, peut-être"),
    (1, "is unlikely to, are unlikely to, unlikely, probably not, вряд ли, навряд чи, "
        "unwahrscheinlich, peu probable"),
)  # fmt: skip
"""Words of how sure a statement is, the surest first."""

HEARSAY = (
    "allegedly, reportedly, purportedly, supposedly, apparently, said to be, believed to be, "
    "thought to be, alleged, якобы, предположительно, по сообщениям, нібито, начебто, імовірно, "
    "angeblich, mutmaßlich, prétendument, présumé"
)
"""Words by which a text leaves a statement to others; without them it is stronger."""

DEGREE: Sequence[tuple[int, str]] = (
    (1, "minor, slight, small, limited, light, незначительные, незначні"),
    (2, "some, noticeable, notable, moderate, noticeably, заметные, помітні"),
    (3, "significant, considerable, substantial, sizeable, sizable, significantly, considerably, "
        "substantially, значительные, значні, существенные, суттєві, 상당한"),
    (4, "heavy, severe, serious, major, large, huge, massive, enormous, grave, тяжелые, важкі, "
        "большие, великі, огромные, серьезные"),
    (5, "critical, irreparable, catastrophic, devastating, total, crushing, критические, критичні, "
        "катастрофические"),
)  # fmt: skip
"""Words of how much, the least first."""


class Rung(NamedTuple):
    """A place on a ladder: its name, and how high it is."""

    ladder: str
    height: int


def phrases(ladder: Sequence[tuple[int, str]]) -> Phrases:
    """The phrases of a ladder by their first word."""
    table: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for rung, listed in ladder:
        for phrase in listed.split(","):
            words = tuple(phrase.split())
            table.setdefault(words[0], []).append((words, rung))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


_RUNGS: Mapping[str, Rung] = {
    phrase.strip(): Rung(name, height)
    for name, ladder in (("certainty", CERTAINTY), ("degree", DEGREE))
    for height, listed in ladder
    for phrase in listed.split(",")
}


def rung_of(words: str) -> Rung | None:
    """The rung of some words as they stand in a text; None for words of no ladder.

    >>> rung_of("Could"), rung_of("considerable").height == rung_of("significant").height
    (Rung(ladder='certainty', height=2), True)
    """
    return _RUNGS.get(" ".join(words.casefold().split()))
