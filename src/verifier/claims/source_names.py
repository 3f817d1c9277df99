"""How a source is called: its slug, its kind and side as words show them, its name alone."""

import re

from verifier.claims.known_sources import PARTY_WORDS
from verifier.claims.mentions import Mention, MentionKind, mention
from verifier.language.wordlists import word_set
from verifier.model.scales import SourceKind

_KINDS: tuple[tuple[SourceKind, frozenset[str]], ...] = (
    (SourceKind.BLOGGER, word_set("blogger bloggers milbloggers influencer influencers")),
    (
        SourceKind.MILITARY,
        word_set("""
    army navy military regiment brigade battalion division corps command forces troops general
    colonel major lieutenant captain admiral gen. col. maj. lt. squadron
    """),
    ),
    (
        SourceKind.MEDIA,
        word_set("""
    newspaper newspapers news magazine outlet outlets broadcaster channel television radio times
    post journal daily media reporter journalist
    """),
    ),
    (
        SourceKind.ANALYST,
        word_set("""
    institute think tank analyst analysts professor researcher researchers economist university
    historian expert experts scientist scientists scholar epidemiologist
    """),
    ),
    (
        SourceKind.EYEWITNESS,
        word_set("witness eyewitness resident neighbor neighbour survivor passenger"),
    ),
    (
        SourceKind.DOCUMENT,
        word_set("""
    report study lawsuit complaint indictment filing document documents survey poll affidavit
    ruling law letter memo
    """),
    ),
)


def slugify(name: str) -> str:
    """A readable slug: lower case, words joined by hyphens.

    >>> slugify("414th Attack Drone Regiment"), slugify("O’Hara’s")
    ('414th-attack-drone-regiment', 'oharas')
    """
    bare = re.sub(r"[’'.]", "", name.lower())
    return re.sub(r"[^\w]+|_", "-", bare).strip("-")[:60].strip("-")


def plain(name: str) -> str:
    """A name as names are compared: small letters, no article."""
    return re.sub(r"\s+", " ", name.replace("’", "'").lower()).removeprefix("the ").strip()


def kind_of(described: tuple[str, ...]) -> SourceKind:
    """The kind that the words of a mention show; official where they show none."""
    words = set(described)
    return next((kind for kind, listed in _KINDS if words & listed), SourceKind.OFFICIAL)


def party_of(words: str) -> str | None:
    """The side that the words of nationality in a mention name; None for two or none."""
    found = {PARTY_WORDS[w] for w in re.split(r"[\s’']+", words.lower()) if w in PARTY_WORDS}
    return found.pop() if len(found) == 1 else None


def without_party(name: str) -> tuple[str | None, str]:
    """`Ukraine’s 414th Regiment` as party and name."""
    match = re.match(r"([A-Z][\w.]+)[’']s\s+(?=\S)", name)
    if match and match.group(1).lower() in PARTY_WORDS:
        return PARTY_WORDS[match.group(1).lower()], name[match.end() :]
    return None, name


def without_relative(words: str) -> str:
    """The words without a relative pronoun at their end: `Ann Lee, who`."""
    for pronoun in (" who", " which", " that"):
        if words.endswith(pronoun) and words != pronoun.strip():
            return words.removesuffix(pronoun).rstrip(" ,")
    return words


_ASIDE = re.compile(
    r",\s(?:in|at|on|during|after|before|while|when|by|with|speaking|citing|following)\s.*",
    re.DOTALL,
)


def without_aside(words: str) -> str:
    """The words without the circumstance after them: `Lee, in her letter`."""
    return _ASIDE.sub("", words) if words[:1].isupper() else words


_SURVEYS = word_set("poll polls survey surveys study studies report index")
_FRESH = word_set(
    "new recent latest separate previous earlier annual fresh another newly released published"
)


def undescribed(name: str) -> str:
    """A name without what only describes it: `new Ohio Post national poll` is Ohio Post poll."""
    parts = name.split()
    while len(parts) > 1 and parts[0].lower() in _FRESH and any(p[0].isupper() for p in parts[1:]):
        parts.pop(0)
    if parts[-1].lower() in _SURVEYS and parts[0][0].isupper():
        parts = [part for part in parts[:-1] if not part.islower()] + parts[-1:]
    return " ".join(parts)


def person_beside(words: str) -> Mention | None:
    """The person named after a comma: `the other candidate, Mayor Ann Lee`."""
    for part in words.split(", ")[1:]:
        said = mention(part)
        if said.kind is MentionKind.PERSON and len(part.split()) > 1:
            return said
    return None
