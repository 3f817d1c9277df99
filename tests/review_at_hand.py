"""The review screen on a real database, driven through Pilot."""

import resource
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from time import monotonic

from story_at_hand import a_report, a_story, claim_with
from textual.pilot import Pilot

from verifier.desk.registry import add_source
from verifier.desk.session import OpenStory, open_session
from verifier.desk.stories import open_story
from verifier.model.claim import ClaimLabel
from verifier.model.scales import SourceKind
from verifier.tui.app import ReviewApp
from verifier.tui.paint import plain
from verifier.tui.screens.review import ReviewScreen
from verifier.tui.widgets.pane import LinePane

PATIENCE = 20.0
"""Seconds after which something that was waited for is not coming."""


@dataclass
class Review:
    """A running review."""

    app: ReviewApp
    pilot: Pilot[None]

    @property
    def screen(self) -> ReviewScreen:
        return self.app.review

    @property
    def current(self) -> ClaimLabel | None:
        return self.screen.cursor.current

    async def until(self, is_so: Callable[[], object]) -> None:
        """Let the program run until something is so."""
        last = monotonic() + PATIENCE
        while not is_so():
            assert monotonic() < last, f"never came: {self.message!r}\n{self.words()}"
            await self.pilot.pause()

    async def opened(self) -> None:
        await self.until(lambda: self.screen.is_open)

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until what they asked for is saved or turned back."""
        await self.pilot.press(*keys)
        await self.until(lambda: not self.screen.on_way)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        await self.pilot.press(*text)

    @property
    def message(self) -> str:
        """What the last lines say instead of the keys."""
        return self.screen.hints.message or self.screen.hints.notice

    @property
    def saved(self) -> OpenStory:
        """The story as it stands in the database, read by a session of its own."""
        with open_session(None, "anna") as session:
            return open_story(session, ".")

    def words(self) -> str:
        """Everything the visible panes say."""
        panes = (pane for pane in self.screen.query(LinePane) if pane.display)
        return "\n".join(pane_words(pane) for pane in panes)


def pane_words(pane: LinePane) -> str:
    """What one pane says, line by line."""
    return "\n".join(plain(pane.line(y)).rstrip() for y in range(pane.size.height))


def import_flood() -> None:
    """The story of the flood, a document of the fire service's, and the fire service itself."""
    with open_session(None, "anna") as session:
        story = a_story(session)
        known = [source.slug for source in story.sources.values()]
        fire = next((slug for slug in known if "fire" in slug), None)
        if fire is None:
            fire = add_source(session, "County Fire Service", kind=SourceKind.OFFICIAL)[0].slug
        a_report(session, fire)


@asynccontextmanager
async def review(
    size: tuple[int, int] = (120, 40), *, reviewer: str | None = None
) -> AsyncIterator[Review]:
    """The review of the story opened last, ready for keys."""
    app = ReviewApp(None, reviewer, None)
    async with app.run_test(size=size) as pilot:
        running = Review(app, pilot)
        await running.opened()
        await pilot.pause()
        yield running
        app.review.leave(at_once=True)
        await running.until(lambda: app.return_code is not None)
    app.review.writer.join(PATIENCE)


def label_of(words: str) -> ClaimLabel:
    """The claim of the story with these words."""
    with open_session(None, "anna") as session:
        return claim_with(open_story(session, "."), words).label


@contextmanager
def full_disk() -> Iterator[None]:
    """No file of this process can grow: what a full disk does to every write."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
