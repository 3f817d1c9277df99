"""What follows from a story's decisions, against the newsroom's policy, parties and documents."""

from dataclasses import dataclass, replace

from verifier.desk.document_edges import document_edges, document_sources
from verifier.desk.known import known_state
from verifier.desk.session import OpenStory, Session
from verifier.judgement import Newsroom, assess, impact_of_edge, newsroom_of
from verifier.judgement.assess import assess_claim
from verifier.judgement.ground import case_of, ground_of
from verifier.judgement.policy import policy_findings
from verifier.model.assessment import Assessment, ClaimAssessment, ClaimImpact
from verifier.model.claim import ClaimLabel
from verifier.model.decision import Verdict
from verifier.model.dependency import DependencyLabel
from verifier.model.policy import PolicyFinding
from verifier.settings.policy_file import policy_here


def newsroom_for(session: Session, story: OpenStory) -> Newsroom:
    """What a story is judged against now: policy, parties, sources, and its documents' edges.

    Raises BadInput where the newsroom's policy file is broken.
    """
    room = newsroom_of(story.library, policy_here())
    return replace(
        room,
        sources={**document_sources(session, story), **room.sources},
        dependencies={edge.label: edge for edge in document_edges(session, story)},
    )


def assess_story(session: Session, story: OpenStory, reviewer: str | None = None) -> Assessment:
    """What follows from a story as `reviewer` decided it; of None, from the latest decisions."""
    room = newsroom_for(session, story)
    return assess(known_state(story), reviewer, text=story.text, newsroom=room)


def impact_of(
    session: Session,
    story: OpenStory,
    label: DependencyLabel,
    reviewer: str | None = None,
) -> tuple[ClaimImpact, ...]:
    """The claims that would be judged otherwise if an edge were wrong. Raises UnknownName."""
    room = newsroom_for(session, story)
    return impact_of_edge(known_state(story), label, reviewer, text=story.text, newsroom=room)


@dataclass(frozen=True)
class Asked:
    """One claim as the reviewer has it, and what the rules say of a verdict on it."""

    assessed: ClaimAssessment
    findings: tuple[PolicyFinding, ...]


def ask_policy(session: Session, story: OpenStory, label: ClaimLabel, verdict: Verdict) -> Asked:
    """What the newsroom's rules say of a verdict before it is recorded."""
    ground = ground_of(
        known_state(story),
        session.reviewer.name,
        story.text,
        newsroom_for(session, story),
        claims=[label],
    )
    assessed = assess_claim(ground, label)
    return Asked(assessed, policy_findings(case_of(ground, assessed), verdict))
