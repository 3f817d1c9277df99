"""A story twice as large takes about twice the time, from its import to its report."""

import time
from collections.abc import Callable

from verifier.desk.judging import assess_story
from verifier.desk.reports import build_report, render
from verifier.desk.session import OpenStory, Session
from verifier.desk.stories import import_story
from verifier.reading import read_bytes
from verifier.report.claims_json import claims_json

MOST = 2.5
"""How many times longer twice the input may take; noise and fixed costs lie in between."""


def statements(number: int) -> bytes:
    """A story of nearly the same statement again and again, each echoed by the same other one."""
    listed = (
        f"The ministry said on Monday that {100 + n} soldiers died near the town of Halmere, and "
        "the Institute echoed the ministry's claims."
        for n in range(number)
    )
    return "\n\n".join(listed).encode()


def imported(session: Session, number: int) -> OpenStory:
    return import_story(session, read_bytes(statements(number), f"{number}.txt")).story


def least(work: Callable[[], object]) -> float:
    """The least processor time of three runs, in seconds."""
    times = []
    for _ in range(3):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


def all_of_it(session: Session, story: OpenStory) -> None:
    """What `claims --json` and `report` do for a story."""
    claims_json(story.state, assess_story(session, story), story.text)
    render(build_report(session, story), "html")


def test_claims_and_report_grow_with_the_story_only(session: Session) -> None:
    small, large = imported(session, 120), imported(session, 240)
    assert len(large.state.claims) == 2 * len(small.state.claims)
    assert len(large.state.dependencies) == 240
    assert least(lambda: all_of_it(session, large)) < MOST * least(
        lambda: all_of_it(session, small)
    )


def test_an_import_grows_with_the_story_only(session: Session) -> None:
    assert least(lambda: imported(session, 240)) < MOST * least(lambda: imported(session, 120))


def test_each_claim_of_a_repetitive_story_stands_in_few_edges(session: Session) -> None:
    edges = imported(session, 100).state.dependencies.values()
    assert sum(len(edge.claims) for edge in edges) <= 3 * len(edges)
