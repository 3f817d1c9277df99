"""The first tables: events, the projection of the present state, places, printed reports, bytes.

Revision ID: verifier0001
Revises:
"""

import sqlalchemy as sa
from alembic import op

revision = "verifier0001"
down_revision = None
branch_labels = None
depends_on = None

APPEND_ONLY = "the record of decisions is append-only"


def upgrade() -> None:
    _event()
    _projection("claim", ["label"], listed="state")
    _projection("evidence", ["label"])
    _projection("note", ["claim", "reviewer"])
    _projection("source", ["slug"])
    _projection("stance", ["claim", "aspect", "source", "reviewer"])
    _projection("story", ["name"], listed="slug")
    _projection("story_version", ["n"])
    _projection("verdict", ["claim", "aspect", "reviewer"], listed="code")
    op.create_index("story_slug_once", "story", ["slug"], unique=True)
    _beside_the_record()
    if op.get_bind().dialect.name == "postgresql":
        _on_postgresql()
    else:
        _on_sqlite()


def downgrade() -> None:
    raise NotImplementedError("there is nothing before the first tables")


def _text(name: str, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _event() -> None:
    op.create_table(
        "event",
        _text("stream"),
        _number("seq"),
        _text("event_id"),
        _text("kind"),
        _text("actor"),
        _text("os_user"),
        _text("host"),
        _text("at"),
        _text("undoes", nullable=True),
        _text("payload"),
        _text("prev_hash"),
        _text("hash"),
        sa.PrimaryKeyConstraint("stream", "seq", name="event_pk"),
        sa.UniqueConstraint("event_id", name="event_id_once"),
        sa.UniqueConstraint("undoes", name="event_undone_once"),
        sa.UniqueConstraint("hash", name="event_hash_once"),
        sa.UniqueConstraint("stream", "prev_hash", name="event_never_forks"),
        sa.CheckConstraint("seq >= 1", name="event_seq_from_one"),
        sa.CheckConstraint("length(hash) = 64", name="event_hash_is_sha256"),
        sa.CheckConstraint("length(prev_hash) = 64", name="event_prev_hash_is_sha256"),
    )
    op.create_index("event_of_actor", "event", ["stream", "actor", "seq"])


def _projection(name: str, keys: list[str], listed: str | None = None) -> None:
    op.create_table(
        name,
        _text("stream"),
        *(_text(key) for key in keys),
        *([] if listed is None else [_text(listed, nullable=True)]),
        _text("record", nullable=True),
        _number("first_seq"),
        _number("first_pos"),
        _number("last_seq"),
        _text("last_at"),
        _text("last_actor"),
        sa.PrimaryKeyConstraint("stream", *keys, name=f"{name}_pk"),
        sa.CheckConstraint("first_seq <= last_seq", name=f"{name}_seq_order"),
    )


def _beside_the_record() -> None:
    op.create_table(
        "place",
        _text("reviewer"),
        _text("stream"),
        _text("place"),
        _text("at"),
        sa.PrimaryKeyConstraint("reviewer", "stream", name="place_pk"),
    )
    op.create_table(
        "printed",
        _text("stream"),
        _number("seq"),
        _text("hash"),
        _text("report_digest"),
        _text("format"),
        _text("at"),
        sa.PrimaryKeyConstraint("stream", "seq", "report_digest", "format", name="printed_pk"),
    )


def _on_sqlite() -> None:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END"
    op.execute(f"CREATE TRIGGER event_is_never_updated BEFORE UPDATE ON event {refuse}")
    op.execute(f"CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event {refuse}")
    op.execute(
        "CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON event "
        "WHEN EXISTS (SELECT 1 FROM event WHERE (stream = NEW.stream AND seq >= NEW.seq) "
        "OR event_id = NEW.event_id OR hash = NEW.hash OR undoes = NEW.undoes) "
        f"{refuse}"
    )


def _on_postgresql() -> None:
    op.create_table(
        "content",
        _text("digest"),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="content_pk"),
    )
    op.execute(
        "CREATE FUNCTION event_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{APPEND_ONLY}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER event_is_never_changed BEFORE UPDATE OR DELETE ON event "
        "FOR EACH ROW EXECUTE FUNCTION event_is_append_only()"
    )
    op.execute(
        "CREATE TRIGGER event_is_never_truncated BEFORE TRUNCATE ON event "
        "FOR EACH STATEMENT EXECUTE FUNCTION event_is_append_only()"
    )
    op.execute("REVOKE UPDATE, DELETE, TRUNCATE ON event FROM PUBLIC, CURRENT_USER")
