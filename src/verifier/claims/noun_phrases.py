"""Who acts: the noun phrase before or after a verb, found by word classes alone."""

from verifier.claims.passages import Line
from verifier.language import words
from verifier.language.tagging import NOMINAL, Tag
from verifier.language.wordlists import word_set

REACH = 40
"""Words that a subject may stand away from its verb."""

Range = tuple[int, int]
"""First token and the one after the last."""

_LINKING = word_set("""
    of for in at from with on to between against about behind near within by
    """)
_RELATIVE = frozenset({"who", "which", "that"})
_REDUCED = frozenset({Tag.PAST, Tag.ING, Tag.ADVERB})
_HEADS = NOMINAL | {Tag.PRONOUN, Tag.ING}


def verb_group_start(line: Line, verb: int) -> int:
    """The first word of the verb's group: auxiliaries, negations and adverbs before it included.

    `has also not said` begins at *has*, `to say` at *to*.
    """
    at = verb
    while at > 0 and line.tag(at - 1) in _GROUP and line.quote_at(at - 1) == line.quote_at(verb):
        if line.tag(at - 1) is Tag.ADVERB and _is_opening_adverb(line, at - 1):
            break
        if line.tag(at - 1) is Tag.TO and at == verb and line.lower(verb) in _ONLY_PAST:
            break  # people we spoke to | said
        at -= 1
    return at


_ONLY_PAST = word_set("said told wrote thought added knew")
_GROUP = frozenset({Tag.AUXILIARY, Tag.NEGATION, Tag.ADVERB, Tag.TO})


def _is_opening_adverb(line: Line, at: int) -> bool:
    """An adverb that no verb or noun goes before: `Later said the mayor`, `however`."""
    return at == 0 or (line.lower(at) in words.TEMPORAL and line.tag(at - 1) in NOMINAL)


def subject_before(line: Line, end: int) -> Range | None:
    """The noun phrase that ends right before token `end`, with what is set between commas.

    `Ann Lee, the mayor, said`: from *Ann* up to the second comma. None where no noun phrase ends
    there.
    """
    last = end - 1
    if line.lower(last) == "time" and line.lower(last - 1) == "first":
        return subject_before(line, last - 2 - (line.lower(last - 2) == "the"))
    if last >= 0 and line.lower(last) in words.TEMPORAL:
        return subject_before(line, _time_start(line, last))
    if last < 0:
        return None
    tag = line.tag(last)
    if line.lower(last) == "there":
        return None
    if tag is Tag.COMMA or tag is Tag.DASH:
        opened = _opening_of(line, last, tag)
        return _extended(line, opened, last) if opened is not None else None
    if tag is Tag.BRACKET:
        opened = _bracket_of(line, last)
        return _extended(line, opened, end) if opened is not None else None
    if line.lower(last) in _RELATIVE:
        return _antecedent(line, last)
    if tag is Tag.QUOTE and (named := named_work(line, last)):
        return named
    start = phrase_start(line, last)
    if start is None and tag in (Tag.PAST, Tag.VERB, Tag.PREPOSITION, Tag.TO):
        start = _contact(line, last)
    return (start, end) if start is not None else None


def named_work(line: Line, closing: int) -> Range | None:
    """The noun phrase that ends in the title of a work: `Ray, host of RTL’s “Good Day,” | said`.

    `closing` is the mark that ends the title; None where it closes anything else.
    """
    opened = closing
    while opened > 0 and line.quote_at(opened - 1) == line.quote_at(closing):
        opened -= 1
    inside = range(opened + 1, closing)
    if line.tag(opened - 1) is not Tag.POSSESSIVE or not 0 < len(inside) < 8:
        return None
    if not any(line.tag(at) is Tag.NAME for at in inside) or line.tag(opened + 1) is Tag.PRONOUN:
        return None
    start = phrase_start(line, opened - 2)
    for comma in range(opened - 2, max(0, opened - REACH), -1):
        if line.tag(comma) is Tag.COMMA and line.tag(closing - 1) is Tag.COMMA:
            outer = phrase_start(line, comma - 1)
            return (outer, closing + 1) if outer is not None else None
    return (start, closing + 1) if start is not None else None


def _contact(line: Line, verb: int) -> int | None:
    """Where a noun with a clause right after it begins: `the cooks I met | said`."""
    at = verb - 1 if line.tag(verb) in (Tag.PREPOSITION, Tag.TO) else verb
    while line.tag(at) in (Tag.PAST, Tag.VERB, Tag.AUXILIARY, Tag.ADVERB) and at > verb - 4:
        at -= 1
    if at == verb or line.tag(at) is not Tag.PRONOUN or line.lower(at) not in _SUBJECTS:
        return None
    return phrase_start(line, at - 1) if line.tag(at - 1) is Tag.NOUN else None


_SUBJECTS = word_set("i we he she they you")


