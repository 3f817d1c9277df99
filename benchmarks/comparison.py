"""Comparison of claims with passages against annotated sets, with speed and a peer.

Usage: python benchmarks/comparison.py DIR [--peer PYTHON]

DIR holds fm2/dev.jsonl (Fool Me Twice) and wice_tokens/dev.jsonl (WiCE's token-level annotation);
other files of those folders are scored, too. FM2: of the pairs with a detail that differs, the
share whose claim the evidence refutes. WiCE: the claim's words under a detail that differs or is
not in evidence, against the words marked as not supported; recall counts those with a figure or a
capital. Time is the processor's, of the fastest of three runs over all pairs, divided by the
sentences of both sides; the first pair is compared before the clock starts.

PYTHON is that of an environment with the package rag-quantguard, which is run on the same pairs.
The baseline takes the figures of the claim that the passage does not have for differences.
"""

import argparse
import json
import re
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from verifier.comparison.compare import compare
from verifier.language.sentences import sentences
from verifier.model.scales import ComparisonResult

RUNS = 3
DIFFERS = ComparisonResult.DIFFERS.value
ABSENT = ComparisonResult.NOT_IN_EVIDENCE.value


class Called(NamedTuple):
    """A detail of a claim as some program calls it."""

    type: str
    start: int
    end: int
    result: str


@dataclass(frozen=True)
class Pair:
    """A claim and a passage with what annotators say of them.

    `refuted` is None where only words are marked; `words` are the claim's words with the place of
    each and whether it is not supported.
    """

    claim: str
    passage: str
    refuted: bool | None
    words: tuple[tuple[int, int, bool], ...] = ()


Comparer = Callable[[Sequence[Pair]], list[list[Called]]]


