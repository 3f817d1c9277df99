"""The sources of a story: one entity however it is named, in the order they first speak."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from verifier.claims.gender import HE, SHE, gender_of
from verifier.claims.known_sources import Finder, Known, find_known
from verifier.claims.mentions import (
    PEOPLE_WORDS,
    SPOKES_WORDS,
    TITLES,
    Mention,
    MentionKind,
    mention,
)
from verifier.claims.referents import (
    BEFORE,
    Described,
    descriptions,
    document_before,
    introduced_before,
    named_before,
    person_described,
)
from verifier.claims.source_names import (
    kind_of,
    party_of,
    person_beside,
    plain,
    slugify,
    undescribed,
    without_aside,
    without_party,
    without_relative,
)
from verifier.language import words
from verifier.model.scales import SourceKind
from verifier.model.source import Source
from verifier.model.story import Slug


@dataclass(frozen=True)
class Speaker:
    """Who speaks: the name to print and the slug of the source, None where nobody is known."""

    name: str
    source: Slug | None
    is_unnamed: bool = False


_BACKWARD = frozenset(["who", "which", "that"])


@dataclass
class Speakers:
    """Who has spoken so far. `resolve` is called for each speaker in the order of the text."""

    text: str
    find: Finder = find_known
    sources: dict[Slug, Source] = field(default_factory=dict)
    general: set[Slug] = field(default_factory=set)
    _names: dict[str, Slug] = field(default_factory=dict)
    _shown: dict[Slug, str] = field(default_factory=dict)
    _roles: dict[Slug, set[str]] = field(default_factory=dict)
    _people: list[Slug] = field(default_factory=list)
    _recent: list[Slug] = field(default_factory=list)
    _given: dict[str, str] | None = None
    _titled: dict[str, str] | None = None
    _gender: dict[Slug, str] = field(default_factory=dict)
    _described: dict[str, tuple[Described, ...]] | None = None
    _crowd: str = ""

    def resolve(self, words: str, at: int | None = None) -> Speaker:
        """The source that the words name, registered if it is new.

        `at` is where they stand in the text: a pronoun is looked up before it.
        """
        words = without_aside(without_relative(words))
        said = mention(words)
        if self._crowd and said.name in ("they", "them", "their") and _is_pronoun(said):
            return Speaker(self._crowd, None, is_unnamed=True)
        if said.name == "it" and at is not None and (text := self._document(at)):
            return Speaker(text, None, is_unnamed=True)
        slug = self._of_pronoun(said.name, at) if _is_pronoun(said) else self._slug_of(said)
        if slug is None and (person := person_beside(words)):
            said, slug = person, self._slug_of(person)
        self._crowd = words if slug is None and _is_crowd(said) else ""
        if slug is None:
            return Speaker(words, None, is_unnamed=True)
        self._note(slug, said)
        return Speaker(self._name_of(slug, said), slug)

    def last(self) -> Slug | None:
        """The source that spoke last."""
        return self._recent[-1] if self._recent else None

    def name(self, slug: Slug) -> str:
        """The name under which a source spoke last."""
        return self._shown.get(slug) or self.sources[slug].name

    def _slug_of(self, said: Mention) -> Slug | None:
        if said.organisation and (slug := self._of_organisation(said)):
            return slug
        if said.kind is MentionKind.PERSON:
            return self._of_person(said)
        known = self.find(said.text)
        if known and said.kind in (MentionKind.ORGANISATION, MentionKind.UNNAMED):
            return self._of_known(known)
        if said.kind is MentionKind.ORGANISATION:
            return self._named_before(said) or self._of_new(said, said.name)
        if said.kind in (MentionKind.COLLECTIVE, MentionKind.UTTERANCE):
            return self._of_collective(said)
        return self._named_before(said) if said.points_back else None

    def _of_pronoun(self, word: str, at: int | None) -> Slug | None:
        """*He* and *she* go back to a person they fit, *it* and *they* to whoever spoke last."""
        gender = _GENDERS.get(word)
        if gender is None:
            if word in _BODIES:
                return self._last_body()
            return self.last() if word in _BACKWARD else None
        named = named_before(self.text, gender, at) if at is not None else None
        subject = introduced_before(self.text, gender, at) if at is not None else None
        for slug in reversed(self._people):
            known = self._gender.get(slug)
            if known not in (gender, None):
                continue
            if subject and self._is_later(subject, slug, at):
                break
            if known == gender or not self._is_later(named, slug, at):
                self._gender[slug] = gender
                return slug
            break
        if subject and (named is None or named.start() < subject.end()):
            return self._spoken_of(subject[1], gender)
        if named:
            return self._spoken_of(f"{named[1]} {named[2]}", gender)
        return None if self._people else self.last()

    def _spoken_of(self, name: str, gender: str) -> Slug:
        """A person whom the text names before a pronoun."""
        slug = self._of_person(mention(name))
        self._gender.setdefault(slug, gender)
        return slug

    def _document(self, at: int) -> str | None:
        """The text that *it* may stand for, where no body is named after it."""
        found = document_before(self.text, at)
        if found is None:
            return None
        body = self._last_body()
        named = self.text.rfind(self.name(body), 0, at) if body else -1
        return None if named > found.start() else found[0]

    def _last_body(self) -> Slug | None:
        """The source that spoke last and is no single person."""
        bodies = (slug for slug in reversed(self._recent) if slug not in self._people)
        return next(bodies, None)

    def _is_later(self, named: re.Match[str] | None, slug: Slug, at: int | None) -> bool:
        """Whether a name stands nearer to an offset than a source's family name does."""
        if named is None or at is None:
            return False
        family = self.name(slug).split()[-1]
        return self.text.rfind(family, max(0, at - BEFORE), at) < named.start()

    def _of_organisation(self, said: Mention) -> Slug | None:
        """The organisation that a spokesperson speaks for."""
        known = self.find(said.organisation)
        if known:
            return self._of_known(known)
        inner = mention(said.organisation)
        before = self._named_before(inner) if inner.name else None
        return before or self._of_new(said, said.organisation)

    def _of_known(self, known: Known) -> Slug:
        slug = known.source.slug
        if slug not in self.sources:
            self.sources[slug] = replace(known.source, aliases=known.source.aliases)
            if known.is_general:
                self.general.add(slug)
            for alias in (*known.source.aliases, known.source.name):
                self._names.setdefault(plain(alias), slug)
        return slug

    def _of_person(self, said: Mention) -> Slug:
        known = self.find(said.name)
        if known and (known.is_person or known.source.name.endswith(said.name)):
            return self._of_known(known)
        if known and (not known.is_general or self._is_capital(said)):
            return self._of_known(known)
        family = said.name.split()[-1]
        before = self._names.get(plain(said.name)) or (
            self._names.get(plain(family)) if " " not in said.name else self._same_person(said.name)
        )
        if before:
            return before
        full = said.name if " " in said.name else self._full_name(said.name)
        slug = self._free(slugify(family), slugify(full))
        return self._register(slug, full, said, (full, family))

    def _is_capital(self, said: Mention) -> bool:
        """Whether one word that is a government's alias is no person's name in this story."""
        single = " " not in said.name and not said.roles
        return single and plain(said.name) not in self._names

    def _same_person(self, name: str) -> Slug | None:
        """A person registered by family name alone under which a full name now appears."""
        slug = self._names.get(plain(name.split()[-1]))
        return slug if slug and " " not in self.sources[slug].name else None

    def _full_name(self, family: str) -> str:
        """The full name that the text gives somewhere for a family name."""
        if self._given is None:
            self._given = _given_names(self.text)
        found = self._given.get(family)
        return f"{found} {family}" if found else family

    def _of_collective(self, said: Mention) -> Slug | None:
        """`these outlets` is the collective before; `the reports` are those of who spoke last."""
        if said.points_back:
            if said.kind is MentionKind.UTTERANCE:
                return self.last()
            for slug in reversed(self._recent):
                if self.sources[slug].kind in (SourceKind.BLOGGER, SourceKind.MEDIA):
                    return slug
        if said.kind is MentionKind.UTTERANCE:
            known = self.find(said.text)
            return self._of_known(known) if known and not known.is_general else None
        return self._names.get(plain(said.name)) or self._of_new(said, said.name)

    def _named_before(self, said: Mention) -> Slug | None:
        """The source that has this name, or the last one described by this common noun."""
        slug = self._names.get(plain(said.name))
        if slug:
            return slug
        head = said.name.split()[-1].lower() if said.name else ""
        if said.points_back or len(said.name.split()) == 1:
            for recent in reversed(self._recent):
                if head in self._roles.get(recent, ()):
                    return recent
        if said.points_back and head in TITLES and (named := self._titled_in_text(head)):
            return named
        return self._described_in_text(said) if said.points_back else None

    def _described_in_text(self, said: Mention) -> Slug | None:
        """The person whom the text describes so: `the Republican nominee`, `the pilot`."""
        if not said.name or said.kind is not MentionKind.UNNAMED or _is_crowd(said):
            return None
        if self._described is None:
            self._described = descriptions(self.text)
        name = person_described(self._described, said.name)
        return self._of_person(mention(name)) if name else None

    def _titled_in_text(self, title: str) -> Slug | None:
        """The person whom the text names with a title: `the mayor` is its Mayor Ann Lee."""
        if self._titled is None:
            self._titled = {}
            for match in _TITLED.finditer(self.text):
                self._titled.setdefault(match[1].lower(), match[2])
        name = self._titled.get(title)
        return self._of_person(mention(name)) if name else None

    def _of_new(self, said: Mention, name: str) -> Slug:
        party, bare = without_party(undescribed(name))
        slug = self._free(slugify(bare), slugify(name))
        return self._register(slug, bare[:1].upper() + bare[1:], said, (name, bare), party)

    def _free(self, short: str, long: str) -> Slug:
        """The short slug, or the long one where somebody else has it."""
        if Slug(short) in self.sources and Slug(long) != Slug(short):
            return Slug(long)
        return Slug(short or long or "source")

    def _register(
        self, slug: Slug, name: str, said: Mention, names: tuple[str, ...], party: str | None = None
    ) -> Slug:
        if slug not in self.sources:
            described = (*said.roles, *name.lower().split(), *said.text.lower().split())
            aliases = tuple(dict.fromkeys(n for n in (*names, said.acronym) if n and n != name))
            self.sources[slug] = Source(
                slug, name, kind_of(described), aliases, party or party_of(said.text)
            )
        for each in (*names, said.acronym):
            if each:
                self._names.setdefault(plain(each), slug)
        return slug

    def _note(self, slug: Slug, said: Mention) -> None:
        """Remember who spoke, and by which common nouns it can be meant."""
        self._recent.append(slug)
        self._recent = self._recent[-50:]
        is_person = said.kind is MentionKind.PERSON
        if is_person:
            self._people.append(slug)
            told = gender_of(self.sources[slug].name, (*said.roles, *said.text.lower().split()))
            if told:
                self._gender.setdefault(slug, told)
            self._people = self._people[-50:]
            self._names.setdefault(plain(said.name.split()[-1]), slug)
            self._shown[slug] = said.name if " " in said.name else self._shown.get(slug, said.name)
        roles = self._roles.setdefault(slug, set())
        roles.update(word for word in said.roles if word.isalpha())
        roles.update(word.lower() for word in self.sources[slug].name.split())
        if not is_person:
            roles.update(word.lower() for word in said.name.split())
        if said.acronym:
            self._names.setdefault(plain(said.acronym), slug)
            self._alias(slug, said.acronym)
        own = said.kind is MentionKind.ORGANISATION and not said.points_back
        if own and self.find(said.text) is None:
            self._alias(slug, said.name)

    def _alias(self, slug: Slug, name: str) -> None:
        source = self.sources[slug]
        if name and name not in (source.name, *source.aliases) and name[0].isupper():
            self.sources[slug] = replace(source, aliases=(*source.aliases, name))

    def _name_of(self, slug: Slug, said: Mention) -> str:
        """The name to print: of a pronoun or common noun, the name that it stands for."""
        if said.points_back and not SPOKES_WORDS.intersection(said.roles):
            return self.sources[slug].name
        if said.kind in (MentionKind.PRONOUN, MentionKind.UTTERANCE) or said.points_back:
            return self._shown.get(slug) or self.sources[slug].name
        return said.text


