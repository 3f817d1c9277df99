"""The one write path: what a reviewer intends becomes a sealed event and changed rows, or nothing.

Everything here runs inside one transaction that the caller commits.
"""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from verifier.model.errors import BadInput, Conflict, Refused, StorageFault
from verifier.model.event import DESK, Act, Event, Reviewer, StreamId, Subject, SubjectKind
from verifier.model.state import Stamp
from verifier.record.chain import seal
from verifier.record.fold import STORY_KEY
from verifier.store import events, projection
from verifier.store.tables import projection as tables


@dataclass(frozen=True)
class Intent:
    """An act to record in a stream; `based_on` is the seq of the state it was planned on."""

    stream: StreamId
    act: Act
    based_on: int


@dataclass(frozen=True)
class Written:
    """The event that an intent became, and those before it that its state had missed."""

    missed: tuple[Event, ...]
    event: Event

    @property
    def all(self) -> tuple[Event, ...]:
        """The missed events and the new one, in order."""
        return (*self.missed, self.event)


def record(
    connection: Connection, intents: Sequence[Intent], reviewer: Reviewer, at: str
) -> tuple[Written, ...]:
    """Write all `intents`, in order; the connection holds the streams' write locks.

    Raises Conflict where somebody changed a touched subject after `based_on`.
    """
    return tuple(_record(connection, intent, reviewer, at) for intent in intents)


def require_storable(intents: Iterable[Intent], reviewer: Reviewer) -> None:
    """Raise BadInput where a name holds a NUL, which not every database can keep."""
    names = [reviewer.name, reviewer.os_user, reviewer.host]
    for intent in intents:
        names += [part for change in intent.act.changes for part in change.subject.key]
    if any("\0" in name for name in names):
        raise BadInput("A name holds a NUL character; nothing was saved. Give it without.")


def _record(connection: Connection, intent: Intent, reviewer: Reviewer, at: str) -> Written:
    head = events.head(connection, intent.stream)
    if intent.based_on > head.seq:
        raise StorageFault(
            f"The record has {head.seq} entries where {intent.based_on} were read before: its last "
            "part is lost. Nothing was saved; run `verifier check`."
        )
    subjects = [change.subject for change in intent.act.changes]
    there = projection.rows_of(connection, intent.stream, subjects) if head.seq else {}
    _refuse_conflicts(intent, there)
    _refuse_orphans(connection, intent)
    _refuse_second_undo(connection, intent)
    _refuse_taken_slug(connection, intent)
    event = seal(
        intent.act,
        stream=intent.stream,
        seq=head.seq + 1,
        prev_hash=head.hash,
        reviewer=reviewer,
        at=at,
        event_id=secrets.token_hex(16),
    )
    changed = projection.advance(there, event)
    projection.require_own_form(changed)
    missed = (
        events.after(connection, intent.stream, intent.based_on)
        if head.seq > intent.based_on
        else ()
    )
    events.append(connection, event)
    projection.put(connection, intent.stream, there, changed)
    return Written(missed, event)


def _refuse_conflicts(intent: Intent, there: projection.Rows) -> None:
    """Raise Conflict, naming who, what and when, where a subject changed after it was read."""
    for subject, row in there.items():
        if row.last.seq > intent.based_on:
            raise _conflict(words_for(subject), row.last)


_ABOUT_A_CLAIM = (SubjectKind.STANCE, SubjectKind.VERDICT, SubjectKind.NOTE)


def _refuse_orphans(connection: Connection, intent: Intent) -> None:
    """Raise Conflict where an act is about a claim or a story that somebody took away meanwhile."""
    if intent.stream == DESK or intent.act.undoes is not None:
        return
    own = {change.subject for change in intent.act.changes}
    needed = {Subject(SubjectKind.STORY, STORY_KEY)}
    for subject in own:
        if subject.kind in _ABOUT_A_CLAIM:
            needed.add(Subject(SubjectKind.CLAIM, subject.key[:1]))
    there = projection.rows_of(connection, intent.stream, sorted(needed - own))
    for subject, row in there.items():
        if row.fields is None and row.last.seq > intent.based_on:
            raise _conflict(words_for(subject), row.last)


def _refuse_second_undo(connection: Connection, intent: Intent) -> None:
    """Raise where what an act takes back is not there, or was taken back already."""
    undone = intent.act.undoes
    if undone is None:
        return
    if events.by_id(connection, intent.stream, undone) is None:
        raise Refused("What should be taken back is not in this record; nothing was saved.")
    taker = events.taken_back_by(connection, intent.stream, undone)
    if taker is not None:
        raise _conflict("the same act, taking it back,", Stamp(taker.seq, taker.at, taker.actor))


def _refuse_taken_slug(connection: Connection, intent: Intent) -> None:
    """Raise Conflict where another living story has the slug that this act gives."""
    table = tables[SubjectKind.STORY]
    for change in intent.act.changes:
        slug = (change.after or {}).get("slug")
        if change.subject.kind is not SubjectKind.STORY or slug is None:
            continue
        query = select(table.c.stream).where(table.c.slug == slug, table.c.stream != intent.stream)
        if connection.execute(query).first() is not None:
            raise Conflict(
                f"Another story is called {slug} now; nothing was saved. Choose another name."
            )


def words_for(subject: Subject) -> str:
    """A subject in words: `the stance of isw on C15 (substance)`."""
    key = subject.key
    match subject.kind:
        case SubjectKind.STANCE:
            return f"the stance of {key[2]} on {key[0]} ({key[1]})"
        case SubjectKind.VERDICT:
            return f"the verdict on {key[0]} ({key[1]})"
        case SubjectKind.NOTE:
            return f"the note on {key[0]}"
        case SubjectKind.STORY:
            return "the story"
        case SubjectKind.VERSION:
            return f"version {key[0]} of the story"
        case _:
            return f"{subject.kind.value} {' '.join(key)}"


def _conflict(what: str, last: Stamp) -> Conflict:
    when = last.at[:19].replace("T", " ")
    return Conflict(
        f"{last.actor} changed {what} on {when} UTC, after you read it; nothing was saved. Look at "
        "it again and repeat the act if it still holds."
    )
