"""The newsroom's own file of sources."""

from pathlib import Path

import pytest
from story_at_hand import REPORT, a_report, a_story

from verifier.desk.library import EvidenceDetails, add_evidence
from verifier.desk.newsroom import SOURCES_FILE, known_here
from verifier.desk.rereading import reread
from verifier.desk.session import Session
from verifier.model.errors import BadInput
from verifier.model.scales import SourceKind
from verifier.reading import read_bytes

FIRE_SERVICE = """\
[[source]]
slug = "fire-service"
name = "Lowmarsh Fire and Rescue"
kind = "document"
party = "Lowmarsh"
aliases = ["County Fire Service", "소방서"]
"""


def configure(home: Path, written: str) -> Path:
    """The file of sources in the configuration folder."""
    file = home / "configuration" / SOURCES_FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(written, encoding="utf-8")
    return file


def test_without_a_file_the_programs_own_sources_are_known(home: Path) -> None:
    assert len(known_here()) >= 100


def test_a_story_speaks_through_the_newsrooms_sources(home: Path, session: Session) -> None:
    configure(home, FIRE_SERVICE)
    found = a_story(session).sources
    assert {(s.name, s.kind, s.party) for s in found.values()} >= {
        ("Lowmarsh Fire and Rescue", SourceKind.DOCUMENT, "Lowmarsh")
    }


def test_evidence_belongs_to_a_source_that_only_the_newsroom_knows(
    home: Path, session: Session
) -> None:
    configure(home, FIRE_SERVICE)
    assert a_report(session, "소방서").item.source == "fire-service"


def test_a_source_that_the_registry_has_stays_what_it_is_there(
    home: Path, session: Session
) -> None:
    story = a_story(session)
    configure(home, FIRE_SERVICE)
    assert reread(session, story).is_same


def test_a_broken_file_stops_the_import_and_is_named(home: Path, session: Session) -> None:
    file = configure(home, FIRE_SERVICE.replace("document", "hearsay"))
    with pytest.raises(BadInput, match=r"entry 1 \(fire-service\): “hearsay”") as caught:
        a_story(session)
    assert str(file) in str(caught.value)


def test_a_file_that_is_no_text_is_named(home: Path, session: Session) -> None:
    file = configure(home, "")
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadInput, match="UTF-8") as caught:
        add_evidence(session, read_bytes(REPORT.encode(), "log.txt"), "x", EvidenceDetails())
    assert str(file) in str(caught.value)
