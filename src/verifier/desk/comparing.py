"""A claim beside a passage: the two texts by the names a reviewer gives them, and what differs."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from verifier.comparison.compare import compare_details
from verifier.comparison.details import read_details
from verifier.desk.library import evidence_text, find_evidence, read_citation
from verifier.desk.lookup import claim_named
from verifier.desk.newsroom import known_here
from verifier.desk.session import OpenStory, Session
from verifier.desk.stories import open_story
from verifier.model.comparison import FacetComparison, Setting
from verifier.model.errors import BadInput
from verifier.model.source import Source
from verifier.model.story import Slug
from verifier.model.text import Span

_CLAIM = re.compile(r"(?P<story>[\w.-]{1,200}):(?P<claim>[Cc]\d{1,6})")
_ITEM = re.compile(r"[Ee]\d{1,6}(?::\d+-\d+)?")

_OPEN = Setting()

Aliases = tuple[frozenset[str], ...]
"""Groups of names of one source."""


@dataclass(frozen=True)
class Side:
    """One of the two texts: the words `span` covers in `text`, and what is known of them.

    `name` is what the reviewer called it; None for words that were typed.
    """

    text: str
    span: Span
    name: str | None = None
    setting: Setting = _OPEN

    @property
    def words(self) -> str:
        """The words that are compared."""
        return self.span.of(self.text)


@dataclass(frozen=True)
class Compared:
    """Two texts and what the passage says about each detail of the claim.

    The spans of the facets are code points into the whole text of each side.
    """

    claim: Side
    passage: Side
    facets: tuple[FacetComparison, ...]


def compare_sides(claim: Side, passage: Side, aliases: Aliases = ()) -> Compared:
    """What the passage says about each detail of the claim."""
    translated = claim.setting.is_translated or passage.setting.is_translated
    mine = read_details(claim.text, claim.span, claim.setting)
    theirs = read_details(passage.text, passage.span, passage.setting)
    return Compared(claim, passage, compare_details(mine, theirs, aliases, translated=translated))


def typed_side(words: str, *, translated: bool = False) -> Side:
    """The words that were typed as one of the two texts; raises BadInput for none."""
    if not words.strip():
        raise BadInput("There is nothing to compare; give the words, STORY:C15 or E05:120-188.")
    return Side(words, Span(0, len(words)), setting=Setting(is_translated=translated))


def names_a_claim(name: str) -> bool:
    """Whether what was typed names a claim of a story, like `flood-in-lowmarsh:C15`, or `.:C15`."""
    return _CLAIM.fullmatch(name.strip()) is not None


def names_a_passage(name: str) -> bool:
    """Whether what was typed names an evidence item or a passage of one."""
    return _ITEM.fullmatch(name.strip()) is not None


def claim_side(session: Session, name: str) -> Side:
    """The claim that `STORY:C15` names, in its story; raises UnknownName, BadInput."""
    match = _CLAIM.fullmatch(name.strip())
    if match is None:
        raise BadInput(f"{name} names no claim; write STORY:C15, or .:C15 for the last story.")
    story = open_story(session, match["story"])
    return side_of_claim(story, match["claim"])


def side_of_claim(story: OpenStory, label: str) -> Side:
    """A claim in the latest version of its story; raises UnknownName, BadInput where it is gone."""
    claim = claim_named(story, label)
    if claim.selector is None or claim.anchors[-1].version != story.version.n:
        raise BadInput(f"{claim.label} does not stand in the latest version of the story.")
    said = story.story
    setting = Setting(said.dateline, said.language)
    return Side(story.text, claim.selector.span, f"{said.slug}:{claim.label}", setting)


def passage_side(session: Session, name: str, *, translated: bool = False) -> Side:
    """The passage that `E05:120-188` names, or all of E05; raises BadInput, UnknownName."""
    label, _, place = name.strip().partition(":")
    item = find_evidence(session, label)
    setting = Setting(item.published_at, item.language, translated)
    if place:
        span = read_citation(session, name).selector.span
        return Side(evidence_text(session, item), span, f"{item.label}:{place}", setting)
    if not item.is_readable:
        raise BadInput(f"{item.label} has no text to compare: it could not be read or captured.")
    text = evidence_text(session, item)
    return Side(text, Span(0, len(text)), item.label, setting)


def aliases_of(sources: Iterable[Source]) -> Aliases:
    """The names under which each source is known, for the sources that have more than one.

    A confidential source is left out: a comparison would tell who it is.
    """
    groups = (
        frozenset((source.name, *source.aliases)) for source in sources if not source.confidential
    )
    return tuple(dict.fromkeys(group for group in groups if len(group) > 1))


def aliases_here(known: Mapping[Slug, Source] | None = None) -> Aliases:
    """The names of the newsroom's sources and of those in `known`."""
    sources = [entry.source for entry in known_here()]
    return aliases_of([*(known or {}).values(), *sources])


def aliases_in(story: OpenStory) -> Aliases:
    """The names of every source that a story, the library and the newsroom know."""
    return aliases_here(story.registry)


def compare_pairs(
    pairs: Iterable[tuple[str, str]], aliases: Aliases = ()
) -> Iterator[tuple[FacetComparison, ...]]:
    """What each passage says about its claim, pair by pair."""
    for claim, passage in pairs:
        yield compare_sides(Side(claim, Span(0, len(claim))), Side(passage, Span(0, len(passage))),
                            aliases).facets  # fmt: skip
