"""Which addresses are fetched."""

from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.capture.faults import AddressRefused
from verifier.capture.rules import AddressRules, Endpoint, require_host, why_forbidden

PUBLIC = ["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700:4700::1111", "2a00::1"]

FORBIDDEN = {
    "0.0.0.0": "unspecified",
    "0.1.2.3": "unspecified",
    "10.0.0.1": "private",
    "100.64.0.1": "provider",
    "100.127.255.255": "provider",
    "127.0.0.1": "this machine",
    "127.255.255.254": "this machine",
    "169.254.169.254": "link-local",
    "172.16.0.1": "private",
    "172.31.255.255": "private",
    "192.0.0.8": "reserved",
    "192.0.2.1": "documentation",
    "192.88.99.1": "6to4",
    "192.168.1.1": "private",
    "198.18.0.1": "benchmarks",
    "224.0.0.1": "multicast",
    "239.255.255.255": "multicast",
    "240.0.0.1": "reserved",
    "255.255.255.255": "reserved",
    "::": "unspecified",
    "::1": "this machine",
    "::ffff:169.254.169.254": "169.254.169.254, a link-local address",
    "::ffff:8.8.8.8": "form of IPv6",
    "::127.0.0.1": "127.0.0.1, this machine itself",
    "64:ff9b::7f00:1": "127.0.0.1, this machine itself",
    "64:ff9b::808:808": "NAT64",
    "64:ff9b:1::a9fe:a9fe": "169.254.169.254, a link-local address",
    "2001::1": "Teredo",
    "2001:0:4136:e378:8000:63bf:f5ff:fffe": "10.0.0.1, a private address",
    "2001:db8::1": "documentation",
    "2002:7f00:1::": "127.0.0.1, this machine itself",
    "2002:a00:1::1": "10.0.0.1, a private address",
    "3fff::1": "documentation",
    "5f00::1": "reserved",
    "100::1": "reserved",
    "fc00::1": "private",
    "fd12:3456::1": "private",
    "fe80::1": "link-local",
    "fe80::1%eth0": "one network card",
    "2606:4700::1%2": "one network card",
    "fec0::1": "private",
    "ff02::1": "multicast",
    "ff0e::1": "multicast",
}


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_fetched_from(address: str) -> None:
    assert why_forbidden(address) is None


@pytest.mark.parametrize("address", FORBIDDEN)
def test_an_address_that_is_not_public_is_named_for_what_it_is(address: str) -> None:
    assert FORBIDDEN[address] in (why_forbidden(address) or "")


@given(st.ip_addresses(v=4))
def test_no_ipv4_address_becomes_public_by_wrapping_it(inner: IPv4Address) -> None:
    number = int(inner)
    prefixes = {"mapped": 0xFFFF << 32, "nat64": 0x64FF9B << 96, "compatible": 0}
    for name, prefix in prefixes.items():
        assert why_forbidden(str(IPv6Address(prefix | number))) is not None, name
    assert why_forbidden(str(IPv6Address((0x2002 << 112) | (number << 80)))) is not None


@given(st.ip_addresses())
def test_nothing_is_public_that_the_library_knows_as_inside(
    address: IPv4Address | IPv6Address,
) -> None:
    if address.is_private or address.is_loopback or address.is_link_local or address.is_multicast:
        assert why_forbidden(str(address)) is not None


def test_words_are_no_address() -> None:
    assert why_forbidden("localhost") == "no address"


@pytest.mark.parametrize(
    "host", ["example.org", "xn--bcher-kva.example", "a_b.example.", "1.2.3.4"]
)
def test_a_plain_name_or_a_dotted_quad_is_a_host(host: str) -> None:
    require_host(host)


@pytest.mark.parametrize(
    "host",
    [
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "0x",
        "127.1",
        "0177.0.0.1",
        "127.0.0.1.",
        "1.2.3.4.5",
        "256.1.1.1",
        "example.123",
        "host%2eexample",
        "ho st",
        "a..b",
        "",
        ".",
        "fe80::1%eth0",
        "::g",
        "a" * 254,
    ],
)
def test_an_address_in_an_unusual_spelling_is_no_host(host: str) -> None:
    with pytest.raises(AddressRefused):
        require_host(host)


def test_an_endpoint_that_is_admitted_admits_no_other_port_of_its_address() -> None:
    rules = AddressRules(admitted=Endpoint("127.0.0.1", 40000))
    rules.require_endpoint("news.example", "127.0.0.1", 40000)
    for port in (80, 443, 40001):
        with pytest.raises(AddressRefused, match="this machine itself"):
            rules.require_endpoint("news.example", "127.0.0.1", port)


def test_an_endpoint_that_is_admitted_admits_its_port_nowhere_else() -> None:
    rules = AddressRules(admitted=Endpoint("127.0.0.1", 40000))
    with pytest.raises(AddressRefused, match="Port 40000"):
        rules.require_endpoint("dns.example", "8.8.8.8", 40000)


def test_nothing_inside_is_admitted_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ADMITTED", "VERIFIER_ADMITTED", "NO_PROXY", "VERIFIER_CAPTURE"):
        monkeypatch.setenv(name, "127.0.0.1:80")
    with pytest.raises(AddressRefused):
        AddressRules().require_endpoint("localhost", "127.0.0.1", 80)


@pytest.mark.parametrize("port", [0, 22, 25, 3306, 5432, 6379, 9200, 65535])
def test_only_the_ports_of_the_web_are_fetched_from(port: int) -> None:
    with pytest.raises(AddressRefused, match="only 80, 443, 8080, 8443"):
        AddressRules().require_port(port)
