"""Where a story contradicts itself: few alarms, each with both places and why."""

import pytest
from read_story_at_hand import read_state

from verifier.judgement import assess
from verifier.judgement.conflicts import internal_conflicts
from verifier.model.assessment import InternalConflict
from verifier.model.scales import ConflictKind

LEAD = "Two rivers\n\nThe night was long in Lowmarsh and nobody slept, the mayor said.\n\n"


def conflicts(text: str) -> tuple[InternalConflict, ...]:
    return assess(read_state(text), None, text=text).conflicts


def kinds(text: str) -> list[ConflictKind]:
    return [item.kind for item in conflicts(text)]


def test_the_same_deaths_in_two_countries() -> None:
    text = (
        "Lowmarsh soldiers die abroad\n\n"
        "The army said that Lowmarsh soldiers had been killed in Norway.\n\n"
        "The minister said: “Lowmarsh soldiers were killed inside Sweden.”\n"
    )
    found = conflicts(text)
    assert [item.kind for item in found] == [ConflictKind.PLACE]
    assert found[0].why == "in Norway here, in Sweden there"
    assert "Norway" in found[0].spans[0].of(text)
    assert "Sweden" in found[0].spans[1].of(text)
    assert found[0].label == "X01"


def test_two_tolls_of_the_same_people() -> None:
    text = LEAD + (
        "The mayor said that 12 firemen were killed in the flood.\n\n"
        "The police said that 30 firemen were killed in the flood.\n"
    )
    assert ConflictKind.NUMBER in kinds(text)


@pytest.mark.parametrize(
    "second",
    [
        "The police said that 30 firemen were wounded in the flood.",
        "The police said that at least 10 firemen were killed in the flood.",
        "The police said that another 30 firemen were killed in the flood.",
        "The police said that 30 sailors were killed in the storm.",
    ],
)
def test_numbers_that_can_both_be_right_are_no_conflict(second: str) -> None:
    text = LEAD + f"The mayor said that 12 firemen were killed in the flood.\n\n{second}\n"
    assert ConflictKind.NUMBER not in kinds(text)


def test_two_numbers_for_word_for_word_the_same() -> None:
    text = LEAD + (
        "Brook leads the overall race for the council with 61.\n\n"
        "Rain fell all day long, the mayor said.\n\n"
        "Brook leads the overall race for the council with 55.\n"
    )
    found = [item.why for item in conflicts(text) if item.kind is ConflictKind.NUMBER]
    assert found == ["“61” here, “55” there"]


def test_two_numbers_of_two_people_are_no_conflict() -> None:
    text = LEAD + (
        "Brook leads the overall race for the council with 61.\n\n"
        "Rain fell all day long, the mayor said.\n\n"
        "Reed leads the overall race for the council with 55.\n"
    )
    assert ConflictKind.NUMBER not in kinds(text)


def test_one_speakers_tolls_of_a_wider_and_a_narrower_group() -> None:
    text = LEAD + (
        "The army estimated that as many as 200 soldiers of the mixed units had been killed.\n\n"
        "The army claimed that at least 30 Norwegian soldiers were killed or wounded.\n"
    )
    found = [item for item in conflicts(text) if item.kind is ConflictKind.SCOPE]
    assert len(found) == 1
    assert "mixed units" in found[0].why
    assert "Norwegian soldiers" in found[0].why


def test_two_speakers_may_count_two_groups() -> None:
    text = LEAD + (
        "The army estimated that as many as 200 soldiers of the mixed units had been killed.\n\n"
        "The police claimed that at least 30 Norwegian soldiers were killed or wounded.\n"
    )
    assert ConflictKind.SCOPE not in kinds(text)


def test_two_days_for_nearly_the_same_words() -> None:
    text = LEAD + (
        "The council said that the northern pumping station failed on March 2.\n\n"
        "The brigade said that the northern pumping station failed on March 4.\n"
    )
    found = [item for item in conflicts(text) if item.kind is ConflictKind.DATE]
    assert [item.why for item in found] == ["“March 2” here, “March 4” there"]


def test_a_name_in_two_spellings() -> None:
    text = LEAD + (
        "Ada Bornstein opened the gate.\n\nThe gate was heavy, and Bornsten was alone there.\n"
    )
    found = [item for item in conflicts(text) if item.kind is ConflictKind.NAME]
    assert [item.why for item in found] == ["“Bornstein” here, “Bornsten” there"]
    assert [span.of(text) for span in found[0].spans] == ["Bornstein", "Bornsten"]


@pytest.mark.parametrize(
    "words",
    [
        "Germany sent pumps.\n\nThe German pumps arrived.",
        "Virginia sent pumps.\n\nA Virginian pump arrived.",
        "The Americans sent pumps.\n\nOne American pump arrived.",
        "Ada Bornstein left.\n\nBen Bornsten stayed.",
        "Barton sent pumps.\n\nGarton sent boats.",
    ],
)
def test_names_that_are_two_names_are_no_conflict(words: str) -> None:
    assert ConflictKind.NAME not in kinds(LEAD + words + "\n")


def test_a_headline_that_says_as_a_fact_what_the_text_hedges() -> None:
    text = (
        "Twelve houses collapse beside northern canal\n\n"
        "Twelve houses reportedly collapsed beside the northern canal on Monday.\n\n"
        "The road was shut, the mayor said.\n"
    )
    found = [item for item in conflicts(text) if item.kind is ConflictKind.HEADLINE]
    assert len(found) == 1
    assert "reportedly" in found[0].why


def test_a_headline_that_keeps_the_hedge_is_no_conflict() -> None:
    text = (
        "Twelve houses reportedly collapse beside northern canal\n\n"
        "Twelve houses reportedly collapsed beside the northern canal on Monday.\n"
    )
    assert ConflictKind.HEADLINE not in kinds(text)


def test_a_hedge_that_is_lost_on_the_way() -> None:
    text = LEAD + (
        "The northern pumping station allegedly leaked poisonous fuel.\n\n"
        "People left their houses early in the morning, the mayor said.\n\n"
        "The northern pumping station leaked poisonous fuel.\n"
    )
    found = [item for item in conflicts(text) if item.kind is ConflictKind.HEDGE]
    assert len(found) == 1
    assert "allegedly" in found[0].why


def test_a_story_that_agrees_with_itself_has_none() -> None:
    text = LEAD + (
        "Eleven houses fell, the mayor said.\n\nThe pumps failed, the brigade said.\n\n"
        "“We left at ten,” said Ada Brook, who lives there.\n"
    )
    assert conflicts(text) == ()


def test_labels_follow_the_text() -> None:
    text = LEAD + (
        "Ada Bornstein opened the gate.\n\nThe gate was heavy, and Bornsten was alone there.\n\n"
        "The mayor said that 12 firemen were killed in the flood.\n\n"
        "The police said that 30 firemen were killed in the flood.\n"
    )
    found = conflicts(text)
    assert [item.label for item in found] == ["X01", "X02"]
    assert found[0].spans < found[1].spans


def test_without_the_text_the_claims_are_compared_all_the_same() -> None:
    text = LEAD + (
        "The mayor said that 12 firemen were killed in the flood.\n\n"
        "The police said that 30 firemen were killed in the flood.\n"
    )
    assert [item.kind for item in internal_conflicts(read_state(text), "")] == [ConflictKind.NUMBER]
