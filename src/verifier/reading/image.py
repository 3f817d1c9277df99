"""Images (extra `images`): what the file says of itself, as a text that can be cited."""

import io
import math
import warnings
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from verifier.model.document import Document
from verifier.model.errors import BadInput
from verifier.model.scales import Medium
from verifier.reading.format import Format
from verifier.reading.pieces import Piece, put_together

if TYPE_CHECKING:
    from PIL.Image import Exif, Image

CALLED = "an image"
FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP")
MOST_PIXELS = 200_000_000
MOST_DECODED = 25_000_000
"""Pixels that are decoded for the perceptual hash (100 MB); JPEG decodes smaller by itself."""

_SIGNATURES = (
    b"\x89PNG\r\n",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"II*\x00",
    b"MM\x00*",
)
_TAGS = (
    (0x010E, "Description"),
    (0x013B, "Artist"),
    (0x8298, "Copyright"),
    (0x010F, "Camera maker"),
    (0x0110, "Camera model"),
    (0x0131, "Software"),
    (0x0132, "File changed (camera’s or program’s clock, no zone)"),
)
_EXIF = ((0x9003, "Taken (camera’s clock, no zone)"), (0x9010, "Zone of that time"))
_EXIF_IFD, _GPS_IFD = 0x8769, 0x8825


def read_image(data: bytes, name: str) -> Document:
    """A text that states format, size, EXIF, position and perceptual hash of an image."""
    try:
        from PIL import Image
    except ImportError as error:
        raise BadInput(
            f"{name} is an image. Reading images needs the extra `images`: "
            "pip install 'verifier-desk[images]'."
        ) from error
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            lines = list(_lines(image, name))
    derived = put_together(map(Piece, lines))
    return Document(
        text=derived.text,
        original=data,
        medium=Medium.IMAGE,
        encoding="image",
        reader="image-1",
        remarks=("What an image says of itself can be forged: it is a lead and no proof.",),
    )


def dhash(image: "Image") -> str:
    """The difference hash of 64 bits in hexadecimal: near-identical pictures differ in few bits.

    Each bit says whether a pixel of the picture at 9 by 8 pixels in grey is darker than its right
    neighbour (N. Krawetz, 2013; as the library imagehash computes it).
    """
    from PIL.Image import Resampling

    grey = image.convert("L").resize((9, 8), Resampling.LANCZOS).tobytes()
    bits = 0
    for row in range(8):
        for column in range(8):
            at = row * 9 + column
            bits = bits << 1 | (grey[at] < grey[at + 1])
    return f"{bits:016x}"


def _lines(image: "Image", name: str) -> Iterator[str]:
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise BadInput(f"{name} would be {width} × {height} pixels: no picture is made like it.")
    yield f"Image: {image.format}, {width} × {height} pixels"
    exif = _exif_of(image)
    yield from _said(exif, _TAGS)
    yield from _said(exif.get_ifd(_EXIF_IFD), _EXIF)
    position = _position(exif.get_ifd(_GPS_IFD))
    if position:
        yield f"Position (GPS, as the file says): {position}"
    yield f"Perceptual hash (dHash): {_hash(image)}"


def _exif_of(image: "Image") -> "Exif":
    """The EXIF of an image, empty where it is damaged; the picture itself is not decoded."""
    from PIL.Image import Exif

    if image.format != "PNG":
        return image.getexif()
    exif = Exif()
    # Pillow decodes a whole PNG to look for EXIF behind the pixels; programs write it before them.
    exif.load(image.info.get("exif", b""))
    return exif


def _said(tags: Mapping[int, object], wanted: tuple[tuple[int, str], ...]) -> Iterator[str]:
    for tag, what in wanted:
        value = tags.get(tag)
        if isinstance(value, bytes):
            value = value.decode("utf-8", "replace")
        words = " ".join(str(value).replace("\x00", " ").split())[:500] if value else ""
        if words:
            yield f"{what}: {words}"


def _position(gps: Mapping[int, object]) -> str | None:
    """The position in decimal degrees; None where there is none or it is none."""
    north, east = _degrees(gps.get(2)), _degrees(gps.get(4))
    if north is None or east is None or north > 90 or east > 180:
        return None
    south, west = str(gps.get(1, "")).upper() == "S", str(gps.get(3, "")).upper() == "W"
    return f"{north:.6f} {'S' if south else 'N'}, {east:.6f} {'W' if west else 'E'}"


def _degrees(parts: object) -> float | None:
    """Degrees, minutes and seconds as degrees."""
    if not isinstance(parts, tuple) or len(parts) != 3:
        return None
    try:
        degrees, minutes, seconds = (float(part) for part in parts)
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    value = degrees + minutes / 60 + seconds / 3600
    return value if math.isfinite(value) and value >= 0 else None


def _hash(image: "Image") -> str:
    """The hash, or why there is none; a JPEG is decoded at a part of its size."""
    image.draft("L", (256, 256))
    if image.size[0] * image.size[1] > MOST_DECODED:
        return "none, the picture is too large to decode"
    try:
        return dhash(image)
    except Exception as error:
        # Decoders of damaged pictures raise what they like; the rest is still worth reading.
        return f"none, the picture cannot be decoded ({type(error).__name__})"


def _is_image(data: bytes, name: str) -> bool:
    return (
        data.startswith(_SIGNATURES)
        or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")
        or (data[:2] == b"BM" and data[6:10] == bytes(4))
    )


FORMAT = Format(CALLED, _is_image, read_image)
