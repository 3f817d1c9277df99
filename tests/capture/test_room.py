"""The capture is the only room that talks to the network, and only when it is asked to."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "verifier"

NETWORK = {"socket", "socketserver", "http", "ftplib", "smtplib", "urllib.request",
           "httpx", "httpcore", "requests", "aiohttp", "urllib3"}  # fmt: skip


def imported(path: Path) -> set[str]:
    """The modules that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return found


def test_no_other_room_can_reach_the_network() -> None:
    reaching = {
        str(path.relative_to(PACKAGE)): found
        for path in PACKAGE.rglob("*.py")
        if path.relative_to(PACKAGE).parts[0] != "capture"
        and (found := {name for name in imported(path) if _reaches(name)})
    }
    assert reaching == {}


def _reaches(name: str) -> bool:
    return name in NETWORK or name.split(".")[0] in NETWORK


@pytest.mark.parametrize(
    "module",
    ["verifier.desk.capturing", "verifier.cli.commands.evidence", "verifier.tui.app"],
)
def test_the_library_that_fetches_is_loaded_only_to_fetch(module: str) -> None:
    code = f"import sys, {module}; print({{'httpx', 'httpcore', 'warcio'}} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
