"""The registry as a sheet: out, and in again, whole or not at all."""

import csv
import io

import pytest

from verifier.desk.history import undo_in
from verifier.desk.registry import SourceEdit, add_source, edit_source, rate_source, source_list
from verifier.desk.session import Session, open_session
from verifier.desk.source_sheet import COLUMNS, export_sources, import_sources
from verifier.model.errors import BadInput, Refused
from verifier.model.event import DESK
from verifier.model.scales import Reliability, SourceKind
from verifier.store import open_store


def filled(session: Session) -> None:
    """A registry in which every column says something."""
    add_source(session, "Marsh Press", kind=SourceKind.MEDIA)
    add_source(
        session, "Lowmarsh | Gazette", kind=SourceKind.MEDIA, aliases=["Gazette", "a|b", "c\\d"]
    )
    edit_source(
        session,
        "lowmarsh-gazette",
        SourceEdit(party="Lowmarsh", parent="marsh-press", interest="sells, “daily”\nto the town"),
    )
    rate_source(session, "lowmarsh-gazette", Reliability.C, "=1+1")


def test_a_sheet_read_again_changes_nothing(session: Session) -> None:
    filled(session)
    before = source_list(session)
    done = import_sources(session, export_sources(before))
    assert done.change is None
    assert len(done.same) == len(before)
    assert source_list(session) == before


def test_a_sheet_fills_an_empty_registry(session: Session, database: str) -> None:
    filled(session)
    sheet = export_sources(source_list(session))
    with open_store(database):
        pass
    with open_session(database, "ben") as other:
        done = import_sources(other, sheet)
        assert len(done.added) == len(source_list(session))
        assert source_list(other) == source_list(session)


def test_a_cell_that_a_spreadsheet_would_compute_is_made_text(session: Session) -> None:
    for n, name in enumerate(("=cmd", "+1", "-2", "@x", "'quoted")):
        add_source(session, name, kind=SourceKind.MEDIA, slug=f"s{n}")
    rows = list(csv.reader(io.StringIO(export_sources(source_list(session)))))
    assert [row[1] for row in rows[1:]] == ["'=cmd", "'+1", "'-2", "'@x", "''quoted"]
    assert import_sources(session, export_sources(source_list(session))).change is None


def test_confidential_and_merged_sources_stay_at_home(session: Session) -> None:
    add_source(session, "Jane Roe", kind=SourceKind.EYEWITNESS)
    edit_source(session, "jane-roe", SourceEdit(confidential=True))
    assert "roe" not in export_sources(source_list(session)).casefold()


def test_a_sheet_changes_what_it_has_and_leaves_the_rest(session: Session) -> None:
    filled(session)
    done = import_sources(session, "slug,name,kind,party\nlowmarsh-gazette,Gazette,media,\n")
    (source,) = done.sources
    assert (source.name, source.party) == ("Gazette", None)
    assert source.reliability is Reliability.C
    assert done.changed == ("lowmarsh-gazette",)


def test_an_import_is_undone_whole(session: Session) -> None:
    filled(session)
    before = source_list(session)
    import_sources(session, "slug,name,kind\nlowmarsh-gazette,G,media\n,Brand New,analyst\n")
    assert len(source_list(session)) == len(before) + 1
    undo_in(session, DESK)
    assert source_list(session) == before


WRONG = {
    "other columns": ("slug,name,kind,colour\nx,X,media,red\n", "column “colour”"),
    "no name column": ("slug,kind\nx,media\n", "no column name"),
    "a column twice": ("name,kind,name\nx,media,y\n", "column name twice"),
    "a kind nobody has": ("name,kind\nGood,media\nX,newspaper\n", "Line 3: “newspaper”"),
    "a letter nobody has": ("name,kind,reliability\nX,media,Z\n", "“Z” is no reliability"),
    "too few cells": ("name,kind,party\nX,media\n", "has 2 cells"),
    "an unknown parent": ("name,kind,parent\nX,media,nobody\n", "parent nobody"),
    "a slug twice": ("slug,name,kind\nx,X,media\nx,Y,media\n", "stands twice"),
    "no slug": ("slug,name,kind\nA B!,X,media\n", "cannot be a slug"),
    "a broken quote": ('name,kind\n"X,media\n', "no CSV"),
    "an empty name": ("name,kind\n,media\n", "no name"),
    "nothing": ("", "no column name"),
}


@pytest.mark.parametrize(("sheet", "says"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_sheet_is_refused_and_changes_nothing(
    session: Session, sheet: str, says: str
) -> None:
    filled(session)
    before = source_list(session)
    with pytest.raises(BadInput, match=says):
        import_sources(session, sheet)
    assert source_list(session) == before


def test_a_name_that_would_mean_two_sources_is_refused(session: Session) -> None:
    filled(session)
    before = source_list(session)
    with pytest.raises(Refused, match="gazette would mean two"):
        import_sources(session, "slug,name,kind,aliases\nother,Other,media,x | Gazette\n")
    assert source_list(session) == before


def test_parents_in_a_circle_are_refused(session: Session) -> None:
    sheet = "slug,name,kind,parent\na,A,media,b\nb,B,media,a\n"
    with pytest.raises(Refused, match="parent"):
        import_sources(session, sheet)


def test_the_columns_are_those_of_the_guide() -> None:
    header = export_sources(()).strip().split(",")
    assert tuple(header) == COLUMNS
