"""Seconds and memory for large files of each kind, each in a process of its own.

Usage: python benchmarks/large_files.py [--megabytes 20] [--kind KIND]

The files are made here, near the size given, of words in an order of chance with a fixed seed. What
is refused counts too: the refusal must not cost more than a reading. Prints JSON.
"""

import argparse
import io
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "fixtures"))

from document_writers import docx_of, paragraph, pdf_of, typeset, xlsx_of

WORDS = (
    *("mayor", "flood", "river", "gate", "school", "houses", "twelve", "lost", "county"),
    *("service", "pumps", "night"),
)


def sentences(size: int) -> list[str]:
    """About `size` bytes of sentences."""
    chance = random.Random(1)
    return [
        f"{' '.join(chance.choices(WORDS, k=12))} {chance.randrange(10**6)}."
        for _ in range(size // 84)
    ]


def a_page(size: int) -> bytes:
    body = "".join(f"<p>{text}</p>\n" for text in sentences(size * 9 // 10))
    return f"<html><body>{body}</body></html>".encode()


def tags(size: int) -> bytes:
    return b"<html><body>" + b"<p><i><b>x" * (size // 10)


def a_pdf(size: int) -> bytes:
    texts = sentences(size * 3 // 5)
    return pdf_of([typeset(texts[n : n + 20]) for n in range(0, len(texts), 20)][:5_000])


def a_docx(size: int) -> bytes:
    return docx_of("".join(map(paragraph, sentences(size * 6 // 10))))


def a_workbook(size: int) -> bytes:
    rows: list[list[str | int | float]] = [
        [text, number] for number, text in enumerate(sentences(size * 55 // 100))
    ]
    return xlsx_of({"A": [["Words", "Number"], *rows]})


def a_table(size: int) -> bytes:
    rows = (f"{text},gate,{n}" for n, text in enumerate(sentences(size * 7 // 10)))
    return "\n".join(("a,b,c", *rows)).encode()


def a_mail(size: int) -> bytes:
    message = EmailMessage()
    message["From"], message["Message-ID"] = "jo@example.org", "<1@example.org>"
    message.set_content("The file is attached.")
    data = random.Random(1).randbytes(size * 7 // 10)
    message.add_attachment(data, maintype="application", subtype="zip", filename="a.zip")
    return message.as_bytes()


def an_export(size: int) -> bytes:
    messages = [
        {"id": n, "date_unixtime": "1734084000", "from": "Channel", "text": text,
         "text_entities": [{"type": "plain", "text": text}]}
        for n, text in enumerate(sentences(size * 28 // 100))
    ]  # fmt: skip
    return json.dumps({"name": "Channel", "messages": messages}).encode()


def a_picture(size: int) -> bytes:
    from PIL import Image

    side = int(size**0.5)
    target = io.BytesIO()
    Image.effect_noise((side, side), 90).save(target, "PNG")
    return target.getvalue()


KINDS: dict[str, Callable[[int], bytes]] = {
    "text": lambda size: "\n\n".join(sentences(size)).encode(),
    "text in cp1251": lambda size: ("Сегодня объявили о новых правилах. " * size)[:size].encode(
        "cp1251"
    ),
    "web page": a_page,
    "web page of tags": tags,
    "pdf": a_pdf,
    "docx": a_docx,
    "xlsx": a_workbook,
    "csv": a_table,
    "mail": a_mail,
    "telegram": an_export,
    "image": a_picture,
}


def measure(file: Path) -> None:
    """Read `file` in this process and print what it took; the peak is the kernel's VmHWM."""
    from verifier.model.errors import BadInput
    from verifier.reading import read_path

    start = time.perf_counter()
    try:
        document = read_path(file)
        came = f"{document.medium.value}, {len(document.text)} characters"
    except BadInput as error:
        came = f"refused: {error}"
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = int(status.partition("VmHWM:")[2].split()[0]) / 1024
    print(json.dumps({"seconds": round(time.perf_counter() - start, 1),
                      "peak_mb": round(peak), "came": came}))  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=20)
    parser.add_argument("--kind", choices=KINDS)
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.measure:
        measure(options.measure)
        return
    results = {}
    with tempfile.TemporaryDirectory() as folder:
        for kind in [options.kind] if options.kind else KINDS:
            file = Path(folder) / "file"
            file.write_bytes(KINDS[kind](options.megabytes * 1024 * 1024 - 300_000))
            command = [sys.executable, os.fspath(Path(__file__)), "--measure", os.fspath(file)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            size = round(file.stat().st_size / 1024 / 1024, 1)
            results[kind] = {"mb": size, **json.loads(done.stdout)}
    print(json.dumps(results, indent=2))


if __name__ == "__main__":
    main()
