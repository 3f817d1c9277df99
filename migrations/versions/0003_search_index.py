"""Tables of the search index; it is filled at the first search.

Revision ID: verifier0003
Revises: verifier0002
"""

import sqlalchemy as sa
from alembic import op

revision = "verifier0003"
down_revision = "verifier0002"
branch_labels = None
depends_on = None

TERM = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    _table("indexed_state", ["shelf"], _number("shelf"), _text("rules"), _number("seq"))
    _table(
        "indexed_item",
        ["shelf", "item"],
        _number("shelf"),
        _text("item"),
        _text("mark"),
        _number("first"),
        _number("last"),
    )
    _table(
        "indexed_passage",
        ["id"],
        _number("id"),
        _text("item"),
        _number("start"),
        _number("end"),
        _text("body"),
    )
    names = ["id", "shelf", "first", "last", "passages", "terms"]
    _table("posting_run", ["id"], *(_number(name) for name in names))
    op.create_table(
        "posting",
        _number("run"),
        sa.Column("term", TERM, nullable=False),
        sa.Column("places", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("run", "term", name="posting_pk"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    for name in ("posting", "posting_run", "indexed_passage", "indexed_item", "indexed_state"):
        op.drop_table(name)


def _table(name: str, keys: list[str], *columns: sa.Column[int] | sa.Column[str]) -> None:
    op.create_table(name, *columns, sa.PrimaryKeyConstraint(*keys, name=f"{name}_pk"))


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False, autoincrement=False)
