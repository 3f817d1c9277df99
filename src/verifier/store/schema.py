"""The schema of a fresh database, as statements; its revision, and its marks in a SQLite file.

A fresh database is made from these without importing Alembic (300 ms); a test pins that they equal
what the scripts in `migrations/` make.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Dialect
from sqlalchemy.schema import CreateIndex, CreateTable

from verifier.store.index_tables import metadata
from verifier.store.tables import alembic_version, content

HEAD = "verifier0004"
"""The revision this program writes: that of the newest script in `migrations/`."""

USER_VERSION = 4
"""The number of HEAD, kept in the SQLite file's `user_version`."""

APPLICATION_ID = 0x56465944
"""What marks a SQLite file as ours: `VFYD` in its header."""

APPEND_ONLY = "the record of decisions is append-only"

SQLITE_TRIGGERS = (
    f"CREATE TRIGGER event_is_never_updated BEFORE UPDATE ON event "
    f"BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END",
    f"CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event "
    f"BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END",
    # INSERT OR REPLACE deletes without firing the trigger above.
    f"CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON event "
    f"WHEN EXISTS (SELECT 1 FROM event WHERE (stream = NEW.stream AND seq >= NEW.seq) "
    f"OR event_id = NEW.event_id OR hash = NEW.hash OR undoes = NEW.undoes) "
    f"BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END",
)

POSTGRES_TRIGGERS = (
    f"CREATE FUNCTION event_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{APPEND_ONLY}'; END $$",
    "CREATE TRIGGER event_is_never_changed BEFORE UPDATE OR DELETE ON event "
    "FOR EACH ROW EXECUTE FUNCTION event_is_append_only()",
    "CREATE TRIGGER event_is_never_truncated BEFORE TRUNCATE ON event "
    "FOR EACH STATEMENT EXECUTE FUNCTION event_is_append_only()",
    "REVOKE UPDATE, DELETE, TRUNCATE ON event FROM PUBLIC, CURRENT_USER",
)


def tables_on(backend: str) -> tuple[Table, ...]:
    """The tables of a backend (`sqlite` or `postgresql`), the revision's own last."""
    ours = [table for table in metadata.sorted_tables if table is not alembic_version]
    if backend == "sqlite":
        ours.remove(content)
    return (*ours, alembic_version)


_DIALECTS: Mapping[str, Callable[[], Dialect]] = {
    "sqlite": sqlite.dialect,
    "postgresql": postgresql.dialect,
}


@cache
def statements(backend: str) -> tuple[str, ...]:
    """The statements that make a fresh database of revision HEAD on `sqlite` or `postgresql`."""
    dialect: Dialect = _DIALECTS[backend]()
    triggers = SQLITE_TRIGGERS if backend == "sqlite" else POSTGRES_TRIGGERS
    made: list[str] = []
    for table in tables_on(backend):
        made.append(str(CreateTable(table).compile(dialect=dialect)))
        indices = sorted(table.indexes, key=lambda index: str(index.name))
        made += [str(CreateIndex(index).compile(dialect=dialect)) for index in indices]
    return (*made, *triggers, f"INSERT INTO alembic_version (version_num) VALUES ('{HEAD}')")


def sqlite_objects() -> Mapping[str, str]:
    """The name and the statement of each table, index and trigger of a SQLite database at HEAD."""
    pattern = re.compile(r"CREATE (?:UNIQUE )?(?:TABLE|INDEX|TRIGGER) (\w+)")
    made = [plain(text) for text in statements("sqlite")]
    return {found[1]: text for text in made if (found := pattern.match(text)) is not None}


def differences(found: Iterable[tuple[str, str | None]]) -> tuple[dict[str, str], tuple[str, ...]]:
    """What (name, sql) rows of a SQLite schema have too much or changed, and what they lack.

    The first maps the name of each foreign or altered object to what is wrong with it.
    """
    expected = sqlite_objects()
    there = {name: plain(sql) for name, sql in found if sql is not None}
    wrong = {
        name: "is not part of it" if name not in expected else "is not as it was made"
        for name, sql in there.items()
        if expected.get(name) != sql and not name.startswith("sqlite_stat")
    }
    return wrong, tuple(name for name in expected if name not in there)


def plain(sql: str) -> str:
    """A statement with its white space reduced and its names bare, for comparison.

    >>> plain('CREATE TABLE "a" ( b TEXT,  c TEXT )')
    'CREATE TABLE a(b TEXT,c TEXT)'
    """
    return re.sub(r"\s*([(),])\s*", r"\1", " ".join(sql.replace('"', "").split()))
