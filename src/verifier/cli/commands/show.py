"""`verifier show`: a story in a few lines, or one claim with what it was read from."""

import argparse
from collections.abc import Mapping

from verifier.cli.commands.claims import printed_claims, speakers_of
from verifier.cli.common import add_json, add_story, session_of, story_of
from verifier.cli.judged_lines import judged_lines
from verifier.cli.output import say, say_json
from verifier.desk.checked_before import earlier_claims, earlier_line
from verifier.desk.library import place_cited
from verifier.desk.lookup import claim_named
from verifier.desk.session import OpenStory, Session
from verifier.judgement import coverage, tally
from verifier.model.claim import Attribution, Claim, Facet
from verifier.model.evidence import Passage
from verifier.model.scales import Aspect, SubstanceVerdict
from verifier.record.state_digest import state_digest


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_story(parser)
    parser.add_argument("claim", metavar="CLAIM", nargs="?", help="a label, like C15")
    parser.add_argument(
        "--explain", action="store_true", help="the rule, cue and spans behind the claim"
    )
    add_json(parser)
    parser.epilog = "examples:\n  verifier show .\n  verifier show . C15 --explain"


def run(options: argparse.Namespace) -> int:
    """Print a story's summary, or one claim."""
    with session_of(options) as session:
        story = story_of(session, options.story)
        if options.claim is None:
            _show_story(session, story, options.json)
        else:
            _show_claim(session, story, claim_named(story, options.claim), options)
    return 0


def _show_story(session: Session, story: OpenStory, as_json: bool) -> None:
    counts = tally(story.state, session.reviewer.name)
    found = coverage(story.state)
    if as_json:
        say_json(_story_json(session, story, counts))
        return
    said, version = story.story, story.version
    judged = sum(counts.values()) - counts[SubstanceVerdict.UNCHECKED]
    say(f"{said.title}\n{said.slug}" + (f" · {said.outlet}" if said.outlet else ""))
    say(f"dateline {said.dateline or 'open'} · {said.language} · {version.chars} characters")
    say(f"SHA-256 {version.sha256}")
    say(f"{judged} of {sum(counts.values())} claims judged: {_tally_line(counts)}")
    say(
        f"coverage {found.share}: {found.sentences} sentences, {found.claimed} claimed, "
        f"{found.excluded} without a claim for a stated reason"
    )
    names = ", ".join(f"{source.name} ({slug})" for slug, source in story.sources.items())
    say(f"sources: {names or 'none'}")
    say(f"{story.state.seq} acts recorded, head {story.state.head[:16]}")


def _tally_line(counts: Mapping[SubstanceVerdict, int]) -> str:
    return "  ".join(f"{code.meaning.sign} {code.value} {n}" for code, n in counts.items() if n)


def _story_json(
    session: Session, story: OpenStory, counts: Mapping[SubstanceVerdict, int]
) -> dict[str, object]:
    whole = printed_claims(session, story)
    return {
        "story": whole["story"],
        "counts": {code.value: n for code, n in counts.items()},
        "sources": whole["sources"],
        "coverage": whole["coverage"],
        "seq": story.state.seq,
        "head": story.state.head,
        "state_digest": state_digest(story.state),
    }


def _show_claim(
    session: Session, story: OpenStory, claim: Claim, options: argparse.Namespace
) -> None:
    if options.json:
        claims = printed_claims(session, story)["claims"]
        assert isinstance(claims, list)
        say_json(
            next(item for item in claims if isinstance(item, dict) and item["label"] == claim.label)
        )
        return
    types = ", ".join(claim.types) or "plain"
    say(f"{claim.label} · {types} · {claim.weight.value} · {claim.checkability.value}")
    say(claim.standalone)
    say(f"said by {speakers_of(claim, story)}")
    if not claim.is_active:
        say(f"dismissed: {claim.reason}")
    _show_decisions(session, story, claim)
    for line in judged_lines(session, story, claim):
        say(line)
    for earlier in earlier_claims(session, story, [claim]):
        say(earlier_line(earlier))
    if options.explain:
        _explain(claim)


def _citation(session: Session, story: OpenStory, passage: Passage) -> str:
    """A citation as it is typed, and where it stands in the file: `E05:10-40 (page 3)`."""
    place = place_cited(session, story.state.evidence.get(passage.evidence), passage)
    span = passage.selector.span
    return f"{passage.evidence}:{span.start}-{span.end}" + (f" ({place})" if place else "")


def _show_decisions(session: Session, story: OpenStory, claim: Claim) -> None:
    state = story.state
    for key, verdict in sorted(state.verdicts.items()):
        if key.claim == claim.label:
            why = f": {verdict.why}" if verdict.why else ""
            change = f" → {verdict.replace}" if verdict.replace else ""
            sure = f", confidence {verdict.confidence.value}" if verdict.confidence else ""
            say(f"{key.aspect.value}: {verdict.code.value}{sure} ({key.reviewer}){why}{change}")
    for stance_key, stance in sorted(state.stances.items()):
        if stance_key.claim == claim.label:
            about = "" if stance.aspect is Aspect.SUBSTANCE else " (attribution)"
            cited = " ".join(_citation(session, story, passage) for passage in stance.passages)
            say(f"{stance.source}: {stance.code.value}{about} ({stance.reviewer}) {cited}".rstrip())
    for note_key, note in sorted(state.notes.items()):
        if note_key.claim == claim.label:
            say(f"note ({note.reviewer}): {note.text}")


def _explain(claim: Claim) -> None:
    say(f"\nproposed by: {claim.proposed_by}")
    for anchor in claim.anchors:
        if anchor.selector is not None:
            place = anchor.selector
            say(f"span {place.start}:{place.end} in version {anchor.version}: “{place.exact}”")
    for item in claim.attributions:
        say(_attribution_line(item))
    for facet in claim.facets:
        say(_facet_line(facet))


def _attribution_line(item: Attribution) -> str:
    speaker = f"“{item.speaker}” {_place(item.speaker_span)}" if item.speaker else "nobody named"
    cue = f", cue “{item.cue}” {_place(item.cue_span)}" if item.cue else ""
    hedge = f", hedge “{item.hedge}”" if item.hedge else ""
    via = f", via {' → '.join(item.via)}" if item.via else ""
    return (
        f"attribution: {speaker}{cue}, {item.mode.value}, {item.force.value}{hedge}{via}; "
        f"rule: {item.rule}"
    )


def _place(span: tuple[int, int] | None) -> str:
    return "" if span is None else f"{span[0]}:{span[1]}"


def _facet_line(facet: Facet) -> str:
    value = ""
    if facet.number is not None:
        low = facet.number.low if facet.number.low is not None else "−∞"
        high = facet.number.high if facet.number.high is not None else "∞"
        left = "(" if facet.number.low_open or facet.number.low is None else "["
        right = ")" if facet.number.high_open or facet.number.high is None else "]"
        about = "about " if facet.number.approx else ""
        parts = filter(None, (facet.number.unit, facet.number.counted, *facet.number.scope))
        value = f" = {about}{left}{low}, {high}{right} {' · '.join(parts)}"
    if facet.date is not None:
        days = f"{facet.date.first} to {facet.date.last}" if facet.date.first else "year open"
        value = f" = {days} ({facet.date.resolved})"
    return f"{facet.type.value}: “{facet.text}” {facet.start}:{facet.end}{value}"
