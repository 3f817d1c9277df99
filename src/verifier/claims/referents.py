"""Who somebody may be in the words before: introduced as a subject, described by a role, named."""

import re
from dataclasses import dataclass

from verifier.claims.gender import HE, SHE, gender_of
from verifier.claims.mentions import ORGANISATION_WORDS
from verifier.language.wordlists import word_set

BEFORE = 1500
"""Code points before a pronoun in which a name is looked for."""

_NEAR = 700
"""Code points before a pronoun in which a subject or a document is looked for."""

_NAMED = r"[A-Z][\w’-]+(?:\s(?:[A-Z]\.|de|van|von|al|bin))?\s[A-Z][\w’-]+"
_PAIR = re.compile(r"\b([A-Z][\w’-]+(?:\s[A-Z]\.)?)(?=\s([A-Z][\w-]+)\b)")
_COURTESY = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Lady)\.?\s([A-Z][\w’-]+)")
_OPENING = re.compile(rf"(?:^|\n|[.!?][”\"]?\s)(?:But\s|And\s|Then\s)?({_NAMED})(?=[\s,])")


def named_before(text: str, gender: str, at: int) -> re.Match[str] | None:
    """The last name before an offset that is a man's or a woman's: `Ruth Adler`, `Mr. Lee`."""
    found = None
    start = max(0, at - BEFORE)
    for match in _PAIR.finditer(text, start, at):
        if gender_of(f"{match[1]} {match[2]}") == gender:
            found = match
    for match in _COURTESY.finditer(text, found.end() if found else start, at):
        if (HE if match[1] in ("Mr", "Sir") else SHE) == gender:
            found = match
    return found


def introduced_before(text: str, gender: str, at: int) -> re.Match[str] | None:
    """The last person before an offset whose full name begins a sentence: its subject.

    None where the given name is known to be of the other gender, or an organisation's.

    >>> introduced_before("Kaori Ueda runs the mill. She said", "she", 26)[1]
    'Kaori Ueda'
    >>> introduced_before("Ames City Council met. She said", "she", 23)
    """
    found = None
    for match in _OPENING.finditer(text, max(0, at - _NEAR), at):
        words = {word.lower() for word in match[1].split()}
        after = text[match.end() : match.end() + 20].split()
        longer = after and (after[0][:1].isupper() or after[0].lower() in ORGANISATION_WORDS)
        if words & (ORGANISATION_WORDS | _NO_NAMES) or longer:
            continue
        if gender_of(match[1]) in (None, gender):
            found = match
    return found


_NO_NAMES = word_set(
    """
    the a an in on at for but and this that these his her its their after before when while as
    if monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december new north south east west san los las
    saint
    """
)

_DOCUMENT = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s(?:[\w’-]+\s){0,2}?"
    r"(?:e-?mail|letter|memo|report|statement|document|lawsuit|complaint|indictment|ruling|study|"
    r"survey|poll|filing|affidavit|message|note|post|tweet|article|book|paper|transcript|website)\b"
)


def document_before(text: str, at: int) -> re.Match[str] | None:
    """The last text before an offset that can be quoted: `the letter`, `an earlier report`."""
    found = None
    for match in _DOCUMENT.finditer(text, max(0, at - _NEAR), at):
        found = match
    return found


@dataclass(frozen=True)
class Described:
    """A person as the text describes them: the name, and the words before the head noun."""

    name: str
    words: frozenset[str]


_BESIDE = re.compile(rf"((?:[\w’.-]+\s){{1,4}}?)(?=({_NAMED})\b)")
_APPOSED = re.compile(
    rf"({_NAMED}),\s(?:\d{{1,2}},\s)?(?:(?:an?|the|one|our|his|her)\s)?((?:[\w’-]+\s?){{1,6}})"
)
_LINKS = word_set(
    """
    of for in at from with on to who whose which and by near
    """
)


def descriptions(text: str) -> dict[str, tuple[Described, ...]]:
    """Whom a text describes by which noun: `nominee` for `Republican nominee Ann Lee`.

    >>> descriptions("Ray Oak, a retired pilot from Ohio, left.")["pilot"]
    (Described(name='Ray Oak', words=frozenset({'retired'})),)
    """
    found: dict[str, list[Described]] = {}
    for match in _BESIDE.finditer(text):
        _note(found, match[1].split(), match[2])
    for match in _APPOSED.finditer(text):
        words = match[2].split()
        end = next((at for at, word in enumerate(words) if word.lower() in _LINKS), len(words))
        _note(found, words[:end], match[1])
    return {head: tuple(dict.fromkeys(listed)) for head, listed in found.items()}


def _note(found: dict[str, list[Described]], words: list[str], name: str) -> None:
    """Keep a description under its head noun, in lower case."""
    if words and words[-1].isalpha() and words[-1].lower() not in _LINKS | _NO_NAMES:
        before = frozenset(_alike(word) for word in words[:-1]) - _NO_NAMES
        found.setdefault(words[-1].lower(), []).append(Described(name, before))


def _alike(word: str) -> str:
    """A word as descriptions are compared by: of two names of a party one."""
    lower = word.lower().removesuffix("’s")
    return {"gop": "republican", "democrat": "democratic"}.get(lower, lower)


def person_described(table: dict[str, tuple[Described, ...]], name: str) -> str | None:
    """The one person whom a description without its article means; None for nobody or two.

    >>> table = descriptions("Democratic nominee Ann Lee met Republican nominee Ray Oak.")
    >>> person_described(table, "GOP nominee"), person_described(table, "nominee")
    ('Ray Oak', None)
    """
    *before, head = name.split()
    if any(word.lower() in _LINKS or word == "’s" for word in before):
        return None
    told = frozenset(_alike(word) for word in before)
    listed = table.get(head.lower(), ())
    fitting = [each for each in listed if told & each.words]
    if not fitting and told and any(word[:1].isupper() for word in before):
        fitting = [each for each in listed if not each.words]
    elif not fitting:
        fitting = list(listed)
    names = {each.name for each in fitting}
    return names.pop() if len(names) == 1 else None
