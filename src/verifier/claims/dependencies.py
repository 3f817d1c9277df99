"""Dependencies read from words: who repeats, cites, quotes or carries whom, and where it says so.

The same rules read a story, where the narrator is nobody, and a source's own document, where the
narrator is that source. Each edge keeps the words it was read from.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from verifier.claims.attribution import reports_in
from verifier.claims.cues import CueKind
from verifier.claims.echo_words import RULES, Shown
from verifier.claims.known_sources import Known, finder_of, known_sources
from verifier.claims.mentions import (
    ORGANISATION_WORDS,
    PEOPLE_WORDS,
    SPOKES_WORDS,
    TITLES,
    UTTERANCE_WORDS,
    MentionKind,
    mention,
)
from verifier.claims.passages import Passage, passages
from verifier.claims.reports import Report
from verifier.claims.speakers import Speakers
from verifier.model.claim import Attribution, Claim, ClaimLabel
from verifier.model.dependency import Dependency, DependencyLabel
from verifier.model.evidence import EvidenceLabel
from verifier.model.scales import DependencyKind, DependencyScope, DependencyState, SourceKind
from verifier.model.source import Source
from verifier.model.story import Slug
from verifier.model.text import Span


@dataclass(frozen=True)
class DependencyReading:
    """The edges that a text shows, in its order, and the sources that only an edge names.

    `sources` come from the names in the text, or from those known by name; they are to be
    registered together with the edges.
    """

    dependencies: tuple[Dependency, ...]
    sources: tuple[Source, ...] = ()


def read_dependencies(
    text: str,
    claims: Sequence[Claim],
    sources: Iterable[Source],
    *,
    known: Iterable[Known] = (),
    left_out: Iterable[Span] = (),
) -> DependencyReading:
    """The edges that a story shows: labels D01, D02, … in the order of the text.

    `claims` are the story's, anchored in `text`; `sources` those that a name may mean before any
    other (the story's, the library's); `known` the newsroom's known names, the program's own where
    none are given. `left_out` are the ranges of page furniture. Clear words make an edge
    *proposed*, weak ones *suspected*. Deterministic; no input is refused.
    """
    reader = _Reader(text, sources, known, left_out, _Spoken(claims))
    found = [*reader.by_words(narrator=None), *reader.nested(claims)]
    return reader.reading(_in_order(found), "D{:02d}")


def read_document_dependencies(
    text: str,
    evidence: EvidenceLabel,
    source: Slug,
    sources: Iterable[Source],
    *,
    known: Iterable[Known] = (),
    left_out: Iterable[Span] = (),
) -> DependencyReading:
    """The edges that a document of `source` shows: labels E05.1, E05.2, … in its order.

    Where the narrator repeats somebody or reports what somebody said, the edge leads from `source`.
    The scope is the paragraph: what a stance cites from `reach` of the document rests on whom it
    names there. `sources` must hold `source` with its names, so that its own spokespeople are no
    others.
    """
    reader = _Reader(text, sources, known, left_out, _Spoken(()))
    found = [*reader.by_words(narrator=source), *reader.reported(source)]
    edges = [
        replace(edge, evidence=evidence, scope=DependencyScope.PARAGRAPH, claims=())
        for edge in _in_order(found)
    ]
    return reader.reading(edges, f"{evidence}.{{}}")


class _Spoken:
    """Which claims of a story are whose, by their place."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        placed = [c for c in claims if c.selector is not None and c.is_active]
        self._claims = sorted(placed, key=_start)
        self._starts = [_start(claim) for claim in self._claims]
        self._by_source: dict[Slug, list[Claim]] = {}
        for claim in self._claims:
            for source in dict.fromkeys(said.source for said in claim.attributions):
                if source is not None:
                    self._by_source.setdefault(source, []).append(claim)

    def within(self, span: Span) -> list[Claim]:
        """The claims that begin in a span."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return self._claims[first:last]

    def of_source_between(self, source: Slug, first: int, last: int) -> list[Claim]:
        """What a source says from one offset on, and before another one."""
        said = self._by_source.get(source, [])
        return said[bisect_left(said, first, key=_start) : bisect_left(said, last, key=_start)]

    def last_of_source(self, source: Slug, at: int) -> Sequence[Claim]:
        """The last thing that a source says before an offset, if any."""
        said = self._by_source.get(source, [])
        last = bisect_left(said, at, key=_start)
        return said[max(0, last - 1) : last]

    def last_before(self, at: int) -> Slug | None:
        """Who spoke last before an offset."""
        for claim in reversed(self._claims[: bisect_right(self._starts, at - 1)]):
            for said in claim.attributions:
                if said.source is not None:
                    return said.source
        return None


def _start(claim: Claim) -> int:
    return claim.selector.start if claim.selector is not None else 0


def _says(claim: Claim, source: Slug) -> bool:
    return any(said.source == source for said in claim.attributions)


class _Reader:
    """One text laid out for the rules, with its speakers."""

    def __init__(
        self,
        text: str,
        sources: Iterable[Source],
        known: Iterable[Known],
        left_out: Iterable[Span],
        spoken: _Spoken,
    ) -> None:
        self._text = text
        self._given = tuple(sources)
        self._passages = passages(text, left_out)
        self._reports = reports_in(self._passages)
        self._starts = [report.start for report in self._reports]
        self._speakers = Speakers(text, finder_of(_known(self._given, known)))
        self._spoken = spoken
        self._repeated: dict[tuple[Slug, Slug], int] = {}

    def by_words(self, narrator: Slug | None) -> Iterable[Dependency]:
        """What the rules on single sentences find; the speakers are heard in order."""
        for passage in self._passages:
            for line in passage.lines:
                heard = self._speakers.last()
                reports = self._reports_in(line.span)
                shown = [each for rule in RULES for each in rule(self._text, line.span)]
                for each in sorted(shown, key=lambda item: item.cue):
                    edge = self._edge(each, passage, line.span, reports, heard, narrator)
                    if edge is not None:
                        yield edge
                for report in reports:
                    self._hear(report)

    def _reports_in(self, span: Span) -> Sequence[Report]:
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return self._reports[first:last]

    def _hear(self, report: Report) -> Slug | None:
        """The source of a report; None for nobody named."""
        if not report.source or report.kind not in (CueKind.SAID, CueKind.JUDGED):
            return None
        return self._speakers.resolve(report.source[0].of(self._text)).source

    def _edge(
        self,
        shown: Shown,
        passage: Passage,
        sentence: Span,
        reports: Sequence[Report],
        heard: Slug | None,
        narrator: Slug | None,
    ) -> Dependency | None:
        """The edge that some words show, where both its ends are somebody."""
        if shown.downstream is not None and shown.upstream is None:
            lower = self._named(shown.downstream)
            upper = self._speaker(shown, sentence, reports) if _is_telling(shown) else heard
            if _is_telling(shown) and not self._is_medium(lower):
                return None
        else:
            lower = self._speaker(shown, sentence, reports) or narrator
            upper = heard if shown.upstream is None else self._named(shown.upstream)
        if lower is None or upper is None or lower == upper:
            return None
        claims = self._claims(shown, sentence, lower, upper)
        return Dependency(
            DependencyLabel(""), lower, upper, shown.kind,
            DependencyScope.CLAIM if claims else DependencyScope.PARAGRAPH,
            shown.state, shown.rule, shown.cue.of(self._text), shown.cue,
            claims=claims, reach=None if claims else passage.span,
        )  # fmt: skip

    def _speaker(self, shown: Shown, sentence: Span, reports: Sequence[Report]) -> Slug | None:
        """Who acts in a sentence: the nearest speaker named before the cue, else after it."""
        placed = [
            (said.speaker_span, said.source)
            for claim in self._spoken.within(sentence)
            for said in claim.attributions
            if said.speaker_span is not None and said.source is not None
        ]
        for report in reports:
            slug = self._hear(report)
            if slug is not None and not any(p[0].overlaps(report.source[0]) for p in placed):
                placed.append((report.source[0], slug))
        free = [p for p in placed if not p[0].overlaps(shown.cue)]
        before = [p for p in free if p[0].end <= shown.cue.start]
        if before:
            return max(before, key=lambda p: p[0].end)[1]
        return min(free, key=lambda p: p[0].start)[1] if free else None

    def _named(self, span: Span) -> Slug | None:
        """The source that some words name; None for things and for people unnamed."""
        words = span.of(self._text).strip()
        if not _is_somebody(words):
            return None
        said = mention(words)
        if said.kind is MentionKind.PRONOUN:
            return self._speakers.resolve(words).source
        if said.kind in (MentionKind.UTTERANCE, MentionKind.UNNAMED):
            known = self._speakers.find(words)
            if known is None or known.is_general:
                return self._speakers.resolve(words).source if said.points_back else None
        elif said.kind is MentionKind.PERSON and " " not in said.name:
            known = self._speakers.find(words)
            if known is None and not self._was_heard(said.name):
                return None
        return self._speakers.resolve(words).source

    def _was_heard(self, name: str) -> bool:
        """Whether a family name alone is that of somebody the text has named."""
        return any(
            name.casefold() in source.name.casefold().split()
            for source in (*self._given, *self._speakers.sources.values())
        )

    def _is_medium(self, slug: Slug | None) -> bool:
        source = None if slug is None else self._source(slug)
        return source is not None and source.kind is SourceKind.MEDIA

    def _source(self, slug: Slug) -> Source | None:
        given = next((source for source in self._given if source.slug == slug), None)
        return given or self._speakers.sources.get(slug)

    def _claims(
        self, shown: Shown, sentence: Span, lower: Slug, upper: Slug
    ) -> tuple[ClaimLabel, ...]:
        """The claims that an edge of the story holds for.

        Those that the sentence puts in the mouth of either end. *Echoed X's claims* means what X
        says before, as far as no sentence before said so of the same two, and what the sentence
        goes on with is the echo's own, unless *that* follows.
        """
        here = [c for c in self._spoken.within(sentence) if _says(c, lower) or _says(c, upper)]
        if shown.rule in _OF_BEFORE:
            if shown.state is DependencyState.PROPOSED and not self._goes_on(shown):
                here = [c for c in here if _says(c, upper)]
            here = [*self._before(shown, sentence, lower, upper), *here]
        return tuple(dict.fromkeys(claim.label for claim in here))

    def _before(self, shown: Shown, sentence: Span, lower: Slug, upper: Slug) -> Sequence[Claim]:
        """What an edge that points back takes in: where nothing is new, or for a doubt, the last.

        So a story that says it of the same two in every paragraph has each claim in one edge.
        """
        since = self._repeated.get((lower, upper), 0)
        if shown.state is not DependencyState.SUSPECTED:
            self._repeated[lower, upper] = sentence.start
            new = self._spoken.of_source_between(upper, since, sentence.start)
            if new:
                return new
        return self._spoken.last_of_source(upper, sentence.start)

    def _goes_on(self, shown: Shown) -> bool:
        """Whether what is repeated follows the cue: `echoed X's claims that …`."""
        return self._text.startswith((" that ", ": "), shown.cue.end)

    def reported(self, narrator: Slug) -> Iterable[Dependency]:
        """In a source's own document: everybody whose words it reports."""
        for passage in self._passages:
            for line in passage.lines:
                for report in self._reports_in(line.span):
                    slug = self._hear(report) if report.kind is CueKind.SAID else None
                    if slug is None or slug == narrator:
                        continue
                    if self._is_own_name(narrator, report.source[0].of(self._text)):
                        continue
                    quoted = any(q.overlaps(s) for q in line.touching for s in report.content)
                    yield Dependency(
                        DependencyLabel(""), narrator, slug,
                        DependencyKind.QUOTES if quoted else DependencyKind.CITES,
                        DependencyScope.PARAGRAPH, DependencyState.PROPOSED, "reported-speech",
                        _stretch(self._text, report), _hull(report), reach=line.span,
                    )  # fmt: skip

    def _is_own_name(self, slug: Slug, words: str) -> bool:
        """Whether some words are a part of a source's own names, without a name of another.

        A document of Ukrainian military intelligence that says "according to military
        intelligence" speaks of itself.
        """
        source = self._source(slug)
        bare = words.casefold().removeprefix("the ").strip()
        names = () if source is None else (source.name, *source.aliases)
        return bool(bare) and any(f" {bare} " in f" {name.casefold()} " for name in names)

    def nested(self, claims: Sequence[Claim]) -> Iterable[Dependency]:
        """The edges of a chain of reporting: a medium or an analyst says that B claimed."""
        for claim in claims:
            for said in claim.attributions:
                for name in said.via:
                    outer = self._source(Slug(name))
                    inner = said.source
                    if inner is None or outer is None or outer.kind not in _REPORTING:
                        continue
                    if inner != outer.slug:
                        yield self._nested(claim, said, outer.slug, inner)

    def _nested(self, claim: Claim, said: Attribution, outer: Slug, inner: Slug) -> Dependency:
        span = said.cue_span or said.speaker_span
        words = "" if span is None else span.of(self._text)
        return Dependency(
            DependencyLabel(""), outer, inner, DependencyKind.CITES,
            DependencyScope.CLAIM, DependencyState.PROPOSED, "nested-report", words, span,
            claims=(claim.label,),
        )  # fmt: skip

    def reading(self, edges: Sequence[Dependency], label: str) -> DependencyReading:
        """The edges under their labels, and the sources among their ends that are new."""
        known = {source.slug for source in self._given}
        ends = dict.fromkeys(slug for e in edges for slug in (e.from_source, e.to_source))
        found = self._speakers.sources
        return DependencyReading(
            tuple(
                replace(edge, label=DependencyLabel(label.format(number)))
                for number, edge in enumerate(edges, 1)
            ),
            tuple(found[slug] for slug in ends if slug not in known and slug in found),
        )


