"""The reviewer's acts as jobs for the writer: each one desk function with its arguments."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.desk import (
    accepting,
    claim_list,
    deciding,
    dependencies,
    history,
    marking,
    questions,
    splitting,
)
from verifier.desk.library import passage_of
from verifier.desk.lookup import claim_named, source_named
from verifier.desk.session import Acted, OpenStory, Session
from verifier.language.display import display_line
from verifier.model.assessment import ProposedStance
from verifier.model.claim import ClaimLabel
from verifier.model.dependency import DependencyLabel
from verifier.model.evidence import EvidenceItem, Passage
from verifier.model.scales import (
    Addressee,
    Aspect,
    AttributionVerdict,
    DependencyScope,
    StanceCode,
    SubstanceVerdict,
    Weight,
)
from verifier.model.state import StanceKey
from verifier.model.story import Slug
from verifier.model.text import Span
from verifier.tui.board import CellMark, VerdictMark
from verifier.tui.edge_words import edge_typed
from verifier.tui.writer import Answer, Job


def stance(
    claim: ClaimLabel,
    source: Slug,
    code: StanceCode,
    *,
    citing: Passage | None = None,
    override: str | None = None,
    of: Slug | None = None,
) -> Job:
    """Mark what a source does with a claim, with one more passage that shows it.

    `override` is the reason by which it holds against a rule, `of` whom it echoes.
    """

    def run(session: Session, story: OpenStory) -> Acted:
        key = StanceKey(claim, Aspect.SUBSTANCE, source, session.reviewer.name)
        earlier = story.state.stances.get(key)
        kept = earlier.passages if earlier else ()
        passages = None if citing is None else tuple(dict.fromkeys((*kept, citing)))
        return marking.mark_stance(
            session, story, claim, source, code, passages=passages, override=override, of=of
        )

    def again(answer: Answer) -> Job:
        chosen = answer.code if isinstance(answer.code, StanceCode) else code
        whom = None if answer.of is None else Slug(answer.of)
        return stance(claim, source, chosen, citing=citing, override=answer.override, of=whom)

    seen = "" if citing is None else f", citing {citing.evidence}"
    words = f"{source} {code.value} on {claim}{seen}"
    return Job(words, run, (CellMark(claim, source, code),), again)


def cite(claim: ClaimLabel, source: Slug, passage: Passage) -> Job:
    """Add a passage to the stance that a source has on a claim."""
    place = f"{passage.evidence}:{passage.selector.start}-{passage.selector.end}"
    return Job(
        f"{place} cited for {source} on {claim}",
        lambda session, story: marking.cite(session, story, claim, source, passage),
    )


def clear(claim: ClaimLabel, source: Slug) -> Job:
    """Take a stance back to not looked."""
    return Job(
        f"cleared {source} on {claim}",
        lambda session, story: marking.clear_stance(session, story, claim, source),
        (CellMark(claim, source, None),),
    )


def accept(proposals: Sequence[ProposedStance], *, unread: bool) -> Job:
    """Take proposals on a claim as they are shown, as one act."""
    named = ", ".join(f"{item.source} {item.code.value}" for item in proposals)
    return Job(
        f"{named} accepted on {proposals[0].claim}",
        lambda session, story: accepting.accept_shown(session, story, proposals, unread=unread),
        tuple(CellMark(item.claim, item.source, item.code) for item in proposals),
    )


def credibility(claim: ClaimLabel, source: Slug, digit: int) -> Job:
    """Set the credibility of a stance."""
    return Job(
        f"credibility {digit} of {source} on {claim}",
        lambda session, story: marking.rate_credibility(session, story, claim, source, digit),
    )


def verdict(
    claim: ClaimLabel,
    code: SubstanceVerdict,
    *,
    override: str | None = None,
    replacement: str | None = None,
) -> Job:
    """Say whether a claim is so, with the reason or the text that a rule asks for."""

    def again(answer: Answer) -> Job:
        chosen = answer.code if isinstance(answer.code, SubstanceVerdict) else code
        text = replacement if answer.replacement is None else answer.replacement
        return verdict(claim, chosen, override=answer.override, replacement=text)

    return Job(
        f"{claim} {code.value}",
        lambda session, story: deciding.give_verdict(
            session, story, claim, code, override=override, replacement=replacement
        ),
        (VerdictMark(claim, Aspect.SUBSTANCE, code),),
        again,
    )


def said(claim: ClaimLabel, code: AttributionVerdict, *, override: str | None = None) -> Job:
    """Say whether a claim was said so."""
    return Job(
        f"attribution of {claim} {code.value}",
        lambda session, story: deciding.judge_attribution(
            session, story, claim, code, override=override
        ),
        (VerdictMark(claim, Aspect.ATTRIBUTION, code),),
        lambda answer: said(claim, code, override=answer.override),
    )


def confidence(claim: ClaimLabel, aspect: Aspect, step: int) -> Job:
    """Raise or lower the confidence of a verdict."""
    return Job(
        f"confidence {'raised' if step > 0 else 'lowered'} on {claim}",
        lambda session, story: deciding.change_confidence(session, story, claim, aspect, step),
    )


def why(claim: ClaimLabel, code: SubstanceVerdict, text: str) -> Job:
    """Say why the verdict is what it is."""
    return Job(
        f"reason of the verdict on {claim}",
        lambda session, story: deciding.give_verdict(session, story, claim, code, why=text),
    )


def replacement(claim: ClaimLabel, code: SubstanceVerdict, text: str) -> Job:
    """Say what to print instead of a claim."""
    return Job(
        f"what to print instead of {claim}",
        lambda session, story: deciding.give_verdict(session, story, claim, code, replacement=text),
    )


def undo() -> Job:
    """Take back the latest act, but never the import: the screen would stand on nothing."""
    return Job("undo", history.undo)


def undo_to(seq: int) -> Job:
    """Take back every act of the reviewer's after an entry of the record."""
    return Job("undo to here", lambda session, story: history.undo_to(session, story, seq))


