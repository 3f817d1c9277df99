"""Evidence in other languages than a claim's, found by what its sentences mean.

The meanings of such documents' sentences are worked out once, with the extra `multilingual`, and
remembered beside the search index. The encoder is loaded only where the library holds documents in
another language than the one that is asked in.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from verifier.desk.session import Session, load_library
from verifier.evidence.meaning import MISSING, SIZE, Meaning, has_encoder, meanings, nearest
from verifier.language.document_language import UNDETERMINED, language_name, primary
from verifier.language.sentences import sentences
from verifier.language.which_language import which_language
from verifier.model.errors import StorageFault
from verifier.model.event import DESK
from verifier.model.evidence import EvidenceItem, EvidenceLabel
from verifier.model.state import State
from verifier.model.text import Digest, Span
from verifier.model.worked_out import WorkedOut

SAME = 0.6
"""The cosine from which two sentences are told to say the same, as the encoder has it."""

LIKE = 0.45
"""The cosine from which a sentence is shown: below, the sample's nearest are of other matters."""

MOST_SENTENCES = 5_000
"""Sentences of one document that get a meaning: about twenty seconds of work."""

IN_A_SEARCH = 64
"""Sentences whose meaning a search works out itself: a quarter of a second."""

FEWEST_WORDS = 3
"""Words that are looked for by meaning: fewer are a name or a catchword, found by their letters."""

SHORTEST = 8
"""Code points of a sentence that can mean something to look for."""

_PLACE = struct.Struct("<II")
_ROW = _PLACE.size + 2 * SIZE

Progress = Callable[[int, int, str], None]
"""Is told, before each document, its number, how many there are, and its label."""


@dataclass(frozen=True)
class SaidAbroad:
    """A sentence of a document in another language that means what was asked for, by its cosine."""

    evidence: EvidenceLabel
    span: Span
    likeness: float
    language: str

    @property
    def why(self) -> str:
        """The reason in words: `says the same in Russian`."""
        verb = "says" if self.likeness >= SAME else "may say"
        return f"{verb} the same in {language_name(self.language)}"


def foreign(library: State, language: str) -> tuple[EvidenceItem, ...]:
    """The readable documents whose language is known to be another than `language`."""
    own = (primary(language), UNDETERMINED)
    items = library.evidence.values()
    return tuple(item for item in items if item.is_readable and primary(item.language) not in own)


def not_matched(library: State, language: str) -> str:
    """What to tell where documents in other languages cannot be found by meaning; else ""."""
    return MISSING if foreign(library, language) and not has_encoder() else ""


def has_meaning(text: str) -> bool:
    """Whether a text has words enough to be looked for by its meaning."""
    return len(text.split()) >= FEWEST_WORDS


def library_known(session: Session) -> State:
    """The library as it stands, read from the database only where it changed."""
    head = session.store.head(DESK)
    if session.library is None or session.library.head != head.hash:
        session.library = load_library(session)
    return session.library


def work_out_meanings(
    session: Session, items: Iterable[EvidenceItem], progress: Progress | None = None
) -> int:
    """Work out the meanings of these documents that are not known yet; how many documents it was.

    About 4 ms a sentence. Nothing is done without the extra `multilingual`.
    """
    if not has_encoder():
        return 0
    by_digest = {item.text_sha256: item for item in items}
    missing = [item for item in by_digest.values() if not _known(session, [item])]
    for number, item in enumerate(missing, start=1):
        if progress is not None:
            progress(number, len(missing), item.label)
        _work_out(session, item)
    return len(missing)


def said_abroad(
    session: Session,
    text: str,
    language: str,
    *,
    within: frozenset[str] | None = None,
    limit: int = 10,
) -> tuple[SaidAbroad, ...]:
    """The sentences in other languages that mean what `text` in `language` does, best first.

    `within` restricts them to documents of these labels. Documents whose meanings are not known
    yet are left out, but for a few sentences that are worked out here.
    """
    library = library_known(session)
    items = [i for i in foreign(library, language) if within is None or i.label in within]
    if not items or not has_meaning(text) or not has_encoder():
        return ()
    kept = {**_known(session, items), **_few(session, items)}
    rows = [
        (item, at) for item in items for at in range(0, len(kept.get(item.text_sha256, b"")), _ROW)
    ]
    stored = [_meaning(kept[item.text_sha256], at) for item, at in rows]
    if not stored:
        return ()
    (asked,) = meanings([text], primary(language))
    found = nearest(asked, stored, limit)
    return tuple(
        SaidAbroad(item.label, _place(kept[item.text_sha256], at), cosine, item.language)
        for (item, at), cosine in ((rows[index], cosine) for index, cosine in found)
        if cosine >= LIKE
    )


def _few(session: Session, items: Sequence[EvidenceItem]) -> Mapping[Digest, bytes]:
    """The meanings of the newest documents that have none, within what a search may take."""
    found: dict[Digest, bytes] = {}
    spent = 0
    for item in reversed(items):
        if item.text_sha256 not in session.meanings:
            spent += len(_sentences(_text(session, item), item.language))
            if spent > IN_A_SEARCH:
                break
            found[item.text_sha256] = _work_out(session, item)
    return found


def _known(session: Session, items: Sequence[EvidenceItem]) -> dict[Digest, bytes]:
    """The remembered meanings of documents; kept in the session from then on."""
    wanted = {item.text_sha256: primary(item.language) for item in items}
    for language in sorted(set(wanted.values())):
        digests = [
            each
            for each, spoken in wanted.items()
            if spoken == language and each not in session.meanings
        ]
        if digests:
            kept = session.store.worked_out(WorkedOut.MEANINGS, _rules(language), digests)
            session.meanings.update(kept)
    return {each: session.meanings[each] for each in wanted if each in session.meanings}


def _work_out(session: Session, item: EvidenceItem) -> bytes:
    """The meanings of a document's sentences in its language, remembered."""
    text = _text(session, item)
    places = _sentences(text, item.language)
    made = meanings([place.of(text) for place in places], primary(item.language))
    rows = (
        _PLACE.pack(place.start, place.end) + meaning
        for place, meaning in zip(places, made, strict=True)
    )
    data = session.meanings[item.text_sha256] = b"".join(rows)
    try:
        results = {item.text_sha256: data}
        session.store.keep_worked_out(WorkedOut.MEANINGS, _rules(item.language), results)
    except StorageFault:
        # Nothing is lost: it is worked out again where it is needed.
        return data
    return data


def _sentences(text: str, language: str) -> list[Span]:
    """The sentences of a text in this language: what a document also says in another is not."""
    spoken = primary(language)
    found = (s for s in sentences(text) if s.end - s.start >= SHORTEST)
    own = [s for s in found if which_language(s.of(text), spoken) == spoken]
    return own[:MOST_SENTENCES]


def _text(session: Session, item: EvidenceItem) -> str:
    return session.store.get_bytes(item.text_sha256).decode("utf-8")


def _rules(language: str) -> str:
    return f"1 {primary(language)}"


def _place(data: bytes, at: int) -> Span:
    start, end = _PLACE.unpack_from(data, at)
    return Span(start, end)


def _meaning(data: bytes, at: int) -> Meaning:
    return Meaning(data[at + _PLACE.size : at + _ROW])
