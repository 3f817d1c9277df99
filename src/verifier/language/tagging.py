"""What each word of a sentence does: a small tagger of word classes, lexicon and context only.

It tells verbs from nouns well enough to find who speaks and where a clause ends; it is no parser.
"""

from collections.abc import Sequence
from enum import IntEnum

from verifier.language import words
from verifier.language.tokens import Token
from verifier.language.verbs import past_forms, verb_forms
from verifier.language.wordlists import word_set


class Tag(IntEnum):
    """The class of a word or mark, as far as attribution needs it."""

    NOUN = 0
    NAME = 1
    PRONOUN = 2
    DETERMINER = 3
    ADJECTIVE = 4
    NUMBER = 5
    VERB = 6
    PAST = 7
    ING = 8
    AUXILIARY = 9
    TO = 10
    ADVERB = 11
    NEGATION = 12
    PREPOSITION = 13
    CONJUNCTION = 14
    SUBORDINATOR = 15
    POSSESSIVE = 16
    COMMA = 17
    STOP = 18
    QUOTE = 19
    BRACKET = 20
    DASH = 21
    OTHER = 22


NOMINAL = frozenset({Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.ADJECTIVE, Tag.POSSESSIVE})
"""What may stand before a noun within its phrase, and the noun."""

VERBAL = frozenset({Tag.VERB, Tag.PAST, Tag.AUXILIARY})
"""What may be a finite verb."""

_MARKS = {
    ",": Tag.COMMA, ".": Tag.STOP, "!": Tag.STOP, "?": Tag.STOP, ";": Tag.STOP, ":": Tag.STOP,
    "…": Tag.STOP, "“": Tag.QUOTE, "”": Tag.QUOTE, '"': Tag.QUOTE, "«": Tag.QUOTE, "»": Tag.QUOTE,
    "‘": Tag.QUOTE, "’": Tag.QUOTE, "'": Tag.QUOTE, "„": Tag.QUOTE,
    "''": Tag.QUOTE, "``": Tag.QUOTE,
    "(": Tag.BRACKET, ")": Tag.BRACKET, "[": Tag.BRACKET, "]": Tag.BRACKET, "—": Tag.DASH,
    "–": Tag.DASH, "--": Tag.DASH, "-": Tag.DASH, "'s": Tag.POSSESSIVE,
}  # fmt: skip


def _lexicon() -> dict[str, Tag]:
    """Closed classes first to last: the later entry wins."""
    table: dict[str, Tag] = {}
    classes = (
        (words.ADVERBS, Tag.ADVERB),
        (words.PREPOSITIONS, Tag.PREPOSITION),
        (words.SUBORDINATORS, Tag.SUBORDINATOR),
        (words.QUANTIFIERS, Tag.DETERMINER),
        (words.DEMONSTRATIVES - {"that"}, Tag.DETERMINER),
        (words.ARTICLES | words.POSSESSIVES, Tag.DETERMINER),
        (words.SUBJECT_PRONOUNS | words.OBJECT_PRONOUNS, Tag.PRONOUN),
        (words.RELATIVES - {"that"}, Tag.SUBORDINATOR),
        (words.QUESTION_WORDS - {"whose"}, Tag.SUBORDINATOR),
        (words.CONJUNCTIONS, Tag.CONJUNCTION),
        (words.AUXILIARIES, Tag.AUXILIARY),
        (frozenset({"not", "never"}), Tag.NEGATION),
        (frozenset({"to"}), Tag.TO),
    )
    for listed, tag in classes:
        table.update(dict.fromkeys(listed, tag))
    return table


_LEXICON = _lexicon()
_VERBS = verb_forms()
_PAST = past_forms()
_ADJECTIVE_ENDINGS = ("able", "ible", "ful", "ous", "ive", "less", "ish", "ical", "ian", "ese")
_BEFORE_NOUN = frozenset(
    {Tag.DETERMINER, Tag.ADJECTIVE, Tag.POSSESSIVE, Tag.PREPOSITION, Tag.NUMBER}
)
_VERB_AFTER = frozenset({Tag.PRONOUN, Tag.TO, Tag.AUXILIARY, Tag.NEGATION})


