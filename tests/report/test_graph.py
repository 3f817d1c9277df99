"""The drawing of who repeats whom."""

from verifier.model.dependency import Dependency, DependencyLabel
from verifier.model.report import EdgeLine
from verifier.model.scales import DependencyKind, DependencyScope, DependencyState
from verifier.model.story import Slug
from verifier.report.graph import BOX_WIDTH, Drawing, draw

PROPOSED, CONFIRMED = DependencyState.PROPOSED, DependencyState.CONFIRMED


def line(number: int, start: str, end: str, state: DependencyState = PROPOSED) -> EdgeLine:
    edge = Dependency(
        DependencyLabel(f"D{number:02}"),
        Slug(start),
        Slug(end),
        DependencyKind.ECHOES,
        DependencyScope.STORY,
        state,
        "echoing",
    )
    return EdgeLine(edge, start.upper(), end.upper(), "", ())


def drawn(*lines: EdgeLine) -> Drawing:
    found = draw(lines)
    assert found is not None
    return found


def test_who_repeats_stands_left_of_whom_is_repeated() -> None:
    found = drawn(line(1, "paper", "agency"), line(2, "agency", "ministry"))
    places = {box.name: box.x for box in found.boxes}
    assert places["PAPER"] < places["AGENCY"] < places["MINISTRY"]
    assert all(arrow.x1 < arrow.x2 for arrow in found.arrows)


def test_boxes_lie_within_the_drawing_and_not_on_each_other() -> None:
    found = drawn(*(line(n, f"paper{n}", "agency") for n in range(1, 9)))
    assert len({(box.x, box.y) for box in found.boxes}) == 9
    assert all(box.x + BOX_WIDTH <= found.width and box.y < found.height for box in found.boxes)


def test_edges_between_the_same_two_are_one_arrow_as_firm_as_the_firmest() -> None:
    (arrow,) = drawn(line(1, "a", "b"), line(2, "a", "b", CONFIRMED)).arrows
    assert (arrow.label, arrow.state) == ("D01 +1", CONFIRMED)


def test_sources_that_repeat_each_other_are_drawn() -> None:
    found = drawn(line(1, "a", "b"), line(2, "b", "c"), line(3, "c", "a"))
    assert len(found.boxes) == len(found.arrows) == 3


def test_rejected_edges_are_not_drawn() -> None:
    assert draw([line(1, "a", "b", DependencyState.REJECTED)]) is None
    assert draw([]) is None


def test_a_long_name_is_cut_to_its_box() -> None:
    found = drawn(line(1, "x" * 90, "b"))
    assert all(len(box.name) <= 24 for box in found.boxes)
