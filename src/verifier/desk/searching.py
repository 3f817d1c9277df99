"""Looking for passages in the evidence library: for words as typed, and for a claim."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from verifier.desk.lookup import library_source
from verifier.desk.newsroom import known_here
from verifier.desk.session import OpenStory, Session, load_library
from verifier.evidence.posts import plain_query
from verifier.evidence.ranking import Ranked, rank
from verifier.evidence.reasons import reasons
from verifier.language.terms import terms
from verifier.model.candidate import Pool
from verifier.model.claim import Claim
from verifier.model.evidence import EvidenceLabel
from verifier.model.source import Source
from verifier.model.state import State
from verifier.model.story import Slug

SHOWN = 10
"""Passages that a search gives if not told otherwise."""


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
    return _found(session, asked, others, within, limit)


def proposals_for(
    session: Session,
    story: OpenStory,
    claim: Claim,
    *,
    source: str | None = None,
    limit: int = SHOWN,
) -> tuple[Hit, ...]:
    """The passages of the library that bear on a claim, best first.

    Sources that the claim or its attributions name are looked for under their other names too.
    `source` restricts the search as in `search`.
    """
    known = _known_sources(story.registry.values())
    within = _documents_of(story.library, source) if source is not None else None
    speakers = (said.speaker or "" for said in claim.attributions)
    others = _other_names(" ".join((claim.standalone, *speakers)), known.values())
    return _found(session, claim.standalone, others, within, limit)


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


def _found(
    session: Session,
    text: str,
    others: Sequence[str],
    within: frozenset[str] | None,
    limit: int,
) -> tuple[Hit, ...]:
    asked = " ".join((text, *others))
    wanted = terms(asked)
    if not wanted or limit < 1:
        return ()
    pool = session.store.evidence_with(wanted, within)
    best = _apart(rank(asked, pool), limit)
    return tuple(_hit(asked, each, pool) for each in best)


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