def tag_words(found: Sequence[Token]) -> list[Tag]:
    """The class of each token of one sentence, in order.

    >>> from verifier.language.tokens import tokens
    >>> line = tokens("The report claims that Smith reports to Jones")
    >>> [tag.name for tag in tag_words(line)][:3]
    ['DETERMINER', 'NOUN', 'VERB']
    """
    tags: list[Tag] = []
    before = Tag.STOP
    for at, token in enumerate(found):
        before = _tag(found, at, token, before)
        if before is Tag.AUXILIARY and _is_plural_subject(found, at - 1, tags):
            tags[-1] = Tag.NOUN
        tags.append(before)
    return tags


def _is_plural_subject(found: Sequence[Token], at: int, tags: list[Tag]) -> bool:
    """Whether what looks like a verb in *-s* is a noun before an auxiliary: `advocates have`."""
    if at < 1 or tags[at] is not Tag.VERB or not found[at].lower.endswith("s"):
        return False
    return tags[at - 1] in (Tag.NAME, Tag.NOUN, Tag.ADJECTIVE)


def is_title(found: Sequence[Token], tags: Sequence[Tag]) -> bool:
    """Whether a line is written in the capitals of a title, its verbs included.

    >>> from verifier.language.tokens import tokens
    >>> titled = tokens("Harbour Union Says Port Will Reopen Soon")
    >>> is_title(titled, tag_words(titled))
    True
    """
    longer = [token.text for token in found if len(token.text) >= 4 and token.text[0].isalpha()]
    capitals = sum(word[0].isupper() for word in longer)
    if len(longer) < 4 or capitals < 0.8 * len(longer):
        return False
    return not any(
        tag in VERBAL and token.text[0].islower() for token, tag in zip(found, tags, strict=True)
    )


def tag_title(found: Sequence[Token], tags: Sequence[Tag]) -> list[Tag]:
    """The classes of a title's words, where a capitalised verb after a name is a verb.

    >>> from verifier.language.tokens import tokens
    >>> titled = tokens("Harbour Union Says Port Will Reopen Soon")
    >>> tag_title(titled, tag_words(titled))[2].name
    'VERB'
    """
    title = list(tags)
    spare: int | None = None
    for at in range(1, len(found) - 1):
        token, lower = found[at], found[at].lower
        finite = lower in _VERBS and (lower.endswith(("s", "ing")) or lower in _PAST)
        if tags[at] is not Tag.NAME or not finite or token.text.isupper():
            continue
        if lower.endswith("ing"):
            title[at] = Tag.ING
        elif title[at - 1] in _BEFORE_TITLE_VERB:
            following = found[at + 1]._replace(text=found[at + 1].lower)
            is_noun = lower in words.NOUN_FIRST
            subject = found[at - 1].lower
            here = _noun_first(lower, Tag.NOUN, subject, following) if is_noun else Tag.VERB
            past = lower in _PAST and here is Tag.VERB
            title[at] = Tag.PAST if past else here if here is Tag.VERB else title[at]
            spare = at if is_noun and here is Tag.NOUN and spare is None else spare
    if spare is not None and not any(tag in VERBAL for tag in title):
        title[spare] = Tag.VERB
    return title


_BEFORE_PARTICIPLE = (Tag.DETERMINER, Tag.POSSESSIVE, Tag.VERB)
_BEFORE_TITLE_VERB = frozenset({
    Tag.NAME, Tag.NOUN, Tag.NUMBER, Tag.QUOTE, Tag.BRACKET, Tag.ADVERB, Tag.PRONOUN, Tag.AUXILIARY,
    Tag.COMMA, Tag.CONJUNCTION,
})  # fmt: skip


