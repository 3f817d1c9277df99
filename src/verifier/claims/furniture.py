"""Page furniture: what a page carries around its story, recognised by what it looks like anywhere.

No rule knows a site, a name or a story; each looks at the form of one line (page_lines) or of its
neighbours.
"""

import re
from collections import Counter

from verifier.claims.dateline import dateline_span
from verifier.claims.page_lines import (
    CUT_OFF,
    EMAIL,
    LINE_RULES,
    ORDER,
    credits_in,
    has_verb,
    is_dated,
    is_prose,
    is_shouted,
)
from verifier.language.paragraphs import lines
from verifier.language.sentences import sentences_of
from verifier.model.scales import Exclusion
from verifier.model.text import ExcludedRange, Span


def furniture(text: str) -> tuple[ExcludedRange, ...]:
    r"""The page furniture of a text in order: whole lines, credits in brackets, the dateline.

    >>> page = "Rain, 9° C\n\nBridge reopens after repair\n\nThe bridge reopened on Friday."
    >>> [(f.span.of(page), f.why.value) for f in furniture(page)]
    [('Rain, 9° C', 'weather')]
    """
    found = lines(text)
    reasons = [_by_itself(span.of(text)) for span in found]
    _by_neighbours(text, found, reasons)
    ranges = [ExcludedRange(*span, why) for span, why in zip(found, reasons, strict=True) if why]
    kept = [span for span, why in zip(found, reasons, strict=True) if not why]
    for span in kept:
        ranges.extend(_credits(text, span))
        ranges.extend(_contacts(text, span))
    dated = next((d for span in kept if (d := dateline_span(text, span))), None)
    if dated:
        ranges.append(ExcludedRange(*dated, Exclusion.DATELINE))
    return _apart(ranges)