def redo() -> Job:
    """Bring back what was undone last."""
    return Job("redo", history.redo)


def note(claim: ClaimLabel, text: str) -> Job:
    """Write the reviewer's note on a claim."""
    return Job(
        f"note on {claim}",
        lambda session, story: claim_list.note_claim(session, story, claim, text),
    )


def dismiss(claim: ClaimLabel, reason: str) -> Job:
    """Take a claim off the list."""
    return Job(
        f"{claim} dismissed",
        lambda session, story: claim_list.dismiss_claim(session, story, claim, reason),
    )


def restore(claim: ClaimLabel) -> Job:
    """Put a dismissed claim back."""
    return Job(
        f"{claim} restored",
        lambda session, story: claim_list.restore_claim(session, story, claim),
    )


def add(span: Span) -> Job:
    """Add a claim on some words of the story."""
    return Job("claim added", lambda session, story: claim_list.add_claim(session, story, span))


def respan(claim: ClaimLabel, span: Span) -> Job:
    """Put a claim on other words of the story."""
    return Job(
        f"words of {claim} changed",
        lambda session, story: claim_list.edit_claim(session, story, claim, span=span),
    )


def speaker(claim: ClaimLabel, name: str) -> Job:
    """Correct who says a claim; an empty name is the narrator."""
    return Job(
        f"speaker of {claim} changed",
        lambda session, story: claim_list.edit_claim(session, story, claim, speaker=name.strip()),
    )


def standalone(claim: ClaimLabel, text: str) -> Job:
    """Correct the stand-alone text of a claim."""
    return Job(
        f"text of {claim} changed",
        lambda session, story: claim_list.edit_claim(session, story, claim, standalone=text),
    )


def weight(claim: ClaimLabel, value: Weight) -> Job:
    """Say how much of the story stands on a claim."""
    return Job(
        f"{claim} {value.value}",
        lambda session, story: claim_list.edit_claim(session, story, claim, weight=value),
    )


def confirm_edge(label: DependencyLabel) -> Job:
    """Say that one source does repeat the other."""
    return Job(
        f"{label} confirmed",
        lambda session, story: dependencies.confirm_dependency(session, story, label),
    )


def reject_edge(label: DependencyLabel, reason: str) -> Job:
    """Say that it does not, and why."""
    return Job(
        f"{label} rejected",
        lambda session, story: dependencies.reject_dependency(session, story, label, reason),
    )


def add_edge(words: str) -> Job:
    """Add who repeats whom, typed as `FROM > TO [kind] [claims]`."""

    def run(session: Session, story: OpenStory) -> Acted:
        typed = edge_typed(words)
        claims = tuple(claim_named(story, label).label for label in typed.claims)
        return dependencies.add_dependency(
            session,
            story,
            source_named(story, typed.from_name).slug,
            source_named(story, typed.to_name).slug,
            typed.kind,
            scope=DependencyScope.CLAIM if claims else DependencyScope.STORY,
            claims=claims,
        )

    return Job(f"“{display_line(words)}” added", run)


def question(claim: ClaimLabel, text: str, addressee: Addressee, source: Slug | None = None) -> Job:
    """Put a question on a claim."""
    return Job(
        f"question on {claim}",
        lambda session, story: questions.ask_question(
            session, story, claim, text, addressee, source=source
        ),
    )


def split(claim: ClaimLabel, parts: tuple[splitting.Part, ...]) -> Job:
    """Part a claim that says several things."""
    return Job(
        f"{claim} split",
        lambda session, story: splitting.split_claim(session, story, claim, parts),
    )


def merge(claim: ClaimLabel, other: ClaimLabel) -> Job:
    """Make one claim of two: `other` is dismissed into `claim`."""
    return Job(
        f"{other} merged into {claim}",
        lambda session, story: splitting.merge_claims(session, story, claim, (other,)),
    )


def passage(item: EvidenceItem, text: str, span: Span) -> Passage:
    """The passage that is selected in a document; raises BadInput for white space only."""
    return passage_of(item, text, *span)
