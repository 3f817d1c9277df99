"""Names a person types: slugs, labels, and the nearest one to a name nobody knows."""

import difflib
import re
import unicodedata
from collections.abc import Collection, Iterable

from verifier.language.display import display_line
from verifier.model.errors import BadInput, UnknownName

LONGEST_SLUG = 48


def slug_of(title: str, taken: Collection[str], fallback: str) -> str:
    """A short name for `title`, unlike any in `taken`: letters and digits of any script, hyphens.

    >>> slug_of("U.S. confirms: 5 deaths", (), "story")
    'us-confirms-5-deaths'
    >>> slug_of("U.S. confirms: 5 deaths", ("us-confirms-5-deaths",), "story")
    'us-confirms-5-deaths-2'
    """
    plain = unicodedata.normalize("NFKD", title.replace("’", "").replace("'", ""))
    plain = re.sub(r"\b(\w)\.(?=\w\.)|\b(\w)\.(?=\s|$)", r"\1\2", plain)
    words = re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c)))
    base = fallback
    if words:
        base = unicodedata.normalize("NFC", _joined(words)).casefold()
    return next(name for name in _numbered(base) if name not in taken)


def _joined(words: list[str]) -> str:
    """The first words joined by hyphens, as many as fit; a single long word is cut."""
    joined = words[0][:LONGEST_SLUG]
    for word in words[1:]:
        if len(joined) + 1 + len(word) > LONGEST_SLUG:
            break
        joined += "-" + word
    return joined


def _numbered(base: str) -> Iterable[str]:
    yield base
    n = 2
    while True:
        yield f"{base}-{n}"
        n += 1


def unknown(what: str, name: str, known: Iterable[str], where: str) -> UnknownName:
    """The error for a name nobody knows, with the nearest ones; `where` tells how to list them."""
    shown = display_line(name)
    shapes = {item.casefold(): item for item in known}
    found = difflib.get_close_matches(name.casefold(), shapes, n=3, cutoff=0.5)
    near = [shapes[shape] for shape in found]
    hint = f"Did you mean {' or '.join(near)}? " if near else ""
    return UnknownName(f"There is no {what} {shown}. {hint}{where}")


def typed_text(text: str, what: str, longest: int = 20_000) -> str:
    """Text that a person typed, as it may be recorded.

    Raises BadInput for what cannot be written in UTF-8 or is longer than `longest` code points.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadInput(
            f"The {what} holds bytes that are no text in your terminal's encoding; type it again."
        ) from error
    if len(text) > longest:
        raise BadInput(f"The {what} is longer than {longest} characters; shorten it.")
    return text.strip()


def next_label(prefix: str, used: Iterable[str]) -> str:
    """The next free label: the highest number ever used, plus one.

    >>> next_label("C", ["C01", "C09"])
    'C10'
    """
    highest = max((int(label[len(prefix) :]) for label in used), default=0)
    return f"{prefix}{highest + 1:02d}"
