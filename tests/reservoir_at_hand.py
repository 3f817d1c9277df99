"""A story in which one source repeats another, for the tests of what a claim stands on."""

from verifier.desk.session import OpenStory, Session, open_session
from verifier.desk.stories import import_story
from verifier.reading import read_bytes

ECHO = """\
Reservoir wall gives way above Lowmarsh

LOWMARSH, March 5, 2026 — The County Water Board said that as many as 12 farms were flooded on \
Monday. The Lowmarsh Gazette echoed the County Water Board’s claims in its evening edition.

The Lowmarsh Gazette said that the wall had been inspected in January.

“We heard a roar and ran,” Mayor Ada Brook said.
"""


def an_echo(session: Session) -> OpenStory:
    """The story, imported."""
    return import_story(session, read_bytes(ECHO.encode(), "reservoir.txt")).story


def import_echo() -> None:
    """The story in the database of the test."""
    with open_session(None, "anna") as session:
        an_echo(session)
