"""Who somebody is: a role beside a name, and what stands after a name between commas."""

from verifier.claims.insertions import BESIDE, Stretch
from verifier.claims.mentions import ORGANISATION_WORDS, PEOPLE_WORDS, SPOKES_WORDS, TITLES
from verifier.claims.noun_phrases import phrase_end
from verifier.claims.passages import Line
from verifier.language.tagging import VERBAL, Tag
from verifier.language.words import ARTICLES, TEMPORAL


def identities(line: Line, first: int, last: int) -> list[Stretch]:
    """Every identity that the words between two tokens claim, none across another."""
    found = [named] if (named := identity(line, first, last)) else []
    for at in range(first, last):
        said = apposition(line, at, last)
        if said and not any(said[0] < end and start < said[1] for start, end in found):
            found.append(said)
    return sorted(found)


def apposition(line: Line, at: int, last: int) -> Stretch | None:
    """A name and what its bearer is, between commas: `Ann Lee, a nurse from Ohio, …`.

    >>> from verifier.claims.passages import passages
    >>> line = passages("Ann Lee, a nurse from Ohio, left.")[0].lines[0]
    >>> apposition(line, 0, 9)
    (0, 7)
    >>> line = passages("In Ames, a storm broke.")[0].lines[0]
    >>> apposition(line, 1, 6)
    """
    if line.tag(at) is not Tag.NAME or line.tag(at - 1) is Tag.NAME:
        return None
    comma = at
    while comma < last and line.tag(comma) is Tag.NAME:
        comma += 1
    if line.tag(comma) is not Tag.COMMA or comma >= last:
        return None
    opening = comma + 1
    if line.tag(opening) is Tag.NUMBER and line.tag(opening + 1) is Tag.COMMA:
        opening += 2  # Lee, 43, a nurse
    end = min(phrase_end(line, opening), last)
    words = [line.lower(i) for i in range(opening, end)]
    if not words or len(words) > _LONGEST or not _says_what(line, opening, end, comma - at):
        return None
    if any(line.tag(i) in VERBAL or line.tag(i) is Tag.ING for i in range(opening, end)):
        return None
    closes = end >= last or line.tag(end) in (Tag.COMMA, Tag.STOP, Tag.DASH, Tag.QUOTE)
    return (at, end) if closes or line.lower(end) in ("who", "whose", "which") else None


_LONGEST = 20
"""Words that an apposition may have."""


def _says_what(line: Line, opening: int, end: int, length: int) -> bool:
    """Whether a phrase after a name can say what its bearer is, not begin a list or a place."""
    words = [line.lower(at) for at in range(opening, end)]
    if set(words[:6]) & (_ROLES | PEOPLE_WORDS):
        return line.tag(opening) is not Tag.NAME or len(words) > 2
    return length >= 2 and words[0] in ARTICLES and words[-1] not in TEMPORAL and len(words) > 1


def identity(line: Line, first: int, last: int) -> Stretch | None:
    """A role and a name side by side: `Chechen leader Ramzan Kadyrov`, `Ann Lee, the mayor`.

    >>> from verifier.claims.passages import passages
    >>> line = passages("Union spokesperson Ann Lee resigned.")[0].lines[0]
    >>> identity(line, 0, 5)
    (0, 4)
    >>> line = passages("The union resigned.")[0].lines[0]
    >>> identity(line, 0, 3)
    """
    for at in range(first, last - 1):
        if line.lower(at) not in _ROLES or line.tag(at + 1) is not Tag.NAME:
            continue
        if line.lower(at + 1) in _ROLES or line.lower(at + 2) in ORGANISATION_WORDS:
            continue
        end = at + 1
        while end < last and (line.tag(end) is Tag.NAME or _is_acronym(line, end)):
            end += 1
        if "(" in line.part(at, end).of(line.text) and line.words[end - 1].text != ")":
            end = next(i for i in range(at, end) if line.words[i].text == "(")
        start = _role_start(line, first, at)
        if (end - at > 2 and end - start > 3) or (line.tag(at) is Tag.NOUN and end - at > 2):
            return (start, end)
    return None


def _role_start(line: Line, first: int, at: int) -> int:
    """Where the words before a role begin: `U.S. Department of State | spokesperson`."""
    start = _names_start(line, first, at)
    is_named = line.tag(start - 2) is Tag.NAME and line.lower(start - 2) not in TEMPORAL
    if start - 2 >= first and line.lower(start - 1) == "of" and is_named:
        return _names_start(line, first, start - 2)
    return start


def _names_start(line: Line, first: int, at: int) -> int:
    """Where the names and nouns before token `at` begin; words of time are none."""
    is_title = line.words[at].text[0].isupper()
    while at > first and line.tag(at - 1) in BESIDE and line.lower(at - 1) not in TEMPORAL:
        if is_title and line.words[at - 1].text[0].islower() and line.tag(at - 1) is Tag.NOUN:
            break
        at -= 1
    return at


def _is_acronym(line: Line, at: int) -> bool:
    return line.tag(at) is Tag.BRACKET or (
        line.lower(at) in ("for", "the", "of") and (line.tag(at + 1) in (Tag.NAME, Tag.DETERMINER))
    )


_ROLES = frozenset(SPOKES_WORDS | (TITLES - {"mr.", "mrs.", "ms.", "dr.", "sir", "former"})) | {
    "analyst", "professor", "minister", "commander", "founder", "owner", "manager", "tank",
    "economist", "lawyer", "candidate", "star", "captain", "author", "blogger", "journalist",
}  # fmt: skip
