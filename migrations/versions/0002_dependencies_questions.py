"""Tables for dependencies, questions, searches, sign-offs and parties.

Revision ID: verifier0002
Revises: verifier0001
"""

import sqlalchemy as sa
from alembic import op

revision = "verifier0002"
down_revision = "verifier0001"
branch_labels = None
depends_on = None

KEYS = {
    "dependency": "label",
    "party": "name",
    "question": "label",
    "search": "label",
    "signoff": "reviewer",
}


def upgrade() -> None:
    for name, key in KEYS.items():
        op.create_table(
            name,
            sa.Column("stream", sa.Text, nullable=False),
            sa.Column(key, sa.Text, nullable=False),
            sa.Column("record", sa.Text, nullable=True),
            sa.Column("first_seq", sa.Integer, nullable=False),
            sa.Column("first_pos", sa.Integer, nullable=False),
            sa.Column("last_seq", sa.Integer, nullable=False),
            sa.Column("last_at", sa.Text, nullable=False),
            sa.Column("last_actor", sa.Text, nullable=False),
            sa.PrimaryKeyConstraint("stream", key, name=f"{name}_pk"),
            sa.CheckConstraint("first_seq <= last_seq", name=f"{name}_seq_order"),
        )


def downgrade() -> None:
    raise NotImplementedError("decisions in these tables would be lost; restore a backup instead")
