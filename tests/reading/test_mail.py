"""Mails and saved pages: bodies, what they say of themselves, attachments listed."""

from datetime import date
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart

import pytest

from verifier.model.errors import BadInput
from verifier.model.scales import Medium
from verifier.reading import read_bytes

BODY = "The pumps stopped at ten.\n\nEleven houses were lost; nobody was hurt.\n"
LETTER = "Сегодня в городе объявили о новых правилах движения.\n"


def mail(body: str = BODY, subject: str = "Log of the night") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Jo Doe <jo@fire.example.org>"
    message["To"] = "desk@news.example.org"
    message["Date"] = "Tue, 03 Mar 2026 01:30:00 +0300"
    message["Subject"] = subject
    message["Message-ID"] = "<1@fire.example.org>"
    message.set_content(body)
    return message


def test_a_mail_gives_its_body_and_what_it_says_of_itself() -> None:
    document = read_bytes(mail().as_bytes(), "log.txt")
    assert document.medium is Medium.MAIL
    assert document.text == BODY.strip()
    assert document.title == "Log of the night"
    assert document.byline == "Jo Doe <jo@fire.example.org>"
    assert document.published == date(2026, 3, 2)
    assert "proves nothing" in document.remarks[0]


def test_attachments_are_listed_and_not_read() -> None:
    message = mail()
    secret = b"%PDF-1.4 secret"
    message.add_attachment(secret, maintype="application", subtype="pdf", filename="a.pdf")
    message.add_attachment("Attached words", filename="note.txt")
    document = read_bytes(message.as_bytes(), "log.eml")
    assert document.text == BODY.strip()
    assert [(item.name, item.type) for item in document.attachments] == [
        ("a.pdf", "application/pdf"),
        ("note.txt", "text/plain"),
    ]
    assert document.attachments[0].size == 15
    assert "2 attachments, not read" in document.remarks[-1]


def test_a_mail_of_html_alone_is_read_as_text() -> None:
    message = mail()
    html = "<p>The pumps <b>stopped</b>.</p><script>x()</script><p>At ten.</p>"
    message.set_content(html, "html")
    assert read_bytes(message.as_bytes(), "a.eml").text == "The pumps stopped.\n\nAt ten."


def test_other_scripts_and_charsets_are_read() -> None:
    message = mail(subject="Новые правила")
    message.set_content(LETTER, charset="koi8-r")
    document = read_bytes(message.as_bytes(), "a.eml")
    assert document.text == LETTER.strip()
    assert document.title == "Новые правила"


def test_a_text_that_only_looks_like_a_memo_is_a_text() -> None:
    memo = b"From: the desk\nDate: Monday\n\nThe pumps stopped at ten.\n"
    assert read_bytes(memo, "memo.txt").medium is Medium.TEXT
    assert read_bytes(memo, "memo.eml").medium is Medium.MAIL


def test_parts_within_parts_without_end_are_refused() -> None:
    message = MIMEMultipart()
    message["MIME-Version"], message["Date"] = "1.0", "x"
    inner = message
    for _ in range(30):
        nested = MIMEMultipart()
        inner.attach(nested)
        inner = nested
    with pytest.raises(BadInput, match="without end"):
        read_bytes(message.as_bytes(), "deep.eml")


def test_a_mail_without_words_is_refused() -> None:
    with pytest.raises(BadInput, match="without a text"):
        read_bytes(mail(" \n").as_bytes(), "a.eml")


SAVED = """\
From: <Saved by a browser>
Snapshot-Content-Location: https://news.example.org/flood
Subject: Flood
Date: Tue, 3 Mar 2026 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable
Content-Location: https://news.example.org/flood

<html><head><title>Flood</title></head><body><article><p>The river rose by two metres =
within an hour on Monday evening, the county fire service said in its log of the night.</p>=
<p>Forty people were ta=
ken to the school on the hill, where teachers had opened the gym for them and their animals.</p>
<figure><img src=3D"x.png"><figcaption>The school</figcaption></figure></article></body></html>
--b
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://news.example.org/x.png

iVBORw0KGgo=
--b--
"""


def test_a_saved_page_is_read_as_a_page_with_its_address() -> None:
    document = read_bytes(SAVED.encode(), "flood")
    assert document.medium is Medium.WEB_ARCHIVE
    assert "Forty people were taken to the school" in document.main_text
    assert document.captions == ("The school",)
    assert document.url == "https://news.example.org/flood"
    assert document.remarks[-1] == "Saved from https://news.example.org/flood on 2026-03-03."
    (image,) = document.attachments
    assert (image.name, image.type, image.size) == (
        "https://news.example.org/x.png",
        "image/png",
        8,
    )


def test_a_saved_page_without_a_page_is_refused() -> None:
    with pytest.raises(BadInput, match="without a page"):
        read_bytes(SAVED.replace("text/html", "text/css").encode(), "flood.mhtml")
