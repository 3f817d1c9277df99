"""Several programs at once: names that the program chooses itself are never a reason to refuse."""

import subprocess
import sys
from pathlib import Path

from story_at_hand import STORY

from verifier.desk.library import evidence_list
from verifier.desk.session import Session, open_session
from verifier.desk.stories import import_story, story_list
from verifier.reading import read_bytes

AT_ONCE = 5


def run_at_once(commands: list[list[str]]) -> list[str]:
    """Run `verifier` with each list of arguments, all at once; what failed says why."""
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "verifier", *arguments],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for arguments in commands
    ]
    said = [(program, program.communicate()[1]) for program in running]
    return [words for program, words in said if program.returncode != 0]


def test_documents_added_at_once_get_a_label_each(session: Session, tmp_path: Path) -> None:
    files = [tmp_path / f"{n}.txt" for n in range(AT_ONCE)]
    for n, file in enumerate(files):
        file.write_text(f"Page {n} of the log.")
    failed = run_at_once([["evidence", "add", str(file), "--source", "isw"] for file in files])
    assert failed == []
    labels = [item.label for item in evidence_list(session)]
    assert labels == [f"E{n:02d}" for n in range(1, AT_ONCE + 1)]


def test_stories_imported_at_once_get_a_slug_each(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "flood.txt"
    file.write_text(STORY, encoding="utf-8")
    assert run_at_once([["import", str(file)]] * AT_ONCE) == []
    assert len({row.slug for row in story_list(session)}) == AT_ONCE


def test_two_sessions_import_in_turn_from_what_they_read_before(session: Session) -> None:
    document = read_bytes(STORY.encode(), "flood.txt")
    with open_session(None, "ben") as other:
        first = import_story(session, document).story.story.slug
        second = import_story(other, document).story.story.slug
    assert second == f"{first}-2"
