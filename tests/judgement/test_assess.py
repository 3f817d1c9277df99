"""What follows from what was decided."""

from dataclasses import replace

from verifier.judgement import assess, coverage, is_accepted, sources_in_row, stances_on, verdict_on
from verifier.model.claim import Anchor, Attribution, Claim, ClaimLabel
from verifier.model.decision import Note, Stance, Verdict
from verifier.model.event import StreamId, Subject, SubjectKind
from verifier.model.scales import (
    Aspect,
    AttributionMode,
    ClaimState,
    Exclusion,
    SourceKind,
    StanceCode,
    SubstanceVerdict,
)
from verifier.model.source import Source
from verifier.model.state import NoteKey, Stamp, StanceKey, State, VerdictKey
from verifier.model.story import Slug, Story, StoryVersion
from verifier.model.text import Digest, ExcludedRange, Span, select

TEXT = "Menu\n\nThe river rose. Who knew? The mayor said 12 houses were lost. It was sad."
SENTENCES = (Span(6, 21), Span(22, 31), Span(32, 68), Span(69, 80))
AT = "2026-01-02T03:04:05.678Z"
C01, C02 = ClaimLabel("C01"), ClaimLabel("C02")
MAYOR, POLICE = Slug("mayor"), Slug("police")


def claim(label: ClaimLabel, span: Span, source: Slug | None = None) -> Claim:
    said = Attribution("the mayor" if source else "", source, AttributionMode.PARAPHRASE, "test")
    return Claim(
        label, (Anchor(1, select(TEXT, span)),), span.of(TEXT), "test", attributions=(said,)
    )


def stamped(state: State, kind: SubjectKind, key: tuple[str, ...], seq: int) -> State:
    stamps = {**state.stamps, Subject(kind, key): Stamp(seq, AT, "anna")}
    return replace(state, stamps=stamps)


def a_story() -> State:
    version = StoryVersion(
        1,
        Digest("0" * 64),
        Digest("0" * 64),
        len(TEXT),
        "test",
        sentences=SENTENCES,
        excluded=(
            ExcludedRange(0, 4, Exclusion.NAVIGATION),
            ExcludedRange(22, 31, Exclusion.QUESTION),
            ExcludedRange(69, 80, Exclusion.OPINION),
        ),
    )
    state = State(
        StreamId("s"),
        seq=1,
        story=Story(Slug("river"), "River"),
        versions={1: version},
        claims={C01: claim(C01, SENTENCES[0]), C02: claim(C02, SENTENCES[2], MAYOR)},
        sources={
            POLICE: Source(POLICE, "Police", SourceKind.OFFICIAL),
            MAYOR: Source(MAYOR, "The mayor", SourceKind.OFFICIAL),
        },
    )
    state = stamped(state, SubjectKind.STORY, ("story",), 1)
    for label in state.claims:
        state = stamped(state, SubjectKind.CLAIM, (label,), 1)
    return state


def judged(
    state: State, label: ClaimLabel, code: SubstanceVerdict, reviewer: str, seq: int
) -> State:
    key = VerdictKey(label, Aspect.SUBSTANCE, reviewer)
    verdict = Verdict(label, Aspect.SUBSTANCE, reviewer, code)
    state = replace(state, seq=seq, verdicts={**state.verdicts, key: verdict})
    return stamped(state, SubjectKind.VERDICT, (label, "substance", reviewer), seq)


def test_the_speaker_is_the_first_column_of_the_row() -> None:
    assert sources_in_row(a_story(), C02) == (MAYOR, POLICE)
    assert sources_in_row(a_story(), C01) == (POLICE, MAYOR)


def test_a_claim_nobody_acted_on_is_only_proposed() -> None:
    found = assess(a_story(), "anna")
    assert not found.claims[C01].accepted
    assert found.claims[C01].is_open
    assert found.tally[SubstanceVerdict.UNCHECKED] == 2


def test_any_act_of_a_person_accepts_the_claim() -> None:
    state = judged(a_story(), C01, SubstanceVerdict.SUPPORTED, "anna", 2)
    assert is_accepted(state, C01)
    assert not is_accepted(state, C02)
    noted = replace(a_story(), notes={NoteKey(C02, "anna"): Note(C02, "anna", "ask")})
    assert is_accepted(noted, C02)
    assert is_accepted(stamped(a_story(), SubjectKind.CLAIM, (C02,), 5), C02)


def test_each_reviewer_has_a_verdict_of_their_own() -> None:
    state = judged(a_story(), C01, SubstanceVerdict.SUPPORTED, "anna", 2)
    assert verdict_on(state, C01, Aspect.SUBSTANCE, "ben") is None
    assert assess(state, "ben").claims[C01].is_open


def test_of_nobody_in_particular_the_latest_verdict_counts() -> None:
    state = judged(a_story(), C01, SubstanceVerdict.SUPPORTED, "anna", 2)
    state = judged(state, C01, SubstanceVerdict.REFUTED, "ben", 3)
    found = verdict_on(state, C01, Aspect.SUBSTANCE, None)
    assert found is not None
    assert found.code is SubstanceVerdict.REFUTED
    assert assess(state).tally[SubstanceVerdict.REFUTED] == 1


def test_unchecked_is_no_verdict() -> None:
    state = judged(a_story(), C01, SubstanceVerdict.UNCHECKED, "anna", 2)
    assert verdict_on(state, C01, Aspect.SUBSTANCE, "anna") is None
    assert verdict_on(state, C01, Aspect.SUBSTANCE, None) is None


def test_stances_are_found_by_source() -> None:
    key = StanceKey(C02, Aspect.SUBSTANCE, MAYOR, "anna")
    stance = Stance(C02, Aspect.SUBSTANCE, MAYOR, "anna", StanceCode.ASSERTS)
    state = replace(a_story(), stances={key: stance})
    state = stamped(state, SubjectKind.STANCE, (C02, "substance", MAYOR, "anna"), 2)
    for reviewer in ("anna", None):
        assert stances_on(state, C02, Aspect.SUBSTANCE, reviewer) == {MAYOR: stance}
    assert stances_on(state, C02, Aspect.ATTRIBUTION, "anna") == {}


def test_every_sentence_is_claimed_or_carries_a_reason() -> None:
    found = coverage(a_story())
    assert (found.sentences, found.claimed, found.excluded, found.share) == (4, 2, 2, "1.0")


def test_a_dismissed_claim_leaves_its_sentence_with_a_reason() -> None:
    gone = replace(a_story().claims[C01], state=ClaimState.DISMISSED, reason="no claim")
    state = replace(a_story(), claims={**a_story().claims, C01: gone})
    assert (coverage(state).claimed, coverage(state).excluded) == (1, 3)
    assert assess(state).tally[SubstanceVerdict.UNCHECKED] == 1


def test_a_sentence_with_neither_lowers_the_share() -> None:
    state = replace(a_story(), claims={C02: a_story().claims[C02]})
    assert coverage(state).share == "0.750"


def test_a_story_without_a_version_is_covered() -> None:
    assert coverage(State(StreamId("s"))).share == "1.0"
