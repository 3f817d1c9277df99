"""The hash chain: each event is sealed over its content and the hash of the one before it."""

import hashlib

from verifier.model.errors import BrokenHistory
from verifier.model.event import (
    Act,
    Event,
    EventKind,
    Fields,
    Json,
    Reviewer,
    StreamId,
    Subject,
    SubjectChange,
    SubjectKind,
)
from verifier.model.text import Digest
from verifier.record.canonical import canonical

DOMAIN = b"verifier event 1"
"""The domain tag of the hash; it changes when what is hashed changes."""


def seal(
    act: Act,
    *,
    stream: StreamId,
    seq: int,
    prev_hash: Digest,
    reviewer: Reviewer,
    at: str,
    event_id: str,
) -> Event:
    """The event that `act` becomes at place `seq` of its stream, with its hash.

    `at` is UTC, ISO 8601 with milliseconds; `event_id` a random name, unique in the database.
    """
    hashed = _hash(
        stream,
        str(seq),
        event_id,
        act.kind.value,
        reviewer.name,
        reviewer.os_user,
        reviewer.host,
        at,
        act.undoes or "",
        canonical(changes_to_json(act.changes)),
        prev_hash,
    )
    return Event(
        stream=stream,
        seq=seq,
        event_id=event_id,
        kind=act.kind,
        actor=reviewer.name,
        os_user=reviewer.os_user,
        host=reviewer.host,
        at=at,
        undoes=act.undoes,
        changes=act.changes,
        prev_hash=prev_hash,
        hash=hashed,
    )


def event_hash(event: Event) -> Digest:
    """The hash that `event` must carry, computed from its content."""
    return hash_with(event, canonical(changes_to_json(event.changes)))


def hash_with(event: Event, payload: bytes) -> Digest:
    """As `event_hash`, where the canonical JSON of the event's changes is at hand already."""
    return _hash(
        event.stream,
        str(event.seq),
        event.event_id,
        event.kind.value,
        event.actor,
        event.os_user,
        event.host,
        event.at,
        event.undoes or "",
        payload,
        event.prev_hash,
    )


def changes_to_json(changes: tuple[SubjectChange, ...]) -> Json:
    """The payload of an event: its changes in their JSON form."""
    return [
        {
            "subject": [change.subject.kind.value, *change.subject.key],
            "before": None if change.before is None else dict(change.before),
            "after": None if change.after is None else dict(change.after),
        }
        for change in changes
    ]


def changes_from_json(payload: Json) -> tuple[SubjectChange, ...]:
    """The changes of a stored payload; raises BrokenHistory where it is none."""
    if not isinstance(payload, list):
        raise _unreadable()
    return tuple(_change(item) for item in payload)


def event_to_json(event: Event) -> dict[str, Json]:
    """The event as one line of the journal holds it."""
    return {
        "stream": event.stream,
        "seq": event.seq,
        "event_id": event.event_id,
        "kind": event.kind.value,
        "actor": event.actor,
        "os_user": event.os_user,
        "host": event.host,
        "at": event.at,
        "undoes": event.undoes,
        "payload": changes_to_json(event.changes),
        "prev_hash": event.prev_hash,
        "hash": event.hash,
    }


def event_from_json(data: Json) -> Event:
    """The event of a line of the journal; raises BrokenHistory where it is none."""
    if not isinstance(data, dict) or set(data) != _EVENT_FIELDS:
        raise _unreadable()
    words = {name: item for name, item in data.items() if isinstance(item, str)}
    seq, undoes = data["seq"], data["undoes"]
    if not isinstance(seq, int) or not (undoes is None or isinstance(undoes, str)):
        raise _unreadable()
    try:
        return Event(
            stream=StreamId(words["stream"]),
            seq=seq,
            event_id=words["event_id"],
            kind=EventKind(words["kind"]),
            actor=words["actor"],
            os_user=words["os_user"],
            host=words["host"],
            at=words["at"],
            undoes=undoes,
            changes=changes_from_json(data["payload"]),
            prev_hash=Digest(words["prev_hash"]),
            hash=Digest(words["hash"]),
        )
    except (KeyError, ValueError) as error:
        raise _unreadable() from error


_EVENT_FIELDS = {
    "stream", "seq", "event_id", "kind", "actor", "os_user", "host", "at", "undoes", "payload",
    "prev_hash", "hash",
}  # fmt: skip


def _change(item: Json) -> SubjectChange:
    """One change of a payload."""
    if not isinstance(item, dict) or set(item) != {"subject", "before", "after"}:
        raise _unreadable()
    subject = item["subject"]
    if not isinstance(subject, list) or not subject:
        raise _unreadable()
    try:
        kind = SubjectKind(str(subject[0]))
    except ValueError as error:
        raise _unreadable() from error
    key = tuple(str(part) for part in subject[1:])
    return SubjectChange(Subject(kind, key), _fields(item["before"]), _fields(item["after"]))


def _fields(image: Json) -> Fields | None:
    if image is None or isinstance(image, dict):
        return image
    raise _unreadable()


def _unreadable() -> BrokenHistory:
    return BrokenHistory(
        "An entry of the record cannot be read: it was written by a newer verifier or changed "
        "from outside; run `verifier check`."
    )


def _hash(*fields: str | bytes) -> Digest:
    """SHA-256 over the domain tag and the fields, each with its length before it."""
    state = hashlib.sha256(DOMAIN)
    for field in fields:
        data = field if isinstance(field, bytes) else field.encode("utf-8", "surrogatepass")
        state.update(len(data).to_bytes(8, "big") + data)
    return Digest(state.hexdigest())
