"""The main text and the captions of web pages, through the product's reader and by its peer.

Usage: python benchmarks/reading.py DIR [--out DIR]

DIR holds pages (*.html or *.html.gz) and, for each, the gold text of its article (same name, .txt).
--out gets NAME.txt, the main text as read, and NAME.captions.txt, one caption a line. Scores are
means over pages of precision, recall and F1 on multisets of 4-word shingles, words being runs of
letters and digits. The peer is trafilatura alone, on the same bytes, in the same run.
"""

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from verifier.model.document import Document
from verifier.model.errors import BadInput
from verifier.reading import read_bytes

Shingles = Counter[tuple[str, ...]]


def shingles(text: str) -> Shingles:
    words = re.findall(r"\w+", text)
    starts = range(max(1, len(words) - 3)) if words else range(0)
    return Counter(tuple(words[i : i + 4]) for i in starts)


def scores(golds: list[str], texts: list[str]) -> dict[str, float]:
    precision = recall = 0.0
    for gold, text in zip(map(shingles, golds), map(shingles, texts), strict=True):
        both = sum((gold & text).values())
        precision += both / sum(text.values()) if text else 0.0
        recall += both / sum(gold.values()) if gold else 0.0
    precision, recall = precision / len(golds), recall / len(golds)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {name: round(value, 4) for name, value in
            (("precision", precision), ("recall", recall), ("f1", f1))}  # fmt: skip


def timed(read: Callable[[bytes], str], pages: list[bytes]) -> tuple[list[str], float]:
    """The texts, and the milliseconds a page."""
    read(pages[0])
    start = time.perf_counter()
    texts = [read(page) for page in pages]
    return texts, round((time.perf_counter() - start) * 1000 / len(pages), 1)


def by_peer(page: bytes) -> str:
    import trafilatura

    return trafilatura.extract(page, favor_precision=True) or ""


def read(page: bytes, name: str) -> Document | None:
    try:
        return read_bytes(page, name)
    except BadInput:
        return None


def letters(text: str) -> str:
    return "".join(re.findall(r"\w", text))


def captions_in(page: bytes) -> set[str]:
    """The letters of the page's <figcaption> elements: where a tag parts words differs."""
    from lxml import html

    found = html.fromstring(page, parser=html.HTMLParser(encoding="utf-8")).iter("figcaption")
    return {letters(item.text_content()) for item in found} - {""}


def main_text(page: bytes) -> str:
    document = read(page, "page.html")
    return document.main_text if document else ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    files = {file.name.partition(".html")[0]: file for file in options.pages.glob("*.html*")}
    names = sorted(name for name in files if (options.pages / f"{name}.txt").exists())
    pages = [
        gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
        for data in (files[name].read_bytes() for name in names)
    ]
    golds = [(options.pages / f"{name}.txt").read_text(encoding="utf-8") for name in names]
    documents = [read(page, f"{name}.html") for name, page in zip(names, pages, strict=True)]
    texts, ours = timed(main_text, pages)
    peers, theirs = timed(by_peer, pages)
    there = [captions_in(page) for page in pages]
    found = [
        gold & set(map(letters, d.captions if d else ()))
        for gold, d in zip(there, documents, strict=True)
    ]
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        for name, document in zip(names, documents, strict=True):
            text, captions = (document.main_text, document.captions) if document else ("", ())
            (options.out / f"{name}.txt").write_text(text, encoding="utf-8")
            (options.out / f"{name}.captions.txt").write_text("\n".join(captions), encoding="utf-8")
    result = {
        "pages": len(names),
        "verifier": scores(golds, texts) | {"ms_a_page": ours},
        "trafilatura": scores(golds, peers) | {"ms_a_page": theirs},
        "captions": {"there": sum(map(len, there)), "found": sum(map(len, found))},
    }
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