def _time_start(line: Line, last: int) -> int:
    """Where the time that ends at `last` begins: `Ann Lee | on Thursday evening`."""
    at = last
    while at > 0 and (line.lower(at - 1) in words.TEMPORAL or line.tag(at - 1) is Tag.NUMBER):
        at -= 1
    opening = line.lower(at - 1) in ("on", "in", "last", "this", "early", "late", "at")
    return at - 1 if at > 0 and opening else at


def _extended(line: Line, last: int, end: int) -> Range | None:
    """The phrase that ends before `last`, made to run up to `end`."""
    if line.tag(last - 1) is Tag.BRACKET:
        opened = _bracket_of(line, last - 1)
        last = opened if opened is not None else last
    if line.tag(last - 1) is Tag.NUMBER and line.tag(last - 2) is Tag.COMMA:
        last -= 2  # Lee, 56, who …
    start = phrase_start(line, last - 1)
    if start is None:
        return None
    is_second = line.tag(start) is Tag.DETERMINER and line.tag(start - 1) is Tag.COMMA
    if is_second and start > 1 and line.tag(start - 2) is Tag.NAME:
        name = phrase_start(line, start - 2)  # Lee, the mayor, one of three …
        start = start if name is None else name
    return (start, end)


def _antecedent(line: Line, relative: int) -> Range | None:
    """The noun phrase that *who*, *which* or *that* goes back to, with the relative word."""
    last = relative - 1
    if line.tag(last) is Tag.COMMA:
        last -= 1
    start = phrase_start(line, last) if last >= 0 else None
    if start is None:
        return (relative, relative + 1) if line.lower(relative) == "who" else None
    return (start, relative + 1)


def _opening_of(line: Line, closing: int, kind: Tag) -> int | None:
    """The comma or dash that opens the insertion which `closing` ends."""
    if line.tag(closing - 1) is Tag.QUOTE:
        return None
    for at in range(closing - 1, max(-1, closing - REACH), -1):
        if line.quote_at(at) != line.quote_at(closing) or line.tag(at) is Tag.STOP:
            return None
        if line.tag(at) is kind and not _is_inner_comma(line, at, closing):
            return at if at > 0 and line.tag(at - 1) in _HEADS | {Tag.BRACKET} else None
    return None


def _is_inner_comma(line: Line, at: int, closing: int) -> bool:
    """A comma within a date, an age or a place: `Jan. 5, 2010`, `Ames, Iowa`, `Lee, 43`."""
    following = line.tag(at + 1)
    if following is Tag.NUMBER and line.tag(at - 1) is Tag.NUMBER:
        return True
    return following is Tag.NUMBER and line.tag(at + 2) is Tag.COMMA and at + 2 != closing


def _bracket_of(line: Line, closing: int) -> int | None:
    """The bracket that opens what `closing` ends."""
    for at in range(closing - 1, max(-1, closing - 12), -1):
        if line.tag(at) is Tag.BRACKET:
            return at
    return None


def phrase_start(line: Line, last: int) -> int | None:
    """Where the noun phrase begins whose last word is at `last`; None if no noun phrase ends there.

    Goes back over nouns, what stands before them, prepositions that link nouns, and participles
    without a finite verb (`a man accused of theft`).
    """
    tag = line.tag(last)
    governed = line.lower(last) in _OBJECTS and line.tag(last - 1) is Tag.PREPOSITION
    if governed and line.tag(last - 2) in _HEADS:  # those close to him
        return phrase_start(line, last - 2)
    if governed and line.lower(last - 3) in ("those", "people", "some", "many"):
        return last - 3
    if tag is Tag.PRONOUN or (tag is Tag.DETERMINER and _stands_alone(line, last)):
        return last
    if tag not in _HEADS or line.lower(last) in words.TEMPORAL:
        return None
    at = last
    while at > 0 and last - at < REACH and _goes_on(line, at):
        at -= 1
    return _trimmed(line, at, last)


_OBJECTS = words.OBJECT_PRONOUNS | {"her", "it"}


def _stands_alone(line: Line, at: int) -> bool:
    return line.lower(at) not in words.ARTICLES | words.POSSESSIVES


def _goes_on(line: Line, at: int) -> bool:
    """Whether the word before `at` still belongs to the phrase that `at` is in."""
    before, tag, here = line.lower(at - 1), line.tag(at - 1), line.tag(at)
    if line.quote_at(at - 1) != line.quote_at(at):
        return False
    if here is Tag.DETERMINER and tag is Tag.CONJUNCTION:
        return before in ("and", "or") and _joins_nouns(line, at - 1)
    if here is Tag.DETERMINER:
        return (
            (tag is Tag.PREPOSITION and before in _LINKING)
            or tag is Tag.DETERMINER
            or tag in _REDUCED
        )
    if before in words.TEMPORAL or (
        tag is Tag.NUMBER and before[:2] in ("19", "20") and len(before) == 4
    ):
        return before[0].isdigit() and False
    if tag in NOMINAL or tag is Tag.DETERMINER or tag in _REDUCED:
        return True
    if tag is Tag.PREPOSITION or tag is Tag.TO:
        return before in _LINKING and line.tag(at - 2) in _HEADS | {Tag.PAST, Tag.BRACKET}
    if tag is Tag.CONJUNCTION:
        return before in ("and", "or", "&") and _joins_nouns(line, at - 1)
    if tag is Tag.OTHER or line.words[at - 1].text in "&/":
        return True
    return tag is Tag.BRACKET and line.words[at - 1].text in "()" and line.tag(at - 2) in _HEADS


