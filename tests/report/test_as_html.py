"""The HTML page: no script, no request, every string text, every link inside the page found."""

import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hostile_report import ALL, ATTACKS, hostile, report_of
from sample_report import Desk, checked, imported

from verifier.language.display import display, flagged
from verifier.report.as_html import CONTENT_POLICY, render_html

DESKS = {"checked": checked(), "new": imported(), "hostile": hostile()}
VOID = {"meta", "br", "link"}


class Page(HTMLParser):
    """The elements, attributes and text of a page; fails on elements that do not nest."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.text += data

    def values(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]

    @property
    def tags(self) -> Counter[str]:
        return Counter(tag for tag, _ in self.elements)


def page_of(desk: Desk) -> Page:
    return Page(render_html(report_of(desk)))


def test_the_page_allows_nothing_but_its_own_styles() -> None:
    page = page_of(checked())
    policy = next(attrs for _, attrs in page.elements if "http-equiv" in attrs)
    assert policy == {"http-equiv": "Content-Security-Policy", "content": CONTENT_POLICY}
    assert CONTENT_POLICY == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


@pytest.mark.parametrize(
    "desk", [checked(), imported(), hostile()], ids=["checked", "new", "hostile"]
)
def test_no_element_loads_or_runs_anything(desk: Desk) -> None:
    page = page_of(desk)
    forbidden = {"script", "img", "iframe", "link", "object", "embed", "svg", "form", "base"}
    assert not forbidden & page.tags.keys()
    names = {name for _, attributes in page.elements for name in attributes}
    assert not {name for name in names if name.startswith("on") or name in ("src", "style")}


@pytest.mark.parametrize(
    "desk", [checked(), imported(), hostile()], ids=["checked", "new", "hostile"]
)
def test_every_link_inside_the_page_leads_somewhere(desk: Desk) -> None:
    page = page_of(desk)
    names = Counter(page.values("id"))
    assert max(names.values()) == 1
    inside = {href[1:] for href in page.values("href") if href.startswith("#")}
    assert inside <= names.keys()
    labels = {name for attribute in page.values("aria-labelledby") for name in attribute.split()}
    assert labels <= names.keys()


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_shown_as_text(attack: str) -> None:
    page = page_of(hostile(attack))
    one_line = display(attack).split("\n")[0]
    assert page.text.count(one_line) > 20
    assert page.tags.keys() == page_of(hostile("harmless")).tags.keys()


def test_no_harmful_code_point_is_left_in_the_page() -> None:
    assert flagged(render_html(report_of(hostile()))) == ()


def test_addresses_that_are_no_web_addresses_are_not_linked() -> None:
    outside = [href for href in page_of(hostile()).values("href") if not href.startswith("#")]
    assert outside == []
    assert "https://example.org/diu?a=1&b=2" in page_of(checked()).values("href")


def test_a_language_that_is_none_is_left_out() -> None:
    assert set(page_of(hostile()).values("lang")) == {"en"}


def test_every_claim_of_the_story_leads_to_its_block_and_back() -> None:
    desk = checked()
    page = page_of(desk)
    hrefs, names = page.values("href"), page.values("id")
    for label in desk.state.claims:
        assert f"#claim-{label}" in hrefs
        assert f"#story-{label}" in hrefs
        assert {f"claim-{label}", f"story-{label}"} <= set(names)


def test_a_mark_carries_sign_and_label_and_the_verdict_in_words() -> None:
    text = " ".join(page_of(checked()).text.split())
    assert "~ C02 misstated: as many as · C03 unchecked: 200 soldiers" in text.replace("\xa0", " ")


def test_tables_have_a_caption_and_scoped_headers() -> None:
    page = page_of(checked())
    assert page.tags["table"] == page.tags["caption"] > 0
    headers = [attributes for tag, attributes in page.elements if tag == "th"]
    assert all(attributes.get("scope") in ("col", "row") for attributes in headers)


def test_headings_go_down_one_level_at_a_time() -> None:
    levels = [int(tag[1]) for tag, _ in page_of(checked()).elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - level <= 1 for level, later in pairwise(levels))


def test_the_first_link_skips_to_the_bottom_line() -> None:
    hrefs = page_of(checked()).values("href")
    assert hrefs[0] == "#bottom-line"


def test_untrusted_blocks_find_their_own_direction() -> None:
    page = page_of(checked())
    assert page.tags["bdi"] > 20
    story = [attributes for tag, attributes in page.elements if tag == "p" and "dir" in attributes]
    assert {attributes["dir"] for attributes in story} == {"auto"}


def test_the_whole_attack_survives_in_the_appendix_as_escapes() -> None:
    page = page_of(hostile(ALL))
    assert "\\u202e" in page.text
    assert "\\u001b[2J" in page.text
