import pytest

from verifier.claims.mentions import MentionKind, mention
from verifier.claims.speakers import Speakers
from verifier.model.scales import SourceKind


def slugs(*mentions: str, text: str = "") -> list[str | None]:
    speakers = Speakers(text)
    return [speakers.resolve(each).source for each in mentions]


def test_an_organisation_and_its_spokesperson_are_one_source() -> None:
    found = slugs("Ann Lee, a spokeswoman for Harbour Hospital,", "Lee", "the hospital", "she")
    assert set(found) == {"harbour-hospital"}


def test_a_person_is_known_by_family_name_title_and_pronoun() -> None:
    assert set(slugs("Mayor Carla Benson", "Benson", "she")) == {"benson"}


def test_an_acronym_in_brackets_is_an_alias() -> None:
    assert slugs("the National Dockers Union (NDU)", "The NDU")[1] == slugs(
        "the National Dockers Union (NDU)"
    )[0]  # fmt: skip


def test_a_collective_is_one_source_however_it_is_called() -> None:
    found = slugs(
        "several fashion bloggers", "These popular outlets", "The posts", "these bloggers"
    )
    assert set(found) == {"fashion-bloggers"}


@pytest.mark.parametrize("words", ["officials", "Residents", "two people briefed on the deal"])
def test_people_without_a_name_are_no_source(words: str) -> None:
    assert slugs(words) == [None]


def test_two_people_of_one_family_name_keep_apart() -> None:
    assert slugs("Ola Berg", "Eva Berg") == ["berg", "eva-berg"]


def test_a_family_name_finds_the_full_name_of_the_text() -> None:
    speakers = Speakers("Prosecutor Eva Lind spoke. Lind said no.")
    slug = speakers.resolve("Lind").source
    assert slug is not None
    assert speakers.sources[slug].name == "Eva Lind"


def test_a_well_known_source_has_its_slug_kind_and_party() -> None:
    speakers = Speakers("")
    slug = speakers.resolve("Russia’s Defense Ministry").source
    assert slug == "russian-defense-ministry"
    assert speakers.sources[slug].kind is SourceKind.MILITARY
    assert speakers.sources[slug].party == "Russia"


def test_a_possessive_country_is_the_party() -> None:
    speakers = Speakers("")
    slug = speakers.resolve("Ukraine’s 12th River Brigade").source
    assert slug == "12th-river-brigade"
    assert speakers.sources[slug].party == "Ukraine"
    assert speakers.sources[slug].kind is SourceKind.MILITARY


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("he", MentionKind.PRONOUN),
        ("Judge Omar Diaz", MentionKind.PERSON),
        ("the city council", MentionKind.ORGANISATION),
        ("the report", MentionKind.UTTERANCE),
        ("several sports bloggers", MentionKind.COLLECTIVE),
        ("teachers", MentionKind.UNNAMED),
    ],
)
def test_what_the_words_that_name_a_speaker_are(words: str, kind: MentionKind) -> None:
    assert mention(words).kind is kind


def test_a_given_name_is_the_one_that_stands_there_most_often() -> None:
    speakers = Speakers("Internal Lind papers. Eva Lind spoke. Then Eva Lind left. Lind said no.")
    slug = speakers.resolve("Lind").source
    assert slug is not None
    assert speakers.sources[slug].name == "Eva Lind"


@pytest.mark.parametrize("words", ["a fight in Nevada", "an attack on Ann Lee"])
def test_a_thing_with_a_name_in_it_is_no_source(words: str) -> None:
    assert slugs(words) == [None]
