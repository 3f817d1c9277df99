"""The one thread that owns the session: acts are done in their order, each reported back.

It also reads the resume record and opens the database, after the first paint: neither Textual's
thread nor the first paint waits for SQLAlchemy.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message

from verifier.tui import messages
from verifier.tui.judging import Judge, Step

if TYPE_CHECKING:
    from verifier.desk.session import Acted, OpenStory, Session
    from verifier.model.event import StreamId
    from verifier.model.place import Place
    from verifier.model.scales import StanceCode, SubstanceVerdict
    from verifier.model.state import Change
    from verifier.tui.board import Mark

IDLE = 1.5
"""Seconds without work after which the resume record is written."""

HEAD_START = 0.4
"""Seconds at most that the first paint of the story gets before SQLAlchemy is imported."""


class Answer(NamedTuple):
    """What the reviewer answers when a rule speaks against an act, or it may mean several things.

    `code` is another stance or verdict instead, `override` the reason to do it anyway,
    `replacement` the text that was missing, `of` the source that was meant.
    """

    code: StanceCode | SubstanceVerdict | None = None
    override: str | None = None
    replacement: str | None = None
    of: str | None = None


class Job(NamedTuple):
    """One act of the reviewer: what it is in words, and the desk's function with its arguments.

    `marks` are what the screen shows as pending until the function has returned. `again` gives the
    act with the answer to what was asked about it.
    """

    words: str
    run: Callable[[Session, OpenStory], Acted]
    marks: tuple[Mark, ...] = ()
    again: Callable[[Answer], Job] | None = None


Task = Callable[[], None]

Question = Callable[["Session", "OpenStory"], object]
"""What is to be found out with the session: a search, a report, the log."""

Errand = Callable[[Callable[[], "Session"]], object]
"""What is to be done without a story. It is given a way to the session: where there is no database
yet, asking for one makes it."""


class Writer:
    """The thread and its queue. `post` takes a message to the screen from any thread."""

    def __init__(
        self,
        location: str | None,
        reviewer: str | None,
        story: str | None,
        post: Callable[[Message], object],
    ) -> None:
        self._wanted = (location, reviewer, story)
        self._screen = post
        self._tasks: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._session: Session | None = None
        self._story: OpenStory | None = None
        self._place: Place | None = None
        self._place_lock = threading.Lock()
        self._questions: dict[str, Callable[[], object]] = {}
        self._resume_is_old = False
        self._tickets = 0
        self._begun = False
        self._judge = Judge(self._post)
        self._begin = self._open
        self.painted = threading.Event()
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)

    def start(self) -> None:
        """Begin, once: read the resume record, then open the database."""
        if not self._begun:
            self._begun = True
            self._thread.start()

    def open_no_story(self) -> None:
        """Before the start: open the database only, where there is one."""
        self._begin = self._open_desk

    @property
    def location(self) -> str | None:
        """Where the database is, as it was asked for; None for what the environment says."""
        return self._wanted[0]

    @property
    def has_database(self) -> bool:
        """Whether there is a database already."""
        from verifier.settings.places import database_location, is_there

        return is_there(database_location(self.location))

    def next_ticket(self) -> int:
        """A number for the next act, so that its mark can be shown before it is queued."""
        self._tickets += 1
        return self._tickets

    def do(self, ticket: int, job: Job, stream: StreamId) -> None:
        """Queue an act on the story that was on the screen.

        `Saved` or `NotSaved` will report it under its ticket.
        """
        self._tasks.put(lambda: self._act(ticket, job, stream))

    def remember(self, place: Place) -> None:
        """Keep where the reviewer is; of places in quick succession the last is kept."""
        with self._place_lock:
            waiting, self._place = self._place is not None, place
        if not waiting:
            self._tasks.put(self._save_place)

    def renew(self) -> None:
        """Read the story again; `Renewed` will bring it."""
        self._tasks.put(self._renew)

    def read_evidence(self, label: str) -> None:
        """Read an item's text; `EvidenceRead` will bring it."""
        self._tasks.put(lambda: self._read_evidence(label))

    def ask(self, about: str, question: Question) -> None:
        """Find something out; `Answered` will bring it under the name `about`.

        Of questions about the same thing that were not begun yet, the last one is answered.
        """
        self._find_out(about, lambda: question(*self._opened()))

    def run_errand(self, about: str, errand: Errand) -> None:
        """Do something that needs no story; `Answered` will bring what it gives, as for `ask`."""
        self._find_out(about, lambda: errand(self._desk))

    def _find_out(self, about: str, question: Callable[[], object]) -> None:
        with self._place_lock:
            waiting, self._questions[about] = about in self._questions, question
        if not waiting:
            self._tasks.put(lambda: self._answer(about))

    def close(self) -> None:
        """Do what is queued, write the resume record, close the database, report `Closed`."""
        self._tasks.put(None)

    def join(self, timeout: float) -> None:
        """Wait for the thread to end."""
        if self._thread.is_alive():
            self._thread.join(timeout)

    def _post(self, message: Message) -> None:
        """Tell the screen; when it is gone, after a crash, there is nobody to tell."""
        with suppress(RuntimeError):
            self._screen(message)

    def _work(self) -> None:
        if self._begin():
            self._run()
        self._judge.close()
        if self._session is not None:
            self._session.close()
        self._post(messages.Closed())

    def _run(self) -> None:
        while True:
            try:
                task = self._tasks.get(timeout=IDLE if self._resume_is_old else None)
            except queue.Empty:
                self._save_resume()
                continue
            if task is None:
                if self._story is not None:
                    self._save_resume(is_final=True)
                return
            task()

    def _open(self) -> bool:
        """Open what was asked for; whether it could be."""
        try:
            self._show_resume()
            self._open_story()
        except Exception as error:  # the screen must hear of it, whatever it is
            self._post(messages.NotOpened(error))
            return False
        return True

    def _open_desk(self) -> bool:
        """As `_open`, without a story; a database that is missing is not made."""
        from verifier.tui import hearing  # noqa: F401  # loaded off the screen's thread

        try:
            if self.has_database:
                self._desk()
        except Exception as error:  # the screen must hear of it, whatever it is
            self._post(messages.NotOpened(error))
            return False
        return True

    def _desk(self) -> Session:
        """The session, opened where it is not."""
        from verifier.desk.session import open_session

        location, reviewer, _ = self._wanted
        if self._session is None:
            self._session = open_session(location, reviewer)
        return self._session

    def _show_resume(self) -> None:
        """Let the screen paint from the resume record, then load what the first keys need."""
        from verifier.desk.places import load_resume
        from verifier.settings.person import reviewer_named
        from verifier.tui import hearing  # noqa: F401  # loaded off the screen's thread
        from verifier.tui.widgets import detail_lines  # noqa: F401  # as above

        location, reviewer, name = self._wanted
        resume = load_resume(location, reviewer, name)
        if resume is not None:
            self._post(messages.Resumed(resume, reviewer_named(reviewer).name))
            self.painted.wait(HEAD_START)
        from verifier.tui import commands  # noqa: F401  # as above
        from verifier.tui.widgets import dialogs  # noqa: F401  # as above

    def _open_story(self) -> None:
        from verifier.desk.places import load_place
        from verifier.desk.stories import LAST_STORY, open_story

        session, name = self._desk(), self._wanted[2]
        self._story = open_story(session, name or LAST_STORY)
        place = load_place(session, self._story)
        self._resume_is_old = True
        self._place_kept = place
        name = session.reviewer.name
        self._post(messages.Opened(self._story, place, name, session.remarks))
        self._judge.start(name)
        self._judge_anew(None)

    def _judge_anew(self, change: Change | None) -> None:
        """Let what follows from the decisions be worked out; None: anything may have changed."""
        from verifier.desk.judging import newsroom_for
        from verifier.model.errors import VerifierError

        session, story = self._opened()
        try:
            step = Step(story, newsroom_for(session, story), change)
        except VerifierError as error:
            self._post(messages.NotAssessed(str(error)))
        except Exception as error:  # the screen must hear of it, whatever it is
            self._post(messages.NotAssessed(_our_fault(error)))
        else:
            self._judge.take(step)

    def _act(self, ticket: int, job: Job, stream: StreamId) -> None:
        session, story = self._opened()
        try:
            _refuse_other(story, stream)
            acted = job.run(session, story)
        except Exception as error:
            self._report(ticket, job, error)
            return
        self._story = acted.story
        self._resume_is_old = True
        self._post(messages.Saved(ticket, acted))
        if acted.change.subjects:
            self._judge_anew(None if acted.others else acted.change)

    def _report(self, ticket: int, job: Job, error: Exception) -> None:
        from verifier.model.errors import Conflict, StorageFault, VerifierError

        is_fault = not isinstance(error, VerifierError) or isinstance(
            error, (Conflict, StorageFault)
        )
        words = str(error) if isinstance(error, VerifierError) else _our_fault(error)
        story = self._read_again()
        self._post(
            messages.NotSaved(ticket, job.words, words, story, is_fault=is_fault, error=error)
        )

    def _read_again(self) -> OpenStory | None:
        """The story as it stands now; None where it cannot be read."""
        from verifier.desk.stories import refresh
        from verifier.model.errors import VerifierError

        session, story = self._opened()
        try:
            self._story = refresh(session, story)
        except VerifierError:
            return None
        before = (story.state.head, story.library.head)
        if (self._story.state.head, self._story.library.head) != before:
            self._judge_anew(None)
        return self._story

    def _renew(self) -> None:
        story = self._read_again()
        if story is not None:
            self._post(messages.Renewed(story))

    def _read_evidence(self, label: str) -> None:
        from verifier.desk.library import evidence_text, find_evidence
        from verifier.model.errors import VerifierError

        session, _ = self._opened()
        try:
            text = evidence_text(session, find_evidence(session, label))
        except VerifierError as error:
            self._post(messages.EvidenceRead(label, None, str(error)))
            return
        self._post(messages.EvidenceRead(label, text))

    def _answer(self, about: str) -> None:
        from verifier.model.errors import VerifierError

        with self._place_lock:
            question = self._questions.pop(about)
        try:
            found = question()
        except VerifierError as error:
            self._post(messages.Answered(about, None, str(error)))
        except Exception as error:  # the screen must hear of it, whatever it is
            self._post(messages.Answered(about, None, _our_fault(error)))
        else:
            self._post(messages.Answered(about, found))

    def _save_place(self) -> None:
        from verifier.desk.places import save_place
        from verifier.model.errors import VerifierError

        with self._place_lock:
            place, self._place = self._place, None
        if place is None:
            return
        session, story = self._opened()
        self._place_kept = place
        self._resume_is_old = True
        try:
            save_place(session, story, place)
        except VerifierError as error:
            self._post(messages.PlaceNotSaved(str(error)))

    def _save_resume(self, *, is_final: bool = False) -> None:
        """Write the resume record; it is a cache, so where it cannot be written it is left out."""
        from verifier.desk.places import save_resume

        self._resume_is_old = False
        session, story = self._opened()
        try:
            save_resume(session, story, self._place_kept, is_final=is_final)
        except OSError as error:
            self._post(messages.PlaceNotSaved(f"The resume record was not written: {error}."))

    def _opened(self) -> tuple[Session, OpenStory]:
        assert self._session is not None
        assert self._story is not None
        return self._session, self._story


def _refuse_other(story: OpenStory, stream: StreamId) -> None:
    """Refuse an act on the story of a resume record that is not the one that was opened."""
    from verifier.model.errors import Refused

    if story.state.stream != stream:
        raise Refused(
            "Nothing was recorded: the screen still showed another story. This one is "
            f"“{story.story.title}”; press the key again if it is meant here."
        )


def _our_fault(error: Exception) -> str:
    return (
        f"A fault of the program ({type(error).__name__}: {error}). Nothing was written; "
        "please report it."
    )
