"""What a capture brought back: the exchanges with the servers, and the document or the reason."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from verifier.model.scales import CaptureState

Header = tuple[str, str]
"""A field of a head: its name as written, and its value, each byte one character (ISO 8859-1)."""


@dataclass(frozen=True)
class Exchange:
    """One request and its whole answer.

    `address` is the numeric address it was sent to; `body` the bytes of the answer as transferred,
    its chunks joined and nothing decompressed; `at` is UTC.
    """

    url: str
    address: str
    at: datetime
    target: str
    asked: tuple[Header, ...]
    protocol: str
    status: int
    reason: str
    headers: tuple[Header, ...]
    body: bytes

    def header(self, name: str) -> str:
        """The value of the first field called `name`, in any case; empty where there is none."""
        wanted = name.casefold()
        return next((value for key, value in self.headers if key.casefold() == wanted), "")


@dataclass(frozen=True)
class Fetched:
    """The outcome of fetching `url`.

    `content` is the document, its compression undone; empty unless `state` is ok. `problem` says in
    one or two sentences why it is not. `exchanges` are the complete ones, redirects first.
    """

    url: str
    exchanges: tuple[Exchange, ...]
    state: CaptureState = CaptureState.OK
    problem: str = ""
    content: bytes = b""

    @property
    def final_url(self) -> str:
        """The address that answered last; `url` itself where none did."""
        return self.exchanges[-1].url if self.exchanges else self.url

    @property
    def redirects(self) -> tuple[str, ...]:
        """The addresses that `url` led to, in order."""
        return tuple(exchange.url for exchange in self.exchanges[1:])

    @property
    def content_type(self) -> str:
        """The kind of document that the server says it is, in lower case, without parameters."""
        return media_type(self.exchanges[-1].header("content-type")) if self.exchanges else ""

    @property
    def charset(self) -> str:
        """The encoding that the server names, in lower case; empty where it names none."""
        field = self.exchanges[-1].header("content-type") if self.exchanges else ""
        for part in field.split(";")[1:]:
            name, _, value = part.partition("=")
            if name.strip().lower() == "charset":
                return value.strip().strip("\"'").lower()
        return ""


def media_type(value: str) -> str:
    """The type in a Content-Type field, in lower case, without parameters.

    >>> media_type("Text/HTML; charset=utf-8")
    'text/html'
    """
    return value.partition(";")[0].strip().lower()


def loses_encryption(urls: tuple[str, ...]) -> bool:
    """Whether a chain of addresses goes from https to http: what came then could be altered.

    >>> loses_encryption(("https://a.example/", "http://a.example/"))
    True
    """
    schemes = [url.partition(":")[0] for url in urls]
    return ("https", "http") in pairwise(schemes)
