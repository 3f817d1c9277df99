"""Where a rule looks: one cue verb in its sentence, in its paragraph."""

from dataclasses import dataclass

from verifier.claims.cues import Cue, CueKind
from verifier.claims.noun_phrases import Range, verb_group_start
from verifier.claims.passages import Line, Passage
from verifier.claims.reports import Report
from verifier.language.tagging import Tag
from verifier.model.text import Span

TRIM = " \t\n\r\"'“”‘’.,;:!?()[]—–-"
"""What does not count at the ends of a span."""


@dataclass(frozen=True)
class Place:
    """A word that may be a cue: paragraph, sentence number, token, and the verb it is a form of."""

    passage: Passage
    number: int
    at: int
    cue: Cue

    @property
    def line(self) -> Line:
        """The sentence."""
        return self.passage.lines[self.number]

    @property
    def group(self) -> int:
        """First token of the verb's group."""
        return verb_group_start(self.line, self.at)

    @property
    def is_participle(self) -> bool:
        """Whether the verb is an -ing form without an auxiliary: `, adding that`."""
        return self.line.tag(self.at) is Tag.ING and self.line.tag(self.at - 1) is not Tag.AUXILIARY


def report(
    place: Place,
    rule: str,
    kind: CueKind,
    source: Range | None,
    content: list[Span],
    cue_end: int | None = None,
) -> Report | None:
    """A report of the rule, its spans trimmed; None where nothing is left of the content."""
    line = place.line
    said = tuple(sorted(t for span in content if (t := trimmed(line.text, span))))
    if not said:
        return None
    who = named(line.text, line.part(*source)) if source else None
    cue = line.part(place.group, cue_end or place.at + 1)
    return Report((who,) if who else (), (cue,), said, rule, kind, place.cue.base)


NAME_TRIM = ' \t\n\r"“”‘,;:—–-['
"""What does not count at the ends of a name."""


def named(text: str, span: Span) -> Span | None:
    """The span without the marks that cannot end a name; `U.S.` and `Union (UNI)` keep theirs.

    >>> named("Ann Lee, ", Span(0, 9)), named("the U.S.,", Span(0, 9))
    (Span(start=0, end=7), Span(start=0, end=8))
    """
    start, end = span
    while start < end and text[start] in NAME_TRIM:
        start += 1
    while end > start and text[end - 1] in NAME_TRIM:
        end -= 1
    return Span(start, end) if start < end else None


def trimmed(text: str, span: Span) -> Span | None:
    """The span without space, quotation marks and closing marks at its ends; None if empty.

    >>> trimmed("(“No,” ", Span(0, 7))
    Span(start=2, end=4)
    """
    start, end = span
    while start < end and text[start] in TRIM:
        start += 1
    while end > start and text[end - 1] in TRIM:
        end -= 1
    return Span(start, end) if start < end else None
