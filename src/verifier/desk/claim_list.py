"""The list of claims itself: add a missed one, correct, dismiss, restore, note."""

import re
from dataclasses import replace

from verifier.desk.lookup import claim_named, source_copy, source_named
from verifier.desk.names import next_label, typed_text
from verifier.desk.session import Acted, OpenStory, Session, record_act
from verifier.model.claim import Attribution, Claim, ClaimLabel
from verifier.model.decision import Note
from verifier.model.errors import BadInput, Refused
from verifier.model.event import EventKind, Subject, SubjectChange, SubjectKind
from verifier.model.scales import AttributionMode, ClaimState, Weight
from verifier.model.story import Slug
from verifier.model.text import Span
from verifier.record.fold import change_of

BY_HAND = "by hand"
"""The rule of an attribution that a person gave."""

_NARRATOR = Attribution("", None, AttributionMode.NONE, BY_HAND)


def add_claim(
    session: Session,
    story: OpenStory,
    span: Span,
    *,
    speaker: str | None = None,
    standalone: str | None = None,
) -> Acted:
    """Add a claim that the program missed, on `span` of the story's text.

    Its details are read from the words; where no speaker is given, the claim around it says who.
    Raises BadInput for a span outside the text or without words, UnknownName for a speaker that is
    none of the known sources.
    """
    span = trimmed_span(story, span)
    used = [item.key[0] for item in story.state.stamps if item.kind is SubjectKind.CLAIM]
    label = ClaimLabel(next_label("C", used))
    claim = replace(read_span(story, label, span), proposed_by=session.reviewer.name)
    around = _claim_around(story, span)
    if around is not None:
        claim = replace(claim, attributions=around.attributions)
    if standalone:
        claim = replace(claim, standalone=typed_text(standalone, "stand-alone text"))
    changes: list[SubjectChange | None] = []
    if speaker is not None:
        claim, changes = _with_speaker(session, story, claim, speaker, None)
    changes.append(change_of(story.state, _subject(label), claim))
    return record_act(session, story, EventKind.CLAIM_ADDED, changes)


def edit_claim(
    session: Session,
    story: OpenStory,
    label: ClaimLabel,
    *,
    span: Span | None = None,
    speaker: str | None = None,
    cue: Span | None = None,
    weight: Weight | None = None,
    standalone: str | None = None,
) -> Acted:
    """Correct a claim: its span, who says it (`""`: the narrator), the cue, weight or text.

    None leaves a field as it is. A new span is read anew for details. Raises BadInput, UnknownName.
    """
    claim = claim_named(story, label)
    changes: list[SubjectChange | None] = []
    if span is not None:
        claim = _respanned(story, claim, trimmed_span(story, span))
    if speaker is not None:
        claim, changes = _with_speaker(session, story, claim, speaker, cue)
    elif cue is not None:
        claim = _with_cue(story, claim, trimmed_span(story, cue))
    if standalone is not None:
        claim = replace(claim, standalone=_needed(standalone, "stand-alone text"))
    claim = replace(claim, weight=weight or claim.weight)
    changes.append(change_of(story.state, _subject(claim.label), claim))
    return record_act(session, story, EventKind.CLAIM_EDITED, changes)


def dismiss_claim(session: Session, story: OpenStory, label: ClaimLabel, reason: str) -> Acted:
    """Take a claim off the list, with the reason that the report prints. Raises Refused."""
    claim = claim_named(story, label)
    if not claim.is_active:
        raise Refused(f"{claim.label} is dismissed already ({claim.reason}).")
    gone = replace(claim, state=ClaimState.DISMISSED, reason=_needed(reason, "reason"))
    change = change_of(story.state, _subject(claim.label), gone)
    return record_act(session, story, EventKind.CLAIM_DISMISSED, [change])


def restore_claim(session: Session, story: OpenStory, label: ClaimLabel) -> Acted:
    """Put a dismissed claim back on the list. Raises Refused where it is not dismissed."""
    claim = claim_named(story, label)
    if claim.is_active:
        raise Refused(f"{claim.label} is on the list; there is nothing to restore.")
    back = replace(claim, state=ClaimState.ACTIVE, reason=None)
    change = change_of(story.state, _subject(claim.label), back)
    return record_act(session, story, EventKind.CLAIM_RESTORED, [change])


def note_claim(session: Session, story: OpenStory, label: ClaimLabel, text: str) -> Acted:
    """Set the reviewer's own note on a claim; an empty text removes it."""
    claim = claim_named(story, label)
    text = typed_text(text, "note")
    reviewer = session.reviewer.name
    subject = Subject(SubjectKind.NOTE, (claim.label, reviewer))
    change = change_of(story.state, subject, Note(claim.label, reviewer, text) if text else None)
    return record_act(session, story, EventKind.CLAIM_NOTED, [change])


