"""The registry as a sheet (CSV), so that a newsroom keeps one list of sources."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeVar

from verifier.desk.lookup import names_of
from verifier.desk.names import slug_of, typed_text
from verifier.desk.registry import LONGEST_NAME, refuse_parent_loop, write_to_library
from verifier.desk.session import Session, load_library
from verifier.model.errors import BadInput, Refused
from verifier.model.event import Act, EventKind, Subject, SubjectKind
from verifier.model.scales import Reliability, SourceKind
from verifier.model.source import Source
from verifier.model.state import Change
from verifier.model.story import Slug
from verifier.record.fold import change_of

COLUMNS = (
    "slug", "name", "aliases", "kind", "party", "owner", "parent", "reliability", "reason",
    "access", "record", "interest", "confidential",
)  # fmt: skip
"""The columns of the sheet, in the order in which they are written."""

BETWEEN = " | "
"""What stands between two aliases in one cell."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
"""What a spreadsheet may take for the beginning of a formula, and the quote that prevents it."""

LARGEST_SHEET = 20_000
"""Rows that a sheet may have at most."""

T = TypeVar("T", bound=Enum)


@dataclass(frozen=True)
class Sheet:
    """What an import did: sources that are new, changed, and as they were; `change` None for none.

    `sources` are all of the sheet as the registry has them now.
    """

    added: tuple[Slug, ...]
    changed: tuple[Slug, ...]
    same: tuple[Slug, ...]
    change: Change | None
    sources: tuple[Source, ...]


def export_sources(sources: Iterable[Source]) -> str:
    """The sheet of `sources` as CSV (RFC 4180, UTF-8), without confidential and merged-away ones.

    A cell that a spreadsheet would compute begins with a quote; importing takes it off again.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for source in sources:
        if not source.confidential and source.merged_into is None:
            writer.writerow([_safe(cell) for cell in _cells(source)])
    return out.getvalue()


def import_sources(session: Session, text: str) -> Sheet:
    """Take over the sources of a sheet: new ones are added, known ones (by slug) are changed.

    A column that is missing leaves what is known; an empty cell empties the field. All rows are
    checked first and recorded as one act: where one is wrong, nothing is changed. Raises BadInput
    that names the column or the line, Refused for names that mean another source already.
    """
    library = load_library(session)
    rows = _rows(text)
    known: dict[Slug, Source] = dict(library.sources)
    wanted: dict[Slug, Source] = {}
    for line, row in rows:
        source = _source(row, line, known)
        if source.slug in wanted:
            raise BadInput(f"Line {line}: the slug {source.slug} stands twice in the sheet.")
        if source.merged_into is not None:
            raise BadInput(
                f"Line {line}: {source.slug} was merged into {source.merged_into}; give that one."
            )
        wanted[source.slug] = known[source.slug] = source
    _check_whole(wanted, known)
    pairs = [
        (slug, change_of(library, Subject(SubjectKind.SOURCE, (slug,)), source))
        for slug, source in wanted.items()
    ]
    changes = tuple(change for _, change in pairs if change is not None)
    new = tuple(slug for slug in wanted if slug not in library.sources)
    kind = EventKind.SOURCES_ADDED if len(new) == len(changes) else EventKind.SOURCE_EDITED
    change = write_to_library(session, library, Act(kind, changes)) if changes else None
    touched = {slug for slug, found in pairs if found is not None}
    return Sheet(
        added=new,
        changed=tuple(slug for slug in wanted if slug in touched and slug not in new),
        same=tuple(slug for slug in wanted if slug not in touched),
        change=change,
        sources=tuple(wanted.values()),
    )


def _cells(source: Source) -> list[str]:
    """One row of the sheet."""
    return [
        source.slug,
        source.name,
        BETWEEN.join(alias.replace("\\", "\\\\").replace("|", "\\|") for alias in source.aliases),
        source.kind.value,
        source.party or "",
        source.owner or "",
        source.parent or "",
        source.reliability.value if source.reliability else "",
        source.reliability_reason or "",
        source.access or "",
        source.record or "",
        source.interest or "",
        "yes" if source.confidential else "no",
    ]


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def _rows(text: str) -> list[tuple[int, dict[str, str]]]:
    """The rows of a sheet with their line numbers; raises BadInput for what is no such sheet."""
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        header = next(reader, [])
        columns = [name.strip().casefold() for name in header]
        _refuse_columns(columns)
        rows = []
        for cells in reader:
            if not any(cells):
                continue
            if len(cells) != len(columns):
                raise BadInput(
                    f"Line {reader.line_num} has {len(cells)} cells where the sheet has "
                    f"{len(columns)} columns; nothing was changed."
                )
            found = (typed_text(_bare(cell.strip()), "cell") for cell in cells)
            rows.append((reader.line_num, dict(zip(columns, found, strict=True))))
            if len(rows) > LARGEST_SHEET:
                raise BadInput(f"The sheet has more than {LARGEST_SHEET} rows; import it in parts.")
    except csv.Error as error:
        raise BadInput(
            f"The sheet is no CSV from line {reader.line_num} on ({error}); nothing was changed."
        ) from error
    return rows


def _refuse_columns(columns: list[str]) -> None:
    """Raise BadInput for columns that are other than those of the sheet."""
    listed = ", ".join(COLUMNS)
    other = [name for name in columns if name not in COLUMNS]
    if other:
        raise BadInput(
            f"The sheet has a column “{other[0]}” that a list of sources has not; nothing was "
            f"changed. The columns are: {listed}."
        )
    twice = [name for name in columns if columns.count(name) > 1]
    missing = [name for name in ("name", "kind") if name not in columns]
    if twice or missing:
        what = f"column {twice[0]} twice" if twice else f"no column {missing[0]}"
        raise BadInput(f"The sheet has {what}; nothing was changed. The columns are: {listed}.")


def _source(row: Mapping[str, str], line: int, known: Mapping[Slug, Source]) -> Source:
    """The source of one row: what is known of it with the row's cells over it."""
    name = row["name"]
    if not name:
        raise BadInput(f"Line {line}: the source has no name; nothing was changed.")
    slug = Slug(row.get("slug") or slug_of(name, known, "source"))
    if slug not in known and slug_of(slug, known, "source") != slug:
        raise BadInput(f"Line {line}: {slug} cannot be a slug; nothing was changed.")
    kind = _one_of(SourceKind, row["kind"], line, "kind")
    assert kind is not None
    old = known.get(slug) or Source(slug, name, kind)

    def cell(column: str, value: str | None) -> str | None:
        """The cell of a column, or what was known where the sheet has no such column."""
        return (row[column] or None) if column in row else value

    letter = cell("reliability", old.reliability)
    parent = cell("parent", old.parent)
    return replace(
        old,
        name=name,
        kind=kind,
        aliases=_aliases(row["aliases"]) if "aliases" in row else old.aliases,
        party=cell("party", old.party),
        owner=cell("owner", old.owner),
        parent=Slug(parent) if parent else None,
        reliability=_one_of(Reliability, letter, line, "reliability") if letter else None,
        reliability_reason=cell("reason", old.reliability_reason),
        access=cell("access", old.access),
        record=cell("record", old.record),
        interest=cell("interest", old.interest),
        confidential=_is_yes(row["confidential"], line)
        if "confidential" in row
        else old.confidential,
    )


