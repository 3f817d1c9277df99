"""The tables of the search index: passages, and for each term the passages that hold it.

The index is derived: it can be made again from the records and the kept texts at any time, so the
audit leaves it alone. Both databases hold the same rows and give the same results.
"""

from enum import IntEnum

from sqlalchemy import Column, Integer, LargeBinary, PrimaryKeyConstraint, Table, Text

# With the tables below in it: who needs all tables takes it from here.
from verifier.store.tables import metadata as metadata


class Shelf(IntEnum):
    """What is indexed apart: its passages are counted, numbered and found by themselves."""

    EVIDENCE = 0
    CLAIMS = 1

    @property
    def first(self) -> int:
        """The number of the shelf's first passage."""
        return self.value << 30


_TERM = Text().with_variant(Text(collation="C"), "postgresql")

indexed_state = Table(
    "indexed_state",
    metadata,
    Column("shelf", Integer, nullable=False, autoincrement=False),
    Column("rules", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    PrimaryKeyConstraint("shelf", name="indexed_state_pk"),
)
"""By which rules a shelf was indexed, and up to which entry of the record."""

indexed_item = Table(
    "indexed_item",
    metadata,
    Column("shelf", Integer, nullable=False),
    Column("item", Text, nullable=False),
    Column("mark", Text, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    PrimaryKeyConstraint("shelf", "item", name="indexed_item_pk"),
)
"""What is indexed: an item (an evidence label, a story's stream), the mark of the text that was
read (its digest), and the numbers of its passages, which follow each other."""

indexed_passage = Table(
    "indexed_passage",
    metadata,
    Column("id", Integer, nullable=False, autoincrement=False),
    Column("item", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("id", name="indexed_passage_pk"),
)
"""The passages, with their place in the item's text."""

posting_run = Table(
    "posting_run",
    metadata,
    Column("id", Integer, nullable=False, autoincrement=False),
    Column("shelf", Integer, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("passages", Integer, nullable=False),
    Column("terms", Integer, nullable=False),
    PrimaryKeyConstraint("id", name="posting_run_pk"),
)
"""Runs of passages that were indexed together, none across a multiple of 65,536."""

posting = Table(
    "posting",
    metadata,
    Column("run", Integer, nullable=False),
    Column("term", _TERM, nullable=False),
    Column("places", LargeBinary, nullable=False),
    PrimaryKeyConstraint("run", "term", name="posting_pk"),
    sqlite_with_rowid=False,
)
"""For each run and term the passages that hold it: the low 16 bits of their numbers, ascending,
two bytes each, the lesser first."""

worked_out = Table(
    "worked_out",
    metadata,
    Column("kind", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("rules", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    PrimaryKeyConstraint("kind", "sha256", name="worked_out_pk"),
)
"""What takes long to work out of a kept text (its shingles, the meanings of its passages), under
the text's digest: the kind, the rules by which it was worked out, and the result."""
