"""Bombs in office files are refused within 50 MB of memory, and nothing asks the network."""

import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from document_writers import docx_of, paragraph

MOST = 50
"""Megabytes that a refusal may take beyond those of reading a small document."""

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + "]><a>&a11;</a>"
)
BLOWN = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "{"x" * 100_000}">]><a>{"&a;" * 50_000}</a>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE a SYSTEM "http://127.0.0.1:9/evil.dtd"><a/>'
FILE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>'

READ = """
import resource, socket, sys
from pathlib import Path
def never(*_, **__):
    raise AssertionError("the network was touched")
socket.socket.connect = socket.getaddrinfo = never
from verifier.model.errors import BadInput
from verifier.reading import read_bytes
read_bytes(Path(sys.argv[1]).read_bytes(), "small.docx")
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
data = Path(sys.argv[2]).read_bytes()
try:
    print(read_bytes(data, "evil.docx").text[:100])
except BadInput as error:
    print(error)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def zeros(megabytes: int) -> bytes:
    """A document with a member that unpacks to so much."""
    out = BytesIO(docx_of(paragraph("Eleven houses.")))
    with (
        zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/media/zeros.bin", "w", force_zip64=True) as member,
    ):
        for _ in range(megabytes):
            member.write(bytes(1024 * 1024))
    return out.getvalue()


ENTITIES = {
    "a billion laughs": docx_of(paragraph("x"), parts={"word/styles.xml": LAUGHS}),
    "one long entity many times": docx_of(paragraph("x"), parts={"word/styles.xml": BLOWN}),
    "a DTD elsewhere": docx_of(paragraph("x"), parts={"word/styles.xml": OUTSIDE}),
    "a file of this machine": docx_of(paragraph("x"), parts={"word/styles.xml": FILE}),
}


@pytest.mark.parametrize("kind", ENTITIES)
def test_a_bomb_is_refused_within_little_memory_and_no_network(kind: str, tmp_path: Path) -> None:
    said, megabytes = read_apart(ENTITIES[kind], tmp_path)
    assert "entities" in said
    assert "root:" not in said
    assert megabytes < MOST


def test_zeros_are_refused_within_little_memory(tmp_path: Path) -> None:
    said, megabytes = read_apart(zeros(400), tmp_path)
    assert "unpacks to more than" in said
    assert megabytes < MOST


def read_apart(data: bytes, folder: Path) -> tuple[str, int]:
    """What a process of its own says of a document, and the megabytes that reading it took."""
    small, evil = folder / "small.docx", folder / "evil.docx"
    small.write_bytes(docx_of(paragraph("Eleven houses.")))
    evil.write_bytes(data)
    command = [sys.executable, "-c", READ, str(small), str(evil)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    said, megabytes = done.stdout.strip().rsplit("\n", 1)
    return said, int(megabytes)