_REPORTING = (SourceKind.MEDIA, SourceKind.ANALYST, SourceKind.BLOGGER)
"""The kinds of source that hand on what others say."""

_OF_BEFORE = frozenset(("echoing", "echoed-by", "in-line-with", "also-highlighting"))
"""The rules whose words point back at what was said before."""


_DESCRIBING = TITLES | SPOKES_WORDS | ORGANISATION_WORDS | PEOPLE_WORDS | UTTERANCE_WORDS


def _is_somebody(words: str) -> bool:
    """Whether words begin with a name, or describe somebody in few words of that kind.

    >>> _is_somebody("the Health Ministry"), _is_somebody("county police")
    (True, True)
    >>> _is_somebody("derogatory comments Trump had made"), _is_somebody("a lack of evidence")
    (False, False)
    """
    listed = words.replace("-", " ").split()
    while listed and listed[0].lower() in ("the", "a", "an", "its", "their", "his", "her"):
        listed.pop(0)
    if not listed:
        return words.lower() in ("him", "her", "it", "them")
    before = [word for word in listed if word.islower()]
    if listed[0][:1].isupper() or listed[0][:1].isdigit():
        return sum(word[:1].isupper() for word in listed) * 3 >= len(listed)
    return len(listed) <= 4 and (
        listed[-1].lower() in _DESCRIBING or all(word in _DESCRIBING for word in before)
    )


