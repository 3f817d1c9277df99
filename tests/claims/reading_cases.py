"""Small stories read for one claim: what the tests of the phenomena share."""

from verifier.claims import read_story
from verifier.model.claim import Attribution, Claim
from verifier.model.document import StoryReading


def read(body: str, headline: str = "A day in the region") -> StoryReading:
    """A story of a headline and a body, read."""
    return read_story(f"{headline}\n\n{body}\n")


def claim_of(reading: StoryReading, words: str) -> Claim:
    """The shortest claim that holds these words."""
    found = [c for c in reading.claims if c.selector and words in c.selector.exact]
    assert found, (words, [c.selector.exact for c in reading.claims if c.selector])
    return min(found, key=lambda c: len(c.selector.exact) if c.selector else 0)


def said(body: str, words: str) -> Attribution:
    """Who says the claim with these words."""
    return claim_of(read(body), words).attributions[0]
