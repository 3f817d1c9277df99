"""A story in which one source repeats another, for the tests of dependencies and of the policy."""

from verifier.desk.library import AddedEvidence, EvidenceDetails, add_evidence, evidence_text
from verifier.desk.library import passage_of as passage_in
from verifier.desk.registry import add_source, rate_source
from verifier.desk.session import OpenStory, Session
from verifier.desk.stories import StoryDetails, import_story
from verifier.model.claim import ClaimLabel
from verifier.model.evidence import Passage
from verifier.model.scales import RecordKind, Reliability, SourceKind
from verifier.reading import read_bytes

BRIDGE = """\
Bridge over the Alder closed after cracks

ALDERTON, March 3, 2026 — The bridge over the Alder is closed.

According to the River Board, 14 cracks were found in the north pier.

The Alder Institute echoed the River Board’s claims in its weekly report.

The Harbour Union said that 14 cracks were found in the north pier.
"""

CRACKS, AGAIN = "14 cracks", "Harbour Union said"

WEEKLY = """\
Alder Institute, weekly report

According to the River Board, fourteen cracks were found in the north pier.

The institute counted the lorries on the bridge itself.
"""


def a_bridge(session: Session) -> OpenStory:
    """The story, imported, with its three sources known and graded."""
    for name, kind, letter in (
        ("River Board", SourceKind.OFFICIAL, Reliability.B),
        ("Alder Institute", SourceKind.ANALYST, Reliability.B),
        ("Harbour Union", SourceKind.OFFICIAL, Reliability.C),
    ):
        slug = add_source(session, name, kind=kind, party=name)[0].slug
        rate_source(session, slug, letter, "as it fared before")
    details = StoryDetails(title="Bridge closed")
    return import_story(session, read_bytes(BRIDGE.encode(), "bridge.txt"), details).story


def cracks(story: OpenStory) -> ClaimLabel:
    """The claim of the River Board."""
    return next(
        label
        for label, claim in story.state.claims.items()
        if "14 cracks" in claim.standalone
        and any(said.source == "river-board" for said in claim.attributions)
    )


def a_weekly(session: Session, record: RecordKind = RecordKind.REPORT) -> AddedEvidence:
    """The institute's report, in the library."""
    details = EvidenceDetails(file_name="weekly.txt", record=record)
    document = read_bytes(WEEKLY.encode(), "weekly.txt")
    return add_evidence(session, document, "alder-institute", details)


def a_record(session: Session, source: str, words: str, record: RecordKind) -> Passage:
    """A document of a source that holds these words, and the passage of them."""
    details = EvidenceDetails(file_name=f"{source}.txt", record=record)
    item = add_evidence(session, read_bytes(words.encode(), "x.txt"), source, details).item
    return passage_in(item, evidence_text(session, item), 0, len(words))


def passage_on(session: Session, added: AddedEvidence, words: str) -> Passage:
    """The passage of an item that holds `words`."""
    text = evidence_text(session, added.item)
    start = text.index(words)
    return passage_in(added.item, text, start, start + len(words))
