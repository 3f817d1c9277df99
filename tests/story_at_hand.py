"""A small story and its documents for the tests of the desk."""

from verifier.desk.library import AddedEvidence, EvidenceDetails, add_evidence
from verifier.desk.session import OpenStory, Session
from verifier.desk.stories import import_story, open_story
from verifier.model.claim import Claim
from verifier.reading import read_bytes

STORY = """\
Flood in Lowmarsh destroys 12 houses

LOWMARSH, March 3, 2026 — A flood destroyed 12 houses in Lowmarsh on Monday, officials said.

“We have never seen water rise so quickly,” Mayor Ada Brook said. She added that at least \
40 people had been moved to a school.

According to the County Fire Service, the pumps failed two hours before midnight.

Was it foreseen?
"""

REPORT = """\
County Fire Service: log of the night

The pumps at the north gate stopped at 22:05 on 2 March. Eleven houses were lost.
"""


def a_story(session: Session) -> OpenStory:
    """The story, imported."""
    return import_story(session, read_bytes(STORY.encode(), "flood.txt")).story


def claim_with(story: OpenStory, words: str) -> Claim:
    """The claim whose text holds `words`."""
    return next(
        claim
        for claim in story.state.claims.values()
        if claim.selector is not None and words in claim.selector.exact
    )


def a_report(session: Session, source: str) -> AddedEvidence:
    """The fire service's log, added to the library."""
    document = read_bytes(REPORT.encode(), "log.txt")
    return add_evidence(session, document, source, EvidenceDetails(file_name="log.txt"))


def again(session: Session, story: OpenStory) -> OpenStory:
    """The story read anew from the database."""
    return open_story(session, story.story.slug)
