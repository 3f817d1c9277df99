"""The single statements of a sentence: clauses, results, relative clauses, identities."""

from dataclasses import dataclass

from verifier.claims.clauses import list_end
from verifier.claims.mentions import ORGANISATION_WORDS, SPOKES_WORDS, TITLES
from verifier.claims.noun_phrases import phrase_end
from verifier.claims.passages import Line
from verifier.language.tagging import NOMINAL, VERBAL, Tag
from verifier.language.wordlists import word_set
from verifier.language.words import MODALS, TEMPORAL

Stretch = tuple[int, int]
"""First token and the one after the last."""


@dataclass(frozen=True)
class Piece:
    """One statement within a sentence: its tokens, and the name of the rule that cut it out.

    `within` is the piece that it is set into, as a relative clause is; None for one that stands
    beside the others.
    """

    first: int
    last: int
    rule: str
    within: "Piece | None" = None


def pieces_of(line: Line, first: int, last: int, rule: str) -> list[Piece]:
    """The statements between two tokens, in order; those set into another after it.

    `rule` names what gave the whole stretch.
    """
    found: list[Piece] = []
    start = first
    for cut, resume, cut_rule in _cuts(line, first, last):
        piece = Piece(start, cut, rule)
        found.append(piece)
        start, rule = resume, cut_rule
    found.append(Piece(start, last, rule))
    whole = [_without_marks(line, piece) for piece in found]
    return [each for piece in whole if piece for each in (piece, *_set_into(line, piece))]


def _without_marks(line: Line, piece: Piece) -> Piece | None:
    """The piece without marks and joining words at its ends; None where nothing is left."""
    first, last = piece.first, piece.last
    outer = (Tag.COMMA, Tag.STOP, Tag.DASH)
    while first < last and (
        line.tag(first) in outer or line.lower(first) in ("and", "but", "that")
    ):
        if line.lower(first) == "that" and first + 1 < last and line.tag(first + 1) in VERBAL:
            break
        first += 1
    while last > first and line.tag(last - 1) in outer:
        last -= 1
    return Piece(first, last, piece.rule, piece.within) if first < last else None


def _cuts(line: Line, first: int, last: int) -> list[tuple[int, int, str]]:
    """Where one statement ends, where the next begins, and by which rule."""
    cuts: list[tuple[int, int, str]] = []
    start = first
    for at in range(first + 2, last - 2):
        if line.quote_at(at) != line.quote_at(first) and line.quote_at(at) >= 0:
            continue
        if at < start + 3:
            continue
        for rule in (
            participle_of_result,
            coordinated_clause,
            contrasting_clause,
            coordinated_verb,
        ):
            resume = rule(line, start, at, last)
            if resume:
                cuts.append((at, resume, rule.__name__.replace("_", "-")))
                start = resume
                break
    return cuts


def participle_of_result(line: Line, start: int, at: int, last: int) -> int | None:
    """`…, killing about 300`: what came of it, as a participle with its object after a comma.

    >>> from verifier.claims.passages import passages
    >>> line = passages("The river burst its banks, flooding 40 homes.")[0].lines[0]
    >>> participle_of_result(line, 0, 5, 9)
    6
    >>> line = passages("He sold fruit, including 40 apples.")[0].lines[0]
    >>> participle_of_result(line, 0, 3, 7)
    """
    if line.tag(at) is not Tag.COMMA or line.tag(at + 1) is not Tag.ING:
        return None
    if line.lower(at + 1) in _NO_RESULT or not has_verb(line, start, at):
        return None
    objects = (
        Tag.DETERMINER,
        Tag.NUMBER,
        Tag.NAME,
        Tag.NOUN,
        Tag.ADJECTIVE,
        Tag.ADVERB,
        Tag.PRONOUN,
    )
    if line.tag(phrase_end(line, at + 1)) is Tag.AUXILIARY:
        return None  # a clause of its own: …, eating habits are …
    counted = line.tag(at + 2) is Tag.PREPOSITION and line.tag(at + 3) is Tag.NUMBER
    return at + 1 if (counted or line.tag(at + 2) in objects) and last - at > 3 else None


_NO_RESULT = word_set(
    "including according following regarding concerning being during excluding depending"
)


def coordinated_clause(line: Line, start: int, at: int, last: int) -> int | None:
    """`…, and the mayor left`: a second clause with a subject and verb of its own.

    >>> from verifier.claims.passages import passages
    >>> line = passages("The bank closed, and its clients lost 2 million.")[0].lines[0]
    >>> coordinated_clause(line, 0, 3, 10)
    5
    >>> line = passages("She bought bread, milk and eggs.")[0].lines[0]
    >>> coordinated_clause(line, 0, 3, 7)
    """
    if line.words[at].text == ";":
        return at + 1 if has_verb(line, start, at) and has_verb(line, at + 1, last) else None
    if line.lower(at) in ("and", "but") and line.lower(at + 1) == "that":
        return at + 2 if _has_subject_and_verb(line, at + 2, last) else None
    if line.tag(at) is not Tag.COMMA or line.lower(at + 1) not in ("and", "but", "so", "yet"):
        return None
    if line.lower(at + 2) == "that":
        return at + 3 if _has_subject_and_verb(line, at + 3, last) else None
    if not has_verb(line, start, at) or not _has_subject_and_verb(line, at + 2, last):
        return None
    return at + 2


