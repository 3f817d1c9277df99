"""`verifier check`: everything that was recorded is there, unchanged, and proves itself.

It reads only, and finds; it never repairs.
"""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, Engine

from verifier.store.audit_beside import audit_bytes, audit_journal, audit_places, audit_printed
from verifier.store.audit_record import Seen, audit_streams
from verifier.store.audit_schema import audit_file, audit_server
from verifier.store.bytes import BytesKept
from verifier.store.engine import reading
from verifier.store.findings import Finding
from verifier.store.journal import Journal


def audit(engine: Engine, journal: Journal | None, kept: BytesKept) -> tuple[Finding, ...]:
    """All findings on a database; none: it is as it was recorded."""
    seen = Seen()
    with reading(engine) as connection:
        lines = _lines_of_this_moment(connection, journal)
        found = list(_findings(connection, lines, seen))
    return (*found, *audit_bytes(kept, seen.digests))


def _findings(
    connection: Connection, lines: Iterable[bytes] | None, seen: Seen
) -> Iterator[Finding]:
    is_file = connection.dialect.name == "sqlite"
    yield from audit_file(connection) if is_file else audit_server(connection)
    yield from audit_streams(connection, seen)
    yield from audit_printed(connection, seen)
    yield from audit_places(connection)
    if lines is not None:
        yield from audit_journal(lines, seen, complete=is_file)


def _lines_of_this_moment(
    connection: Connection, journal: Journal | None
) -> Iterable[bytes] | None:
    """The journal's lines of the moment that the connection reads.

    Who commits holds the journal until its lines are in it: while it is held here, no event is in
    the database without its line, and the connection's first read fixes that moment.
    """
    if journal is None:
        return None
    with journal.held():
        connection.exec_driver_sql("SELECT count(*) FROM alembic_version").scalar()
        size = journal.size()
    return journal.lines(size)
