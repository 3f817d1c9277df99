"""Writing a file that leaves the desk: the path is asked for, and what became of it is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from verifier.tui.aside import ask_aside, draft_of

if TYPE_CHECKING:
    from verifier.desk.session import OpenStory, Session
    from verifier.tui.screens.review import ReviewScreen
    from verifier.tui.writer import Question

    Write = Callable[[Session, OpenStory, Path], int]
    """What writes a file: it gives its size in bytes, and raises VerifierError."""

ABOUT = "written"


class Written(NamedTuple):
    """A file that was written; `size` counts bytes, `replaced` whether there was one before."""

    path: str
    size: int
    replaced: bool
    purpose: str


def ask_path(screen: ReviewScreen, purpose: str, heading: str, name: str, write: Write) -> None:
    """Ask where to write a file, `name` in the folder the program was started in if not changed."""
    from verifier.tui.widgets.dialogs import Asked

    asked = Asked(
        f"write {purpose}",
        heading,
        "The file; its ending says the format. One that is there is replaced as a whole.",
        str(Path.cwd() / name),
    )
    ask_aside(screen, asked, lambda text: screen.writer.ask(ABOUT, _writing(text, purpose, write)))


def tell(screen: ReviewScreen, found: object, words: str) -> None:
    """Say where a file was written, or why it was not."""
    if not isinstance(found, Written):
        screen.say(words, "fault")
        return
    screen.drafts.pop(draft_of(f"write {found.purpose}"), None)
    did = "Replaced" if found.replaced else "Wrote"
    path = Path(found.path)
    screen.say(f"{did} {path.name} ({found.size:,} bytes) in {path.parent}", "good")


def _writing(text: str, purpose: str, write: Write) -> Question:
    def run(session: Session, story: OpenStory) -> Written:
        from verifier.desk.names import typed_text
        from verifier.model.errors import BadInput

        words = typed_text(text, "path", 4_000)
        if "\0" in words:
            raise BadInput("A path holds no zero byte; type it again.")
        path = Path(words).expanduser()
        if path.is_dir():
            raise BadInput(f"{path} is a folder; add the name of the file.")
        replaced = path.exists()
        size = write(session, story, path)
        return Written(str(path.absolute()), size, replaced, purpose)

    return run
