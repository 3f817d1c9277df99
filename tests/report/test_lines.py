"""The story line by line, with every claim and every excluded range on it."""

from hypothesis import given
from hypothesis import strategies as st

from verifier.model.claim import Anchor, Claim, ClaimLabel
from verifier.model.report import StoryLine
from verifier.model.scales import Exclusion
from verifier.model.text import ExcludedRange, Span, select
from verifier.report.lines import drawn_claims, story_lines


def claims_at(text: str, *spans: tuple[int, int]) -> list[Claim]:
    return [
        Claim(ClaimLabel(f"C{n:02}"), (Anchor(1, select(text, Span(*span))),), "", "rule")
        for n, span in enumerate(spans, 1)
    ]


def drawn(line: StoryLine) -> str:
    """A line with its claims in brackets, as `[1…]`."""
    return "".join(
        "".join(f"[{label[-1]}" for label in piece.opens)
        + piece.text
        + "".join(f"{label[-1]}]" for label in piece.closes)
        for piece in line.pieces
    )


def test_lines_are_numbered_as_in_the_file_and_blank_ones_are_left_out() -> None:
    lines = story_lines("one\n\n  \nfour", [], [])
    assert [(line.number, drawn(line)) for line in lines] == [(1, "one"), (4, "four")]


def test_a_nested_claim_opens_after_and_closes_before_the_wider_one() -> None:
    text = "abcdef"
    (line,) = story_lines(text, claims_at(text, (0, 6), (2, 4)), [])
    assert drawn(line) == "[1ab[2cd2]ef1]"
    assert line.pieces[1].claims == ("C01", "C02")


def test_claims_with_the_same_words_nest() -> None:
    text = "abc"
    (line,) = story_lines(text, claims_at(text, (0, 3), (0, 3)), [])
    assert drawn(line) == "[1[2abc2]1]"


def test_claims_may_overlap() -> None:
    text = "abcdef"
    (line,) = story_lines(text, claims_at(text, (0, 4), (2, 6)), [])
    assert drawn(line) == "[1ab[2cd1]ef2]"


def test_a_claim_goes_on_over_a_line_break() -> None:
    text = "ab\ncd"
    first, second = story_lines(text, claims_at(text, (1, 4)), [])
    assert (drawn(first), drawn(second)) == ("a[1b", "c1]d")
    assert drawn_claims((first, second)) == {"C01": 1}


def test_white_space_at_the_ends_of_a_claim_is_left_out_of_it() -> None:
    text = "a b \nc"
    first, _ = story_lines(text, claims_at(text, (1, 5)), [])
    assert drawn(first) == "a [1b1] "


def test_a_claim_of_nothing_is_not_drawn() -> None:
    text = "a  b"
    assert drawn_claims(story_lines(text, claims_at(text, (1, 3), (2, 2)), [])) == {}


def test_the_reason_is_given_where_an_excluded_range_ends() -> None:
    text = "By Dana\nX"
    lines = story_lines(text, claims_at(text, (3, 7)), [ExcludedRange(0, 7, Exclusion.BYLINE)])
    first, second = lines[0].pieces
    assert (first.excluded, first.excluded_ends) == (Exclusion.BYLINE, False)
    assert (second.excluded, second.excluded_ends) == (Exclusion.BYLINE, True)
    assert lines[1].pieces[0].excluded is None


spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: tuple(sorted(pair)))


@given(st.text("ab \n", max_size=40), st.lists(spans, max_size=8), st.lists(spans, max_size=3))
def test_the_pieces_are_the_text_and_every_claim_opens_and_closes_once(
    text: str, claimed: list[tuple[int, int]], excluded: list[tuple[int, int]]
) -> None:
    ranges = [ExcludedRange(*span, Exclusion.NOTICE) for span in excluded]
    lines = story_lines(text, claims_at(text, *claimed), ranges)
    shown = {line.number: "".join(piece.text for piece in line.pieces) for line in lines}
    assert shown == {n: row for n, row in enumerate(text.split("\n"), 1) if row.strip()}
    opened = [label for line in lines for piece in line.pieces for label in piece.opens]
    closed = [label for line in lines for piece in line.pieces for label in piece.closes]
    with_words = [
        f"C{n:02}" for n, (start, end) in enumerate(claimed, 1) if text[start:end].strip()
    ]
    assert sorted(opened) == sorted(closed) == sorted(with_words)


@given(st.text("ab \n", max_size=40), st.lists(spans, max_size=8))
def test_the_words_under_a_claim_are_the_claim(text: str, claimed: list[tuple[int, int]]) -> None:
    claims = claims_at(text, *claimed)
    lines = story_lines(text, claims, [])
    for claim in claims:
        assert claim.selector is not None
        under = "".join(
            piece.text for line in lines for piece in line.pieces if claim.label in piece.claims
        )
        words = claim.selector.exact.strip()
        assert "".join(under.split()) == "".join(words.split())
