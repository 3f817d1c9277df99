"""What follows from the decisions on one claim, in sentences for the terminal."""

from collections.abc import Iterator

from verifier.desk.judging import assess_story
from verifier.desk.session import OpenStory, Session
from verifier.model.assessment import Assessment, ClaimAssessment
from verifier.model.claim import Claim
from verifier.model.scales import QuestionState


def judged_lines(session: Session, story: OpenStory, claim: Claim) -> Iterator[str]:
    """Independence, status, edges, policy, suggestion, conflicts, proposals, questions, links."""
    found = assess_story(session, story, session.reviewer.name)
    assessed = found.claims[claim.label]
    if assessed.independence is not None:
        yield f"independence: {assessed.independence.sentence}"
    if assessed.status is not None:
        yield f"status: {assessed.status.value}: {assessed.status_why}"
    yield from _edges(found, assessed)
    for proposal in assessed.proposed.values():
        yield f"proposed: {proposal.source} {proposal.code.value}: {proposal.why} ({proposal.rule})"
    for finding in assessed.policy:
        sign = "speaks against the verdict" if finding.blocks else "notes"
        yield f"policy: {finding.rule} {sign}: {finding.says}"
    if assessed.suggestion is not None:
        code = assessed.suggestion.code
        yield f"suggestion: {code.digit} {code.value}: {assessed.suggestion.why}"
    for conflict in found.conflicts:
        if claim.label in conflict.claims:
            yield f"conflict: {conflict.label} {' and '.join(conflict.claims)}: {conflict.why}"
    yield from _links(story, claim)


def _edges(found: Assessment, assessed: ClaimAssessment) -> Iterator[str]:
    """The edges that its origins were counted over, each with its words."""
    for label in assessed.independence.over if assessed.independence else ():
        edge = found.dependencies[label]
        words = f" (“{edge.cue}”)" if edge.cue else ""
        yield (
            f"{label}: {edge.from_source} {edge.kind.value} {edge.to_source}, "
            f"{edge.state.value}{words}"
        )


def _links(story: OpenStory, claim: Claim) -> Iterator[str]:
    """Its whole, its parts, what it restates, and its questions."""
    if claim.parent is not None:
        yield f"part of {claim.parent}"
    parts = [item.label for item in story.state.claims.values() if item.parent == claim.label]
    if parts:
        yield f"split into {', '.join(parts)}"
    if claim.restates is not None:
        yield f"restates {claim.restates}"
    for question in story.state.questions.values():
        if question.claim == claim.label and question.state is not QuestionState.WITHDRAWN:
            answer = f" → {question.answer}" if question.answer else " (open)"
            yield f"question {question.label}: {question.text}{answer}"