def _apart(ranges: list[ExcludedRange]) -> tuple[ExcludedRange, ...]:
    """The ranges in order; one that begins inside another is part of it."""
    kept: list[ExcludedRange] = []
    for each in sorted(ranges, key=lambda r: (r.start, -r.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


def _by_itself(line: str) -> Exclusion | None:
    return next((why for rule, why in LINE_RULES if rule(line)), None)


def _credits(text: str, span: Span) -> list[ExcludedRange]:
    """Credits within a line that is no furniture."""
    return [ExcludedRange(*found, Exclusion.CREDIT) for found in credits_in(text, *span)]


def _contacts(text: str, span: Span) -> list[ExcludedRange]:
    """The sentences that give an e-mail address, within a line that is no furniture."""
    if "@" not in span.of(text):
        return []
    return [
        ExcludedRange(*sentence, Exclusion.CONTACT)
        for sentence in sentences_of(text, span)
        if EMAIL.search(text, *sentence)
    ]


def _by_neighbours(text: str, found: tuple[Span, ...], reasons: list[Exclusion | None]) -> None:
    """Short verbless lines: before the headline and after the last sentence, and lists of them."""
    prose = [at for at, span in enumerate(found) if not reasons[at] and is_prose(span.of(text))]
    first, last = (prose[0], prose[-1]) if prose else (len(found), len(found))
    head = [at for at in range(first) if not reasons[at]]
    near_furniture = {at for at, why in enumerate(reasons) if why}
    for at in head[:-1]:
        if _is_label(found[at].of(text)):
            close = near_furniture & {at - 1, at + 1}
            reasons[at] = Exclusion.PLACE_LINE if close else Exclusion.MASTHEAD
    if prose:
        for at in range(last + 1, len(found)):
            if not reasons[at] and _is_label(found[at].of(text)):
                reasons[at] = Exclusion.NAVIGATION
    _repeated(text, found, reasons, first)
    _links_to_other_stories(text, found, reasons, first)
    _lists(text, found, reasons, first, last)


def _repeated(
    text: str, found: tuple[Span, ...], reasons: list[Exclusion | None], first: int
) -> None:
    """Lines without a sentence that say again what the page said: its title, a menu, a picture.

    Before the first sentence the last of them is the headline and stays; after it none does.
    """
    if first > 1 and not reasons[0] and _is_page_title(text, found):
        reasons[0] = Exclusion.MASTHEAD
    last = {span.of(text): at for at, span in enumerate(found[:first])}
    again = Counter(span.of(text) for span in found[first:])
    for at, span in enumerate(found):
        words = span.of(text)
        if reasons[at] or is_prose(words):
            continue
        if any(
            len(part) >= 20 and (part in again or part in last)
            for part in words.split(" | ")
            if part != words
        ):
            reasons[at] = Exclusion.MASTHEAD
        elif at < first:
            parts = [part for part in _BETWEEN.split(words) if len(part) >= 20]
            repeats = last[words] != at or any(last.get(part, 0) > at for part in parts)
            reasons[at] = Exclusion.MASTHEAD if repeats else None
        elif words in last or (again[words] > 1 and _is_heading(words)):
            reasons[at] = Exclusion.NAVIGATION


def _is_page_title(text: str, found: tuple[Span, ...]) -> bool:
    """Whether the first line is a headline with the name of its site after a bar or dash."""
    words = found[0].of(text)
    parts = _BETWEEN.split(words)
    if len(parts) == 1:
        return False
    title = set(parts[0].lower().split())
    return "|" in words or any(_is_nearly(title, span.of(text)) for span in found[1:_NEAR_TOP])


def _is_nearly(title: set[str], line: str) -> bool:
    """Whether a line has nearly the words of a title."""
    words = set(line.lower().split())
    return len(title & words) >= 0.8 * max(len(title), len(words))


_NEAR_TOP = 400
"""Lines in which the headline is looked for again."""


def _links_to_other_stories(
    text: str, found: tuple[Span, ...], reasons: list[Exclusion | None], first: int
) -> None:
    """Headlines after the first sentence: titles in capitals, labels in capitals only."""
    before, is_listed = "", False
    for at in range(first + 1, len(found)):
        words = found[at].of(text)
        if reasons[at]:
            continue
        is_listed = before.endswith(":") or (is_listed and _is_unfinished(words))
        before = words
        if not is_listed and (is_shouted(words) or _is_title(words) or _is_order(words)):
            reasons[at] = Exclusion.NAVIGATION


def _is_order(line: str) -> bool:
    """What a button or a link tells the reader to do: `Sign up for news`, without a full stop."""
    return bool(ORDER.match(line)) and len(line.split()) <= 12 and _is_unfinished(line)


def _is_title(line: str) -> bool:
    """A line in the capitals of a title, without a full stop: `What It Takes To Win a Race`."""
    if len(line) > 160 or line[-1] in ".!…:;,)”" or line[1:2] == ":" or is_dated(line):
        return False
    longer = [word for word in line.split() if len(word) >= 4 and word[0].isalpha()]
    return len(longer) >= 3 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)


def _lists(
    text: str, found: tuple[Span, ...], reasons: list[Exclusion | None], first: int, last: int
) -> None:
    """Headlines without a full stop in a row, or each above its teaser, and all after the story.

    The story ends with its last paragraph of some length; `last` is its last sentence. Lines that
    are furniture by themselves are passed over, so that one more of them changes nothing. Items of
    a list, which a colon or a mark leads in, are none of these.
    """
    long = (at for at, span in enumerate(found) if not reasons[at] and _is_long(span.of(text)))
    end = max(long, default=last)
    _leave_out(reasons, _menu_before(text, found, reasons, first), 6)
    row: list[int] = []
    above: list[int] = []
    before, is_listed, prose = "", False, 0
    for at in range(first, len(found)):
        words = found[at].of(text)
        if reasons[at]:
            continue
        is_listed = before.endswith(":") or (is_listed and _is_unfinished(words))
        if not is_listed and (_is_heading(words) or (at > end and _is_unfinished(words))):
            row.append(at)
            prose = 0
        else:
            prose += 1
            _leave_out(reasons, row, 2 if at > end + 1 else 4)
            above = [*above, *row] if prose <= 2 and not _is_very_long(words) else []
            _leave_out(reasons, above, 3)
            above, row = above[-9:], []
        before = words
    _leave_out(reasons, row, 1)


def _menu_before(
    text: str, found: tuple[Span, ...], reasons: list[Exclusion | None], first: int
) -> list[int]:
    """The headlines of a menu before the first sentence; the last two may be the story’s own."""
    open_ended = [at for at in range(first) if not reasons[at] and _is_heading(found[at].of(text))]
    return open_ended[:-2]


def _leave_out(reasons: list[Exclusion | None], places: list[int], least: int) -> None:
    """Give the lines the reason of a menu, if they are so many."""
    if len(places) >= least:
        for place in places:
            reasons[place] = Exclusion.NAVIGATION


def _is_heading(line: str) -> bool:
    """A line that can be the headline of another text: unfinished or cut off, no item of a list."""
    if not (_is_unfinished(line) or (CUT_OFF.search(line) and len(line) <= 140)):
        return False
    if line[0].islower() or line[-1] in "])’":
        return False
    return not any(form.search(line) for form in (_ITEM, _CAPTION, _TWO_SENTENCES))


_BETWEEN = re.compile(r"\s[|»–—-]\s|:\s|\|")
_ITEM = re.compile(r"^(?:[-•*–—·▪►✓]|\d{1,3}[.)]\s|[a-z]\)\s|[QA]:)")
_TWO_SENTENCES = re.compile(r"[a-z]{4}[.!?]\s+[A-Z]")
_CAPTION = re.compile(
    r"\b(?:pictured|from left|left|right|seen|shown|credit|caption)\b", re.IGNORECASE
)


def _is_long(line: str) -> bool:
    """A paragraph of thirty words or more, or of twenty that ends as a sentence."""
    words = line.count(" ") + 1
    return words >= 30 or (words >= 20 and is_prose(line))


def _is_very_long(line: str) -> bool:
    """A paragraph that no teaser is as long as."""
    return line.count(" ") >= 60


def _is_unfinished(line: str) -> bool:
    """A line that does not end as a sentence or a clause of a list does, and is no caption."""
    if line[0].islower() or line[-1] in ".!…:;,)”\"?'":
        return False
    is_caption = any(credits_in(line, 0, len(line)))
    return len(line) <= 140 and not is_caption and not is_dated(line)


def _is_label(line: str) -> bool:
    """A short line without a verb and without a full stop: a section, a place, a masthead."""
    if len(line) > 60 or line[-1] in '.!?”"…:;' or len(line.split()) > 6:
        return False
    return not is_dated(line) and not has_verb(line)
