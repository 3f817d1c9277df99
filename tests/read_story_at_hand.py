"""A story read by the rules, as a state with its edges, for the tests of judgement."""

from dataclasses import replace
from datetime import date

from verifier.claims.dependencies import read_dependencies
from verifier.claims.story import read_story
from verifier.model.claim import ClaimLabel
from verifier.model.event import StreamId
from verifier.model.scales import FURNITURE
from verifier.model.state import State
from verifier.model.story import Slug, Story, StoryVersion
from verifier.model.text import Digest

DAY = date(2026, 3, 5)


def read_state(text: str, dateline: date = DAY) -> State:
    """The state of a story as the import leaves it."""
    reading = read_story(text, dateline=dateline)
    furniture = [item.span for item in reading.excluded if item.why in FURNITURE]
    found = read_dependencies(text, reading.claims, reading.sources, left_out=furniture)
    version = StoryVersion(
        1, Digest("0" * 64), Digest("0" * 64), len(text), reading.engine,
        sentences=reading.sentences, excluded=reading.excluded,
    )  # fmt: skip
    return replace(
        State(StreamId("s"), seq=1, story=Story(Slug("story"), "A story", dateline=dateline)),
        versions={1: version},
        claims={claim.label: claim for claim in reading.claims},
        sources={item.slug: item for item in (*reading.sources, *found.sources)},
        dependencies={edge.label: edge for edge in found.dependencies},
    )


def label_of(state: State, words: str) -> ClaimLabel:
    """The label of the shortest claim whose words in the story hold `words`."""
    fitting = [
        (len(claim.selector.exact), label)
        for label, claim in state.claims.items()
        if claim.selector is not None and words in claim.selector.exact
    ]
    return min(fitting)[1]
