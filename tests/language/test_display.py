"""Untrusted text is shown harmless, at the same offsets."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.language.cells import cell_width, fit
from verifier.language.display import display, display_line, escape_json, flagged

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))

ATTACKS = {
    "clear screen": "\x1b[2J",
    "clipboard": "\x1b]52;c;ZXZpbA==\x07",
    "window title": "\x1b]0;title\x07",
    "hyperlink": "\x1b]8;;http://example.org\x1b\\x\x1b]8;;\x1b\\",
    "device control": "\x1bP1$r0m\x1b\\",
    "reset": "\x1bc",
    "cursor report": "\x1b[6n",
    "eight-bit CSI": "\x9b2J",
    "eight-bit OSC": "\x9d0;t\x9c",
    "right-to-left override": "\u202egnp.exe",
    "isolate": "\u2066a\u2069",
    "Arabic letter mark": "\u061ca",
    "zero width": "pass\u200bword",
    "soft hyphen": "a\u00adb",
    "tag characters": "\U000e0041\U000e007f",
    "musical format": "a\U0001d173b",
    "shorthand format": "a\U0001bca0b",
    "hieroglyph format": "a\U00013430b",
    "delete": "a\x7fb",
    "lone surrogate": "\udc9b",
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_an_attack_is_shown_and_does_nothing(attack: str) -> None:
    shown = display(attack)
    assert all(char.isprintable() for char in shown)
    assert len(shown) == len(attack)
    assert flagged(attack)


@given(ANY_TEXT)
def test_offsets_stay(text: str) -> None:
    assert len(display(text)) == len(text)


@given(ANY_TEXT)
def test_nothing_that_controls_is_left(text: str) -> None:
    shown = display(text)
    assert all(
        unicodedata.category(char) not in ("Cc", "Cs") for char in shown if char not in "\n\t"
    )
    assert not set(shown) & set(
        "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )


@given(ANY_TEXT)
def test_what_was_shown_is_shown_the_same_again(text: str) -> None:
    assert display(display(text)) == display(text)


@given(ANY_TEXT)
def test_a_line_stays_one_line(text: str) -> None:
    assert len(display_line(text).splitlines()) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, “quoted” – with a dash…",
        "Київ і Москва",
        "한국 군인",
        "\U0001f469\u200d\U0001f52c",  # a scientist: joined emoji
        "❤\ufe0f",
        "می\u200cخواهم",  # Persian needs the non-joiner
        "क्\u200dष",  # Hindi uses the joiner
        "مرحبا",
    ],
)
def test_honest_text_of_any_script_is_left_alone(text: str) -> None:
    assert display(text) == text
    assert flagged(text) == ()


def test_a_run_of_variation_selectors_is_flagged() -> None:
    text = "a" + "\ufe0f" * 50
    assert display(text) == "a" + "∘" * 50


def test_what_is_flagged_is_named() -> None:
    assert flagged("a\x1b") == ((1, "U+001B CONTROL"),)


@given(st.text())  # without lone surrogates: no stored text holds them
def test_json_says_the_same_after_escaping(text: str) -> None:
    written = json.dumps(text, ensure_ascii=False)
    escaped = escape_json(written)
    assert json.loads(escaped) == json.loads(written)
    assert display(escaped) == escaped


@given(st.text(), st.integers(0, 40))
def test_fitted_text_takes_exactly_the_width(text: str, width: int) -> None:
    assert cell_width(fit(display_line(text), width)) == width
