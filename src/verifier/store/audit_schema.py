"""The audit of the database file itself and of its schema."""

from collections.abc import Iterator

from sqlalchemy import Connection, inspect, text

from verifier.store.findings import Finding
from verifier.store.schema import (
    APPEND_ONLY,
    APPLICATION_ID,
    HEAD,
    USER_VERSION,
    differences,
    tables_on,
)

_SERVER_TRIGGERS = {"event_is_never_changed", "event_is_never_truncated"}


def audit_file(connection: Connection) -> Iterator[Finding]:
    """Findings on a SQLite file: integrity_check, its marks, and its schema against a fresh one."""
    for (verdict,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if verdict != "ok":
            yield Finding("database file", str(verdict))
    marks = {"application_id": APPLICATION_ID, "user_version": USER_VERSION}
    for name, value in marks.items():
        if connection.exec_driver_sql(f"PRAGMA {name}").scalar() != value:
            yield Finding("database file", f"its {name} was changed")
    schema = connection.exec_driver_sql("SELECT name, sql FROM sqlite_schema").all()
    wrong, missing = differences((row.name, row.sql) for row in schema)
    yield from (Finding(f"schema, {name}", what) for name, what in sorted(wrong.items()))
    yield from (Finding(f"schema, {name}", "it is missing") for name in missing)
    yield from _revision(connection)


def audit_server(connection: Connection) -> Iterator[Finding]:
    """Findings on the tables, indices, columns and triggers of a PostgreSQL schema."""
    looked = inspect(connection)
    there = set(looked.get_table_names())
    for table in tables_on("postgresql"):
        if table.name not in there:
            yield Finding(f"schema, {table.name}", "it is missing")
            continue
        columns = {str(column["name"]) for column in looked.get_columns(table.name)}
        if columns != {column.name for column in table.columns}:
            yield Finding(f"schema, {table.name}", "its columns are not as they were made")
        indices = {str(index["name"]) for index in looked.get_indexes(table.name)}
        for index in table.indexes:
            if index.name not in indices:
                yield Finding(f"schema, {index.name}", "it is missing")
    yield from _server_triggers(connection)
    yield from _revision(connection)


def _server_triggers(connection: Connection) -> Iterator[Finding]:
    query = text(
        "SELECT tgname, tgenabled::text, prosrc "
        "FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid "
        "WHERE tgrelid = to_regclass('event') AND NOT tgisinternal"
    )
    found = {row.tgname: row for row in connection.execute(query)}
    for name in sorted(_SERVER_TRIGGERS | found.keys()):
        row = found.get(name)
        if row is None:
            yield Finding(f"schema, {name}", "it is missing")
        elif name not in _SERVER_TRIGGERS:
            yield Finding(f"schema, {name}", "is not part of it")
        elif row.tgenabled != "O" or row.prosrc != f" BEGIN RAISE EXCEPTION '{APPEND_ONLY}'; END ":
            yield Finding(f"schema, {name}", "is not as it was made")


def _revision(connection: Connection) -> Iterator[Finding]:
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
    if list(found) != [HEAD]:
        yield Finding("schema, alembic_version", "its revision was changed")
