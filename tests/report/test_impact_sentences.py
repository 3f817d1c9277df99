"""What would change if an edge were wrong, in few enough words for a report."""

from dataclasses import replace

import pytest
from judged_at_hand import ANNA, claim, edge, linked, source, story

from verifier.judgement import assess, impacts_of_edges
from verifier.model.assessment import ClaimImpact
from verifier.model.claim import ClaimLabel
from verifier.model.dependency import DependencyLabel
from verifier.model.report import EdgeLine
from verifier.model.scales import StructuralStatus
from verifier.report.impact import impact_sentences, short_impact_sentences
from verifier.report.independence import edge_lines
from verifier.report.wording import edge_notes, reach_words

LABELS = tuple(ClaimLabel(f"C{n:02d}") for n in range(1, 31))
D01 = DependencyLabel("D01")
STATE = linked(
    story(
        [claim(label, f"Dyke {n} broke", "mayor", at=n * 50) for n, label in enumerate(LABELS)],
        [source("Mayor"), source("Herald")],
    ),
    edge("D01", "herald", "mayor"),
    edge("D02", "mayor", "herald", *LABELS),
)
WHOLE = tuple(impacts_of_edges(STATE, ANNA)[D01])


def otherwise(number: int) -> ClaimImpact:
    """A claim that would change in a way of its own."""
    item = WHOLE[number]
    status = tuple(StructuralStatus)[number]
    return replace(item, after=replace(item.after, status=status))


def test_claims_that_change_alike_share_a_sentence() -> None:
    (sentence,) = impact_sentences(WHOLE)
    assert sentence.startswith("C01, C02, C03, ")
    assert "C30: " in sentence


def test_a_report_names_a_dozen_claims_and_counts_the_rest() -> None:
    (sentence,) = short_impact_sentences(WHOLE)
    assert "C11, C12 and 18 more: " in sentence
    assert "C13" not in sentence


def test_a_report_says_six_things_and_counts_the_claims_of_the_rest() -> None:
    said = short_impact_sentences(otherwise(n) for n in range(8))
    assert len(said) == 7
    assert said[-1] == "2 more claims are judged otherwise."


def test_where_only_the_words_of_a_rule_differ_nothing_is_said() -> None:
    item = WHOLE[0]
    same = replace(item, after=item.before, changed=("policy",))
    assert impact_sentences([same]) == short_impact_sentences([same]) == ()


def lines_without(*labels: str) -> tuple[EdgeLine, ...]:
    """Section 6 where some edges were not tried."""
    tried = {key: found for key, found in impacts_of_edges(STATE).items() if key not in labels}
    return edge_lines(STATE, assess(STATE), "", tried)


def test_an_edge_that_was_not_tried_is_named() -> None:
    assert len(edge_notes(lines_without())) == 1
    note = edge_notes(lines_without("D02"))[1]
    assert note.startswith("Of 1 edge (D02) that was not worked out")
    assert "impact D02" in note
    assert edge_notes(()) == ()


def test_an_edge_of_many_claims_names_the_first() -> None:
    assert reach_words(STATE.dependencies[DependencyLabel("D02")]).endswith("C12 and 18 more")


@pytest.mark.parametrize("label", ["D01", "D02"])
def test_each_edge_that_was_tried_has_its_sentences(label: str) -> None:
    line = next(line for line in lines_without() if line.edge.label == label)
    assert line.impacts is not None
