"""What the library knows of the documents of a story, beside the story's own record."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from verifier.model.evidence import EvidenceItem, EvidenceLabel
from verifier.model.reading import Reading, place_name
from verifier.model.text import Digest, Selector


@dataclass(frozen=True)
class LibraryNow:
    """The documents of a story's sources as the library has them now.

    `readings` lead from offsets of a text, by its digest, back to pages, rows and messages.
    `drifted` gives, for an item whose address has another text now, the item with that text.
    """

    items: Mapping[EvidenceLabel, EvidenceItem] = field(default_factory=dict)
    readings: Mapping[Digest, Reading] = field(default_factory=dict)
    drifted: Mapping[EvidenceLabel, EvidenceItem] = field(default_factory=dict)

    def place_of(self, text: Digest, selector: Selector) -> str:
        """Where a passage stands in its file: "page 3", "row 2 – row 4"; "" if nothing tells."""
        reading = self.readings.get(text)
        return "" if reading is None else place_name(reading, selector.span)