def _one_of(scale: type[T], word: str, line: int, column: str) -> T:
    """The value of a scale; raises BadInput that lists the words."""
    values = {str(item.value): item for item in scale}
    found = values.get(word) or values.get(word.upper()) or values.get(word.casefold())
    if found is None:
        raise BadInput(
            f"Line {line}: “{word}” is no {column}; nothing was changed. Choose one of: "
            f"{', '.join(values)}."
        )
    return found


def _is_yes(word: str, line: int) -> bool:
    if word.casefold() not in ("yes", "no", "true", "false", "1", "0", ""):
        raise BadInput(f"Line {line}: confidential is yes or no, not “{word}”.")
    return word.casefold() in ("yes", "true", "1")


def _aliases(cell: str) -> tuple[str, ...]:
    r"""The aliases of a cell, parted by |; one that a name holds is written \|."""
    names: list[str] = []
    name, is_escaped = "", False
    for char in cell:
        if is_escaped or char not in "\\|":
            name, is_escaped = name + char, False
        elif char == "\\":
            is_escaped = True
        else:
            names, name = [*names, name], ""
    found = (each.strip()[:LONGEST_NAME] for each in (*names, name))
    return tuple(dict.fromkeys(each for each in found if each))


def _check_whole(wanted: Mapping[Slug, Source], known: Mapping[Slug, Source]) -> None:
    """Raise where a name of the sheet means two sources, or a parent is missing or its own child.

    Both are looked at in the registry as it would be.
    """
    owners: dict[str, Slug] = {}
    for source in known.values():
        if source.merged_into is None:
            for name in names_of(source):
                other = owners.setdefault(name, source.slug)
                if other != source.slug and {other, source.slug} & wanted.keys():
                    raise Refused(
                        f"{name} would mean two sources, {other} and {source.slug}; nothing was "
                        "changed."
                    )
    for slug, source in wanted.items():
        if source.parent is not None:
            if source.parent not in known:
                raise BadInput(
                    f"{slug}: its parent {source.parent} is no source; nothing was changed."
                )
            refuse_parent_loop(known, slug, source.parent)
