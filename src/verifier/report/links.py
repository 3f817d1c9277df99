"""Which addresses of untrusted text may become links."""

import re
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from verifier.language.display import display

_HOST = re.compile(r"(?:[\w.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?")
_SAFE = "/:@!$&'()*+,;=~-._"


def safe_link(url: str | None) -> str | None:
    """`url` as it may stand in a link: http, https or mailto, without credentials; else None.

    What cannot stand in an address is percent-encoded.

    >>> safe_link("https://example.org/a b?q=1&r=2")
    'https://example.org/a%20b?q=1&r=2'
    >>> safe_link("javascript:alert(1)"), safe_link("https://bank.example@evil.example/")
    (None, None)
    """
    if not url or display(url) != url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme in ("http", "https"):
        return _encoded(parts) if _HOST.fullmatch(parts.netloc) else None
    if parts.scheme == "mailto" and "@" in parts.path and not parts.netloc:
        return _encoded(parts)
    return None


def _encoded(parts: SplitResult) -> str:
    return urlunsplit(
        (
            parts.scheme,
            parts.netloc,
            _quoted(parts.path),
            _quoted(parts.query, "?"),
            _quoted(parts.fragment, "?"),
        )
    )


def _quoted(part: str, more: str = "") -> str:
    """`part` percent-encoded; escapes that are already there stay."""
    pieces = re.split(r"(%[0-9A-Fa-f]{2})", part)
    return "".join(
        piece if n % 2 else quote(piece, safe=_SAFE + more) for n, piece in enumerate(pieces)
    )
