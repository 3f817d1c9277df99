"""What is set into a statement: relative clauses, participles, what a noun hands on."""

from verifier.claims.clauses import list_end
from verifier.claims.passages import Line
from verifier.language.tagging import NOMINAL, VERBAL, Tag
from verifier.language.wordlists import word_set

Stretch = tuple[int, int]
"""First token and the one after the last."""


def has_verb(line: Line, first: int, last: int) -> bool:
    """Whether a verb that may be finite stands between two tokens."""
    return any(line.tag(at) in VERBAL for at in range(first, last))


def relative_clause(line: Line, at: int, last: int) -> Stretch | None:
    """`the club, which owes 4 million, …`: a relative clause between commas.

    >>> from verifier.claims.passages import passages
    >>> line = passages("The club, which owes 4 million, was sold.")[0].lines[0]
    >>> relative_clause(line, 2, 10)
    (3, 7)
    >>> line = passages("The club which won was sold.")[0].lines[0]
    >>> relative_clause(line, 2, 6)
    """
    if line.tag(at) is not Tag.COMMA or line.lower(at + 1) not in (
        "which",
        "who",
        "whose",
        "where",
    ):
        return None
    end = closing(line, at + 2, last)
    return (at + 1, end) if end - at > 3 and has_verb(line, at + 2, end) else None


def reduced_relative(line: Line, at: int, last: int) -> Stretch | None:
    """`the unit, known for its speed, …`: a participle with its complement between commas.

    >>> from verifier.claims.passages import passages
    >>> line = passages("The mill, built in 1890, burned.")[0].lines[0]
    >>> reduced_relative(line, 2, 8)
    (3, 6)
    >>> reduced_relative(line, 1, 8)
    """
    if line.tag(at) is not Tag.COMMA or line.tag(at - 1) not in (Tag.NOUN, Tag.NAME, Tag.BRACKET):
        return None
    verb = at + 1
    while line.tag(verb) is Tag.ADVERB:
        verb += 1
    if line.tag(verb) not in (Tag.PAST, Tag.ADJECTIVE) or not line.lower(verb).endswith(
        _PARTICIPLE
    ):
        return None
    if line.tag(verb + 1) not in (Tag.PREPOSITION, Tag.TO, Tag.ADVERB):
        return None
    end = closing(line, verb, last)
    return (at + 1, end) if end - at > 3 else None


def clause_of_a_noun(line: Line, at: int, last: int) -> Stretch | None:
    """`the claim that the ball was out`: the statement that a noun hands on.

    >>> from verifier.claims.passages import passages
    >>> line = passages("The rumour that rents had doubled is now spreading fast.")[0].lines[0]
    >>> clause_of_a_noun(line, 2, 10)
    (3, 6)
    >>> line = passages("The law that passed in May is new.")[0].lines[0]
    >>> clause_of_a_noun(line, 2, 8)
    """
    if line.lower(at) != "that" or line.lower(at - 1) not in _HANDING_ON:
        return None
    end = _second_verb(line, at + 1, last)
    return (at + 1, end) if end - at > 3 and has_verb(line, at + 1, end) else None


_HANDING_ON = word_set(
    "claim claims report reports rumour rumor rumours rumors allegation allegations news word"
)


def composition(line: Line, at: int, last: int) -> Stretch | None:
    """`a panel made up of nine judges`: what something consists of, said in passing.

    >>> from verifier.claims.passages import passages
    >>> line = passages("A panel composed of nine retired judges met in May.")[0].lines[0]
    >>> composition(line, 2, 10)
    (0, 7)
    >>> line = passages("She composed herself.")[0].lines[0]
    >>> composition(line, 1, 3)
    """
    if line.lower(at) not in ("composed", "consisting", "made", "comprised"):
        return None
    of = at + 2 if line.lower(at + 1) == "up" else at + 1
    if line.lower(of) != "of" or line.tag(at - 1) is not Tag.NOUN:
        return None
    end = of + 1
    while end < last and line.tag(end) not in (Tag.VERB, Tag.AUXILIARY, Tag.COMMA):
        if line.tag(end) is Tag.PAST and line.tag(end + 1) not in NOMINAL:
            break
        end += 1
    start = at - 1
    while start > 0 and line.tag(start - 1) in BESIDE | {Tag.DETERMINER, Tag.PAST}:
        start -= 1
    return (start, end)


def _second_verb(line: Line, start: int, last: int) -> int:
    """Where the second finite verb of a stretch begins, or its end where there is only one."""
    seen = False
    for at in range(start, last):
        finite = line.tag(at) is Tag.AUXILIARY or line.tag(at) is Tag.VERB
        if seen and finite and line.tag(at - 1) in (Tag.NOUN, Tag.NAME, Tag.PAST):
            return at
        seen = seen or line.tag(at) in VERBAL
    return last


_PARTICIPLE = ("ed", "wn", "en", "lt", "ld", "de", "nd", "et", "ng")


def closing(line: Line, start: int, last: int) -> int:
    """The comma that closes an insertion, or the end; commas of a list are passed over."""
    listed = start
    for at in range(start, last):
        if at < listed or line.tag(at) not in (Tag.COMMA, Tag.STOP, Tag.DASH):
            continue
        if line.tag(at) is Tag.COMMA and (listed := list_end(line, at)) > at:
            continue
        if line.tag(at + 1) not in _LISTED:
            return at
    return last


_LISTED = frozenset({Tag.NUMBER, Tag.CONJUNCTION})


BESIDE = frozenset({Tag.NAME, Tag.NOUN, Tag.ADJECTIVE, Tag.POSSESSIVE})
"""What may stand beside a noun within its phrase."""