def _is_pronoun(said: Mention) -> bool:
    return said.kind is MentionKind.PRONOUN


_HOLDERS = "|".join(sorted(word for word in TITLES if word.isalpha() and len(word) > 3))
_TITLED = re.compile(
    rf"\b((?i:{_HOLDERS}))\s((?:[A-Z][\w’-]+|[A-Z]\.)(?:\s(?:de|van|von|al|[A-Z]\.|[A-Z][\w’-]+)){{0,3}})"
)
_BODIES = frozenset(["it", "its", "they", "them", "their", "itself"])
_GENDERS = {"he": HE, "him": HE, "his": HE, "she": SHE, "her": SHE, "hers": SHE}
_PAIR = re.compile(r"\b([A-Z][\w’-]+(?:\s[A-Z]\.)?)(?=\s([A-Z][\w-]+)\b)")


def _given_names(text: str) -> dict[str, str]:
    """The given name that stands most often before each capitalised word, roles left out."""
    counted: dict[str, Counter[str]] = {}
    for match in _PAIR.finditer(text):
        if not _is_role(match[1].lower()):
            counted.setdefault(match[2], Counter())[match[1]] += 1
    return {family: names.most_common(1)[0][0] for family, names in counted.items()}


def _is_role(word: str) -> bool:
    """Whether a word before a name says what somebody is: `Mayor`, `Prosecutor`."""
    return (
        word in TITLES or word + "s" in PEOPLE_WORDS or word in words.ADVERBS | words.SUBORDINATORS
    )


def _is_crowd(said: Mention) -> bool:
    """Whether the words name several people whom nobody can tell apart."""
    head = said.name.split(" of ")[0].split()[-1:] if said.name else []
    return (
        said.kind is MentionKind.UNNAMED
        and bool(head)
        and (
            head[0].lower()
            in PEOPLE_WORDS | {"experts", "people", "both", "many", "some", "others"}
        )
    )
