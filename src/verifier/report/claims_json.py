"""The claims of a story as JSON: what `verifier claims STORY --json` prints, and the appendix."""

from collections.abc import Mapping

from verifier.model.assessment import (
    Assessment,
    ClaimAssessment,
    Independence,
    InternalConflict,
    ProposedStance,
    Suggestion,
)
from verifier.model.claim import Attribution, Claim, DateValue, Facet, NumberValue
from verifier.model.decision import Stance, Verdict
from verifier.model.dependency import Dependency
from verifier.model.event import Json, Subject, SubjectKind
from verifier.model.evidence import Passage
from verifier.model.policy import PolicyFinding
from verifier.model.scales import SubstanceVerdict
from verifier.model.source import Source
from verifier.model.state import State
from verifier.model.story import Slug
from verifier.model.text import ExcludedRange, Span
from verifier.report.confidential import conceal
from verifier.report.order import claims_by_place, sources_by_place, stances_in_order


def claims_json(
    state: State, assessment: Assessment, text: str, *, sources: Mapping[Slug, Source] | None = None
) -> dict[str, Json]:
    """The story, its claims with what was decided, its sources, exclusions and coverage.

    `text` is the text of the story's latest version, `sources` the registry of the desk: a source
    that is confidential there or in the story leaves only as its descriptor. Offsets are code
    points into `text`. What is not computed yet is null or an empty list. Claims come in the order
    of the text.
    """
    shown = conceal(state, assessment, text, sources or {})
    return concealed_claims_json(shown.state, shown.assessment, shown.text)


def concealed_claims_json(state: State, assessment: Assessment, text: str) -> dict[str, Json]:
    """As `claims_json`, for what `conceal` already went through."""
    excluded = state.version.excluded if state.version is not None else ()
    return {
        "story": _story(state),
        "claims": [
            _claim(state, claim, assessment.claims[claim.label]) for claim in claims_by_place(state)
        ],
        "sources": [_source(state.sources[slug]) for slug in sources_by_place(state)],
        "dependencies": [
            dependency_json(edge)
            for edge in sorted(assessment.dependencies.values(), key=lambda e: edge_order(e.label))
        ],
        "conflicts": [_conflict(item) for item in assessment.conflicts],
        "excluded": [_excluded(item, text) for item in sorted(excluded, key=lambda x: x.span)],
        "coverage": {
            "sentences": assessment.coverage.sentences,
            "claimed": assessment.coverage.claimed,
            "excluded": assessment.coverage.excluded,
            "share": assessment.coverage.share,
        },
    }


def claim_state(claim: Claim, assessed: ClaimAssessment) -> str:
    """What a claim is to the reader: *dismissed*, *accepted* by a person, or only *proposed*."""
    if not claim.is_active:
        return "dismissed"
    return "accepted" if assessed.accepted else "proposed"


def _story(state: State) -> Json:
    story, version = state.story, state.version
    if story is None or version is None:
        return None
    return {
        "slug": story.slug,
        "title": story.title,
        "sha256": version.sha256,
        "chars": version.chars,
        "language": story.language,
        "dateline": None if story.dateline is None else story.dateline.isoformat(),
    }


def _claim(state: State, claim: Claim, assessed: ClaimAssessment) -> dict[str, Json]:
    selector = claim.selector
    return {
        "label": claim.label,
        "start": None if selector is None else selector.start,
        "end": None if selector is None else selector.end,
        "text": None if selector is None else selector.exact,
        "standalone": claim.standalone,
        "types": [item.value for item in claim.types],
        "checkability": claim.checkability.value,
        "weight": claim.weight.value,
        "rule": claim.proposed_by,
        "parent": claim.parent,
        "restates": claim.restates,
        "state": claim_state(claim, assessed),
        "attributions": [_attribution(item) for item in claim.attributions],
        "facets": [_facet(item) for item in claim.facets],
        "stances": [
            *(_stance(item) for item in stances_in_order(assessed)),
            *(_proposal(item) for item in assessed.proposed.values()),
        ],
        "independence": _independence(assessed.independence),
        "status": None if assessed.status is None else assessed.status.value,
        "status_why": assessed.status_why,
        "policy": [_finding(item) for item in assessed.policy],
        "suggestion": _suggestion(assessed.suggestion),
        "verdict": _verdict(state, assessed.verdict),
        "attribution_verdict": _verdict(state, assessed.attribution_verdict),
    }


def _attribution(item: Attribution) -> dict[str, Json]:
    return {
        "speaker": item.speaker,
        "source": item.source,
        "speaker_span": _span(item.speaker_span),
        "cue": item.cue,
        "cue_span": _span(item.cue_span),
        "mode": item.mode.value,
        "force": item.force.value,
        "hedge": item.hedge,
        "via": list(item.via),
    }


def _span(span: Span | None) -> Json:
    return None if span is None else [span.start, span.end]


def _facet(item: Facet) -> dict[str, Json]:
    place: dict[str, Json] = {
        "type": item.type.value,
        "start": item.start,
        "end": item.end,
        "text": item.text,
    }
    if item.number is not None:
        return {**place, **_number(item.number)}
    return place if item.date is None else {**place, **_date(item.date)}


