"""What importing costs: a story of 1,000 and one of 100,000 words, reading and recording apart.

    python benchmarks/importing.py [STORY.txt]

The text is the story given (the sample if none) repeated until it has the words. Prints JSON:
medians of three runs, in seconds, on new databases.
"""

import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from verifier.claims import read_story
from verifier.desk.session import open_session
from verifier.desk.stories import import_story
from verifier.reading import read_bytes
from verifier.settings.places import shipped_folder

RUNS = 3


def text_of(words: int, story: str) -> str:
    """The story repeated and cut at the end of the line in which it has `words` words."""
    whole = (story.rstrip() + "\n\n") * (words // len(story.split()) + 1)
    lines, count = [], 0
    for line in whole.splitlines(keepends=True):
        lines.append(line)
        count += len(line.split())
        if count >= words:
            break
    return "".join(lines)


def reading_seconds(text: str) -> float:
    """How long it takes to read the text for claims."""
    began = time.perf_counter()
    read_story(text)
    return time.perf_counter() - began


def importing_seconds(text: str) -> tuple[float, int]:
    """How long the whole import takes on an open, new database; and how many claims it gives."""
    with tempfile.TemporaryDirectory() as folder:
        document = read_bytes(text.encode(), "story.txt")
        with open_session(str(Path(folder) / "bench.db"), "bench") as session:
            began = time.perf_counter()
            imported = import_story(session, document)
            return time.perf_counter() - began, imported.counts.claims


def figures(words: int, story: str) -> dict[str, float]:
    """The medians for one length."""
    text = text_of(words, story)
    read = statistics.median(reading_seconds(text) for _ in range(RUNS))
    whole = [importing_seconds(text) for _ in range(RUNS)]
    return {
        "words": len(text.split()),
        "claims": whole[0][1],
        "read_seconds": round(read, 3),
        "import_seconds": round(statistics.median(seconds for seconds, _ in whole), 3),
        "words_per_second_read": round(len(text.split()) / read),
    }


def main() -> None:
    """Measure both lengths and print."""
    sample = shipped_folder("fixtures") / "kursk" / "story.txt"
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else sample
    story = path.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as home:
        os.environ["VERIFIER_HOME"] = home
        print(json.dumps([figures(words, story) for words in (1_000, 100_000)], indent=2))


if __name__ == "__main__":
    main()
