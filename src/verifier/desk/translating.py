"""Translations of cited passages: typed by a person, named with it, printed beside the original."""

from collections.abc import Sequence
from dataclasses import replace

from verifier.desk.names import typed_text
from verifier.model.errors import BadInput
from verifier.model.evidence import EvidenceLabel, Passage
from verifier.model.text import Span

LONGEST_NAME = 200


def translated(passage: Passage, translation: str, translator: str) -> Passage:
    """The passage with a translation and who made it; an empty translation takes it away.

    Raises BadInput for a translation without a translator.
    """
    words = typed_text(translation, "translation")
    name = typed_text(translator, "translator", LONGEST_NAME)
    if words and not name:
        raise BadInput("Say who translated it; the report prints the name (--translator NAME).")
    return replace(passage, translation=words, translator=name if words else None)


def with_passages(kept: Sequence[Passage], added: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages with those added, each place once; of two, the one that has a translation.

    Of two translations the one added stays.
    """
    found: dict[tuple[EvidenceLabel, str, Span], Passage] = {}
    for passage in (*kept, *added):
        place = (passage.evidence, passage.sha256, passage.selector.span)
        if passage.translation or place not in found:
            found[place] = passage
    return tuple(found.values())
