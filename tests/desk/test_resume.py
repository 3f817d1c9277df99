"""Where a reviewer is: found again, with or without the database."""

import json
import subprocess
import sys
from pathlib import Path

from story_at_hand import a_story, claim_with

from verifier.desk.places import _resume_path, load_place, load_resume, save_place, save_resume
from verifier.desk.session import Session, open_session
from verifier.desk.stories import open_story
from verifier.model.place import Draft, Place


def test_a_place_is_found_again_with_its_half_typed_text(session: Session) -> None:
    story = a_story(session)
    claim = claim_with(story, "pumps").label
    place = Place(claim, "mayor", "open", 3, 7, Draft("note", claim, "half a sen"))
    save_place(session, story, place)
    session.close()
    with open_session(None, "anna") as tomorrow:
        assert load_place(tomorrow, open_story(tomorrow, ".")) == place


def test_each_reviewer_has_a_place_of_their_own(session: Session) -> None:
    story = a_story(session)
    save_place(session, story, Place(filter="open"))
    with open_session(None, "ben") as other:
        assert load_place(other, open_story(other, story.story.slug)) == Place()


def test_a_place_is_no_event(session: Session) -> None:
    story = a_story(session)
    before = session.store.head(story.state.stream)
    save_place(session, story, Place(filter="open"))
    assert session.store.head(story.state.stream) == before


def test_the_resume_record_gives_the_same_story(session: Session) -> None:
    story = a_story(session)
    save_resume(session, story, Place(filter="open"))
    resume = load_resume(None, "anna", None)
    assert resume is not None
    assert resume.story == story
    assert resume.place == Place(filter="open")
    assert resume.head == story.state.head


def test_the_resume_record_is_for_its_owner_only(session: Session, home: Path) -> None:
    save_resume(session, a_story(session), Place())
    (record,) = (home / "cache" / "resume").iterdir()
    assert record.stat().st_mode & 0o777 == 0o600


def test_a_resume_record_of_another_story_or_reviewer_is_none(session: Session) -> None:
    story = a_story(session)
    save_resume(session, story, Place())
    assert load_resume(None, "anna", story.story.slug[:5]) is not None
    assert load_resume(None, "anna", "another-story") is None
    assert load_resume(None, "ben", None) is None


def test_a_damaged_resume_record_is_none(session: Session, home: Path) -> None:
    save_resume(session, a_story(session), Place())
    (record,) = (home / "cache" / "resume").iterdir()
    whole = json.loads(record.read_text())
    for damage in (
        "",
        "{",
        "[]",
        "{}",
        json.dumps({**whole, "format": 99}),
        json.dumps({**whole, "state": {}}),
        json.dumps({**whole, "place": {"x": 1}}),
    ):
        record.write_text(damage)
        assert load_resume(None, "anna", None) is None


def test_reading_the_resume_record_loads_no_database_library(session: Session) -> None:
    save_resume(session, a_story(session), Place())
    code = (
        "import sys; from verifier.desk.places import load_resume; "
        "assert load_resume(None, 'anna', None) is not None; "
        "sys.exit('sqlalchemy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_password_takes_no_part_in_the_name_of_the_resume_record(
    postgres_url: str, home: Path
) -> None:
    with open_session(postgres_url, "anna") as session:
        save_resume(session, a_story(session), Place())
    host = "postgresql://{}db.example.org/desk?sslmode=require"
    names = {_resume_path(host.format(user), "anna") for user in ("u:one@", "u:two@", "u@")}
    assert len(names) == 1
    assert load_resume(postgres_url, "anna", None) is not None
