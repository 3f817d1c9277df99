"""Which parties oppose each other is data: shipped, and a newsroom's own."""

import pytest

from verifier.judgement.newsroom import Newsroom, newsroom_of, newsroom_signed, standing
from verifier.judgement.parties import opposed, parties_in, shipped_parties
from verifier.model.errors import BadInput
from verifier.model.event import DESK
from verifier.model.party import Party
from verifier.model.policy import Policy
from verifier.model.scales import SourceKind
from verifier.model.signoff import SignOff
from verifier.model.source import Source
from verifier.model.state import State
from verifier.model.story import Slug
from verifier.model.text import Digest


def test_opposition_holds_both_ways() -> None:
    assert opposed("Ukraine", "Russia", shipped_parties())
    assert opposed("Russia", "Ukraine", shipped_parties())
    assert not opposed("Ukraine", "France", shipped_parties())


def test_no_party_opposes_itself() -> None:
    assert not opposed("A", "A", {"A": Party("A", ("A",))})


def test_a_newsrooms_party_goes_before_the_shipped_one() -> None:
    library = State(DESK, parties={"Ukraine": Party("Ukraine", ()), "Town": Party("Town")})
    room = newsroom_of(library, Policy(version="7"))
    assert room.parties["Ukraine"].opposes == ()
    assert "Town" in room.parties
    assert room.policy.version == "7"


def test_a_signed_story_keeps_its_sources_parties_and_policy() -> None:
    frozen = Source(Slug("mayor"), "Mayor", SourceKind.OFFICIAL, party="Town")
    signed = SignOff(
        "anna", Digest("0" * 64), 4, "2026-01-02T03:04:05.678Z", (frozen,), (Party("Town"),),
        Policy(version="3"),
    )  # fmt: skip
    now = Newsroom(sources={frozen.slug: Source(frozen.slug, "Mayor", SourceKind.OFFICIAL)})
    room = newsroom_signed(signed, now)
    assert room.sources[frozen.slug].party == "Town"
    assert (tuple(room.parties), room.policy.version) == (("Town",), "3")


def test_merges_in_a_circle_stop() -> None:
    one = Source(Slug("a"), "A", SourceKind.OFFICIAL, merged_into=Slug("b"))
    other = Source(Slug("b"), "B", SourceKind.OFFICIAL, merged_into=Slug("a"))
    assert standing(Slug("a"), {one.slug: one, other.slug: other}) == "b"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("party = 3\n", "under a line [[party]]"),
        ("[[party]]\nopposes = []\n", "name is missing"),
        ('[[party]]\nname = "A"\nopposes = "B"\n', "opposes is no list"),
        ('[[party]]\nname = "A"\nhates = []\n', "“hates” is no field"),
        ("parties = []\n", "only [[party]] entries"),
        ("[[party\n", "no valid TOML"),
    ],
)
def test_a_mistake_in_a_file_of_parties_is_named(data: str, said: str) -> None:
    with pytest.raises(BadInput) as caught:
        parties_in(data, "parties.toml")
    assert said in str(caught.value)
