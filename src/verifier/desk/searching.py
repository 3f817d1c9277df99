"""Looking for passages in the evidence library: for words as typed, and for a claim."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from verifier.desk.library import evidence_text
from verifier.desk.lookup import library_source
from verifier.desk.meanings import SaidAbroad, library_known, said_abroad
from verifier.desk.newsroom import known_here
from verifier.desk.session import OpenStory, Session, load_library
from verifier.evidence.posts import plain_query
from verifier.evidence.ranking import Ranked, rank, rarity
from verifier.evidence.reasons import reasons
from verifier.language.document_language import UNDETERMINED, document_language
from verifier.language.terms import STOP_TERMS, terms
from verifier.model.candidate import Pool
from verifier.model.claim import Claim
from verifier.model.evidence import EvidenceLabel
from verifier.model.source import Source
from verifier.model.state import State
from verifier.model.story import Slug
from verifier.model.text import Span

LEAST_ABROAD = 3
"""Sentences in other languages that a search may give, if they say the same; else a third."""

SHOWN = 10
"""Passages that a search gives if not told otherwise."""


ASIDE = 0.2
"""How much of its score a passage gets for words that the claim only suggests."""


@dataclass(frozen=True)
class Hit:
    """A passage that was found; `start` and `end` are offsets into the evidence item's text.

    `score` compares within one search only. `why` names the words, names and numbers that match.
    """

    evidence: EvidenceLabel
    start: int
    end: int
    text: str
    score: float
    why: str


def search(
    session: Session, text: str, *, source: str | None = None, limit: int = SHOWN
) -> tuple[Hit, ...]:
    """The passages of the library that bear on `text`, best first; none for a text without words.

    Any text may be given. `source` restricts the search to the documents of the source of that
    name; raises UnknownName for one nobody knows.
    """
    within = _documents_of(load_library(session), source) if source is not None else None
    asked = plain_query(text)
    others = _other_names(asked, _known_sources(()).values())
    wanted = _Wanted(asked, language_asked(asked), within, limit)
    return _found(session, wanted, others)


def proposals_for(
    session: Session,
    story: OpenStory,
    claim: Claim,
    *,
    source: str | None = None,
    limit: int = SHOWN,
) -> tuple[Hit, ...]:
    """The passages of the library that bear on a claim, best first.

    Sources that the claim names are looked for under their other names too. Its speaker is looked
    for in other scripts only: a source's own documents seldom name it.
    `source` restricts the search as in `search`.
    """
    known = _known_sources(story.registry.values())
    within = _documents_of(story.library, source) if source is not None else None
    speakers = " ".join(said.speaker or "" for said in claim.attributions)
    abroad = [name for name in _other_names(speakers, known.values()) if not _is_latin(name)]
    others = _other_names(claim.standalone, known.values())
    wanted = _Wanted(claim.standalone, story.story.language, within, limit)
    return _found(session, wanted, others, abroad)


def _is_latin(name: str) -> bool:
    """Whether a name has a letter of the Latin script."""
    return any(char.isalpha() and "LATIN" in unicodedata.name(char, "") for char in name)


def language_asked(text: str) -> str:
    """The language that a query is in; English where its words do not tell."""
    found = document_language(text)
    return "en" if found == UNDETERMINED else found


def hit_json(hit: Hit) -> dict[str, object]:
    """A passage that was found, as scripts read it."""
    return {
        "evidence": hit.evidence,
        "start": hit.start,
        "end": hit.end,
        "text": hit.text,
        "score": round(hit.score, 3),
        "why": hit.why,
    }


def _documents_of(library: State, source: str) -> frozenset[str]:
    """The labels of a source's documents."""
    slug = library_source(library, source).slug
    return frozenset(item.label for item in library.evidence.values() if item.source == slug)


@dataclass(frozen=True)
class _Wanted:
    """What is looked for: a text, its language, in which documents, and how many passages."""

    text: str
    language: str
    within: frozenset[str] | None
    limit: int


def _found(
    session: Session, wanted: _Wanted, others: Sequence[str], asides: Sequence[str] = ()
) -> tuple[Hit, ...]:
    """What is found for a text and the `others` of its names; `asides` count for little."""
    asked = " ".join((wanted.text, *others))
    whole = " ".join((asked, *asides))
    words = terms(asked)
    if not words or wanted.limit < 1:
        return ()
    pool = session.store.evidence_with(terms(whole), wanted.within)
    ranked = rank(asked, pool)
    if asides:
        ranked = _with_asides(ranked, rank(whole, pool))
    best = _apart(ranked, wanted.limit)
    hits = [_hit(whole, each, pool) for each in best]
    return _with_abroad(session, wanted, hits, _whole(words, pool))


