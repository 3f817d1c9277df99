"""How a speaker is named: pronoun, person with a role, organisation, collective, nobody known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from verifier.language.tagging import Tag, tag_words
from verifier.language.tokens import Token, tokens
from verifier.language.wordlists import word_set
from verifier.language.words import POSSESSIVES


class MentionKind(Enum):
    """What the words that name a speaker are."""

    PRONOUN = "pronoun"
    PERSON = "person"
    ORGANISATION = "organisation"
    COLLECTIVE = "collective"
    UTTERANCE = "utterance"
    UNNAMED = "unnamed"


@dataclass(frozen=True)
class Mention:
    """The words that name a speaker, taken apart.

    `name` is the proper name or, for a common noun, the phrase without its article. `roles` are the
    common nouns in lower case that describe the speaker, the head last. `organisation` is whom a
    spokesperson speaks for. `acronym` stood in brackets. `points_back`: *the*, *this* or *these*
    goes before a common noun.
    """

    kind: MentionKind
    text: str
    name: str = ""
    roles: tuple[str, ...] = ()
    organisation: str = ""
    acronym: str = ""
    points_back: bool = False


ORGANISATION_WORDS = word_set("""
    agency administration airline airlines army assembly association authority bank battalion
    board brigade bureau cabinet campaign center centre church city club coalition college command
    commission committee companies company confederation conference congress corporation corp
    council country county court department directorate division embassy federation firm force
    forces foundation fund government group guard hospital house inc institute institution
    intelligence journal laboratory league ltd magazine military ministry mission movement museum
    navy network news newspaper office ombudsman organisation organization outlet parliament party
    police post program prosecution regiment school senate service society staff state studio tank
    team times treasury tribunal trust union unit university watch watchdog
    """)
SPOKES_WORDS = word_set(
    """
    spokesperson spokesman spokeswoman spokespeople spokespersons spokesmen representative
    statement press-secretary
    """
)
UTTERANCE_WORDS = word_set("""
    report reports statement statements message messages post posts account accounts claim claims
    announcement article articles assessment video videos footage letter release image images
    photo photos picture pictures clip recording
    """)
COLLECTIVE_WORDS = word_set(
    """
    bloggers milbloggers blogger outlets outlet channels influencers commentators media newspapers
    broadcasters
    """
)
PEOPLE_WORDS = word_set("""
    officials aides advisers advisors doctors nurses experts critics supporters opponents lawyers
    attorneys residents neighbors neighbours scientists researchers analysts economists
    prosecutors investigators witnesses authorities sources diplomats soldiers teachers parents
    students workers employees executives organizers organisers activists advocates protesters
    voters lawmakers legislators senators congressmen republicans democrats conservatives liberals
    progressives pollsters strategists reporters journalists historians economists fans players
    coaches relatives friends colleagues locals villagers farmers investors shareholders
    regulators engineers firefighters detectives medics survivors migrants refugees insiders
    leaders members people others women men delegates veterans families mothers fathers troops
    customers managers owners drivers pilots patients tenants landlords shoppers candidates
    governors mayors ministers judges jurors lawyers clerks strategists donors allies those
    """)
"""Plural nouns of people: a name of nobody in particular, also with a capital."""
TITLES = word_set("""
    president vice prime minister chancellor king queen prince princess pope secretary
    undersecretary senator sen. sens. rep. reps. representative congressman congresswoman governor
    gov. mayor judge justice sheriff chief gen. general col. colonel maj. major lt. lieutenant
    capt. captain sgt. sergeant adm. admiral cmdr. commander mr. mrs. ms. mx. dr. professor prof.
    rev. sir lord lady dame speaker chairman chairwoman director ambassador attorney coach
    detective officer chairperson ceo deputy former then-president ex-president inspector
    superintendent bishop imam rabbi sultan emir leader
    """)
_PARTICLES = word_set("""
    de van von der den da di la le bin al el ibn ter
    """)
_PLURAL = re.compile(r"[a-z]{3,}s|people|men|women|children|police|staff|media|medics")


def mention(text: str) -> Mention:
    """The words that name a speaker, taken apart.

    >>> m = mention("U.S. Department of State spokesperson Matthew Miller")
    >>> m.kind.value, m.name, m.organisation
    ('person', 'Matthew Miller', 'U.S. Department of State')
    >>> mention("several Russian military bloggers").name
    'Russian military bloggers'
    """
    found = tokens(text)
    tags = tag_words(found)
    if not found:
        return Mention(MentionKind.UNNAMED, text)
    if len(found) == 1 and (tags[0] in _PRONOUNS or found[0].lower in POSSESSIVES):
        return Mention(MentionKind.PRONOUN, text, found[0].lower)
    cut = _main_part(found, tags)
    acronym = _acronym(found, tags)
    main = _outside_brackets(found[:cut], tags[:cut])
    return _of_main(text, main, acronym, " ".join(t.text for t in found[cut:]))


_PRONOUNS = frozenset({Tag.PRONOUN, Tag.SUBORDINATOR})


def _main_part(found: tuple[Token, ...], tags: list[Tag]) -> int:
    """Where the apposition or relative clause begins."""
    for at, tag in enumerate(tags):
        if at and (tag in (Tag.COMMA, Tag.DASH) or found[at].lower in ("who", "which", "that")):
            return at
    return len(found)


def _acronym(found: tuple[Token, ...], tags: list[Tag]) -> str:
    """The acronym in brackets, if there is one."""
    for at in range(1, len(found) - 1):
        if tags[at - 1] is Tag.BRACKET and tags[at + 1] is Tag.BRACKET:
            word = found[at].text
            if word.isupper() and 2 <= len(word) <= 10:
                return word
    return ""


Words = list[tuple[Token, Tag]]
"""Words with their classes."""


def _outside_brackets(found: Sequence[Token], tags: Sequence[Tag]) -> Words:
    """The words without what stands in brackets: `Ann Lee (R-Ohio)` is Ann Lee."""
    kept: Words = []
    inside = False
    for token, tag in zip(found, tags, strict=True):
        if tag is Tag.BRACKET:
            inside = token.text in "(["
        elif not inside:
            kept.append((token, tag))
    return kept


def _of_main(text: str, main: Words, acronym: str, aside: str) -> Mention:
    first = main[0][0].lower if main else ""
    back = first in ("the", "these", "those", "this", "that", "its", "their", "his", "her")
    while main and (main[0][1] is Tag.DETERMINER or main[0][0].lower in ("more", "than")):
        main = main[1:]
    if not main:
        return Mention(MentionKind.UNNAMED, text, first, points_back=back)
    roles = tuple(t.lower for t, g in main if g in (Tag.NOUN, Tag.PAST, Tag.VERB))
    run = _trailing_name(main)
    if run and run[-1].lower() not in PEOPLE_WORDS:
        if first == "the" and len(run) == len(main):
            return Mention(MentionKind.ORGANISATION, text, _joined(main), roles, acronym=acronym)
        return _named(text, main, run, roles, acronym, aside)
    return _common(text, main, roles, back, acronym)


def _trailing_name(main: Words) -> list[str]:
    """The proper name at the end of the phrase, without titles; [] where a common noun ends it."""
    run: list[str] = []
    for token, tag in reversed(main):
        if (tag is Tag.NAME and token.lower not in TITLES) or (token.lower in _PARTICLES and run):
            run.insert(0, token.text)
        else:
            break
    while run and run[0].lower() in _PARTICLES:
        run.pop(0)
    return run


def _named(
    text: str, main: Words, run: list[str], roles: tuple[str, ...], acronym: str, aside: str
) -> Mention:
    """A phrase that ends in a proper name: a person with a role, or an organisation."""
    before = main[: len(main) - len(run)]
    lower = [token.lower for token, _ in before]
    titled = bool(before) and (
        before[-1][0].lower in TITLES or before[-1][1] in (Tag.NOUN, Tag.ADJECTIVE)
    )
    whole = " ".join(token.text for token, _ in main)
    spokes = [at for at, word in enumerate(lower) if word in SPOKES_WORDS]
    if spokes and not (before[-1][1] is Tag.PREPOSITION or before[-1][0].lower == "the"):
        organisation = _joined(before[: spokes[-1]])
        return Mention(MentionKind.PERSON, text, " ".join(run), roles, organisation)
    if lower and set(lower) & (SPOKES_WORDS | {"official", "officials"}):
        after = max(
            at for at, word in enumerate(lower) if word in SPOKES_WORDS | {"official", "officials"}
        )
        return Mention(MentionKind.ORGANISATION, text, _joined(main[after + 2 :]) or whole, roles)
    linked = any(g is Tag.PREPOSITION for _, g in before[1:])
    if linked and not _is_headed_by_somebody(before):
        return Mention(MentionKind.UNNAMED, text, whole, roles, acronym=acronym)
    if linked or _is_organisation(run, before):
        name = _joined([(t, g) for t, g in main if t.lower != "the"])
        return Mention(MentionKind.ORGANISATION, text, name, roles, acronym=acronym)
    organisation = _spokes_for(aside)
    is_person = titled or len(run) >= 2 or not before
    kind = MentionKind.PERSON if is_person and not acronym else MentionKind.ORGANISATION
    name = " ".join(run) if kind is MentionKind.PERSON else whole
    return Mention(kind, text, name, roles + _aside_roles(aside), organisation, acronym)


_SPEAKING = word_set(
    """
    director member president chair chairman founder leader poll survey study report group manager
    adviser advisor lawyer attorney aide analyst professor editor head minister
    """
)


def _is_headed_by_somebody(before: Words) -> bool:
    """Whether the noun before the first preposition can speak: not `a fight in Nevada`."""
    head = _before_preposition(before)[-1]
    can_speak = _SPEAKING | ORGANISATION_WORDS | TITLES | UTTERANCE_WORDS
    return head[1] is not Tag.NOUN or head[0].lower in can_speak


def _joined(parts: Words) -> str:
    joined = " ".join(token.text for token, _ in parts if token.lower not in ("a", "an"))
    return joined.replace(" ’s", "’s").replace(" 's", "'s").strip()


def _is_organisation(run: list[str], before: Words) -> bool:
    last = run[-1].lower()
    if last in ORGANISATION_WORDS or (len(run) == 1 and run[0].isupper() and len(run[0]) > 1):
        return True
    return bool({word.lower() for word in run} & ORGANISATION_WORDS) or any(
        token.lower in ("institute", "bank", "tank", "university") for token, _ in before
    )


def _spokes_for(aside: str) -> str:
    """Whom an apposition says the person speaks for: `, a spokesman for the union`."""
    match = re.search(r"\b(?:spokes\w+) (?:for|of|at|with) (?:the )?(.+)", aside)
    if match:
        return re.split(r" , | who ", match.group(1))[0]
    match = re.search(r"([A-Z][\w’' ]+?)(?: ’s)? spokes\w+", aside)
    return match.group(1) if match else ""


def _aside_roles(aside: str) -> tuple[str, ...]:
    return tuple(word for word in aside.lower().split() if word.isalpha())[:8]


def _common(text: str, main: Words, roles: tuple[str, ...], back: bool, acronym: str) -> Mention:
    """A phrase that ends in a common noun: a collective, an utterance, somebody unnamed."""
    head = next(
        (t.lower for t, g in reversed(_before_preposition(main)) if g is not Tag.ADVERB), ""
    )
    name = _joined(main)
    nouns = {token.lower for token, _ in _before_preposition(main)}
    if head in SPOKES_WORDS | {"official"} and len(main) > 1:
        return _spokes_common(text, main, roles, back)
    if head in COLLECTIVE_WORDS:
        return Mention(MentionKind.COLLECTIVE, text, name, roles, points_back=back)
    if head in UTTERANCE_WORDS:
        return Mention(MentionKind.UTTERANCE, text, name, roles, points_back=back)
    if head in PEOPLE_WORDS:
        return Mention(MentionKind.UNNAMED, text, name, roles, points_back=back)
    if head == "police" or (nouns & ORGANISATION_WORDS and not _PLURAL.fullmatch(head)):
        return Mention(
            MentionKind.ORGANISATION, text, name, roles, acronym=acronym, points_back=back
        )
    return Mention(MentionKind.UNNAMED, text, name, roles, points_back=back)


def _before_preposition(main: Words) -> Words:
    for at, (_, tag) in enumerate(main):
        if at and tag in (Tag.PREPOSITION, Tag.TO, Tag.PAST):
            return main[:at]
    return main


def _spokes_common(text: str, main: Words, roles: tuple[str, ...], back: bool) -> Mention:
    """`a spokesman for the union`, `a company spokeswoman`, `the spokesperson`."""
    for at, (token, _) in enumerate(main):
        if token.lower in SPOKES_WORDS | {"official"}:
            organisation = _joined([p for p in main[at + 2 :] if p[0].lower != "the"]) or _joined(
                main[:at]
            )
            return Mention(
                MentionKind.ORGANISATION, text, organisation, roles, organisation, points_back=back
            )
    return Mention(MentionKind.UNNAMED, text, _joined(main), roles, points_back=back)
