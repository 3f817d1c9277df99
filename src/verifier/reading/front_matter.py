"""What a Markdown file says of itself in the block between --- lines at its head."""

import re
from dataclasses import dataclass
from datetime import date

_BLOCK = re.compile(r"\A---[ \t]*\r?\n(.*?\r?\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_LINE = re.compile(r"^([A-Za-z]+)[ \t]*:[ \t]*(.+?)[ \t]*\r?$", re.MULTILINE)
_LONGEST = 64 * 1024


@dataclass(frozen=True)
class FrontMatter:
    """The fields that a story or a source document may state; None where it does not."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: date | None = None


def front_matter(text: str) -> FrontMatter:
    r"""The fields of the block at the head of `text`: title, author, outlet and date.

    Only plain `name: value` lines are read; anything else in the block is left alone.

    >>> front_matter("---\ntitle: A fire\ndate: 2024-12-18\n---\nText").published
    datetime.date(2024, 12, 18)
    """
    block = _BLOCK.match(text[:_LONGEST])
    if block is None:
        return FrontMatter()
    fields = {name.lower(): value.strip("\"'") for name, value in _LINE.findall(block.group(1))}
    return FrontMatter(
        title=fields.get("title"),
        byline=fields.get("author") or fields.get("byline"),
        outlet=fields.get("outlet") or fields.get("publisher"),
        published=_day(fields.get("date") or fields.get("dateline")),
    )


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
