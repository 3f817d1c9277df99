"""Word documents: insertions kept, deletions told, and nothing that attacks."""

import zipfile
from io import BytesIO

import pytest
from document_writers import deleted, docx_of, inserted, paragraph, zip_of

from verifier.model.errors import BadInput
from verifier.model.scales import Medium
from verifier.reading import read_bytes

BODY = paragraph("The pumps at the north gate stopped at ten.") + paragraph(
    "The county said that ",
    deleted("twelve", "J. Doe", "2026-03-04"),
    inserted("eleven", "J. Doe", "2026-03-04"),
    " houses were lost.",
)


def test_insertions_are_kept_and_deletions_are_told() -> None:
    document = read_bytes(docx_of(BODY, title="Log of the night"), "log.txt")
    assert document.medium is Medium.DOCX
    assert document.text == (
        "The pumps at the north gate stopped at ten.\n\n"
        "The county said that eleven houses were lost."
    )
    assert document.title == "Log of the night"
    assert document.remarks == (
        "Deleted with changes tracked by J. Doe on 2026-03-04: “twelve”.",
        "The text holds 1 tracked insertion.",
    )


def test_a_large_document_is_read_with_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    small = read_bytes(docx_of(BODY), "a.docx")
    monkeypatch.setattr("verifier.reading.docx.LARGEST_FOR_MAMMOTH", 100)
    large = read_bytes(docx_of(BODY), "a.docx")
    assert large.text == small.text
    assert "large document" in large.remarks[-1]


@pytest.mark.parametrize(
    "attack",
    [
        '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><a/>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    ],
)
def test_entities_and_document_types_are_refused_wherever_they_stand(attack: str) -> None:
    for part in ("word/document.xml", "word/styles.xml", "customXml/item1.xml", "_rels/.rels"):
        for data in (attack.encode(), attack.encode("utf-16")):
            with pytest.raises(BadInput, match="entities"):
                read_bytes(docx_of(BODY, parts={part: data}), "evil.docx")


def test_a_part_outside_the_checked_ones_is_not_followed() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/officeDocument" Target="word/evil.bin"/></Relationships>'
    )
    parts = {"_rels/.rels": relations, "word/evil.bin": "<!DOCTYPE a [<!ENTITY a 'x'>]><a>&a;</a>"}
    document = read_bytes(docx_of(BODY, parts=parts), "evil.docx")
    assert "eleven houses" in document.text


def test_xml_nested_without_end_is_refused() -> None:
    body = "<w:p>" * 5_000 + "</w:p>" * 5_000
    with pytest.raises(BadInput, match="deep"):
        read_bytes(docx_of(body), "deep.docx")


def test_a_bomb_is_refused_by_what_it_declares(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = {f"word/media/{n}.bin": bytes(3 * 1024 * 1024) for n in range(8)}
    monkeypatch.setattr("verifier.reading.archive.LARGEST_WHOLE", 20 * 1024 * 1024)
    with pytest.raises(BadInput, match="unpacks to more than 20 MB"):
        read_bytes(docx_of(BODY, parts=parts, method=zipfile.ZIP_DEFLATED), "bomb.docx")


def test_a_bomb_is_refused_by_what_it_unpacks_to() -> None:
    parts = {"word/x.xml": b"<a>" + b" " * (41 * 1024 * 1024) + b"</a>"}
    bomb = docx_of(BODY, parts=parts, method=zipfile.ZIP_DEFLATED)
    with pytest.raises(BadInput, match="unpacks to more than 40 MB"):
        read_bytes(bomb, "bomb.docx")
    with zipfile.ZipFile(BytesIO(bomb)) as archive:
        size = archive.getinfo("word/x.xml").file_size.to_bytes(4, "little")
    assert bomb.count(size) >= 2
    with pytest.raises(BadInput, match=r"damaged|unpacks"):
        read_bytes(bomb.replace(size, (100).to_bytes(4, "little")), "liar.docx")


def test_a_million_members_are_refused_before_they_are_listed() -> None:
    members = {f"word/{n}": b"" for n in range(10_001)}
    with pytest.raises(BadInput, match="more than 10000 files"):
        read_bytes(zip_of(members), "many.docx")


def test_an_archive_that_is_no_document_is_refused() -> None:
    with pytest.raises(BadInput, match="archive"):
        read_bytes(zip_of({"a.txt": "text"}), "a.docx")
    with pytest.raises(BadInput, match="damaged"):
        read_bytes(zip_of({"word/a.xml": "<a/>"}), "a.docx")
