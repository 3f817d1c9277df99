"""What starting costs: `verifier --version` beside a bare Python, in turn, in the same run.

    python benchmarks/startup.py [RUNS]

Prints JSON: medians in milliseconds and the ratio, and the import time of what each command loads.
"""

import json
import statistics
import subprocess
import sys
import time

BARE = [sys.executable, "-c", "pass"]
VERSION = [sys.executable, "-m", "verifier", "--version"]
LOADED = {
    "verifier.cli.main": "verifier.cli.main",
    "verifier.tui.app": "verifier.tui.app",
    "verifier.store": "verifier.store",
    "verifier.claims": "verifier.claims",
    "verifier.report": "verifier.report",
}


def wall(command: list[str]) -> float:
    """The time that one run of `command` takes, in milliseconds."""
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - began) * 1000


def medians(runs: int) -> dict[str, float]:
    """Medians of both commands, run in turn, and their ratio."""
    pairs = [(wall(BARE), wall(VERSION)) for _ in range(runs + 1)][1:]
    bare = statistics.median(pair[0] for pair in pairs)
    version = statistics.median(pair[1] for pair in pairs)
    ratio = statistics.median(pair[1] / pair[0] for pair in pairs)
    return {"bare_ms": round(bare, 1), "version_ms": round(version, 1), "ratio": round(ratio, 2)}


def import_ms(module: str, runs: int) -> float:
    """The median time to import `module` over a bare Python, in milliseconds."""
    found = [wall([sys.executable, "-c", f"import {module}"]) - wall(BARE) for _ in range(runs)]
    return round(statistics.median(found), 1)


def main() -> None:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    figures = {
        "version": medians(runs),
        "import_ms": {name: import_ms(module, runs) for name, module in LOADED.items()},
    }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
