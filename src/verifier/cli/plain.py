"""The review line by line: for screen readers, dumb terminals, pipes and scripts that expect.

Every line typed is one act, answered in whole lines; no cursor is moved and nothing is redrawn.
Each act is the shell command of the same act, run on the claim at hand.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from verifier.cli.commands import COMMANDS
from verifier.cli.judged_lines import judged_lines
from verifier.cli.output import complain, say
from verifier.cli.plain_acts import ACTS, BY_WORD, SHOWS, At, PlainAct
from verifier.desk.lookup import claim_named
from verifier.desk.places import load_place, save_place
from verifier.desk.session import Session
from verifier.desk.stories import open_story, refresh
from verifier.judgement import is_open, sources_in_row, stances_on, tally, verdict_on
from verifier.model.claim import Claim, ClaimLabel
from verifier.model.errors import BadInput, VerifierError
from verifier.model.scales import Aspect, SubstanceVerdict

LONGEST = 20_000
"""Characters of a line that are read; a longer one is refused whole."""

REFUSED = 2

Run = Callable[[Sequence[str]], int]
"""Runs a shell command of the program and gives its exit code."""


class PlainReview:
    """One review in lines. `run` runs a shell command on the same database as the same reviewer."""

    def __init__(self, session: Session, name: str, run: Run) -> None:
        self._session = session
        self._run = run
        self._story = open_story(session, name)
        self._place = load_place(session, self._story)
        if not self._claims:
            raise BadInput(
                "This story has no claims; add one with `verifier claim . add --quote TEXT`."
            )
        kept = self._place.claim
        is_there = kept is not None and kept in self._claims
        self._label: ClaimLabel = kept if kept and is_there else next(iter(self._claims))
        self._last: list[str] = []
        self.was_refused = False

    @property
    def label(self) -> str:
        """The label of the claim at hand."""
        return str(self._label)

    def begin(self) -> None:
        """Say which story this is, how far it is, and the claim at hand."""
        save_place(self._session, self._story, self._place)
        say(self._story.story.title)
        self._say_progress()
        say("Type help for what can be typed; a line is one act.")
        self._say_claim()

    def take(self, line: str) -> bool:
        """Do what a line says; whether there is more to come."""
        word, _, rest = line.strip().partition(" ")
        try:
            if len(line) > LONGEST:
                raise BadInput(f"The line has more than {LONGEST} characters; nothing was done.")
            if word == "quit":
                return False
            self._do(word, rest)
        except VerifierError as error:
            complain(str(error))
            self.was_refused = True
        return True

    def _do(self, word: str, rest: str) -> None:
        if word in MOVES:
            MOVES[word](self, rest)
        elif word == "!":
            self._override(rest)
        elif word in BY_WORD:
            self._act(BY_WORD[word], rest)
        elif word in COMMANDS:
            raise BadInput(f"{word} is a command of the shell; type help for what is typed here.")
        else:
            raise BadInput(f"{word} means nothing here; type help for what can be typed.")

    # ---- acts ------------------------------------------------------------------------------------

    def _act(self, act: PlainAct, rest: str) -> None:
        command = act.command(self._at(), rest)
        self._last = command
        if self._ran(command) and act.name == "verdict":
            self._go_open(1)

    def _override(self, reason: str) -> None:
        """The last act again, with a reason against the rule that spoke against it."""
        if not self._last or self._last[0] not in ("mark", "verdict") or not reason.strip():
            raise BadInput("Type ! and the reason, after a verdict or a stance that was refused.")
        if self._ran([*self._last, f"--override={reason.strip()}"]) and self._last[0] == "verdict":
            self._go_open(1)

    def _ran(self, command: Sequence[str]) -> bool:
        """Whether a shell command was done; the story is read again after it."""
        try:
            code = self._run(command)
        except SystemExit as ended:  # wrong usage, which argparse has told
            code = REFUSED if ended.code else 0
        self._story = refresh(self._session, self._story)
        self.was_refused = self.was_refused or code != 0
        return code == 0

    def _at(self) -> At:
        """The claim at hand, and the first source of its row that has no stance yet."""
        reviewer = self._session.reviewer.name
        row = sources_in_row(self._story.state, self._label)
        marked = stances_on(self._story.state, self._label, Aspect.SUBSTANCE, reviewer)
        free = [slug for slug in row if slug not in marked] or list(row)
        found = verdict_on(self._story.state, self._label, Aspect.SUBSTANCE, reviewer)
        digit = "0" if found is None else SubstanceVerdict(found.code).meaning.key
        return At(self.label, free[0] if free else None, digit)

    # ---- moving and showing ----------------------------------------------------------------------

    @property
    def _claims(self) -> Mapping[ClaimLabel, Claim]:
        return self._story.state.claims

    def _go(self, label: ClaimLabel) -> None:
        self._label = label
        self._place = replace(self._place, claim=label, source=None)
        save_place(self._session, self._story, self._place)
        self._say_claim()

    def _step(self, steps: int) -> None:
        labels = list(self._claims)
        at = labels.index(self._label) + steps
        if not 0 <= at < len(labels):
            say("There is no claim further on.")
            return
        self._go(labels[at])

    def _go_open(self, _: int) -> None:
        """To the next claim without a verdict, around the end."""
        labels = list(self._claims)
        at = labels.index(self._label)
        reviewer = self._session.reviewer.name
        for label in (*labels[at + 1 :], *labels[:at]):
            if is_open(self._story.state, label, reviewer):
                self._go(label)
                return
        say("No other claim is open.")
        self._say_progress()

    def _say_progress(self) -> None:
        counts = tally(self._story.state, self._session.reviewer.name)
        total = sum(counts.values())
        left = counts[SubstanceVerdict.UNCHECKED]
        words = ", ".join(f"{count} {code.value}" for code, count in counts.items() if count)
        say(f"{total - left} of {total} claims judged: {words}.")

    def _say_claim(self) -> None:
        claim, story = self._claims[self._label], self._story
        place = list(self._claims).index(self._label) + 1
        reviewer = self._session.reviewer.name
        verdict = verdict_on(story.state, claim.label, Aspect.SUBSTANCE, reviewer)
        state = "dismissed" if not claim.is_active else verdict.code.value if verdict else "open"
        say(f"{claim.label}, {place} of {len(self._claims)}, {claim.weight.value}, {state}.")
        say(f"“{claim.standalone}”")
        for line in _said_lines(claim):
            say(line)
        say(f"sources: {self._row_words(claim)}")
        for line in judged_lines(self._session, story, claim):
            say(line)

    def _row_words(self, claim: Claim) -> str:
        reviewer = self._session.reviewer.name
        marked = stances_on(self._story.state, claim.label, Aspect.SUBSTANCE, reviewer)
        row = sources_in_row(self._story.state, claim.label)
        words = [f"{slug} {marked[slug].code.value if slug in marked else '.'}" for slug in row]
        return ", ".join(words) or "none"

    def _say_list(self, rest: str) -> None:
        reviewer = self._session.reviewer.name
        for label, claim in self._claims.items():
            found = verdict_on(self._story.state, label, Aspect.SUBSTANCE, reviewer)
            if rest.strip() == "open" and (found is not None or not claim.is_active):
                continue
            state = "dismissed" if not claim.is_active else found.code.value if found else "open"
            say(f"{label} {state}: {claim.standalone}")

    def _say_story(self) -> None:
        """The paragraph of the story that the claim stands in."""
        place = self._claims[self._label].selector
        if place is None:
            say("The claim is gone from this version of the story.")
            return
        text = self._story.text
        start = text.rfind("\n\n", 0, place.start) + 2 if "\n\n" in text[: place.start] else 0
        end = text.find("\n\n", place.end)
        say(text[start : len(text) if end < 0 else end])


def _said_lines(claim: Claim) -> Iterator[str]:
    for item in claim.attributions:
        speaker = item.speaker or "nobody named"
        cue = f", by “{item.cue}”" if item.cue else ""
        yield f"said by {speaker}{cue}; {item.mode.value}, {item.force.value}"
    if not claim.attributions:
        yield "said by the story itself"


def _say_help(review: PlainReview, _: str) -> None:
    """Everything that can be typed."""
    for typed, words in MOVE_WORDS:
        say(f"{typed}: {words}")
    for act in (*ACTS, *SHOWS):
        takes = f" {act.takes}" if act.takes else ""
        say(f"{', '.join(act.typed)}{takes}: {act.words}")


MOVES: Mapping[str, Callable[[PlainReview, str], None]] = {
    "": lambda review, _: review._step(1),
    **dict.fromkeys(("j", "next"), lambda review, _: review._step(1)),
    **dict.fromkeys(("k", "previous"), lambda review, _: review._step(-1)),
    **dict.fromkeys(("J", "open"), lambda review, _: review._go_open(1)),
    "go": lambda review, rest: review._go(claim_named(review._story, rest).label),
    "here": lambda review, _: review._say_claim(),
    "list": lambda review, rest: review._say_list(rest),
    "story": lambda review, _: review._say_story(),
    **dict.fromkeys(("help", "?"), _say_help),
}
"""What moves and shows, by its word."""

MOVE_WORDS = (
    ("j, next", "the next claim; an empty line does the same"),
    ("k, previous", "the claim before"),
    ("J, open", "the next claim without a verdict"),
    ("go C05", "a claim by its label"),
    ("here", "the claim at hand, said again"),
    ("list [open]", "all claims, or those without a verdict"),
    ("story", "the paragraph of the story that the claim stands in"),
    ("! REASON", "the last act once more, with a reason against the rule that spoke"),
    ("help, ?", "this help"),
    ("quit", "leave; everything is saved as you go"),
)
"""The same, for the help."""


def run_plain(session: Session, name: str, run: Run) -> int:
    """Read lines from standard input until it ends; 2 where a line of a script was refused."""
    review = PlainReview(session, name, run)
    review.begin()
    for line in _lines(review):
        if not review.take(line):
            break
    return REFUSED if review.was_refused and not sys.stdin.isatty() else 0


def _lines(review: PlainReview) -> Iterator[str]:
    """The lines of standard input, a prompt before each where a person types them."""
    while True:
        if sys.stdin.isatty():
            sys.stdout.write(f"{review.label}> ")
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            return
        yield line.rstrip("\n")