def _number(value: NumberValue) -> dict[str, Json]:
    return {
        "low": value.low,
        "high": value.high,
        "low_open": value.low_open,
        "high_open": value.high_open,
        "approx": value.approx,
        "unit": value.unit,
        "counted": value.counted,
        "scope": list(value.scope),
    }


def _date(value: DateValue) -> dict[str, Json]:
    """A day or an interval of days in ISO 8601; without a year, the month and the day."""
    if value.first is None or value.last is None:
        return {"iso": None, "month": value.month, "day": value.day, "resolved": value.resolved}
    first, last = value.first.isoformat(), value.last.isoformat()
    return {"iso": first if first == last else f"{first}/{last}", "resolved": value.resolved}


def _stance(item: Stance) -> dict[str, Json]:
    return {
        "source": item.source,
        "aspect": item.aspect.value,
        "stance": item.code.value,
        "state": "accepted",
        "why": item.note,
        "credibility": item.credibility,
        "passages": [_passage(passage) for passage in item.passages],
        "basis": item.basis.value,
        "accepted_from": item.accepted_from,
        "unread": item.unread,
        "against_interest": item.against_interest,
        "override": item.override,
        "reviewer": item.reviewer,
    }


def _proposal(item: ProposedStance) -> dict[str, Json]:
    return {
        "source": item.source,
        "aspect": item.aspect.value,
        "stance": item.code.value,
        "state": "proposed",
        "why": item.why,
        "credibility": None,
        "passages": [],
        "basis": item.basis.value,
        "rule": item.rule,
        "dependency": item.edge,
        "span": _span(item.span),
    }


def _independence(found: Independence | None) -> Json:
    if found is None:
        return None
    return {
        "sources": found.sources,
        "origins_min": found.origins_min,
        "origins_max": found.origins_max,
        "beside_claimant": found.beside_claimant,
        "parties": found.parties,
        "parties_max": found.parties_max,
        "groups": [
            {"origin": origin, "sources": list[Json](sources)} for origin, sources in found.groups
        ],
        "dependencies": list[Json](found.over),
        "says": found.sentence,
    }


def _finding(item: PolicyFinding) -> dict[str, Json]:
    return {"rule": item.rule, "says": item.says, "blocks": item.blocks}


def _suggestion(item: Suggestion | None) -> Json:
    return None if item is None else {"code": item.code.digit, "why": item.why}


def dependency_json(edge: Dependency) -> dict[str, Json]:
    """An edge as scripts read it; `start` and `end` are in the story, or in `evidence`."""
    return {
        "id": edge.label,
        "from": edge.from_source,
        "to": edge.to_source,
        "kind": edge.kind.value,
        "state": edge.state.value,
        "cue": edge.cue,
        "start": None if edge.span is None else edge.span.start,
        "end": None if edge.span is None else edge.span.end,
        "evidence": edge.evidence,
        "scope": edge.scope.value,
        "claims": list[Json](edge.claims),
        "reach": _span(edge.reach),
        "reason": edge.reason,
        "rule": edge.proposed_by,
    }


def edge_order(label: str) -> tuple[bool, int, str]:
    """A key that sorts D01 before D100 before E05.1."""
    return (label.startswith("E"), len(label), label)


def _conflict(item: InternalConflict) -> dict[str, Json]:
    return {
        "id": item.label,
        "claims": list[Json](item.claims),
        "kind": item.kind.value,
        "spans": [_span(span) for span in item.spans],
        "why": item.why,
    }


def _passage(item: Passage) -> dict[str, Json]:
    """A cited passage; with the translation and whose it is only where there is one."""
    found: dict[str, Json] = {
        "evidence": item.evidence,
        "start": item.selector.start,
        "end": item.selector.end,
        "text": item.selector.exact,
    }
    if item.translation:
        found |= {"translation": item.translation, "translator": item.translator}
    return found


def _verdict(state: State, item: Verdict | None) -> Json:
    if item is None:
        return None
    coded: dict[str, Json] = (
        {"code": item.code.digit, "name": item.code.value}
        if isinstance(item.code, SubstanceVerdict)
        else {"code": item.code.value}
    )
    return {
        **coded,
        "confidence": None if item.confidence is None else item.confidence.value,
        "why": item.why,
        "replace": item.replace,
        "reviewer": item.reviewer,
        "at": given_at(state, item),
        "override": item.override,
        "origins_min": item.origins_min,
        "origins_max": item.origins_max,
        "parties": item.parties,
        "policy": [_finding(finding) for finding in item.policy],
    }


def given_at(state: State, item: Verdict) -> str | None:
    """When a verdict was last given or changed: UTC, as its event says."""
    key = (item.claim, item.aspect.value, item.reviewer)
    stamp = state.stamps.get(Subject(SubjectKind.VERDICT, key))
    return None if stamp is None else stamp.at


def _source(item: Source) -> dict[str, Json]:
    return {
        "slug": item.slug,
        "name": item.name,
        "aliases": list(item.aliases),
        "kind": item.kind.value,
        "party": item.party,
        "reliability": None if item.reliability is None else item.reliability.value,
    }


def _excluded(item: ExcludedRange, text: str) -> dict[str, Json]:
    return {
        "start": item.start,
        "end": item.end,
        "text": item.span.of(text),
        "why": item.why.value,
    }