def _with_asides(ranked: Sequence[Ranked], aside: Sequence[Ranked]) -> tuple[Ranked, ...]:
    """The passages by their own score, raised by a little of what the asides add to it."""
    raised = {each.candidate: each.score for each in aside}
    scored = [
        replace(each, score=each.score + ASIDE * (raised.get(each.candidate, 0) - each.score))
        for each in ranked
    ]
    return tuple(sorted(scored, key=lambda each: -each.score))


def _whole(words: Iterable[str], pool: Pool) -> float:
    """About the score of a passage that holds all telling words of the query once."""
    telling = {word for word in words if word not in STOP_TERMS}
    return sum(
        rarity(min(pool.frequencies.get(word, 0), pool.passages), pool.passages) for word in telling
    )


def _with_abroad(
    session: Session, wanted: _Wanted, hits: Sequence[Hit], whole: float
) -> tuple[Hit, ...]:
    """The hits, and among them what sentences in other languages say, in place of weaker ones.

    A sentence counts by the square of its likeness: .7 is half a passage with all the words.
    """
    abroad = said_abroad(
        session,
        wanted.text,
        wanted.language,
        within=wanted.within,
        limit=max(LEAST_ABROAD, wanted.limit // 3),
    )
    if not abroad:
        return tuple(hits)
    merged = list(hits)
    for said in abroad:
        at = next((i for i, hit in enumerate(merged) if _is_in(said, hit)), None)
        if at is None:
            merged.append(_hit_abroad(session, said, whole))
        else:
            hit = merged[at]
            score = max(hit.score, whole * said.likeness**2)
            why = hit.why if said.why in hit.why else f"{said.why} · {hit.why}"
            merged[at] = replace(hit, score=score, why=why)
    return tuple(sorted(merged, key=lambda hit: -hit.score)[: wanted.limit])


def _hit_abroad(session: Session, said: SaidAbroad, whole: float) -> Hit:
    item = library_known(session).evidence[said.evidence]
    words = said.span.of(evidence_text(session, item))
    score = whole * said.likeness**2
    return Hit(said.evidence, said.span.start, said.span.end, words, score, said.why)


def _is_in(said: SaidAbroad, hit: Hit) -> bool:
    return said.evidence == hit.evidence and said.span.overlaps(Span(hit.start, hit.end))


def _hit(asked: str, ranked: Ranked, pool: Pool) -> Hit:
    found = ranked.candidate
    why = str(reasons(asked, found.text, pool.frequencies))
    return Hit(found.evidence, found.start, found.end, found.text, ranked.score, why)


def _apart(ranked: Iterable[Ranked], limit: int) -> Sequence[Ranked]:
    """The best `limit`, without those that mostly repeat a better one."""
    kept: list[Ranked] = []
    for each in ranked:
        if len(kept) == limit:
            break
        if not any(_repeats(each, better) for better in kept):
            kept.append(each)
    return kept


def _repeats(one: Ranked, other: Ranked) -> bool:
    """Whether two passages of one document share more than half of the shorter."""
    a, b = one.candidate, other.candidate
    if a.evidence != b.evidence:
        return False
    common = min(a.end, b.end) - max(a.start, b.start)
    return 2 * common > min(a.end - a.start, b.end - b.start)


def _known_sources(own: Iterable[Source]) -> Mapping[Slug, Source]:
    """The well-known sources, and the user's own, which replace them."""
    known = {each.source.slug: each.source for each in known_here()}
    return known | {source.slug: source for source in own}


def _other_names(text: str, known: Iterable[Source]) -> list[str]:
    """The names in other scripts, and the short forms, of the sources named in `text`."""
    there = f" {' '.join(terms(text))} "
    added: dict[str, None] = {}
    for source in known:
        names = (source.name, *source.aliases)
        if any(f" {' '.join(terms(name))} " in there for name in names if terms(name)):
            added.update((name, None) for name in names if _is_other(name, there))
    return list(added)


def _is_other(name: str, there: str) -> bool:
    """Whether a name helps where it is not in the text: of another script, or an abbreviation."""
    if f" {' '.join(terms(name))} " in there:
        return False
    return not name.isascii() or (name.isupper() and len(name) > 2)
