"""The same record gives the same bytes in any time zone, locale and with any hash seed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from verifier.report import FORMATS

TESTS = Path(__file__).parents[1]
PROGRAM = """
import sys
from hostile_report import hostile, report_of
from sample_report import checked
from verifier.report import FORMATS, render
for desk in (checked(), hostile()):
    for name in sorted(FORMATS):
        sys.stdout.buffer.write(render(report_of(desk), name))
"""


def printed(**surroundings: str) -> bytes:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "PYTHONPATH": str(TESTS), **surroundings},
        capture_output=True,
        check=True,
    )
    return done.stdout


@pytest.fixture(scope="module")
def here() -> bytes:
    return printed(TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="0")


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "Asia/Seoul", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONHASHSEED": "4242"},
        {"TZ": "Pacific/Apia", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
    ],
)
def test_the_report_is_the_same_bytes_elsewhere(here: bytes, surroundings: dict[str, str]) -> None:
    assert len(here) > 10_000 * len(FORMATS)
    assert printed(**surroundings) == here
