"""Addresses as typed or as a redirect gives them, taken apart by the library that fetches them."""

import httpx

from verifier.capture.faults import AddressRefused
from verifier.capture.rules import AddressRules, is_numeric, require_host

LONGEST = 4000
"""Characters of an address; longer ones are no reader's."""

DEFAULT_PORTS = {"http": 80, "https": 443}


def address_typed(text: str, rules: AddressRules) -> httpx.URL:
    """The address of a page, without its fragment; raises AddressRefused for what is not fetched.

    What it refuses it refuses by its form, before anything is looked up or sent.
    """
    if len(text) > LONGEST or "\\" in text or any(map(_is_odd, text.strip())):
        raise _no_address("It holds characters that no address has, or too many of them.")
    try:
        url = httpx.URL(text.strip())
        port = url.port
    except (httpx.InvalidURL, ValueError) as error:
        raise _no_address(f"{str(error).rstrip('.')}.") from error
    return _checked(url, port, text, rules)


def redirected(from_url: httpx.URL, location: str, rules: AddressRules) -> httpx.URL:
    """The address that an answer's Location names; raises AddressRefused as `address_typed`."""
    try:
        joined = from_url.join(location)
    except (httpx.InvalidURL, ValueError) as error:
        raise _no_address(f"The page leads on to none: {str(error).rstrip('.')}.") from error
    return address_typed(str(joined), rules)


def port_of(url: httpx.URL) -> int:
    """The port that is connected to."""
    return url.port or DEFAULT_PORTS[url.scheme]


def _checked(url: httpx.URL, port: int | None, text: str, rules: AddressRules) -> httpx.URL:
    if url.scheme not in DEFAULT_PORTS:
        raise AddressRefused(
            f"Addresses of the kind {url.scheme or 'without a scheme'} are not fetched, only "
            "http: and https:."
        )
    if url.userinfo or "@" in text.split("://", 1)[-1].split("/", 1)[0]:
        raise AddressRefused(
            "The address carries a user name or a password; such pages are not fetched, and the "
            "part before @ is often there to deceive. Give it without."
        )
    host = url.raw_host.decode("ascii")
    require_host(host)
    wanted = DEFAULT_PORTS[url.scheme] if port is None else port
    rules.require_port(wanted)
    if is_numeric(host):
        rules.require_endpoint(host, host, wanted)
    is_default = wanted == DEFAULT_PORTS[url.scheme]
    return url.copy_with(fragment=None, port=None if is_default else wanted)


def _no_address(why: str) -> AddressRefused:
    return AddressRefused(f"This is no address of a page. {why} Give it as the browser shows it.")


def _is_odd(char: str) -> bool:
    """Whether a character is white space or a control, other than a plain space."""
    return char != " " and (char.isspace() or char < " " or "\x7f" <= char <= "\x9f")
