"""The single statements of a sentence: clauses, results, relative clauses, identities."""

from dataclasses import dataclass

from verifier.claims.insertions import (
    clause_of_a_noun,
    composition,
    has_verb,
    reduced_relative,
    relative_clause,
)
from verifier.claims.noun_phrases import phrase_end
from verifier.claims.passages import Line
from verifier.language.tagging import NOMINAL, VERBAL, Tag
from verifier.language.wordlists import word_set
from verifier.language.words import MODALS


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
    apart = [each for piece in whole if piece for each in _with_tail_apart(line, piece)]
    return [each for piece in apart for each in (piece, *_set_into(line, piece))]


def _with_tail_apart(line: Line, piece: Piece) -> list[Piece]:
    """The piece, and the relative clause that ends it as a statement beside it."""
    for at in range(piece.first + 3, piece.last - 3):
        tail = relative_clause(line, at, piece.last)
        if tail and tail[1] == piece.last and has_verb(line, piece.first, at):
            main = Piece(piece.first, at, piece.rule, piece.within)
            return [main, Piece(*tail, "relative-clause")]
    return [piece]


def _without_marks(line: Line, piece: Piece) -> Piece | None:
    """The piece without marks and joining words at its ends; None where nothing is left."""
    first, last = _after_opening(line, piece), piece.last
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


def _after_opening(line: Line, piece: Piece) -> int:
    """Where a piece begins without the word that opens its clause: `as | the mill burned`."""
    first = piece.first + (line.lower(piece.first) == "even")
    opens = line.lower(first) in _OPENING and line.tag(piece.last) is Tag.COMMA
    return (
        first + 1 if opens and _has_subject_and_verb(line, first + 1, piece.last) else piece.first
    )


def _cuts(line: Line, first: int, last: int) -> list[tuple[int, int, str]]:
    """Where one statement ends, where the next begins, and by which rule."""
    cuts: list[tuple[int, int, str]] = []
    start = first
    for at in range(first + 2, last - 2):
        if line.quote_at(at) != line.quote_at(first) and line.quote_at(at) >= 0:
            continue
        if at < start + 3:
            continue
        for rule in CUTTING:
            resume = rule(line, start, at, last)
            if resume:
                cuts.append((at, resume, rule.__name__.replace("_", "-")))
                start = resume
                break
    return cuts


def opening_clause(line: Line, start: int, at: int, last: int) -> int | None:
    """`While rents rose, wages fell`: a clause put first that states something of its own.

    >>> from verifier.claims.passages import passages
    >>> line = passages("As the mill burned, its owner left for Rome.")[0].lines[0]
    >>> opening_clause(line, 0, 4, 10)
    5
    >>> line = passages("If the mill burned, its owner left for Rome.")[0].lines[0]
    >>> opening_clause(line, 0, 4, 10)
    """
    first = start + (line.lower(start) == "even")
    if line.lower(first) not in _OPENING or line.tag(at) is not Tag.COMMA:
        return None
    if _has_subject_and_verb(line, first + 1, at) and _has_subject_and_verb(line, at + 1, last):
        return at + 1
    return None


_OPENING = word_set("while although though whereas as")


def absolute_clause(line: Line, start: int, at: int, last: int) -> int | None:
    """`…, with prices rising by a tenth`: what goes along with the rest, as a participle.

    >>> from verifier.claims.passages import passages
    >>> line = passages("The market fell, with banks losing 4 billion.")[0].lines[0]
    >>> absolute_clause(line, 0, 3, 9)
    5
    >>> line = passages("She came home, with flowers for her aunt.")[0].lines[0]
    >>> absolute_clause(line, 0, 3, 9)
    """
    if line.tag(at) is not Tag.COMMA or line.lower(at + 1) != "with":
        return None
    verb = at + 2
    while line.tag(verb) in NOMINAL | {Tag.DETERMINER, Tag.ADVERB} and verb < at + _LONGEST:
        verb += 1
    is_clause = line.tag(verb) is Tag.ING and verb > at + 2 and last - verb > 2
    return at + 2 if is_clause and has_verb(line, start, at) else None


_LONGEST = 12
"""Words that the subject of an absolute clause may have."""


def listed_clause(line: Line, start: int, at: int, last: int) -> int | None:
    """`Rents rose, wages have fallen, and …`: clauses in a row, joined by a comma alone.

    >>> from verifier.claims.passages import passages
    >>> line = passages("Tea is gone, cakes are sold out, and milk costs 2 dollars.")[0].lines[0]
    >>> listed_clause(line, 0, 3, 14)
    4
    >>> line = passages("When tea ran out, cakes were sold.")[0].lines[0]
    >>> listed_clause(line, 0, 4, 8)
    """
    if line.tag(at) is not Tag.COMMA or not _has_subject_and_verb(line, start, at):
        return None
    if not _has_subject_and_verb(line, at + 1, last):
        return None
    if any(line.tag(i) is Tag.SUBORDINATOR or line.lower(i) == "that" for i in range(start, at)):
        return None
    is_pronoun = line.tag(at + 1) is Tag.PRONOUN
    verb = at + 2 if is_pronoun else phrase_end(line, at + 1)
    return at + 1 if is_pronoun or line.tag(verb) is Tag.AUXILIARY else None


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


CUTTING = (
    opening_clause,
    participle_of_result,
    absolute_clause,
    coordinated_clause,
    contrasting_clause,
    listed_clause,
    coordinated_verb,
)
"""The rules that cut a sentence, in the order they are tried."""


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
