"""The Markdown report, as a CommonMark renderer shows it."""

import re
from html.parser import HTMLParser

import pytest
from hostile_report import ATTACKS, hostile, report_of
from markdown_it import MarkdownIt
from sample_report import checked

from verifier.language.display import flagged
from verifier.report.as_markdown import render_markdown

OURS = {"h1", "h2", "h3", "p", "ul", "li", "strong", "blockquote", "pre", "code", "a"}


class Seen(HTMLParser):
    """Tags and addresses of a rendered page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links |= {value or "" for name, value in attrs if name == "href"}


def test_the_sections_keep_their_numbers() -> None:
    page = render_markdown(report_of(checked()))
    numbers = re.findall(r"^## (\w+) ", page, re.MULTILINE)
    assert numbers == [*(str(number) for number in range(1, 13)), "A"]


def test_the_story_is_marked_line_by_line() -> None:
    page = render_markdown(report_of(checked()))
    assert (
        "**8** The DIU estimated that ⟦\\~ C02⟧ as many as ⟦· C03⟧ 200 soldiers of the mixed "
        "units⌟C03 had died on December 14⌟C02. ⟦③ C04⟧ The units were replenished⌟C04, the DIU"
    ) in page


@pytest.mark.parametrize("flavour", ["commonmark", "gfm-like"])
@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_adds_an_element_or_a_link(attack: str, flavour: str) -> None:
    seen = Seen(MarkdownIt(flavour).render(render_markdown(report_of(hostile(attack)))))
    assert seen.tags <= OURS
    assert seen.links == set()


def test_no_harmful_code_point_is_left() -> None:
    assert flagged(render_markdown(report_of(hostile()))) == ()


def test_only_web_addresses_are_links() -> None:
    seen = Seen(MarkdownIt("commonmark").render(render_markdown(report_of(checked()))))
    assert seen.links == {
        "https://example.org/story",
        "https://example.org/diu?a=1&b=2",
        "https://example.org/isw?a=1&b=2",
        "http://a.test/",
    }


def test_no_two_blank_lines_follow_each_other() -> None:
    assert "\n\n\n" not in render_markdown(report_of(checked()))