def _tag(found: Sequence[Token], at: int, token: Token, before: Tag) -> Tag:
    """The class of one token after a token of class `before`."""
    lower, text = token.lower, token.text
    mark = _MARKS.get(text) or _MARKS.get(lower)
    if mark is not None:
        if mark is Tag.POSSESSIVE and _is_contraction(found, at):
            return Tag.AUXILIARY
        return mark
    known = _LEXICON.get(lower)
    if known is not None:
        if known is Tag.AUXILIARY and text[0].isupper() and lower in ("may", "will") and at:
            return Tag.NAME
        return _sense(known, lower, found, at)
    first = text[0]
    if first.isdigit():
        return Tag.NUMBER
    if first.isupper() and (at or not lower.endswith("ly")):
        return _capitalised(lower, found, at, before)
    if lower in _VERBS and lower in words.NOUN_FIRST and before not in _VERB_AFTER:
        following = found[at + 1] if at + 1 < len(found) else None
        if at + 2 < len(found) and found[at + 2].lower in words.AUXILIARIES:
            following = None if following and following.lower == "that" else following
        subject = found[at - 1].lower if at else ""
        return _noun_first(lower, before, subject, following)
    return _lower_case(lower, before)


_AFTER_VERB = frozenset({"that", "to"}) | words.ARTICLES | words.POSSESSIVES | words.OBJECT_PRONOUNS
_AFTER_VERB |= words.DEMONSTRATIVES | words.SUBJECT_PRONOUNS


def _noun_first(lower: str, before: Tag, subject: str, following: Token | None) -> Tag:
    """A word that is mostly a noun: a verb after a noun and before what a verb governs.

    The base form needs a plural subject: *reports claim that*, but *a telephone interview that*.
    """
    if before in _BEFORE_NOUN or following is None:
        return Tag.NOUN
    if before is Tag.SUBORDINATOR and subject in ("which", "who") and following.text == ",":
        return Tag.VERB
    is_base = _VERBS[lower] == lower and lower not in _PAST
    if before in (Tag.NOUN, Tag.NAME) and is_base and not _is_plural(subject):
        return Tag.NOUN
    named = following.text[0].isupper() or following.lower.endswith("ly")
    if before in (Tag.NOUN, Tag.NAME) and (is_base or lower in _TELLING_ALONE) and named:
        return Tag.VERB
    if before in (Tag.COMMA, Tag.QUOTE) and lower in _HANDED and following.text[0].isupper():
        return Tag.VERB
    if before is Tag.ADVERB and is_base and subject.endswith("ly") and subject not in _LY:
        return Tag.VERB
    if before is Tag.ADVERB and following.text[0].isupper() and subject in _OF_SUBJECT:
        return Tag.VERB
    return Tag.VERB if following.lower in _AFTER_VERB else Tag.NOUN


_HANDED = frozenset(["reports", "notes", "claims", "answers"])
_LY = word_set("only early daily weekly monthly yearly likely unlikely friendly family elderly")
_OF_SUBJECT = word_set("there here also now still")
_TELLING_ALONE = frozenset(["shows", "claims", "reports", "notes", "hopes", "fears"])


def _is_plural(lower: str) -> bool:
    return lower.endswith("s") or lower in ("people", "men", "women", "police", "children", "media")


def _sense(known: Tag, lower: str, found: Sequence[Token], at: int) -> Tag:
    """The class of a listed word where the next word decides."""
    following = found[at + 1].lower if at + 1 < len(found) else ""
    if lower == "her" and (not following or not following[0].isalnum()):
        return Tag.PRONOUN
    if lower in _ALONE and (following in words.AUXILIARIES or _says_base(following)):
        return Tag.PRONOUN
    if lower == "to" and at and found[at - 1].lower == "according":
        return Tag.PREPOSITION
    if lower == "there" and following in _EXISTS:
        return Tag.PRONOUN
    if lower in _ALONE and following in _SAID:
        return Tag.PRONOUN
    if lower in _GROUPS and following in _AMONG:
        return Tag.PRONOUN
    if lower == "one" and following.isalpha() and not _follows_one(following):
        return Tag.NUMBER
    if lower == "having" and at + 1 < len(found):
        perfect = following in _PAST or following == "been" or following.endswith(("ed", "ly"))
        return known if perfect else Tag.ING
    if lower == "that":
        return _that(following, found[at - 1].lower if at else "")
    if lower in ("before", "after", "since", "until", "as", "than", "like"):
        subject = following in words.SUBJECT_PRONOUNS
        return Tag.SUBORDINATOR if subject else Tag.PREPOSITION
    return known


