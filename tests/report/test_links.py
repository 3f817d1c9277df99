"""Which addresses become links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.report.links import safe_link


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a?b=1&c=2#d",
        "http://example.org:8080/",
        "http://[2001:db8::1]/x",
        ["https://приклад.укр", ""][0] + "/",
        "mailto:desk@example.org",
        "https://example.org/100%25",
    ],
)
def test_an_ordinary_address_stays_as_it_is(url: str) -> None:
    assert safe_link(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        " javascript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.org/",
        "//example.org/x",
        "/local",
        "#fragment",
        "https://",
        "https:///x",
        "https://user:pw@example.org/",
        "https://bank.example@evil.example/",
        "https:\\\\evil.example",
        'https://a"onclick=.example/',
        "https://exam\u202eple.org/",
        "https://exam\u200bple.org/",
        "http://[::1",
        "mailto:nobody",
        "text with https://example.org in it",
    ],
)
def test_anything_else_is_no_link(url: str | None) -> None:
    assert safe_link(url) is None


def test_what_cannot_stand_in_an_address_is_encoded() -> None:
    assert safe_link('https://a.org/"><b>|`{}') == "https://a.org/%22%3E%3Cb%3E%7C%60%7B%7D"
    assert safe_link("https://a.org/100%") == "https://a.org/100%25"


@given(st.text())
def test_a_link_is_always_one_of_three_kinds_and_harmless_in_an_attribute(text: str) -> None:
    for url in (text, f"https://{text}", f"http://a.org/{text}", f"mailto:{text}"):
        link = safe_link(url)
        if link is not None:
            assert link.startswith(("http://", "https://", "mailto:"))
            assert not set(link) & set("\"'<>`\\ \n\t") - {"'"}