def _is_telling(shown: Shown) -> bool:
    return shown.rule == "telling"


def _hull(report: Report) -> Span:
    """Source and cue of a report, and what stands between them."""
    spans = (*report.source, *report.cue)
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _stretch(text: str, report: Report) -> str:
    return " ".join(_hull(report).of(text).split())


def _known(sources: Iterable[Source], known: Iterable[Known]) -> tuple[Known, ...]:
    """What names mean: the newsroom's known sources, and before them the given ones."""
    listed = tuple(known) or known_sources()
    flags = {item.source.slug: item for item in listed}
    own = [
        replace(flags[source.slug], source=source)
        if source.slug in flags
        else Known(source, is_general=False, is_person=False)
        for source in sources
    ]
    return (*listed, *own)


def _in_order(edges: Iterable[Dependency]) -> list[Dependency]:
    """The edges by their place, of equal ones (ends and scope) the first."""
    kept: list[Dependency] = []
    for edge in sorted(edges, key=_place):
        if not any(_is_same(edge, other) for other in kept[-8:]):
            kept.append(edge)
    return kept


def _place(edge: Dependency) -> tuple[Span, Slug, Slug]:
    return edge.span or Span(0, 0), edge.from_source, edge.to_source


def _is_same(one: Dependency, other: Dependency) -> bool:
    ends = (one.from_source, one.to_source) == (other.from_source, other.to_source)
    return ends and (one.claims, one.reach) == (other.claims, other.reach)