def rows(path: Path) -> Iterator[dict[str, object]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def of_fm2(path: Path) -> list[Pair]:
    found = []
    for row in rows(path):
        gold = row["gold_evidence"]
        assert isinstance(gold, list)
        passage = " ".join(each["text"] for each in gold)
        found.append(Pair(str(row["text"]), passage, row["label"] == "REFUTES"))
    return found


def of_wice(path: Path) -> list[Pair]:
    found = []
    for row in rows(path):
        evidence, gold = row["evidence"], row["supporting_sentences"]
        tokens, wrong = row["claim_tokens"], row["non_supported_spans"]
        assert isinstance(evidence, list)
        assert isinstance(gold, list)
        assert isinstance(tokens, list)
        assert isinstance(wrong, list)
        passage = " ".join(evidence[n] for n in (gold[0] if gold else range(len(evidence))))
        claim = str(row["claim"])
        found.append(Pair(claim, passage, None, tuple(places(claim, tokens, wrong))))
    return found


def places(
    claim: str, tokens: Sequence[str], wrong: Sequence[bool]
) -> Iterator[tuple[int, int, bool]]:
    """The tokens of a claim that have a letter or a figure, in place."""
    at = 0
    for token, is_wrong in zip(tokens, wrong, strict=True):
        start = claim.find(token, at)
        if start >= 0:
            at = start + len(token)
            if any(letter.isalnum() for letter in token):
                yield start, at, is_wrong


def ours(pairs: Sequence[Pair]) -> list[list[Called]]:
    return [
        [
            Called(facet.type.value, *facet.claim, facet.result.value)
            for facet in compare(pair.claim, pair.passage)
        ]
        for pair in pairs
    ]


_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def bare_figures(pairs: Sequence[Pair]) -> list[list[Called]]:
    """The baseline: figures of the claim that are not in a passage with figures of its own."""
    found = []
    for pair in pairs:
        there = set(_FIGURE.findall(pair.passage))
        found.append(
            [
                Called("number", *match.span(), DIFFERS if there else ABSENT)
                for match in _FIGURE.finditer(pair.claim)
                if match.group() not in there
            ]
        )
    return found


_PEER = """
import json, sys
from quantguard import QuantitativeGuard
guard = QuantitativeGuard()
said = {"CONTRADICTED": "differs", "UNSUPPORTED": "not in evidence"}
for line in sys.stdin:
    claim, passage = json.loads(line)
    try:
        results = guard.verify(claim, [passage]).results
    except (ValueError, ArithmeticError, KeyError, TypeError):
        results = []  # it breaks on five pairs of FM2
    called = [
        ["number", r.claim.span.start, r.claim.span.end, said.get(r.status.value, "same")]
        for r in results
    ]
    print(json.dumps(called))
"""


def peer(python: str) -> Comparer:
    """The package rag-quantguard, in an environment of its own."""

    def run(pairs: Sequence[Pair]) -> list[list[Called]]:
        given = "".join(json.dumps([pair.claim, pair.passage]) + "\n" for pair in pairs)
        done = subprocess.run(
            [python, "-c", _PEER], input=given, capture_output=True, text=True, check=True
        )
        return [[Called(*each) for each in json.loads(line)] for line in done.stdout.splitlines()]

    return run


def fm2_scores(pairs: Sequence[Pair], called: Sequence[Sequence[Called]]) -> dict[str, object]:
    differs = [
        pair.refuted
        for pair, each in zip(pairs, called, strict=True)
        if any(facet.result == DIFFERS for facet in each)
    ]
    precision = round(sum(map(bool, differs)) / len(differs), 4) if differs else None
    return {"pairs": len(pairs), "differs": len(differs), "precision": precision}


def wice_scores(pairs: Sequence[Pair], called: Sequence[Sequence[Called]]) -> dict[str, object]:
    counts: dict[str, list[int]] = {}
    gold = 0
    for pair, facets in zip(pairs, called, strict=True):
        for start, end, wrong in pair.words:
            word = pair.claim[start:end]
            hard = wrong and (word[0].isupper() or any(letter.isdigit() for letter in word))
            gold += hard
            over = {
                facet.type
                for facet in facets
                if facet.result in (DIFFERS, ABSENT) and facet.start < end and start < facet.end
            }
            for kind in over | ({"all"} if over else set()):
                count = counts.setdefault(kind, [0, 0, 0])
                for n, one in enumerate((True, wrong, hard)):
                    count[n] += one
    return {"pairs": len(pairs), "names_and_numbers": gold} | {
        kind: {
            "flagged": flagged,
            "precision": round(wrong / flagged, 4),
            "recall": round(hard / gold, 4) if gold else None,
        }
        for kind, (flagged, wrong, hard) in sorted(counts.items())
    }


def milliseconds(pairs: Sequence[Pair]) -> dict[str, float]:
    """Milliseconds of the processor for a pair, and for a sentence of either side."""
    count = sum(len(sentences(text)) for pair in pairs for text in (pair.claim, pair.passage))
    ours(pairs[:1])
    best = float("inf")
    for _ in range(RUNS):
        begin = time.process_time()
        ours(pairs)
        best = min(best, time.process_time() - begin)
    return {
        "ms_a_pair": round(1000 * best / len(pairs), 3),
        "ms_a_sentence": round(1000 * best / max(1, count), 3),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--peer", metavar="PYTHON", help="a Python that has rag-quantguard")
    options = parser.parse_args()
    comparers: dict[str, Comparer] = {"verifier": ours, "bare_figures": bare_figures}
    if options.peer:
        comparers["rag_quantguard"] = peer(options.peer)
    result: dict[str, dict[str, object]] = {}
    for path in sorted(options.folder.glob("fm2/*.jsonl")):
        pairs = of_fm2(path)
        scores = {name: fm2_scores(pairs, run(pairs)) for name, run in comparers.items()}
        result[f"fm2/{path.stem}"] = {**scores, "time": milliseconds(pairs)}
    for path in sorted(options.folder.glob("wice_tokens/*.jsonl")):
        pairs = of_wice(path)
        tokens = {name: wice_scores(pairs, run(pairs)) for name, run in comparers.items()}
        result[f"wice_tokens/{path.stem}"] = {**tokens, "time": milliseconds(pairs)}
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
