"""Searches put on record: without one, *unverified* and *silent* would be mere words (P9)."""

from verifier.desk.lookup import claim_named, source_copy
from verifier.desk.names import next_label, typed_text
from verifier.desk.session import Acted, OpenStory, Session, record_act
from verifier.model.claim import ClaimLabel
from verifier.model.errors import BadInput
from verifier.model.event import EventKind, Subject, SubjectChange, SubjectKind
from verifier.model.search import Search, SearchLabel
from verifier.model.state import State
from verifier.model.story import Slug
from verifier.record.fold import change_of


def record_search(
    session: Session,
    story: OpenStory,
    claim: ClaimLabel,
    query: str,
    source: Slug | None,
    documents: int,
    found: int,
) -> Acted:
    """Record that the reviewer searched the evidence for a claim, and what came of it.

    `source` is the source whose documents were looked through, None for the whole library;
    `documents` counts them, `found` the passages that were shown. Raises BadInput for an empty
    query, UnknownName.
    """
    label = claim_named(story, claim).label
    changes: list[SubjectChange | None] = [] if source is None else [source_copy(story, source)]
    search = new_search(session, story, label, query, source, documents, found)
    changes.append(search_change(story.state, search))
    return record_act(session, story, EventKind.SEARCH_RECORDED, changes)


def new_search(
    session: Session,
    story: OpenStory,
    claim: ClaimLabel,
    query: str,
    source: Slug | None,
    documents: int,
    found: int,
) -> Search:
    """A search under a label never used; raises BadInput for an empty query."""
    words = typed_text(query, "query", 2_000)
    if not words:
        raise BadInput("The query is empty; give the words that were looked for.")
    used = [item.key[0] for item in story.state.stamps if item.kind is SubjectKind.SEARCH]
    return Search(
        label=SearchLabel(next_label("S", used)),
        claim=claim,
        query=words,
        reviewer=session.reviewer.name,
        at=session.now(),
        documents=documents,
        found=found,
        source=source,
    )


def search_change(state: State, search: Search) -> SubjectChange | None:
    """The change that puts a search on record."""
    return change_of(state, Subject(SubjectKind.SEARCH, (search.label,)), search)


def documents_of(story: OpenStory, source: Slug | None) -> int:
    """How many documents of `source`, of None in all, the library holds."""
    items = story.library.evidence.values()
    return sum(source in (None, item.source) for item in items)
