"""How often an English sentence finds its translation first: `across_languages.py FOLDER`.

FOLDER holds parallel files, a sentence a line: `rus.eng` beside `rus.rus`, and so for ukr and kor.
Prints recall@1 for each language, the time to encode a sentence, and the same without the Russian
dress of Ukrainian from the same run.
"""

import json
import resource
import sys
from pathlib import Path
from time import perf_counter

from verifier.evidence.meaning import Meaning, meanings, nearest

CODES = {"rus": "ru", "ukr": "uk", "kor": "ko"}


def main(folder: Path) -> None:
    """Measure every language of the folder."""
    found: dict[str, object] = {}
    for name, code in CODES.items():
        english = (folder / f"{name}.eng").read_text(encoding="utf-8").splitlines()
        abroad = (folder / f"{name}.{name}").read_text(encoding="utf-8").splitlines()
        begun = perf_counter()
        kept = meanings(abroad, code)
        each = (perf_counter() - begun) / len(abroad)
        queries = meanings(english, "en")
        measured = {"recall@1": recall(queries, kept), "ms_a_sentence": round(each * 1000, 1)}
        if code == "uk":
            measured["recall@1_without_dress"] = recall(queries, meanings(abroad, "ru"))
        found[name] = measured
    found["memory_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    json.dump(found, sys.stdout, indent=2)
    sys.stdout.write("\n")


def recall(queries: list[Meaning], kept: list[Meaning]) -> float:
    """The share of queries whose own translation comes first."""
    right = sum(nearest(query, kept, 1)[0][0] == at for at, query in enumerate(queries))
    return round(right / len(queries), 3)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
