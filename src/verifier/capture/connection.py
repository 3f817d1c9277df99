"""Connections that are made only to addresses the rules allow, and that end with the budget.

A name is looked up once for each connection. Every address it gives is checked, and the connection
is made to one of these very addresses: a second look-up, which could answer otherwise (DNS
rebinding), does not happen. The name stays what the server is asked for, in Host and in TLS.
"""

import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore

from verifier.capture.faults import Unreachable
from verifier.capture.limits import Budget
from verifier.capture.rules import AddressRules, is_numeric

Resolver = Callable[[str, int], Sequence[str]]
"""The numeric addresses of a name, for a port; raises OSError where there are none."""

SECONDS_EACH = 8.0
"""The longest that one of several addresses of a name is tried."""


def system_resolver(host: str, port: int) -> tuple[str, ...]:
    """The addresses that the system's own resolver gives; raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


class CheckedBackend(httpcore.NetworkBackend):
    """Connects to checked addresses. `connected_to` is the address of the last connection."""

    def __init__(self, rules: AddressRules, resolve: Resolver, budget: Budget) -> None:
        self._rules = rules
        self._resolve = resolve
        self._budget = budget
        self._sockets = httpcore.SyncBackend()
        self.connected_to = ""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of `host` that answers; raises AddressRefused."""
        addresses = self._addresses(host, port)
        for address in addresses:
            self._rules.require_endpoint(host, address, port)
        for address in addresses[:-1]:
            try:
                return self._connect(address, port, SECONDS_EACH)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return self._connect(addresses[-1], port, self._budget.seconds_left())

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Never: nothing on this machine is fetched from."""
        raise Unreachable("Sockets of this machine are not fetched from.")

    def _addresses(self, host: str, port: int) -> Sequence[str]:
        if is_numeric(host):
            return (host,)
        found = _looked_up(self._resolve, host, port, self._budget)
        if not found:
            raise _unknown(host, "it has no address")
        return found

    def _connect(self, address: str, port: int, seconds: float) -> httpcore.NetworkStream:
        timeout = min(seconds, self._budget.seconds_left())
        stream = self._sockets.connect_tcp(address, port, timeout)
        self.connected_to = address
        return _Metered(stream, self._budget)


class _Metered(httpcore.NetworkStream):
    """A stream that counts what comes and never waits longer than the budget has seconds."""

    def __init__(self, stream: httpcore.NetworkStream, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self._stream.read(max_bytes, self._budget.seconds_left())
        self._budget.spend(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._budget.seconds_left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._budget.seconds_left()
        return _Metered(self._stream.start_tls(ssl_context, server_hostname, left), self._budget)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _looked_up(resolve: Resolver, host: str, port: int, budget: Budget) -> Sequence[str]:
    """The addresses of `host`; the look-up is left behind where it outlasts the budget.

    The system's look-up takes no time limit, so it runs in a thread of its own.
    """
    found: list[Sequence[str]] = []
    faults: list[Exception] = []

    def _look_up() -> None:
        try:
            found.append(resolve(host, port))
        except (OSError, UnicodeError) as error:
            faults.append(error)

    thread = threading.Thread(target=_look_up, name="look-up", daemon=True)
    thread.start()
    thread.join(budget.seconds_left())
    if faults:
        raise _unknown(host, getattr(faults[0], "strerror", None) or str(faults[0])) from faults[0]
    if not found:
        raise _unknown(host, f"the look-up gave no answer in {budget.limits.seconds:g} seconds")
    return found[0]


def _unknown(host: str, why: str) -> Unreachable:
    return Unreachable(
        f"The server {host} cannot be found: {why}. Check the spelling and the network."
    )