def contrasting_clause(line: Line, start: int, at: int, last: int) -> int | None:
    """`…, although he gave no figures`: a clause that limits or contrasts, a statement by itself.

    >>> from verifier.claims.passages import passages
    >>> line = passages("Sales rose, although profits fell by half.")[0].lines[0]
    >>> contrasting_clause(line, 0, 2, 8)
    4
    >>> contrasting_clause(line, 0, 1, 8)
    """
    if line.tag(at) is not Tag.COMMA or line.lower(at + 1) not in _CONTRAST:
        return None
    if has_verb(line, start, at) and _has_subject_and_verb(line, at + 2, last):
        return at + 2
    return None


_CONTRAST = word_set("although though while whereas")


def coordinated_verb(line: Line, start: int, at: int, last: int) -> int | None:
    """`was replaced in May and has won since`: a second finite verb of the same subject.

    >>> from verifier.claims.passages import passages
    >>> line = passages("The clinic was rebuilt in May and treats 90 patients a day.")[0].lines[0]
    >>> coordinated_verb(line, 0, 6, 12)
    7
    >>> line = passages("Nine men were beaten and robbed in May.")[0].lines[0]
    >>> coordinated_verb(line, 0, 4, 8)
    """
    if line.lower(at) not in ("and", "but") or last - at < 5 or at - start < 4:
        return None
    if _is_in_relative(line, start, at):
        return None
    after = at + 1
    while line.tag(after) is Tag.ADVERB:
        after += 1
    if line.tag(after) not in VERBAL or line.tag(at - 1) in (*VERBAL, Tag.ADJECTIVE):
        return None
    if line.tag(after) is Tag.VERB and _goes_with_infinitive(line, start, at, line.lower(after)):
        return None
    return at + 1 if has_verb(line, start, at - 1) else None


def _goes_with_infinitive(line: Line, start: int, at: int, verb: str) -> bool:
    """Whether a base form is no second finite verb: `to sit down and | wait`, `is less and lower`.

    After a singular or a past verb it goes on with *to* or a modal, or is no verb at all.
    """
    if verb.endswith("s"):
        paired = line.tag(at - 1) is Tag.NOUN and line.lower(at - 1).endswith("s")
        return paired and line.tag(at + 2) in (Tag.PREPOSITION, Tag.TO)  # dealings and favors from
    finite = next((i for i in range(start, at) if line.tag(i) in VERBAL), at)
    if line.tag(finite) is Tag.PAST or line.lower(finite).endswith("s"):
        return True
    for before in range(at - 1, start, -1):
        if line.tag(before) is Tag.TO or line.lower(before) in MODALS:
            return True
        if line.tag(before) in (Tag.PAST, Tag.SUBORDINATOR):
            return False
    return False


def _is_in_relative(line: Line, start: int, at: int) -> bool:
    """Whether a relative clause that a comma opened is still open: `the bank, which owes | and`."""
    for comma in range(at - 1, start, -1):
        if line.tag(comma) is Tag.COMMA:
            return line.lower(comma + 1) in ("which", "who", "whose")
    return False


def has_verb(line: Line, first: int, last: int) -> bool:
    """Whether a verb that may be finite stands between two tokens."""
    return any(line.tag(at) in VERBAL for at in range(first, last))


def _has_subject_and_verb(line: Line, first: int, last: int) -> bool:
    """Whether a clause begins here: a noun phrase, then at once its verb."""
    while line.tag(first) in (Tag.ADVERB, Tag.COMMA):
        first += 1
    if line.tag(first) not in NOMINAL | {Tag.DETERMINER, Tag.PRONOUN}:
        return False
    verb = first + 1 if line.tag(first) is Tag.PRONOUN else phrase_end(line, first)
    while line.tag(verb) in (Tag.ADVERB, Tag.NEGATION):
        verb += 1
    return verb < last and line.tag(verb) in VERBAL


def _set_into(line: Line, piece: Piece) -> list[Piece]:
    """Relative clauses and identities set into a piece."""
    found: list[Piece] = []
    for at in range(piece.first + 1, piece.last - 2):
        for rule in (relative_clause, reduced_relative, clause_of_a_noun, composition):
            inner = rule(line, at, piece.last)
            if inner and not any(p.first < inner[1] and inner[0] < p.last for p in found):
                found.append(Piece(*inner, rule.__name__.replace("_", "-"), piece))
    return found


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
    end = _closing(line, at + 2, last)
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
    end = _closing(line, verb, last)
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
    while start > 0 and line.tag(start - 1) in _BESIDE | {Tag.DETERMINER, Tag.PAST}:
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


def _closing(line: Line, start: int, last: int) -> int:
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
    while at > first and line.tag(at - 1) in _BESIDE and line.lower(at - 1) not in TEMPORAL:
        if is_title and line.words[at - 1].text[0].islower() and line.tag(at - 1) is Tag.NOUN:
            break
        at -= 1
    return at


_BESIDE = frozenset({Tag.NAME, Tag.NOUN, Tag.ADJECTIVE, Tag.POSSESSIVE})


def _is_acronym(line: Line, at: int) -> bool:
    return line.tag(at) is Tag.BRACKET or (
        line.lower(at) in ("for", "the", "of") and (line.tag(at + 1) in (Tag.NAME, Tag.DETERMINER))
    )


_ROLES = frozenset(SPOKES_WORDS | (TITLES - {"mr.", "mrs.", "ms.", "dr.", "sir", "former"})) | {
    "analyst", "professor", "minister", "commander", "founder", "owner", "manager", "tank",
    "economist", "lawyer", "candidate", "star", "captain", "author", "blogger", "journalist",
}  # fmt: skip
