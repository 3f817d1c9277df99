"""What takes long to work out of kept texts, remembered beside the search index.

Each entry depends on one text and on rules alone, so that it can be made again at any time; an
entry of older rules counts as missing.
"""

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, select, text

from verifier.model.text import Digest
from verifier.model.worked_out import WorkedOut
from verifier.store.index_tables import worked_out

_KEEP = text(
    "INSERT INTO worked_out (kind, sha256, rules, data) VALUES (:kind, :sha256, :rules, :data) "
    "ON CONFLICT (kind, sha256) DO UPDATE SET rules = excluded.rules, data = excluded.data"
)
_AT_ONCE = 500


def recall(
    connection: Connection, kind: WorkedOut, rules: str, digests: Collection[Digest]
) -> dict[Digest, bytes]:
    """What is remembered of the texts with these digests, worked out by these rules."""
    table = worked_out.c
    wanted = sorted(digests)
    found: dict[Digest, bytes] = {}
    for at in range(0, len(wanted), _AT_ONCE):
        some = table.sha256.in_(wanted[at : at + _AT_ONCE])
        query = select(table.sha256, table.data).where(table.kind == kind.value, some)
        rows = connection.execute(query.where(table.rules == rules))
        found.update((Digest(row.sha256), bytes(row.data)) for row in rows)
    return found


def remember(
    connection: Connection, kind: WorkedOut, rules: str, results: Mapping[Digest, bytes]
) -> None:
    """Keep what was worked out of these texts, in the place of what was kept before."""
    rows = [
        {"kind": kind.value, "sha256": digest, "rules": rules, "data": data}
        for digest, data in sorted(results.items())
    ]
    if rows:
        connection.execute(_KEEP, rows)
