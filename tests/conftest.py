"""What every test shares: files in a folder of the test's own, never in the user's."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from verifier.desk.session import Session, open_session

pytest_plugins = ["stores"]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that stands for all of the user's folders in this test."""
    folder = tmp_path / "home"
    monkeypatch.setenv("VERIFIER_HOME", str(folder))
    monkeypatch.delenv("VERIFIER_DATABASE", raising=False)
    monkeypatch.setenv("VERIFIER_REVIEWER", "anna")
    return folder


@pytest.fixture
def session(home: Path) -> Iterator[Session]:
    """A session of anna's on a new database."""
    with open_session(None, "anna") as opened:
        yield opened
