"""Names and places of a claim: capitalised words, and in Hangul what stands before a title."""

import re

from verifier.claims.passages import Line
from verifier.language.tagging import Tag
from verifier.language.wordlists import word_set
from verifier.language.words import TEMPORAL
from verifier.model.claim import Facet
from verifier.model.scales import FacetType
from verifier.model.text import Span

_PLACE_BEFORE = word_set("""
    in at near from inside outside across into around toward towards village town city
    в во у із из под під біля около возле возлі поблизу города міста місті городе селе селі
    """)
_PLACE_AFTER = word_set("""
    region province city town village county district front border oblast street river
    області область области районі районе района району
    """)


def names_in(line: Line, span: Span) -> list[Facet]:
    """Names and places of a part of a sentence, titles before a name left out in Cyrillic.

    Places are those after *in*, *near*, *village of* and before *region*. Hangul has no capitals: a
    name there stands before a title (`대통령`), or ends as an organisation does (`연구소`).
    """
    found = list(_in_hangul(line.text, span))
    at = 0
    while at < len(line.words):
        token = line.words[at]
        if line.tag(at) is not Tag.NAME or not (
            span.start <= token.start and token.end <= span.end
        ):
            at += 1
            continue
        end = at
        while (
            line.tag(end) is Tag.NAME and end < len(line.words) and line.words[end].end <= span.end
        ):
            end += 1
        first = _past_titles(line, at, end)
        place = line.part(first, end)
        if token.lower not in TEMPORAL and not (at == 0 and end == 1 and _is_plain(line)):
            is_place = _is_place(line, at, end) or _continues_places(line, at, found)
            kind = FacetType.PLACE if is_place else FacetType.NAME
            found.append(Facet(kind, *place, place.of(line.text)))
        at = end
    return found


def _is_plain(line: Line) -> bool:
    """Whether the sentence's first word is capitalised only because it is first."""
    return line.tag(1) not in (Tag.NAME, Tag.POSSESSIVE, Tag.BRACKET)


def _is_place(line: Line, first: int, end: int) -> bool:
    before, after = line.lower(first - 1), line.lower(end)
    if before == "the":
        before = line.lower(first - 2)
    if before == "of" and line.lower(first - 2) in _PLACE_BEFORE:
        return True
    return after in _PLACE_AFTER or (before in _PLACE_BEFORE and line.tag(end) is not Tag.NOUN)


def _continues_places(line: Line, first: int, found: list[Facet]) -> bool:
    """A name in a list after a place: `Lyon, Nice and Pau`."""
    if not found or found[-1].type is not FacetType.PLACE:
        return False
    between = line.text[found[-1].end : line.words[first].start]
    return bool(re.fullmatch(r"[,\s]*(?:and\s|or\s)?\s*", between))


_CYRILLIC_TITLES = re.compile(
    r"(?:президент|прем['’ʼ]?[єь]ер|м[иі]н[иі]стр|генерал|полковник|губернатор|мер|мэр|посол|депутат|"
    r"канцлер|секретар|директор|голова|глава|речник|речниц|доктор|профес|командува|командующ|"
    r"король|корол|адмірал|адмирал|майор|капітан|капитан|сенатор|прокурор|суддя|судь)\w{0,5}"
)


def _past_titles(line: Line, first: int, end: int) -> int:
    """The first word of a name without the titles before it: `Президент | Зеленський`."""
    while first < end - 1 and _CYRILLIC_TITLES.fullmatch(line.lower(first)):
        first += 1
    return first


_HANGUL_TITLES = (
    "대통령|총리|장관|차관|의원|대변인|위원장|사령관|참모총장|교수|회장|사장|국장|시장|지사|대사|"
    "대표|총재|의장|감독|변호사|박사|기자|씨"
)
_BEFORE_TITLE = re.compile(
    rf"([가-힣]{{2,6}}(?:\s[가-힣]{{2,5}})?)\s?(?=(?:{_HANGUL_TITLES})(?![가-힣]{{3}}))"
)
_HANGUL_BODY = re.compile(
    r"[가-힣]{1,10}(?:정보국|정보원|국방부|외교부|통일부|연구소|통신|신문|위원회|참모본부|"
    r"사령부|경찰청|법원|대학교|국무부|합동참모본부)(?=은|는|이|가|의|을|를|에|도|과|와|\W|$)"
)
_NO_NAMES = frozenset(
    ["전직", "현직", "신임", "당시", "해당", "이날", "지난", "새로운", "부", "총", "전", "현"]
)


def _in_hangul(text: str, span: Span) -> list[Facet]:
    """People before their title and organisations by their ending, in Korean."""
    found = []
    for match in _HANGUL_BODY.finditer(text, *span):
        found.append(Facet(FacetType.NAME, *match.span(), match[0]))
    for match in _BEFORE_TITLE.finditer(text, *span):
        first, _, last = match[1].rpartition(" ")
        start = match.start(1) + (len(first) + 1 if first and _is_no_name(first) else 0)
        name = Span(start, match.end(1))
        if last not in _NO_NAMES and not any(name.overlaps(f.span) for f in found):
            found.append(Facet(FacetType.NAME, *name, name.of(text)))
    return sorted(found, key=lambda facet: facet.start)


def _is_no_name(word: str) -> bool:
    """Whether a word before a name is none: with a particle, or a word of time."""
    return word in _NO_NAMES or word.endswith(
        ("은", "는", "을", "를", "에", "의", "과", "와", "도")
    )
