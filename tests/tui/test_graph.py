"""The origins are drawn: boxes, branches, loops."""

import pytest

from verifier.model.dependency import Dependency, DependencyLabel
from verifier.model.scales import DependencyKind, DependencyScope, DependencyState
from verifier.model.story import Slug
from verifier.tui.graph import MOST_LINES, graph_lines
from verifier.tui.paint import plain, width_of


def edge(
    label: str,
    first: str,
    last: str,
    kind: DependencyKind = DependencyKind.ECHOES,
    state: DependencyState = DependencyState.PROPOSED,
) -> Dependency:
    name, one, other = DependencyLabel(label), Slug(first), Slug(last)
    return Dependency(name, one, other, kind, DependencyScope.STORY, state, "rule")


def drawn(*edges: Dependency, width: int = 80) -> str:
    by_label = {item.label: item for item in edges}
    lines = graph_lines(by_label, edges[0].label, str, width)
    assert all(width_of(line) <= width for line in lines)
    return "\n".join(plain(line).rstrip() for line in lines)


def test_an_origin_stands_in_a_box_and_who_repeats_it_on_a_branch() -> None:
    text = drawn(edge("D01", "gazette", "board"))
    assert text.startswith(
        " ┌───────┐\n │ board │ origin\n └─┬─────┘\n   └─ gazette  echoes ▶○D01\n"
    )


def test_who_repeats_a_repeater_stands_below_it() -> None:
    text = drawn(edge("D01", "gazette", "board"), edge("D02", "radio", "gazette"))
    assert "   └─ gazette  echoes ▶○D01\n      └─ radio  echoes ○D02" in text


def test_two_that_repeat_each_other_are_one_origin_and_a_loop() -> None:
    text = drawn(edge("D01", "a", "b"), edge("D02", "b", "a"))
    assert "│ a ⇄ b │ one origin: a loop, echoes ▶○D01 ○D02" in text
    assert text.count("┌") == 1


def test_three_that_repeat_one_another_in_a_circle_are_one_loop() -> None:
    text = drawn(edge("D01", "a", "b"), edge("D02", "b", "c"), edge("D03", "c", "a"))
    assert "a ⇄ b ⇄ c" in text


def test_two_with_the_same_record_are_one_origin_and_no_loop() -> None:
    text = drawn(edge("D01", "a", "b", DependencyKind.SAME_RECORD))
    assert "│ a = b │ one origin: same-record ▶○D01" in text


def test_an_edge_that_was_rejected_is_drawn_nowhere() -> None:
    rejected = edge("D01", "gazette", "board", state=DependencyState.REJECTED)
    text = drawn(rejected, edge("D02", "radio", "board"))
    assert "D01 is rejected: nothing is counted over it." in text
    assert "gazette  echoes" not in text
    assert "│ gazette │ origin" in text


def test_every_state_has_its_sign_and_its_word_below() -> None:
    text = drawn(
        edge("D01", "b", "a", state=DependencyState.SUSPECTED),
        edge("D02", "c", "a", state=DependencyState.CONFIRMED),
    )
    assert "?D01" in text
    assert "●D02" in text
    assert "? suspected   ○ proposed   ● confirmed   ✗ rejected" in text


def test_the_branches_of_one_who_repeats_two_are_drawn_once() -> None:
    text = drawn(
        edge("D01", "b", "a"),
        edge("D02", "c", "b"),
        edge("D03", "c", "a"),
        edge("D04", "d", "c"),
    )
    assert text.count("─ d  ") == 1
    assert "(its branches stand above)" in text


def test_edges_that_have_nothing_to_do_with_it_are_left_out() -> None:
    assert "z" not in drawn(edge("D01", "b", "a"), edge("D02", "z", "y"))


@pytest.mark.parametrize("width", [30, 80])
def test_many_edges_on_one_branch_are_wrapped(width: int) -> None:
    text = drawn(*(edge(f"D{n:02}", "gazette", "board") for n in range(1, 31)), width=width)
    assert "○D30" in text


def test_a_large_web_is_cut_and_says_so() -> None:
    web = [edge(f"D{n}", f"s{n}", "origin") for n in range(200)]
    text = drawn(*web)
    assert "more lines" in text
    assert len(text.splitlines()) <= MOST_LINES + 2


def test_a_long_chain_is_drawn() -> None:
    chain = [edge(f"D{n}", f"s{n + 1}", f"s{n}") for n in range(60)]
    assert "│ s0 │ origin" in drawn(*chain)
