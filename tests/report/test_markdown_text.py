"""Text in Markdown is text: rendered by a CommonMark renderer and compared."""

import re
from html.parser import HTMLParser

import pytest
from hostile_report import ATTACKS
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from verifier.language.display import display
from verifier.report.markdown_text import code_block, inline, plain

TAGS = frozenset({"p", "li", "ul", "strong", "h2"})


class Rendered(HTMLParser):
    """The text and the tags of a rendered page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: set[str] = set()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def renderers() -> list[MarkdownIt]:
    """CommonMark, and the same with the additions of GitHub: tables, strikes, bare addresses."""
    return [MarkdownIt("commonmark"), MarkdownIt("gfm-like")]


def one_line(text: str) -> str:
    return re.sub(r"[ \t\n]+", " ", display(text)).strip(" ")


marks = st.text("ab1 \\`*_[]{}()#+-.!|~&<>=$^@:/\n\t\"'www.http", max_size=60)
strings = st.one_of(st.text(), marks)
PLACES = ("{}", "- {}", "**8** {}", "## {}", "> {}", "- Why: {}", "“{}”")


@pytest.mark.parametrize("place", PLACES)
@given(text=strings)
@example(text="1. a")
@example(text="- a")
@example(text="===")
@example(text="# a")
@example(text="a\n---\nb")
@example(text="&copy; &#x41;")
@example(text="http://a.example www.a.example a@b.example")
@example(text="[a]: http://x")
@example(text="trailing \\")
@example(text="a  \nb")
def test_a_renderer_shows_escaped_text_as_the_text(place: str, text: str) -> None:
    for renderer in renderers():
        page = Rendered(renderer.render(place.format(plain(text))))
        wanted = place.strip("-#> ").replace("*", "").format(one_line(text))
        assert re.sub(r"[ \n]+", " ", page.text).strip(" ") == re.sub(r" +", " ", wanted).strip()
        assert page.tags <= TAGS | {"blockquote"}


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_passes(attack: str) -> None:
    for renderer in renderers():
        page = Rendered(renderer.render(f"{plain(attack)}\n\nA {inline(attack)} b\n"))
        assert page.tags == {"p"}


@given(strings)
def test_a_code_block_holds_its_text_unchanged(text: str) -> None:
    shown = display(text).replace("\n", " ")
    page = Rendered(MarkdownIt("commonmark").render(code_block(shown, "json")))
    assert page.tags == {"pre", "code"}
    assert page.text.rstrip("\n") == shown
