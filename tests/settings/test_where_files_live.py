"""Where files live, and who is working."""

from pathlib import Path

import pytest

from verifier.model.errors import BadInput
from verifier.settings.person import reviewer_named
from verifier.settings.places import database_location, folders, private_folder, shipped_folder


def test_verifier_home_moves_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERIFIER_HOME", str(tmp_path))
    monkeypatch.delenv("VERIFIER_DATABASE", raising=False)
    found = folders()
    assert all(
        tmp_path in folder.parents for folder in (found.data, found.configuration, found.cache)
    )
    assert database_location() == str(tmp_path / "data" / "verifier.db")


def test_the_database_given_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERIFIER_DATABASE", "/elsewhere.db")
    assert database_location("/here.db") == "/here.db"
    assert database_location() == "/elsewhere.db"


def test_a_url_is_left_as_it_is() -> None:
    assert database_location("postgresql://desk/verifier") == "postgresql://desk/verifier"


def test_a_private_folder_is_for_its_owner_only(tmp_path: Path) -> None:
    folder = private_folder(tmp_path / "a" / "b")
    assert folder.stat().st_mode & 0o777 == 0o700


def test_the_sample_is_found_in_a_checkout() -> None:
    assert (shipped_folder("fixtures") / "kursk" / "sample.toml").is_file()


def test_what_does_not_ship_is_not_found() -> None:
    with pytest.raises(FileNotFoundError, match="no-such"):
        shipped_folder("no-such")


def test_a_reviewer_is_recorded_as_claimed_with_account_and_host() -> None:
    person = reviewer_named(" Anna Müller ")
    assert person.name == "Anna Müller"
    assert person.os_user
    assert person.host


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "\x1b[2J", "x" * 81])
def test_a_name_that_cannot_be_shown_is_refused(name: str) -> None:
    with pytest.raises(BadInput, match="--as NAME"):
        reviewer_named(name)
