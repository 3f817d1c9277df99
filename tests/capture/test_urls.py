"""Addresses as typed: what is refused by its form, before any packet."""

import socket

import httpx
import pytest

from verifier.capture.faults import AddressRefused
from verifier.capture.fetch import Web, fetch
from verifier.capture.rules import AddressRules
from verifier.capture.urls import address_typed, port_of, redirected

RULES = AddressRules()

REFUSED = [
    "file:///etc/passwd",
    "ftp://example.org/file",
    "gopher://example.org/",
    "data:text/html,hello",
    "javascript:alert(1)",
    "//example.org/",
    "example.org",
    "http:///path",
    "http:example.org",
    "",
    "http://user@example.org/",
    "http://user:secret@example.org/",
    "http://@example.org/",
    "https://bank.example@127.0.0.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://127.0.0.1/",
    "http://127.0.0.1./",
    "http://１２７.０.０.１/",
    "http://10.1.2.3/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::ffff:169.254.169.254]/",
    "http://[::ffff:a9fe:a9fe]/",
    "http://[64:ff9b::a9fe:a9fe]/",
    "http://[64:ff9b:1::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001:0:4136:e378:8000:63bf:f5ff:fffe]/",
    "http://100.64.0.1/",
    "http://224.0.0.1/",
    "http://[ff02::1]/",
    "http://0.0.0.0/",
    "http://[::]/",
    "http://[::1]/",
    "http://[fe80::1%25eth0]/",
    "http://example.org:22/",
    "http://example.org:0/",
    "http://example.org:99999/",
    "http://example.org:port/",
    "http://exa mple.org/",
    "http://example.org\\@127.0.0.1/",
    "http://example.org/a\nb",
    "http://example.org/\x00",
    "http://example.org/" + "a" * 4000,
    "http://[::1",
    "http://a%2eb/",
]


@pytest.mark.parametrize("text", REFUSED)
def test_it_is_refused_before_anything_is_looked_up_or_sent(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket, "create_connection", never)
    monkeypatch.setattr(socket, "getaddrinfo", never)
    monkeypatch.setattr(socket, "socket", never)
    with pytest.raises(AddressRefused) as refused:
        fetch(text, Web())
    assert "secret" not in str(refused.value)
    assert str(refused.value).endswith((".", "file."))


@pytest.mark.parametrize(
    ("text", "read", "port"),
    [
        ("http://example.org", "http://example.org", 80),
        (" HTTPS://EXAMPLE.org:443/a?b=1#part ", "https://example.org/a?b=1", 443),
        ("http://example.org:8080/a b", "http://example.org:8080/a%20b", 8080),
        ("http://bücher.example/é", "http://xn--bcher-kva.example/%C3%A9", 80),
        ("https://8.8.8.8/", "https://8.8.8.8/", 443),
        ("http://example.org/@user", "http://example.org/@user", 80),
    ],
)
def test_an_address_is_kept_as_it_is_asked_for(text: str, read: str, port: int) -> None:
    found = address_typed(text, RULES)
    assert str(found) == read
    assert port_of(found) == port


def test_a_redirect_may_be_relative() -> None:
    here = httpx.URL("https://example.org/a/b")
    assert str(redirected(here, "../c?d", RULES)) == "https://example.org/c?d"


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd",
        "//127.0.0.1/",
        "http://[::1]/",
        "http://u:p@a.example/",
        "http://[",
        "data:,x",
    ],
)
def test_a_redirect_is_refused_like_an_address_that_is_typed(location: str) -> None:
    with pytest.raises(AddressRefused):
        redirected(httpx.URL("https://example.org/"), location, RULES)
