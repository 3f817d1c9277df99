"""Who repeats whom, as it is typed."""

import pytest

from verifier.model.errors import BadInput
from verifier.model.scales import DependencyKind
from verifier.tui.edge_words import TypedEdge, edge_typed


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("isw > diu", TypedEdge("isw", "diu", DependencyKind.ECHOES, ())),
        ("isw→diu cites", TypedEdge("isw", "diu", DependencyKind.CITES, ())),
        (
            "A B > C D Quotes c15 C16",
            TypedEdge("A B", "C D", DependencyKind.QUOTES, ("c15", "C16")),
        ),
        ("a > cites cites", TypedEdge("a", "cites", DependencyKind.CITES, ())),
    ],
)
def test_names_kind_and_claims_are_told_apart(words: str, found: TypedEdge) -> None:
    assert edge_typed(words) == found


@pytest.mark.parametrize(
    "words", ["", "isw", "isw diu", "> diu", "isw >", "isw > C15", "isw > cites"]
)
def test_what_names_no_two_sources_is_told_how_it_is_typed(words: str) -> None:
    with pytest.raises(BadInput, match="FROM > TO"):
        edge_typed(words)
