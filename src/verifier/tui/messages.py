"""What the writer thread tells the screen, each named after what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from verifier.desk.places import Resume
    from verifier.desk.session import Acted, OpenStory
    from verifier.model.place import Place
    from verifier.tui.judging import Judged


class FromWriter(Message):
    """Any of the messages below."""


class Resumed(FromWriter):
    """The resume record was read: enough to paint from before the database is open."""

    def __init__(self, resume: Resume, reviewer: str) -> None:
        super().__init__()
        self.resume = resume
        self.reviewer = reviewer


class Opened(FromWriter):
    """The database is open and the story was read from it."""

    def __init__(
        self, story: OpenStory, place: Place, reviewer: str, remarks: tuple[str, ...]
    ) -> None:
        super().__init__()
        self.story = story
        self.place = place
        self.reviewer = reviewer
        self.remarks = remarks


class NotOpened(FromWriter):
    """The database or the story could not be opened; the error says why and what to do."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


class Saved(FromWriter):
    """An act was committed, and its journal with it."""

    def __init__(self, ticket: int, acted: Acted) -> None:
        super().__init__()
        self.ticket = ticket
        self.acted = acted


class NotSaved(FromWriter):
    """An act was turned back; nothing of it was written. `words` say why and what to do.

    `story` is the story as it stands now, where it could be read again; `is_fault` where the
    record could not be written, other than where the act means nothing here.
    """

    def __init__(
        self,
        ticket: int,
        act: str,
        words: str,
        story: OpenStory | None,
        *,
        is_fault: bool,
        error: Exception,
    ) -> None:
        super().__init__()
        self.ticket = ticket
        self.act = act
        self.words = words
        self.story = story
        self.is_fault = is_fault
        self.error = error


class Renewed(FromWriter):
    """The story was read again, with what others did meanwhile."""

    def __init__(self, story: OpenStory) -> None:
        super().__init__()
        self.story = story


class EvidenceRead(FromWriter):
    """The text of an evidence item, or why it cannot be read."""

    def __init__(self, label: str, text: str | None, words: str = "") -> None:
        super().__init__()
        self.label = label
        self.text = text
        self.words = words


class Answered(FromWriter):
    """What a screen wanted to know, or in `words` why it cannot be known."""

    def __init__(self, about: str, found: object, words: str = "") -> None:
        super().__init__()
        self.about = about
        self.found = found
        self.words = words


class Assessed(FromWriter):
    """What follows from the decisions was worked out."""

    def __init__(self, judged: Judged) -> None:
        super().__init__()
        self.judged = judged


class NotAssessed(FromWriter):
    """What follows from the decisions cannot be worked out; `words` say why and what to do."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


class PlaceNotSaved(FromWriter):
    """Where the reviewer is could not be remembered."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


class Closed(FromWriter):
    """All that was asked is done and the database is closed."""
