"""Deciding: the verdict on substance, and the verdict on attribution."""

from dataclasses import replace

from verifier.desk.judging import ask_policy
from verifier.desk.known import known_state
from verifier.desk.lookup import refuse_dismissed
from verifier.desk.names import typed_text
from verifier.desk.session import Acted, OpenStory, Session, record_act
from verifier.model.claim import ClaimLabel
from verifier.model.decision import Grade, Verdict
from verifier.model.errors import NeedsReason, Refused
from verifier.model.event import EventKind, Subject, SubjectKind
from verifier.model.scales import Aspect, AttributionVerdict, Confidence, SubstanceVerdict
from verifier.model.state import VerdictKey
from verifier.record.fold import change_of

CONFIDENCES = tuple(Confidence)


def give_verdict(
    session: Session,
    story: OpenStory,
    claim: ClaimLabel,
    code: SubstanceVerdict,
    *,
    confidence: Confidence | None = None,
    why: str | None = None,
    replacement: str | None = None,
    override: str | None = None,
) -> Acted:
    """Record whether the claim is so, in the reviewer's judgement.

    None keeps what an earlier verdict of the same reviewer and code had; another code begins anew.
    *Unchecked* takes the verdict back. Origins, parties, grades and what the policy says at this
    moment are copied. Raises Refused on a dismissed claim, and NeedsReason where a rule speaks
    against the verdict and no `override` is given.
    """
    refuse_dismissed(story, claim)
    if code is SubstanceVerdict.UNCHECKED:
        return _take_back(session, story, claim, Aspect.SUBSTANCE)
    verdict = _earlier(session, story, claim, Aspect.SUBSTANCE, code)
    verdict = replace(
        verdict,
        confidence=confidence or verdict.confidence,
        why=verdict.why if why is None else typed_text(why, "reason"),
        replace=_kept(verdict.replace, replacement, "replacement"),
        override=_kept(verdict.override, override, "override"),
    )
    return _record(session, story, _weighed(session, story, verdict))


def judge_attribution(
    session: Session,
    story: OpenStory,
    claim: ClaimLabel,
    code: AttributionVerdict,
    *,
    confidence: Confidence | None = None,
    why: str | None = None,
    override: str | None = None,
) -> Acted:
    """Record whether the speaker said it, in the reviewer's judgement; as `give_verdict`."""
    refuse_dismissed(story, claim)
    verdict = _earlier(session, story, claim, Aspect.ATTRIBUTION, code)
    verdict = replace(
        verdict,
        confidence=confidence or verdict.confidence,
        why=verdict.why if why is None else typed_text(why, "reason"),
        override=_kept(verdict.override, override, "override"),
    )
    return _record(session, story, _weighed(session, story, verdict))


def change_confidence(
    session: Session, story: OpenStory, claim: ClaimLabel, aspect: Aspect, step: int
) -> Acted:
    """Raise (+1) or lower (-1) the confidence of a verdict; the first step goes to moderate.

    At the end of the scale nothing changes. Raises Refused where there is no verdict.
    """
    verdict = story.state.verdicts.get(VerdictKey(claim, aspect, session.reviewer.name))
    if verdict is None:
        raise Refused(f"You have given no verdict on {claim} yet; give one first (1-8).")
    if verdict.confidence is None:
        return _record(session, story, replace(verdict, confidence=Confidence.MODERATE))
    at = CONFIDENCES.index(verdict.confidence) + step
    confidence = CONFIDENCES[max(0, min(at, len(CONFIDENCES) - 1))]
    return _record(session, story, replace(verdict, confidence=confidence))


def _earlier(
    session: Session,
    story: OpenStory,
    claim: ClaimLabel,
    aspect: Aspect,
    code: SubstanceVerdict | AttributionVerdict,
) -> Verdict:
    """The reviewer's verdict so far if it says the same, or a bare new one."""
    reviewer = session.reviewer.name
    found = story.state.verdicts.get(VerdictKey(claim, aspect, reviewer))
    if found is None or found.code is not code:
        return Verdict(claim, aspect, reviewer, code)
    return found


def _kept(old: str | None, new: str | None, what: str) -> str | None:
    """The new text, the old one where none is given, None where the new one is empty."""
    return old if new is None else typed_text(new, what) or None


def _weighed(session: Session, story: OpenStory, verdict: Verdict) -> Verdict:
    """The verdict with what it rests on now: counts, grades, and what the policy says of it.

    Raises NeedsReason where a rule speaks against it and it carries no override.
    """
    asked = ask_policy(session, story, verdict.claim, verdict)
    blocking = tuple(finding for finding in asked.findings if finding.blocks)
    if blocking and not verdict.override:
        suggestion = asked.assessed.suggestion
        better = None
        if suggestion is not None and isinstance(verdict.code, SubstanceVerdict):
            better = None if suggestion.code is verdict.code else suggestion.code
        act = f"{verdict.claim} {verdict.code.value.replace('-', ' ')}"
        raise NeedsReason(act, blocking, better)
    counted = asked.assessed.marked
    sources = known_state(story).sources
    return replace(
        verdict,
        grades=tuple(
            Grade(slug, sources[slug].party, sources[slug].reliability)
            for slug in sorted(asked.assessed.stances)
        ),
        origins_min=None if counted is None else counted.origins_min,
        origins_max=None if counted is None else counted.origins_max,
        parties=None if counted is None else counted.parties,
        policy=asked.findings,
    )


def _take_back(session: Session, story: OpenStory, claim: ClaimLabel, aspect: Aspect) -> Acted:
    key = VerdictKey(claim, aspect, session.reviewer.name)
    if key not in story.state.verdicts:
        return record_act(session, story, EventKind.VERDICT_GIVEN, [])
    change = change_of(story.state, _subject(claim, aspect, session.reviewer.name), None)
    return record_act(session, story, EventKind.VERDICT_GIVEN, [change])


def _record(session: Session, story: OpenStory, verdict: Verdict) -> Acted:
    subject = _subject(verdict.claim, verdict.aspect, verdict.reviewer)
    change = change_of(story.state, subject, verdict)
    return record_act(session, story, EventKind.VERDICT_GIVEN, [change])


def _subject(claim: ClaimLabel, aspect: Aspect, reviewer: str) -> Subject:
    return Subject(SubjectKind.VERDICT, (claim, aspect.value, reviewer))
