"""Each size has its own arrangement, and no pane covers another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.tui.arrange import CYCLE, LEAST_HEIGHT, LEAST_WIDTH, Box, Pane, arrange, fits

SIZES = [(60, 16), (80, 24), (120, 40), (200, 60)]


def cells(box: Box) -> set[tuple[int, int]]:
    return {
        (x, y) for x in range(box.x, box.x + box.width) for y in range(box.y, box.y + box.height)
    }


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("focus", CYCLE)
def test_the_panes_fill_the_screen_and_do_not_overlap(size: tuple[int, int], focus: Pane) -> None:
    boxes = arrange(*size, focus)
    covered = [cell for box in boxes.values() for cell in cells(box)]
    assert len(covered) == len(set(covered)) == size[0] * size[1]


@given(st.integers(LEAST_WIDTH, 300), st.integers(LEAST_HEIGHT, 100), st.sampled_from(CYCLE))
def test_the_pane_with_the_focus_can_be_seen_at_any_size(
    width: int, height: int, focus: Pane
) -> None:
    boxes = arrange(width, height, focus)
    assert boxes[focus].height >= 4
    assert boxes[focus].width >= 30


def test_at_80_by_24_the_strip_of_the_claim_is_always_there() -> None:
    for focus in CYCLE:
        assert Pane.DETAIL in arrange(80, 24, focus)


def test_at_120_by_40_story_claims_and_detail_stand_side_by_side() -> None:
    assert {Pane.STORY, Pane.CLAIMS, Pane.DETAIL} <= set(arrange(120, 40, Pane.STORY))


def test_at_200_by_60_the_evidence_is_always_open() -> None:
    assert Pane.EVIDENCE in arrange(200, 60, Pane.STORY)


def test_below_60_by_16_nothing_fits() -> None:
    assert fits(60, 16)
    assert not fits(59, 16)
    assert not fits(60, 15)
