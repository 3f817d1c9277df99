"""Keeping the search index level with the record.

What an act does to the evidence library is done to the index in the same transaction. An index
that is missing, older than its rules, or behind the record (a database of an older version, a copy
from a backup) is brought level at the first search; claims are when they are searched.
"""

from collections.abc import Callable, Iterable, Mapping

from sqlalchemy import Connection, Select, cast, delete, exists, insert, select
from sqlalchemy import Text as TextType

from verifier.language.terms import RULES
from verifier.language.windows import windows
from verifier.model.errors import StorageFault
from verifier.model.event import DESK, Event, Fields, Subject, SubjectKind
from verifier.model.scales import CaptureState, ClaimState
from verifier.model.text import Digest
from verifier.store import events, projection
from verifier.store.index import Item, Part, empty, put, take
from verifier.store.index_tables import Shelf, indexed_item, indexed_state
from verifier.store.tables import projection as tables

Texts = Callable[[Digest], bytes]
"""Gives what is kept under a digest."""

CLAIM_SEPARATOR = "/"
"""Stands between stream and label in the name under which a claim is indexed."""

_MANY = 2_000


def follow(connection: Connection, written: Iterable[Event], texts: Texts) -> None:
    """Do to the index what the events just written did to the evidence library.

    Nothing is done where the index is not level with the record: the first search will do it all.
    """
    new = [event for event in written if event.stream == DESK]
    if not new or _level_at(connection, Shelf.EVIDENCE) != new[0].seq - 1:
        return
    touched = {
        change.subject
        for event in new
        for change in event.changes
        if change.subject.kind is SubjectKind.EVIDENCE
    }
    if touched:
        rows = projection.rows_of(connection, DESK, touched)
        _set_right(connection, {item: row.fields for item, row in rows.items()}, texts)
    _note_level(connection, Shelf.EVIDENCE, new[-1].seq)


def evidence_is_level(connection: Connection) -> bool:
    """Whether the index holds the evidence library as it stands."""
    return _level_at(connection, Shelf.EVIDENCE) == events.head(connection, DESK).seq


def level_evidence(connection: Connection, texts: Texts) -> None:
    """Index what of the evidence library is not; everything where the rules changed.

    The connection holds the write lock of the desk's stream.
    """
    if _level_at(connection, Shelf.EVIDENCE) is None:
        empty(connection, Shelf.EVIDENCE)
    rows = projection.rows_of_kind(connection, DESK, SubjectKind.EVIDENCE)
    _set_right(connection, {item: row.fields for item, row in rows.items()}, texts)
    _note_level(connection, Shelf.EVIDENCE, events.head(connection, DESK).seq)


def claims_are_level(connection: Connection) -> bool:
    """Whether the index holds the claims of all stories as they stand."""
    level = _level_at(connection, Shelf.CLAIMS) is not None
    return level and connection.execute(_changed_claims().limit(1)).first() is None


def level_claims(connection: Connection) -> None:
    """Index the claims that were added or changed since they were indexed."""
    if _level_at(connection, Shelf.CLAIMS) is None:
        empty(connection, Shelf.CLAIMS)
    rows = connection.execute(_changed_claims()).all()
    items = [
        Item(row.item, str(row.last_seq), _claim_parts(projection.fields_in(row.record)))
        for row in rows
    ]
    for at in range(0, len(items), _MANY):
        put(connection, Shelf.CLAIMS, items[at : at + _MANY])
    _note_level(connection, Shelf.CLAIMS, 0)


def parts_of(text: str) -> list[Part]:
    """The passages of a text, to index."""
    return [Part(span.start, span.end, span.of(text)) for span in windows(text)]


def _set_right(
    connection: Connection, records: Mapping[Subject, Fields | None], texts: Texts
) -> None:
    """Index these evidence items as they are now, and take out those that are withdrawn."""
    there = _marks(connection)
    for subject, fields in records.items():
        (label,) = subject.key
        mark = _mark_of(fields)
        if mark is None:
            take(connection, Shelf.EVIDENCE, label)
        elif there.get(label) != mark:
            put(connection, Shelf.EVIDENCE, [Item(label, mark, _parts_under(mark, texts))])


def _mark_of(fields: Fields | None) -> str | None:
    """The digest of the text that is to be indexed; None where nothing is."""
    if fields is None or fields.get("capture", CaptureState.OK.value) != CaptureState.OK.value:
        return None
    digest = fields.get("text_sha256")
    return digest if isinstance(digest, str) else None


def _parts_under(mark: str, texts: Texts) -> list[Part]:
    """The passages of a kept text; none where it is lost, which the audit reports."""
    try:
        return parts_of(texts(Digest(mark)).decode("utf-8"))
    except StorageFault:
        return []


def _marks(connection: Connection) -> dict[str, str]:
    query = select(indexed_item.c.item, indexed_item.c.mark)
    rows = connection.execute(query.where(indexed_item.c.shelf == Shelf.EVIDENCE))
    return {row.item: row.mark for row in rows}


def _changed_claims() -> Select[tuple[str, int, str]]:
    """The claims whose index is not that of their last change: name, last entry, record."""
    claim = tables[SubjectKind.CLAIM].c
    name = claim.stream + CLAIM_SEPARATOR + claim.label
    item = indexed_item.c
    same = (item.shelf == Shelf.CLAIMS) & (item.item == name)
    level = exists().where(same & (item.mark == cast(claim.last_seq, TextType)))
    return select(name.label("item"), claim.last_seq, claim.record).where(~level)


def _claim_parts(fields: Fields | None) -> list[Part]:
    """An active claim as one passage; nothing of one that was dismissed or ceased."""
    if fields is None or fields.get("state", ClaimState.ACTIVE.value) != ClaimState.ACTIVE.value:
        return []
    words = fields.get("standalone")
    return [Part(0, len(words), words)] if isinstance(words, str) and words else []


def _level_at(connection: Connection, shelf: Shelf) -> int | None:
    """The entry of the record up to which a shelf is indexed; None where the rules changed.

    An index that never was is level with an empty record.
    """
    state = indexed_state.c
    found = connection.execute(select(state.rules, state.seq).where(state.shelf == shelf)).first()
    if found is None:
        return 0
    return int(found.seq) if found.rules == RULES else None


def _note_level(connection: Connection, shelf: Shelf, seq: int) -> None:
    connection.execute(delete(indexed_state).where(indexed_state.c.shelf == shelf))
    connection.execute(insert(indexed_state).values(shelf=shelf, rules=RULES, seq=seq))
