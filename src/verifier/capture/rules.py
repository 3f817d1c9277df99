"""Which addresses are fetched: public ones, on the ports of the web, and nothing else.

The rules speak of the address that a connection is made to, not of the name that led to it.
`ipaddress.is_global` is not used: on Python 3.11 it is True for multicast and for loopback wrapped
in NAT64 and 6to4, and its tables change between patch releases. Ours follow the special-purpose
registries of IANA (RFC 6890), and of IPv6 only global unicast is taken at all.
"""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from verifier.capture.faults import AddressRefused

_V4 = (
    ("0.0.0.0/8", "an unspecified address"),
    ("10.0.0.0/8", "a private address"),
    ("100.64.0.0/10", "an address shared inside a provider's network"),
    ("127.0.0.0/8", "this machine itself"),
    ("169.254.0.0/16", "a link-local address"),
    ("172.16.0.0/12", "a private address"),
    ("192.0.0.0/24", "a reserved address"),
    ("192.0.2.0/24", "an address for documentation"),
    ("192.88.99.0/24", "a relay of 6to4"),
    ("192.168.0.0/16", "a private address"),
    ("198.18.0.0/15", "an address for benchmarks"),
    ("198.51.100.0/24", "an address for documentation"),
    ("203.0.113.0/24", "an address for documentation"),
    ("224.0.0.0/4", "a multicast address"),
    ("240.0.0.0/4", "a reserved address"),
)
_V6 = (
    ("::/128", "an unspecified address"),
    ("::1/128", "this machine itself"),
    ("::ffff:0:0/96", "an IPv4 address in the form of IPv6"),
    ("::/96", "an IPv4 address in the form of IPv6"),
    ("64:ff9b::/96", "an IPv4 address behind NAT64"),
    ("64:ff9b:1::/48", "an IPv4 address behind a local NAT64"),
    ("2001::/32", "an address tunnelled by Teredo"),
    ("2001::/23", "a reserved address"),
    ("2001:db8::/32", "an address for documentation"),
    ("2002::/16", "an address tunnelled by 6to4"),
    ("3fff::/20", "an address for documentation"),
    ("fc00::/7", "a private address"),
    ("fe80::/10", "a link-local address"),
    ("fec0::/10", "a private address"),
    ("ff00::/8", "a multicast address"),
)
_FORBIDDEN_V4 = tuple((IPv4Network(network), what) for network, what in _V4)
_FORBIDDEN_V6 = tuple((IPv6Network(network), what) for network, what in _V6)
_GLOBAL_V6 = IPv6Network("2000::/3")
_LOW_32 = ("::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48")
_EMBEDDING_LOW = tuple(IPv6Network(network) for network in _LOW_32)
_NAME = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")

WEB_PORTS = frozenset({80, 443, 8080, 8443})
"""The ports on which web servers answer."""


@dataclass(frozen=True)
class Endpoint:
    """One address and port."""

    address: str
    port: int


@dataclass(frozen=True)
class AddressRules:
    """Which endpoints may be connected to.

    `admitted` is one endpoint that is taken although the rules forbid it, so that tests can reach a
    server of their own; nothing in the program, its options or its environment sets it.
    """

    ports: frozenset[int] = WEB_PORTS
    admitted: Endpoint | None = None

    def require_port(self, port: int) -> None:
        """Raise AddressRefused for a port on which no web server is looked for."""
        if port not in self.ports and (self.admitted is None or port != self.admitted.port):
            known = ", ".join(str(known) for known in sorted(self.ports))
            raise AddressRefused(
                f"Port {port} is not fetched from, only {known}. Save the page by a browser and "
                "add the file."
            )

    def require_endpoint(self, host: str, address: str, port: int) -> None:
        """Raise AddressRefused unless `address`, which `host` resolved to, is a public one."""
        if self.admitted == Endpoint(address, port):
            return
        why = why_forbidden(address)
        if why is not None:
            leads = "" if host == address else f" leads to {address}, which"
            raise AddressRefused(
                f"{host}{leads} is {why}. Only public addresses are fetched; save the page by a "
                "browser and add the file."
            )
        if port not in self.ports:
            raise AddressRefused(f"Port {port} of {host} is not fetched from.")


def why_forbidden(address: str) -> str | None:
    """What a numeric address is that is not fetched from; None for a public one.

    >>> why_forbidden("8.8.8.8") is None
    True
    >>> why_forbidden("64:ff9b::7f00:1")
    'an IPv4 address behind NAT64 (127.0.0.1, this machine itself)'
    """
    try:
        parsed = ip_address(address)
    except ValueError:
        return "no address"
    if isinstance(parsed, IPv4Address):
        return next((what for network, what in _FORBIDDEN_V4 if parsed in network), None)
    if parsed.scope_id is not None:
        return "an address of one network card"
    if parsed in _GLOBAL_V6:
        what = next((what for network, what in _FORBIDDEN_V6 if parsed in network), None)
    else:
        found = (what for network, what in _FORBIDDEN_V6 if parsed in network)
        what = next(found, "a reserved address")
    return None if what is None else what + _inside(parsed)


def require_host(host: str) -> None:
    """Raise AddressRefused unless `host` is a plain name, a dotted quad or an IPv6 address.

    A host whose last part is a number is an IPv4 address (WHATWG URL, host parsing), and of its
    many spellings (decimal, hexadecimal, octal, fewer parts) only the usual one is taken.
    """
    if ":" in host:
        if _is_v6(host):
            return
    elif not _NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]):
        if _NAME.fullmatch(host) and len(host) <= 253:
            return
    elif _is_v4(host):
        return
    raise AddressRefused(
        f"{host} is no name of a server and no address in its usual spelling; give the address of "
        "the page as the browser shows it."
    )


def is_numeric(host: str) -> bool:
    """Whether `host` is an address already, not a name to look up."""
    return _is_v6(host) or _is_v4(host)


def _is_v4(host: str) -> bool:
    try:
        return bool(IPv4Address(host))
    except ValueError:
        return False


def _is_v6(host: str) -> bool:
    try:
        return IPv6Address(host).scope_id is None
    except ValueError:
        return False


def _inside(address: IPv6Address) -> str:
    """The IPv4 address that an address of a transition mechanism stands for, in words."""
    inner = _embedded(address)
    if inner is None:
        return ""
    why = why_forbidden(str(inner))
    return f" ({inner}{'' if why is None else ', ' + why})"


def _embedded(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address inside one of mapped, compatible, NAT64, 6to4 or Teredo form."""
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    number = int(address)
    if number > 1 and any(address in network for network in _EMBEDDING_LOW):
        return IPv4Address(number & 0xFFFFFFFF)
    return None
