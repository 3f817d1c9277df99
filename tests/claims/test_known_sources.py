"""Sources known by name: the file that ships, and the form of a newsroom's own."""

import re
from pathlib import Path

import pytest

from verifier.claims import read_story
from verifier.claims.known_sources import (
    find_known,
    finder_of,
    key_of,
    known_sources,
    sources_in,
)
from verifier.model.errors import BadInput
from verifier.model.scales import SourceKind

MILL = '[[source]]\nslug = "mill"\nname = "Harbour Mill"\nkind = "media"\naliases = ["HM"]\n'


def slug(words: str) -> str | None:
    known = find_known(words)
    return known.source.slug if known else None


def test_a_hundred_sources_and_more_are_known() -> None:
    assert len(known_sources()) >= 100
    assert {known.source.kind for known in known_sources()} >= {
        SourceKind.OFFICIAL, SourceKind.MILITARY, SourceKind.ANALYST, SourceKind.MEDIA,
    }  # fmt: skip


def test_no_two_known_sources_share_a_name() -> None:
    owners: dict[tuple[str, ...], str] = {}
    for known in known_sources():
        for alias in (known.source.name, *known.source.aliases):
            key = key_of(alias)
            assert key
            assert owners.setdefault(key, known.source.slug) == known.source.slug


@pytest.mark.parametrize("letters", ["[A-Za-z]", "[А-Яа-яІіЇїЄє]", "[가-힣]"])
def test_names_are_there_in_three_scripts(letters: str) -> None:
    named = [
        known
        for known in known_sources()
        if any(re.search(letters, alias) for alias in known.source.aliases)
    ]
    assert len(named) >= 60


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the International Criminal Court in The Hague", "international-criminal-court"),
        ("Ukraine’s Air Force", "ukrainian-air-force"),
        ("Генштаб ЗСУ", "ukrainian-general-staff"),
        ("Минобороны РФ", "russian-defense-ministry"),
        ("국가정보원", "south-korean-nis"),
        ("유엔 안보리", "un-security-council"),
        ("Seoul", "south-korean-government"),
        ("President Macron", "macron"),
        ("Doctors Without Borders", "msf"),
        ("the Harbour Trust", None),
    ],
)
def test_a_source_is_known_by_its_names(words: str, expected: str | None) -> None:
    assert slug(words) == expected


def test_a_family_name_after_another_given_name_is_somebody_else() -> None:
    assert slug("Brigitte Macron") is None
    assert slug("Emmanuel Macron") == "macron"


def test_a_government_is_meant_at_the_end_of_the_words_only() -> None:
    assert slug("Beijing") == "chinese-government"
    assert slug("Beijing Daily") is None


def test_a_newsrooms_entry_is_found_in_a_story() -> None:
    known = sources_in(MILL, "sources.toml", known_sources())
    found = read_story("The HM said the dock is shut.", known=known)
    assert [(s.slug, s.kind) for s in found.sources] == [("mill", SourceKind.MEDIA)]


def test_a_newsrooms_entry_changes_a_known_source_where_it_says_something() -> None:
    data = (
        '[[source]]\nslug = "isw"\nparty = "Testland"\n'
        'aliases = ["The Institute"]\nwithout = ["ISW"]\n'
    )
    known = sources_in(data, "sources.toml", known_sources())
    found = next(each.source for each in known if each.source.slug == "isw")
    assert (found.name, found.kind) == ("Institute for the Study of War", SourceKind.ANALYST)
    assert found.party == "Testland"
    assert "ISW" not in found.aliases
    assert "The Institute" in found.aliases
    assert len(known) == len(known_sources())


def test_a_newsroom_takes_an_alias_for_its_own() -> None:
    known = sources_in(MILL.replace("HM", "Reuters"), "sources.toml", known_sources())
    found = finder_of(known)("Reuters")
    assert found is not None
    assert found.source.slug == "mill"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("[[source]\nslug", r"sources\.toml is no valid TOML: .*line 1"),
        ('[[source]]\nname = "Mill"', r"entry 1: slug is missing"),
        ('[[source]]\nslug = "mill"\nkind = "media"', r"entry 1 \(mill\): name is missing"),
        (MILL + MILL, r"entry 2 \(mill\): this slug is there twice"),
        (MILL.replace("media", "paper"), r"entry 1 \(mill\): “paper” is no kind .*official"),
        (MILL.replace("aliases", "alias"), r"entry 1 \(mill\): “alias” is no field"),
        (MILL.replace('["HM"]', '"HM"'), r"entry 1 \(mill\): aliases is no list"),
        (MILL.replace('"mill"', '"The Mill"'), r"entry 1 .*small letters"),
        (MILL + 'general = "yes"', r"entry 1 \(mill\): write general = true"),
        ('source = "mill"', r"under a line \[\[source\]\]"),
        ('title = "x"', r"has “title”"),
    ],
)
def test_a_broken_file_is_named_with_its_entry(data: str, says: str) -> None:
    with pytest.raises(BadInput, match=says) as caught:
        sources_in(data, "sources.toml")
    assert "sources.toml" in str(caught.value)


def test_the_example_of_the_page_is_a_file_of_sources() -> None:
    page = (Path(__file__).parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")
    data = page.split("```toml\n")[1].split("```")[0]
    known = sources_in(data, "sources.toml", known_sources())
    assert known[-1].source.slug == "lowmarsh-council"
