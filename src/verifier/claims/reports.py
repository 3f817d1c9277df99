"""What a rule of attribution finds in a sentence."""

from dataclasses import dataclass

from verifier.claims.cues import CueKind
from verifier.model.text import Span


@dataclass(frozen=True)
class Report:
    """Somebody says something: the spans of source, cue and content, with the rule that read it.

    `base` is the cue verb's base form ("" where the cue is no verb). Spans are in text order.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    rule: str
    kind: CueKind
    base: str = ""

    @property
    def start(self) -> int:
        """Where the attribution begins in the text."""
        return min(span.start for span in (*self.source, *self.cue, *self.content))

    @property
    def end(self) -> int:
        """Where the attribution ends in the text."""
        return max(span.end for span in (*self.source, *self.cue, *self.content))
