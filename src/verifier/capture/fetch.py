"""A page fetched: each hop asked once, on a checked address, within one budget.

Nothing of the machine goes along: no proxy or certificate file of the environment, no cookies, no
user name, no referrer; the program says honestly what it is. Compression is not asked for, so that
the bytes of the page are those that the server's own file has.
"""

import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import httpcore
import httpx

from verifier import __version__
from verifier.capture.connection import CheckedBackend, Resolver, system_resolver
from verifier.capture.content import content_of, require_type
from verifier.capture.faults import AddressRefused, CaptureFailed, Unreachable
from verifier.capture.fetched import Exchange, Fetched, Header
from verifier.capture.limits import Budget, Limits
from verifier.capture.rules import AddressRules
from verifier.capture.urls import address_typed, redirected
from verifier.model.scales import CaptureState

HEADERS = {
    "User-Agent": f"verifier/{__version__} (fact-check desk; fetches single pages by hand)",
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
"""What every request says beside its Host."""

REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True)
class Web:
    """The network as a capture meets it. The program always uses the defaults."""

    rules: AddressRules = field(default_factory=AddressRules)
    limits: Limits = field(default_factory=Limits)
    resolve: Resolver = system_resolver


def fetch(text: str, web: Web | None = None) -> Fetched:
    """The page at the address `text`, or why there is none.

    Raises AddressRefused where the address itself is none that is fetched: nothing was sent then.
    All else that goes wrong is an outcome, with the exchanges that were complete.
    """
    network = web or Web()
    url = address_typed(text, network.rules)
    asked = str(url)
    budget = Budget(network.limits)
    done: list[Exchange] = []
    try:
        while True:
            done.append(_ask(url, network, budget))
            location = _location(done[-1])
            if done[-1].status not in REDIRECTS or not location:
                return Fetched(asked, tuple(done), content=content_of(done[-1], network.limits))
            if len(done) > network.limits.redirects:
                raise _too_many(network.limits.redirects)
            url = redirected(url, location, network.rules)
    except AddressRefused as refused:
        if not done:
            raise
        why = f"The page leads to an address that is not fetched. {refused}"
        return Fetched(asked, tuple(done), CaptureState.FAILED, why)
    except CaptureFailed as failed:
        return Fetched(asked, tuple(done), CaptureState.FAILED, str(failed))
    except Unreachable as silent:
        return Fetched(asked, tuple(done), CaptureState.UNREACHABLE, str(silent))


class _CheckedTransport(httpx.BaseTransport):
    """One connection of HTTP/1.1 through a backend of ours.

    It is used without a client: a client would keep cookies, and reads each Location itself.
    """

    def __init__(self, backend: CheckedBackend, trust: ssl.SSLContext | None) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=trust, network_backend=backend, max_connections=1, retries=0
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
            )
        )
        return httpx.Response(
            answer.status,
            headers=answer.headers,
            stream=_Body(answer),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    """The bytes of an answer, as they come."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


def _ask(url: httpx.URL, web: Web, budget: Budget) -> Exchange:
    """One request and its answer, on a connection of its own."""
    backend = CheckedBackend(web.rules, web.resolve, budget)
    trust = httpx.create_ssl_context(trust_env=False) if url.scheme == "https" else None
    request = httpx.Request("GET", url, headers=HEADERS)
    at = datetime.now(UTC)
    with (
        _in_words(url, budget),
        _CheckedTransport(backend, trust) as transport,
        closing(transport.handle_request(request)) as answer,
    ):
        body = _body(answer, budget)
        return Exchange(
            url=str(url),
            address=backend.connected_to,
            at=at,
            target=url.raw_path.decode("ascii"),
            asked=_headers(request.headers),
            protocol=answer.http_version,
            status=answer.status_code,
            reason=_reason(answer),
            headers=_headers(answer.headers),
            body=body,
        )


def _body(answer: httpx.Response, budget: Budget) -> bytes:
    """The whole body, refused as soon as the head or its length says that it is none of ours."""
    most = budget.limits.body
    declared = answer.headers.get("content-length", "")
    if declared.isascii() and declared.isdigit() and int(declared[:20]) > most:
        raise budget.too_large()
    if answer.status_code == httpx.codes.OK:
        require_type(answer.headers.get("content-type", ""))
    parts: list[bytes] = []
    size = 0
    for part in answer.iter_raw():
        size += len(part)
        if size > most:
            raise budget.too_large()
        parts.append(part)
    return b"".join(parts)


def _location(exchange: Exchange) -> str:
    """Where an answer leads: in ASCII by the standard, in UTF-8 in the wild."""
    value = exchange.header("location")
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return value


def _reason(answer: httpx.Response) -> str:
    """The words after the status, in ASCII: WARC has no way to write others."""
    words: bytes = answer.extensions.get("reason_phrase", b"")
    return words.decode("ascii", "replace").replace("\ufffd", "?")


def _headers(headers: httpx.Headers) -> tuple[Header, ...]:
    return tuple((key.decode("latin-1"), value.decode("latin-1")) for key, value in headers.raw)


@contextmanager
def _in_words(url: httpx.URL, budget: Budget) -> Iterator[None]:
    """Turn what the library raises into sentences; what the budget ends is a failed answer."""
    host = url.host
    try:
        yield
    except httpcore.ConnectTimeout as error:
        raise Unreachable(f"The server {host} does not answer; try again later.") from error
    except httpcore.TimeoutException as error:
        raise budget.too_slow() from error
    except httpcore.ConnectError as error:
        raise _no_connection(host, error) from error
    except (httpcore.ProtocolError, httpx.TransportError, httpx.DecodingError) as error:
        raise CaptureFailed(
            f"The server {host} broke off or does not speak HTTP properly ({_brief(error)}). Try "
            "again later, or save the page by a browser and add the file."
        ) from error
    except httpcore.NetworkError as error:
        raise CaptureFailed(
            f"The connection to {host} broke ({_brief(error)}). Try again later."
        ) from error


def _brief(error: Exception) -> str:
    """What the library says, cut: it may repeat all that the server sent."""
    said = str(error) or type(error).__name__
    return said if len(said) <= 120 else said[:119] + "…"


def _no_connection(host: str, error: Exception) -> Unreachable:
    cause = error.args[0] if error.args else None
    if isinstance(cause, ssl.SSLCertVerificationError):
        return Unreachable(
            f"The certificate of {host} is not valid ({cause.verify_message}): who answers "
            "there cannot be known. Look at the address in a browser."
        )
    return Unreachable(f"No connection to {host} could be made ({_brief(error)}). Try again later.")


def _too_many(most: int) -> CaptureFailed:
    return CaptureFailed(
        f"The address leads on more than {most} times. Open it in a browser and give the address "
        "where it ends."
    )
