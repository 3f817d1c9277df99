"""Images: what the file says of itself, and a hash that near-identical pictures share."""

import io
import struct
import sys
import zlib

import pytest
from PIL import Image

from verifier.model.errors import BadInput
from verifier.model.scales import Medium
from verifier.reading import read_bytes
from verifier.reading.image import dhash


def picture(width: int = 64, height: int = 48) -> Image.Image:
    """A picture with a slope and a dark corner."""
    image = Image.new("RGB", (width, height))
    for x in range(width):
        for y in range(height):
            shade = (x * 255 // width) if y > height // 3 else (y * 5) % 255
            image.putpixel((x, y), (shade, shade // 2, 255 - shade))
    return image


def saved(image: Image.Image, format: str, **options: object) -> bytes:
    target = io.BytesIO()
    image.save(target, format, **options)
    return target.getvalue()


def test_a_photograph_states_camera_time_and_position() -> None:
    image = picture()
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x010E] = "Maker", "Model 7", "The school\x00"
    exif.get_ifd(0x8769)[0x9003] = "2026:03:02 22:05:00"
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 36.0), 3: "W", 4: (0.0, 7.0, 12.0)})
    document = read_bytes(saved(image, "JPEG", exif=exif), "photo.txt")
    assert document.medium is Medium.IMAGE
    lines = document.text.split("\n\n")
    assert lines[0] == "Image: JPEG, 64 × 48 pixels"
    assert "Camera maker: Maker" in lines
    assert "Description: The school" in lines
    assert "Taken (camera’s clock, no zone): 2026:03:02 22:05:00" in lines
    assert "Position (GPS, as the file says): 51.510000 N, 0.120000 W" in lines
    assert "no proof" in document.remarks[0]


@pytest.mark.parametrize("format", ["PNG", "GIF", "WEBP", "TIFF", "BMP"])
def test_the_format_is_told_by_content(format: str) -> None:
    document = read_bytes(saved(picture(), format), "x")
    assert document.text.startswith(f"Image: {format}, 64 × 48 pixels")


def test_the_hash_outlives_another_size_and_format() -> None:
    image = picture()
    other = Image.open(io.BytesIO(saved(image.resize((200, 150)), "JPEG", quality=60)))
    distance = (int(dhash(image), 16) ^ int(dhash(other), 16)).bit_count()
    assert distance <= 6
    turned = dhash(image.transpose(Image.Transpose.FLIP_LEFT_RIGHT))
    assert (int(dhash(image), 16) ^ int(turned, 16)).bit_count() > 16


def test_a_position_off_the_earth_is_none() -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (510.0, 0.0, 0.0), 3: "E", 4: (1.0, 0.0, 0.0)})
    assert "Position" not in read_bytes(saved(picture(), "JPEG", exif=exif), "a.jpg").text


def png_of(width: int, height: int) -> bytes:
    """A PNG that claims a size, and holds next to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\x00" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def test_a_picture_that_would_fill_the_memory_is_refused() -> None:
    with pytest.raises(BadInput, match="pixels"):
        read_bytes(png_of(60_000, 60_000), "bomb.png")
    document = read_bytes(png_of(9_000, 9_000), "large.png")
    assert "too large to decode" in document.text


def test_a_cut_picture_still_says_what_its_head_says() -> None:
    data = saved(picture(), "PNG")
    document = read_bytes(data[: len(data) // 2], "cut.png")
    assert "64 × 48" in document.text
    assert "cannot be decoded" in document.text


def test_without_the_extra_the_command_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PIL", None)
    with pytest.raises(BadInput, match="verifier-desk\\[images\\]"):
        read_bytes(b"\x89PNG\r\n\x1a\n", "a.png")
