"""Web pages: the article, its captions apart, and what the page says of itself."""

from datetime import date

import pytest

from verifier.model.errors import BadInput
from verifier.model.scales import Medium, PlaceKind
from verifier.reading import read_bytes

WORDS = (
    "The river rose by two metres within an hour on Monday evening, the county fire service said.",
    "Forty people were taken to the school on the hill, where teachers had opened the gym.",
    "Mayor Ada Brook said that the pumps at the north gate had stopped two hours before midnight.",
    "Nobody was hurt, and the road to the harbour was opened again on Tuesday at noon.",
)
PAGE = """\
<!doctype html>
<html lang="en"><head>
<title>Flood in Lowmarsh | The Lowmarsh Post</title>
<meta charset="utf-8">
<meta property="og:site_name" content="The Lowmarsh Post">
<link rel="canonical" href="https://news.example.org/flood">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Flood in Lowmarsh", "datePublished": "2026-03-03T08:00:00Z",
"author": {"@type": "Person", "name": "Jo Doe"}}</script>
<style>p { color: red }</style>
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Flood in Lowmarsh</h1>
<p>%s</p>
<figure><img src="a.jpg"><figcaption>The school on the hill, <i>photographed</i>
on Tuesday</figcaption></figure>
<p>%s</p><p>%s</p><p>%s</p>
</article>
<aside><p>Subscribe to our newsletter</p></aside>
<footer><p>All rights reserved</p></footer>
</body></html>
"""


def page(encoding: str = "utf-8") -> bytes:
    return (PAGE % WORDS).encode(encoding)


def test_the_article_is_told_from_the_page() -> None:
    document = read_bytes(page(), "flood")
    assert document.medium is Medium.HTML
    assert all(words in document.main_text for words in WORDS)
    for furniture in ("Subscribe", "Home", "rights reserved", "color", "headline"):
        assert furniture not in document.text


def test_captions_stand_apart_after_the_text() -> None:
    document = read_bytes(page(), "flood.html")
    assert document.captions == ("The school on the hill, photographed on Tuesday",)
    assert "photographed" not in document.main_text
    (place,) = document.places
    assert (place.kind, place.name) == (PlaceKind.CAPTION, "caption 1")
    assert place.span.of(document.text) == document.captions[0]


def test_what_the_page_says_of_itself_is_to_be_confirmed() -> None:
    document = read_bytes(page(), "flood.html")
    assert document.title == "Flood in Lowmarsh"
    assert document.byline == "Jo Doe"
    assert document.outlet == "The Lowmarsh Post"
    assert document.published == date(2026, 3, 3)
    assert document.url == "https://news.example.org/flood"
    (remark,) = document.remarks
    assert "to be confirmed" in remark
    assert "byline Jo Doe" in remark


def test_the_type_is_told_by_content_and_not_by_name() -> None:
    assert read_bytes(page(), "flood.txt").medium is Medium.HTML
    assert read_bytes(b"<!-- saved -->\n" + page(), "x.pdf").medium is Medium.HTML
    assert read_bytes(b"The tag <html> opens a page.", "a.html").medium is Medium.TEXT


@pytest.mark.parametrize("declared", ["windows-1251", "koi8-r"])
def test_the_page_names_its_encoding(declared: str) -> None:
    words = "Сегодня в городе объявили о новых правилах движения, сообщила мэрия."
    html = f'<html><head><meta charset="{declared}"></head><body><p>{words}</p></body></html>'
    document = read_bytes(html.encode(declared), "a.html")
    assert words in document.text
    assert not document.encoding_guessed


def test_some_broken_bytes_are_shown_and_told() -> None:
    document = read_bytes(page().replace(b"Nobody", b"Nob\xffdy"), "a.html")
    assert "Nob\ufffddy" in document.text
    assert document.encoding_guessed


def test_some_broken_bytes_do_not_need_a_charset() -> None:
    html = page().replace(b'<meta charset="utf-8">', b"").replace(b"Nobody", b"Nob\xff\x00dy")
    assert "Nob\ufffd\ufffddy" in read_bytes(html, "a.html").text


@pytest.mark.parametrize("charset", ["rot13", "zlib", "punycode", "no-such-thing", "utf-16"])
def test_an_odd_charset_is_not_believed(charset: str) -> None:
    html = page().replace(b'charset="utf-8"', b'charset="%s"' % charset.encode())
    assert WORDS[0] in read_bytes(html, "a.html").text


def test_a_page_in_utf16_is_read() -> None:
    assert WORDS[0] in read_bytes(page("utf-16"), "a.html").text


def test_a_page_without_an_article_is_read_whole_and_told() -> None:
    html = b"<html><body><p>One is said here</p><table><tr><td>a</td></tr></table></body></html>"
    document = read_bytes(html, "a.html")
    assert "One is said" in document.text
    big = PAGE.encode() % tuple(words.encode() for words in WORDS) + b"<p>one more</p>" * 40_000
    whole = read_bytes(big, "big.html")
    assert "all of it" in " ".join(whole.remarks)
    assert "All rights reserved" in whole.text
    assert whole.captions == ("The school on the hill, photographed on Tuesday",)


@pytest.mark.parametrize(
    "unit",
    ["<p><i><b>x", "<div>a", "<table><tr><td>", "<", "<figcaption>a", "<script>", "<!--", "&#"],
)
def test_no_page_takes_long(unit: str) -> None:
    data = b"<html><body>" + unit.encode() * (300_000 // len(unit))
    try:
        read_bytes(data, "a.html")
    except BadInput as error:
        told = str(error)
    else:
        told = "a.html is read"
    assert "a.html" in told
