"""The tables: the event log, the projection of the present state, places, printed reports, bytes.

Core tables without foreign keys: the audit proves far more than they could (every projection row
equals the refold of the events), and the event log stays free of rows that lock it.
"""

from collections.abc import Mapping

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from verifier.model.event import SubjectKind
from verifier.record.fold import KINDS

metadata = MetaData()
"""All tables of the database; `schema.py` says which of them SQLite has."""

event = Table(
    "event",
    metadata,
    Column("stream", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("event_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("os_user", Text, nullable=False),
    Column("host", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("undoes", Text),
    Column("payload", Text, nullable=False),
    Column("prev_hash", Text, nullable=False),
    Column("hash", Text, nullable=False),
    PrimaryKeyConstraint("stream", "seq", name="event_pk"),
    UniqueConstraint("event_id", name="event_id_once"),
    UniqueConstraint("undoes", name="event_undone_once"),
    UniqueConstraint("hash", name="event_hash_once"),
    UniqueConstraint("stream", "prev_hash", name="event_never_forks"),
    CheckConstraint("seq >= 1", name="event_seq_from_one"),
    CheckConstraint("length(hash) = 64", name="event_hash_is_sha256"),
    CheckConstraint("length(prev_hash) = 64", name="event_prev_hash_is_sha256"),
)
"""The record of decisions: append-only, one gapless hash chain for each stream."""

Index("event_of_actor", event.c.stream, event.c.actor, event.c.seq)

TABLE_NAMES: Mapping[SubjectKind, str] = {
    kind: "story_version" if kind is SubjectKind.VERSION else kind.value for kind in SubjectKind
}
"""The projection table of each kind of subject."""

LISTED: Mapping[SubjectKind, str] = {
    SubjectKind.STORY: "slug",
    SubjectKind.CLAIM: "state",
    SubjectKind.VERDICT: "code",
}
"""The field that a kind repeats in a column of its own, so that lists need not read records."""


def _projection(kind: SubjectKind) -> Table:
    """The table of one kind: its key, its record, and the events that made and last touched it.

    `record` is the canonical JSON of all fields; NULL: the subject ceased, and its name is never
    used again. `first_seq` and `first_pos` are the event, and the place in it, by which the subject
    came into its present being: they keep the order of first appearance.
    """
    keys, listed = KINDS[kind].columns, LISTED.get(kind)
    return Table(
        TABLE_NAMES[kind],
        metadata,
        Column("stream", Text, nullable=False),
        *(Column(name, Text, nullable=False) for name in keys),
        *([] if listed is None else [Column(listed, Text)]),
        Column("record", Text),
        Column("first_seq", Integer, nullable=False),
        Column("first_pos", Integer, nullable=False),
        Column("last_seq", Integer, nullable=False),
        Column("last_at", Text, nullable=False),
        Column("last_actor", Text, nullable=False),
        PrimaryKeyConstraint("stream", *keys, name=f"{TABLE_NAMES[kind]}_pk"),
        CheckConstraint("first_seq <= last_seq", name=f"{TABLE_NAMES[kind]}_seq_order"),
    )


projection: Mapping[SubjectKind, Table] = {kind: _projection(kind) for kind in SubjectKind}
"""The present state of every stream, one table for each kind of subject."""

Index("story_slug_once", projection[SubjectKind.STORY].c.slug, unique=True)

place = Table(
    "place",
    metadata,
    Column("reviewer", Text, nullable=False),
    Column("stream", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("at", Text, nullable=False),
    PrimaryKeyConstraint("reviewer", "stream", name="place_pk"),
)
"""Where each reviewer is in each story; no event, and overwritten."""

printed = Table(
    "printed",
    metadata,
    Column("stream", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("hash", Text, nullable=False),
    Column("report_digest", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("at", Text, nullable=False),
    PrimaryKeyConstraint("stream", "seq", "report_digest", "format", name="printed_pk"),
)
"""The heads that reports printed: a record that no longer has them was changed."""

content = Table(
    "content",
    metadata,
    Column("digest", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    PrimaryKeyConstraint("digest", name="content_pk"),
)
"""Texts and source documents by their SHA-256, on PostgreSQL only: SQLite has a folder for them."""

alembic_version = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""The revision of the schema, as Alembic keeps it."""
