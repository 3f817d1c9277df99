"""A table for what takes long to work out of kept texts; it is filled when it is needed.

Revision ID: verifier0004
Revises: verifier0003
"""

import sqlalchemy as sa
from alembic import op

revision = "verifier0004"
down_revision = "verifier0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "worked_out",
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("rules", sa.Text, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("kind", "sha256", name="worked_out_pk"),
    )


def downgrade() -> None:
    op.drop_table("worked_out")