_EXISTS = words.BE | words.HAVE | words.MODALS | {"'s"}
_ALONE = word_set("this these those all some many others most both few each several another")
_GROUPS = word_set("some many most several others few all both those")
_AMONG = word_set("in at among on from inside within")
_SAID = word_set("""
    said told thought knew felt believed argued wanted hoped wrote called agreed expressed praised
    complained insisted vowed refused declined voted went came wondered warned saw spoke took gave
    made questioned suggested predicted says tells
    """)


def _follows_one(lower: str) -> bool:
    """Whether *one* stands alone before a word: a verb, a preposition, *who*."""
    if lower in _VERBS:
        return _VERBS[lower] != lower or lower in _PAST
    return lower in _LEXICON


def _says_base(lower: str) -> bool:
    """Whether a word can only be a verb in its base form: *some argue*, not *some claims*."""
    return _VERBS.get(lower) == lower and lower not in words.NOUN_FIRST and lower not in _PAST


def _that(following: str, before: str) -> Tag:
    """*That* as pronoun (`that is`), determiner (`in that case`) or what begins a clause."""
    if following in words.AUXILIARIES and before not in _VERBS:
        return Tag.PRONOUN
    return Tag.DETERMINER if before in words.PREPOSITIONS else Tag.SUBORDINATOR


def _is_contraction(found: Sequence[Token], at: int) -> bool:
    """Whether ’s is *is* or *has*: after a pronoun, *that*, *there*, *what*."""
    before = found[at - 1].lower if at else ""
    return before in ("he", "she", "it", "that", "there", "what", "who", "here", "where", "let")


def _capitalised(lower: str, found: Sequence[Token], at: int, before: Tag) -> Tag:
    """A name, or the first word of a sentence in its own class."""
    if at and before is not Tag.QUOTE:
        return Tag.NAME
    following = found[at + 1].text if at + 1 < len(found) else ""
    if lower.endswith("ing") and lower in _VERBS:
        return Tag.ING
    if following[:1].isupper() or following[:1] == "’":
        return Tag.NAME
    if lower in _PAST and lower != _VERBS.get(lower, lower):
        return Tag.PAST
    return Tag.NOUN if lower in _VERBS else Tag.NAME


def _lower_case(lower: str, before: Tag) -> Tag:
    """The class of a word in lower case that no list holds."""
    if lower in _VERBS:
        return _verb_or_noun(lower, before)
    if lower.endswith("ly"):
        return Tag.ADVERB
    if "-" in lower and lower.endswith(("ing", "ed")):
        return Tag.ADJECTIVE
    if lower.endswith("ed") and len(lower) > 4:
        return Tag.ADJECTIVE if before in (Tag.DETERMINER, Tag.POSSESSIVE) else Tag.PAST
    if lower.endswith("thing"):
        return Tag.NOUN
    if lower.endswith("ing") and len(lower) > 5 and before not in (Tag.DETERMINER, Tag.ADJECTIVE):
        return Tag.ING
    if lower.endswith(_ADJECTIVE_ENDINGS):
        return Tag.ADJECTIVE
    return Tag.NOUN


def _verb_or_noun(lower: str, before: Tag) -> Tag:
    """The class of a listed verb form by the word before it."""
    if lower.endswith("ing"):
        return Tag.ING
    if lower in words.ONLY_VERBS and lower not in _PAST and before is not Tag.DETERMINER:
        return Tag.VERB
    if lower in _PAST and lower != _VERBS.get(lower, lower):
        return Tag.ADJECTIVE if before in _BEFORE_PARTICIPLE else Tag.PAST
    if before in _VERB_AFTER:
        return Tag.VERB
    if before in _BEFORE_NOUN:
        return Tag.NOUN
    if before in (Tag.NOUN, Tag.NAME):
        return Tag.VERB if lower.endswith("s") or before is Tag.NOUN else Tag.NOUN
    if before in (Tag.COMMA, Tag.QUOTE, Tag.BRACKET, Tag.DASH):
        return Tag.VERB if lower.endswith("s") and lower not in words.NOUN_FIRST else Tag.NOUN
    return Tag.VERB if before in (Tag.ADVERB, Tag.CONJUNCTION, Tag.SUBORDINATOR) else Tag.NOUN
