"""The paragraphs of a plain text: blank lines part them, and line ends that are no wrapping."""

import re
from collections.abc import Iterator

from verifier.model.text import Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_WRAP_MIN, _WRAP_MAX, _WRAP_SPREAD = 45, 100, 25


def lines(text: str) -> tuple[Span, ...]:
    r"""The lines that hold more than white space, without the space around them.

    >>> lines("One \r\n\r\n  Two")
    (Span(start=0, end=3), Span(start=10, end=13))
    """
    found = []
    for match in _LINE.finditer(text):
        line = match.group()
        bare = line.strip()
        if bare:
            start = match.start() + len(line) - len(line.lstrip())
            found.append(Span(start, start + len(bare)))
    return tuple(found)


def paragraphs(text: str) -> tuple[Span, ...]:
    r"""The paragraphs of `text` in order. A hard-wrapped block is one; a list of lines is many.

    >>> [p.of("A head\n\nFirst.\nSecond.") for p in paragraphs("A head\n\nFirst.\nSecond.")]
    ['A head', 'First.', 'Second.']
    """
    found: list[Span] = []
    for block in _blocks(text):
        if _is_wrapped(text, block):
            found.append(Span(block[0].start, block[-1].end))
        else:
            found.extend(_joined(text, block))
    return tuple(found)


def _blocks(text: str) -> Iterator[list[Span]]:
    """Runs of lines without a blank line between them."""
    block: list[Span] = []
    for line in lines(text):
        if block:
            gap = text[block[-1].end : line.start]
            if gap.replace("\r\n", "\n").count("\n") > 1 or gap.count("\r") > gap.count("\n") + 1:
                yield block
                block = []
        block.append(line)
    if block:
        yield block


def _is_wrapped(text: str, block: list[Span]) -> bool:
    """Whether the lines of a block look cut at one width: three or more, alike in length."""
    if len(block) < 3:
        return False
    lengths = [end - start for start, end in block[:-1]]
    if not (min(lengths) >= _WRAP_MIN and max(lengths) <= _WRAP_MAX):
        return False
    unfinished = sum(text[end - 1] not in '.!?”"' for _, end in block[:-1])
    return max(lengths) - min(lengths) <= _WRAP_SPREAD and 2 * unfinished > len(lengths)


def _joined(text: str, block: list[Span]) -> Iterator[Span]:
    """The lines of a block, those that begin in lower case joined to a long line before them."""
    start, end = block[0]
    for line in block[1:]:
        if text[line.start].islower() and end - start >= _WRAP_MIN:
            end = line.end
        else:
            yield Span(start, end)
            start, end = line
    yield Span(start, end)
