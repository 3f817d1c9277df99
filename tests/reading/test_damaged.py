"""Damaged files of each kind: read or refused in a sentence, never a fault and never a hang."""

import io
import random
import time
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from document_writers import xlsx_of
from hypothesis import given
from hypothesis import strategies as st
from make_kursk_evidence import documents
from PIL import Image

from verifier.model.errors import BadInput
from verifier.reading import read_bytes
from verifier.reading.registry import FORMATS

CUTS, FLIPS = 50, 200
LONGEST = 20.0
KINDS = ("html", "pdf", "docx", "eml", "json", "mhtml", "xlsx", "csv", "png", "jpg", "tif", "txt")


@cache
def whole(kind: str) -> bytes:
    """A whole file of a kind."""
    samples: dict[str, Any] = {name.rpartition(".")[2]: data for name, data in documents().items()}
    if kind in samples:
        return bytes(samples[kind])
    if kind == "mhtml":
        head = "From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related; "
        part = "boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n\n"
        return (head + part).encode() + bytes(samples["html"]) + b"\n--b--\n"
    if kind == "xlsx":
        return xlsx_of({"Losses": [["Place", "Lost"], ["Lowmarsh", 11], ["Hill", 0.5]]})
    if kind == "csv":
        return b'Place,Lost,Day\nLowmarsh,11,2 March\n"Hill, upper",0,3 March\n' * 5
    image = Image.radial_gradient("L").resize((48, 32))
    target = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Maker"
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 36.0), 3: "W", 4: (0.0, 7.0, 12.0)})
    image.save(target, {"png": "PNG", "jpg": "JPEG", "tif": "TIFF"}[kind], exif=exif)
    return target.getvalue()


def damaged(data: bytes) -> Iterator[bytes]:
    """The file cut at places all over it, then with one to eight bytes changed."""
    for n in range(CUTS):
        yield data[: len(data) * n // CUTS]
    chance = random.Random(20241216)
    for _ in range(FLIPS):
        broken = bytearray(data)
        for _ in range(chance.choice((1, 1, 2, 8))):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        yield bytes(broken)


def read_or_refused(data: bytes, name: str) -> str:
    """What came of reading: the text, or the refusal's sentence."""
    try:
        document = read_bytes(data, name)
    except BadInput as error:
        return str(error)
    assert document.text.strip()
    for place in document.places:
        assert 0 <= place.span.start < place.span.end <= len(document.text)
    document.text.encode("utf-8")
    return document.text


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_file_is_read_or_refused(kind: str) -> None:
    assert read_or_refused(whole(kind), f"a.{kind}")
    for data in damaged(whole(kind)):
        start = time.monotonic()
        assert read_or_refused(data, f"a.{kind}")
        assert time.monotonic() - start < LONGEST


@given(st.binary(max_size=300), st.sampled_from(KINDS))
def test_any_bytes_behind_a_signature_are_read_or_refused(tail: bytes, kind: str) -> None:
    assert read_or_refused(whole(kind)[:40] + tail, "a")


def test_every_format_has_a_damaged_one_here() -> None:
    found = {read_bytes(whole(kind), f"a.{kind}").medium for kind in KINDS}
    # Markdown is read as plain text is.
    assert len(found) == len(FORMATS) - 1
