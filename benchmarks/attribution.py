"""Attribution against gold standoff annotation, with speed, memory and a regex baseline.

Usage: python benchmarks/attribution.py DIR [--limit N]

DIR holds text/*.txt and attributions/NAME_*.ann (brat standoff: text-bound spans of source, cue and
content, and events that join them). Where several annotators marked an article, the file sorted
first is the gold. Spans are compared after trimming space, quotation marks and closing punctuation.
content_f1: one-to-one matches by best overlap (characters, intersection over union), from 0.5.
attribution_f1: the sources of the matched pair share a word character too, or both are empty.
exact_f1: the content spans are equal. source_acc: of the matched gold with a source, the share
whose source overlaps. The scores are micro averages over all articles.
"""

import argparse
import json
import re
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from verifier.claims import ENGINE, attributions, read_story

TRIM = " \t\n\r\"'“”‘’.,;:!?()[]—–-"
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Marked:
    """One attribution as spans, trimmed."""

    source: Spans
    content: Spans


@dataclass
class Tally:
    """Counts over all articles."""

    gold: int = 0
    found: int = 0
    content: int = 0
    attribution: int = 0
    exact: int = 0
    sourced: int = 0
    source_right: int = 0
    texts: list[str] = field(default_factory=list)

    def scores(self) -> dict[str, float | int]:
        """The figures to print, rounded to three places."""
        scores = {"gold": self.gold, "found": self.found}
        shares = {
            "content_f1": self._f1(self.content),
            "attribution_f1": self._f1(self.attribution),
            "exact_f1": self._f1(self.exact),
            "source_acc": self.source_right / self.sourced if self.sourced else 0.0,
        }
        return scores | {name: round(share, 3) for name, share in shares.items()}

    def _f1(self, right: int) -> float:
        total = self.gold + self.found
        return 2 * right / total if total else 0.0


def trimmed(text: str, spans: Spans) -> Spans:
    found = []
    for start, end in spans:
        while start < end and text[start] in TRIM:
            start += 1
        while end > start and text[end - 1] in TRIM:
            end -= 1
        if end > start:
            found.append((start, end))
    return tuple(sorted(found))


def gold_of(text: str, standoff: str) -> list[Marked]:
    spans: dict[str, Spans] = {}
    events: list[list[str]] = []
    for line in standoff.splitlines():
        columns = line.split("\t")
        if line.startswith("T") and len(columns) > 1:
            ranges = columns[1].split(" ", 1)[1].split(";")
            pairs = [part.split() for part in ranges]
            spans[columns[0]] = tuple((int(p[0]), int(p[1])) for p in pairs if len(p) == 2)
        elif line.startswith("E") and len(columns) > 1:
            events.append(columns[1].split())
    marked = [_event(text, event, spans) for event in events]
    return [mark for mark in marked if mark.content]


def _event(text: str, event: list[str], spans: dict[str, Spans]) -> Marked:
    roles: dict[str, Spans] = {"source": (), "content": ()}
    for role in event:
        name, reference = role.split(":")
        name = re.sub(r"\d+$", "", name).lower()
        if name in roles:
            roles[name] += spans.get(reference, ())
    return Marked(trimmed(text, roles["source"]), trimmed(text, roles["content"]))


def engine(text: str) -> list[Marked]:
    found = [Marked(trimmed(text, a.source), trimmed(text, a.content)) for a in attributions(text)]
    return [mark for mark in found if mark.content]


_SAID = re.compile(r"\b(?:said|says|say|told|added|wrote|stated|according to)\b")
_NAME = re.compile(r"(?:[A-Z][\w’'-]+\s?)+|\b(?:he|she|they)\b")


def nearest_said(text: str) -> list[Marked]:
    """The baseline: a sentence with a verb of saying; the nearest name speaks, the rest is said."""
    found = []
    for sentence in re.finditer(r"[^.!?\n]+[.!?]?[”\"]?", text):
        cue = _SAID.search(sentence.group())
        if not cue:
            continue
        at, end = sentence.start() + cue.start(), sentence.start() + cue.end()
        names = [name.span() for name in _NAME.finditer(sentence.group())]
        nearest = sorted(names, key=lambda span: abs(span[0] - cue.start()))[:1]
        source = tuple((sentence.start() + s, sentence.start() + e) for s, e in nearest)
        before, after = (sentence.start(), at), (end, sentence.end())
        longer = max(before, after, key=lambda span: span[1] - span[0])
        content = trimmed(text, (longer,))
        if content:
            found.append(Marked(trimmed(text, source), content))
    return found


def _characters(spans: Spans) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def count(tally: Tally, text: str, gold: list[Marked], found: list[Marked]) -> None:
    tally.gold += len(gold)
    tally.found += len(found)
    ours, theirs = [_characters(f.content) for f in found], [_characters(g.content) for g in gold]
    pairs = [
        (len(g & f) / len(g | f), i, j)
        for i, g in enumerate(theirs)
        for j, f in enumerate(ours)
        if g & f
    ]
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for overlap, i, j in sorted(pairs, reverse=True):
        if overlap >= 0.5 and i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            _count_pair(tally, text, gold[i], found[j])


def _count_pair(tally: Tally, text: str, gold: Marked, found: Marked) -> None:
    shared = _characters(gold.source) & _characters(found.source)
    same = any(text[at].isalnum() for at in shared)
    tally.content += 1
    tally.exact += gold.content == found.content
    tally.attribution += same or not (gold.source or found.source)
    tally.sourced += bool(gold.source)
    tally.source_right += same and bool(gold.source)


def score(folder: Path, limit: int | None, reader: Callable[[str], list[Marked]]) -> Tally:
    tally = Tally()
    for path in sorted((folder / "text").glob("*.txt"))[:limit]:
        standoff = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if standoff:
            text = path.read_text(encoding="utf-8")
            tally.texts.append(text)
            count(tally, text, gold_of(text, standoff[0].read_text(encoding="utf-8")), reader(text))
    return tally


def timed(work: Callable[[], object], rounds: int = 3) -> float:
    """Seconds of the fastest of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        begin = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begin)
    return best


def of_length(texts: list[str], words: int) -> str:
    """A text of about so many words, made of the articles, repeated where they do not suffice."""
    taken: list[str] = []
    total = 0
    while total < words:
        for text in texts:
            taken.append(text)
            total += len(text.split())
            if total >= words:
                break
    return "\n\n".join(taken)


def peak_megabytes(work: Callable[[], object]) -> float:
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return round(peak / 1e6, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=None, help="articles to score")
    options = parser.parse_args()
    ours = score(options.folder, options.limit, engine)
    baseline = score(options.folder, options.limit, nearest_said)
    texts = ours.texts
    words = sum(len(text.split()) for text in texts)
    seconds = timed(lambda: [attributions(text) for text in texts])
    small, large = of_length(texts, 1_000)[:7_000], of_length(texts, 100_000)
    largest = of_length(texts, 500_000)
    result = {
        "engine": ENGINE,
        "articles": len(texts),
        **ours.scores(),
        "words_per_second": round(words / seconds),
        "attributions_s": {
            "words_50k": round(timed(lambda: attributions(of_length(texts, 50_000)), 1), 2),
            "words_500k": round(timed(lambda: attributions(largest), 1), 2),
        },
        "peak_mb_500k_words": peak_megabytes(lambda: attributions(largest)),
        "read_story_s": {
            "words_1k": round(timed(lambda: read_story(small)), 4),
            "words_100k": round(timed(lambda: read_story(large), 1), 3),
        },
        "baseline_nearest_said": baseline.scores(),
    }
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