def span_of_quote(story: OpenStory, quote: str) -> Span:
    """Where `quote` stands in the story; raises BadInput where it stands nowhere or twice.

    White space is matched freely, so that a quote may be pasted from a wrapped screen.
    """
    words = quote.split()
    if not words:
        raise BadInput("The quote is empty; give words of the story with --quote TEXT.")
    pattern = r"\s+".join(re.escape(word) for word in words)
    found = [Span(*match.span()) for match in re.finditer(pattern, story.text)]
    if len(found) == 1:
        return found[0]
    if found:
        raise BadInput(
            f"These words stand {len(found)} times in the story; quote more of them, or give "
            "--span START:END."
        )
    raise BadInput("These words do not stand in the story; copy them exactly as they are there.")


def _subject(label: ClaimLabel) -> Subject:
    return Subject(SubjectKind.CLAIM, (label,))


def _needed(text: str, what: str) -> str:
    text = typed_text(text, what)
    if not text:
        raise BadInput(f"The {what} is empty; type one.")
    return text


def trimmed_span(story: OpenStory, span: Span) -> Span:
    """`span` without white space at its ends; raises BadInput where no words are left."""
    start, end = span
    if not 0 <= start < end <= len(story.text):
        raise BadInput(
            f"The span {start}:{end} lies outside the story, which has {len(story.text)} "
            "characters; give START:END within it."
        )
    words = story.text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if start >= end:
        raise BadInput("The span holds only white space; choose words of the story.")
    return Span(start, end)


def read_span(story: OpenStory, label: ClaimLabel, span: Span) -> Claim:
    """The claim that the words of a span make in the latest version."""
    from verifier.claims import claim_on

    return claim_on(
        story.text,
        span,
        label=label,
        version=story.version.n,
        dateline=story.story.dateline,
        language=story.story.language,
    )


def _respanned(story: OpenStory, claim: Claim, span: Span) -> Claim:
    """The claim on another span of the latest version, its details read anew.

    A stand-alone text that a person wrote stays.
    """
    read = read_span(story, claim.label, span)
    by_hand = claim.selector is None or _bare(claim.standalone) != _bare(claim.selector.exact)
    earlier = tuple(anchor for anchor in claim.anchors if anchor.version != story.version.n)
    return replace(
        claim,
        anchors=(*earlier, *read.anchors),
        standalone=claim.standalone if by_hand else read.standalone,
        types=read.types,
        facets=read.facets,
    )


def _bare(text: str) -> str:
    """A stand-alone text without its additions in brackets, as letters and digits only."""
    return re.sub(r"\[[^\]]*\]|[^\w\s]|\s+", "", text).casefold()


def _claim_around(story: OpenStory, span: Span) -> Claim | None:
    """The active claim that shares most with `span`: whoever says it says this too."""

    def shared(claim: Claim) -> int:
        place = claim.selector
        return 0 if place is None else min(place.end, span.end) - max(place.start, span.start)

    active = [claim for claim in story.state.claims.values() if claim.is_active]
    best = max(active, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None


def _with_speaker(
    session: Session, story: OpenStory, claim: Claim, speaker: str, cue: Span | None
) -> tuple[Claim, list[SubjectChange | None]]:
    """The claim as said by `speaker`, and the copy of the source that it may take."""
    speaker = typed_text(speaker, "speaker", 200)
    if not speaker:
        if cue is not None:
            raise BadInput("The narrator needs no cue; leave --cue out, or name a speaker.")
        return replace(claim, attributions=(_NARRATOR,)), []
    source = source_named(story, speaker)
    first = claim.attributions[0] if claim.attributions else _NARRATOR
    given = replace(
        first,
        speaker=speaker,
        source=source.slug,
        speaker_span=None,
        mode=first.mode if first.speaker else AttributionMode.PARAPHRASE,
        rule=BY_HAND,
    )
    claim = replace(claim, attributions=(given, *claim.attributions[1:]))
    if cue is not None:
        claim = _with_cue(story, claim, trimmed_span(story, cue))
    return claim, [source_copy(story, Slug(source.slug))]


def _with_cue(story: OpenStory, claim: Claim, cue: Span) -> Claim:
    """The claim with other words as the cue of its first attribution."""
    if not claim.attributions:
        raise BadInput(f"{claim.label} has no speaker; give one with --speaker NAME first.")
    first = replace(claim.attributions[0], cue=cue.of(story.text), cue_span=cue, rule=BY_HAND)
    return replace(claim, attributions=(first, *claim.attributions[1:]))
