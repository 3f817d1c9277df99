"""A small web for tests: one server on this machine that plays what a test gives it."""

import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self

from verifier.capture.fetch import Web
from verifier.capture.limits import Limits
from verifier.capture.rules import AddressRules, Endpoint

HERE = "127.0.0.1"
HOST = "news.example"
"""The name under which the server is known to `web_of`."""

Answer = Callable[[socket.socket, threading.Event], None]
"""Plays one answer on a connection whose request was read; the event is set when the test ends."""


def page(body: bytes | str, *headers: str, status: str = "200 OK") -> Answer:
    """An answer with a body of a known length; HTML unless `headers` say otherwise."""
    data = body.encode() if isinstance(body, str) else body
    kind = [] if any(h.lower().startswith("content-type") for h in headers) else [HTML]
    head = [f"HTTP/1.1 {status}", *kind, *headers, f"Content-Length: {len(data)}", "", ""]
    return raw("\r\n".join(head).encode("latin-1") + data)


HTML = "Content-Type: text/html; charset=utf-8"


def raw(data: bytes) -> Answer:
    """An answer byte for byte."""
    return lambda connection, _: connection.sendall(data)


def redirect(location: str, status: str = "302 Found") -> Answer:
    """An answer that leads on to `location`."""
    return page("", f"Location: {location}", status=status)


def stalled(data: bytes) -> Answer:
    """An answer that begins with `data` and never goes on."""

    def _play(connection: socket.socket, over: threading.Event) -> None:
        connection.sendall(data)
        over.wait()

    return _play


def dripping(data: bytes, drop: bytes = b"x") -> Answer:
    """An answer that begins with `data` and then gives a drop every few milliseconds, for ever."""

    def _play(connection: socket.socket, over: threading.Event) -> None:
        connection.sendall(data)
        while not over.wait(0.01):
            connection.sendall(drop)

    return _play


def flooding(data: bytes, wave: bytes) -> Answer:
    """An answer that begins with `data` and then gives waves as fast as they are taken."""

    def _play(connection: socket.socket, over: threading.Event) -> None:
        connection.sendall(data)
        while not over.is_set():
            connection.sendall(wave)

    return _play


def own_certificate(folder: Path) -> Path:
    """A file with a key and a certificate for `HOST` that nobody but itself vouches for."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}",
         "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )  # fmt: skip
    with certificate.open("ab") as target:
        target.write(key.read_bytes())
    return certificate


class Server:
    """A server on a free port of this machine. `answers` are by path; `asked` are the heads.

    With `certificate`, a file that holds a key too, it speaks TLS.
    """

    def __init__(self, answers: Mapping[str, Answer], certificate: Path | None = None) -> None:
        self.certificate = certificate
        self._context: ssl.SSLContext | None = None
        if certificate is not None:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(certificate)
        self.answers = dict(answers)
        self.asked: list[bytes] = []
        self._over = threading.Event()
        self._listening = socket.create_server((HERE, 0))
        self.port: int = self._listening.getsockname()[1]
        self._serving = threading.Thread(target=self._serve, daemon=True)
        self._serving.start()

    def url(self, path: str = "/", host: str = HOST) -> str:
        """The address of a page of the server."""
        return f"http://{host}:{self.port}{path}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._serving.join()
        self._listening.close()

    def _serve(self) -> None:
        while not self._over.is_set():
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        missing = page("nothing here", status="404 Not Found")
        with suppress(OSError), connection, self._spoken(connection) as plain:
            head = self._read(plain)
            path = head.split(b" ")[1].decode("latin-1") if head.count(b" ") > 1 else ""
            self.answers.get(path, missing)(plain, self._over)

    def _spoken(self, connection: socket.socket) -> socket.socket:
        if self._context is None:
            return connection
        return self._context.wrap_socket(connection, server_side=True)

    def _read(self, connection: socket.socket) -> bytes:
        head = b""
        while b"\r\n\r\n" not in head:
            data = connection.recv(65536)
            if not data:
                break
            head += data
        self.asked.append(head)
        return head


def web_of(
    server: Server,
    limits: Limits | None = None,
    resolve: Callable[[str, int], Sequence[str]] | None = None,
) -> Web:
    """The network as the program meets it, but that the server's one port is admitted.

    Every name leads to the server unless `resolve` says otherwise.
    """
    return Web(
        AddressRules(admitted=Endpoint(HERE, server.port)),
        limits or Limits(seconds=10),
        resolve or (lambda host, port: (HERE,)),
    )