def _joins_nouns(line: Line, conjunction: int) -> bool:
    """Whether *and* joins two nouns of one subject: no finite verb goes before it in its clause."""
    if line.tag(conjunction - 1) not in NOMINAL:
        return False
    for at in range(conjunction - 1, max(-1, conjunction - 25), -1):
        tag = line.tag(at)
        if tag in (Tag.STOP, Tag.QUOTE, Tag.SUBORDINATOR):
            break
        if tag is Tag.COMMA and line.tag(at + 1) is Tag.CONJUNCTION:
            break
        if tag in (Tag.VERB, Tag.AUXILIARY, Tag.PAST):
            return False
    return True


def _trimmed(line: Line, start: int, last: int) -> int:
    """Without the adverbs, participles and prepositions that cannot begin the phrase."""
    cut = frozenset({Tag.ADVERB, Tag.PREPOSITION, Tag.TO, Tag.CONJUNCTION, Tag.PAST, Tag.BRACKET})
    while start < last and line.tag(start) in cut:
        start += 1
    return start


def subject_after(line: Line, start: int) -> Range | None:
    """The noun phrase that begins at token `start`: `said [Ann Lee, head of the union], in Rome`.

    Ends before a verb, a quotation, a time, or a comma; an apposition after a comma is taken in.
    """
    if line.tag(start) not in _HEADS | {Tag.DETERMINER}:
        return None
    if line.tag(start) is Tag.PRONOUN:
        return (start, start + 1)
    at = phrase_end(line, start)
    return (start, at) if at > start else None


def phrase_end(line: Line, start: int) -> int:
    """Where the noun phrase that begins at `start` ends: the token after its last."""
    at = start
    while at < len(line.words) and at - start < REACH:
        tag, lower = line.tag(at), line.lower(at)
        if line.quote_at(at) != line.quote_at(start) or (lower in words.TEMPORAL and at > start):
            break
        if at > start and _begins_another(line, at):
            break
        if tag is Tag.TO and line.tag(at + 1) not in (Tag.NAME, Tag.DETERMINER):
            break
        if tag is Tag.PREPOSITION and (lower not in _LINKING or _is_circumstance(line, at)):
            break
        if tag is Tag.CONJUNCTION and line.tag(at + 1) not in _HEADS | {Tag.DETERMINER}:
            break
        if tag not in _INSIDE and not _describes(line, at):
            break
        at += 1
    while at > start + 1 and line.tag(at - 1) in (Tag.PREPOSITION, Tag.CONJUNCTION, Tag.TO):
        at -= 1
    return at


def _describes(line: Line, at: int) -> bool:
    """Whether an adverb or participle stands between an article and its noun: `a newly built`."""
    if line.tag(at) is Tag.ADVERB and line.lower(at - 1) in words.ARTICLES:
        return line.tag(at + 1) in (Tag.PAST, Tag.ADJECTIVE) and line.tag(at + 2) in NOMINAL
    adverb = line.tag(at - 1) is Tag.ADVERB and line.lower(at - 2) in words.ARTICLES
    return line.tag(at) is Tag.PAST and adverb and line.tag(at + 1) in NOMINAL


def _begins_another(line: Line, at: int) -> bool:
    """Whether a new noun phrase begins at `at`: `told reporters | the plan`, `told CNN | he`."""
    tag, before = line.tag(at), line.tag(at - 1)
    if tag is Tag.PRONOUN:
        return True
    if tag is Tag.DETERMINER:
        return before in (Tag.NOUN, Tag.NAME, Tag.NUMBER)
    return tag is Tag.NAME and before is Tag.NOUN and line.lower(at - 1).endswith("s")


_INSIDE = _HEADS | {
    Tag.DETERMINER, Tag.PREPOSITION, Tag.CONJUNCTION, Tag.BRACKET, Tag.TO, Tag.ADJECTIVE
}  # fmt: skip
_OCCASIONS = word_set("""
    statement interview speech letter email e-mail memo tweet post report briefing conference
    hearing message news press testimony ruling phone call podcast video address note brief filing
    telegram facebook twitter television tv
    """)


def _is_circumstance(line: Line, at: int) -> bool:
    """Whether the preposition begins the occasion of speaking: `in a statement`, `on Monday`."""
    if line.lower(at) not in ("in", "on", "at", "during", "by", "to", "from"):
        return False
    nearby = [line.lower(i) for i in range(at + 1, at + 5)]
    return nearby[0] in words.TEMPORAL or any(word in _OCCASIONS for word in nearby)
