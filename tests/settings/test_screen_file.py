"""How the screen looks: given, else from the file, else the usual theme."""

from pathlib import Path

import pytest

from verifier.model.errors import BadInput
from verifier.settings.screen_file import screen_file, theme_chosen

KNOWN = ("dark", "light")


@pytest.fixture
def file(home: Path) -> Path:
    """The file, in its folder."""
    path = screen_file()
    assert path.is_relative_to(home)
    path.parent.mkdir(parents=True)
    return path


def test_without_a_file_nobody_chose() -> None:
    assert theme_chosen(None, KNOWN) == (None, ())


def test_the_file_chooses(file: Path) -> None:
    file.write_text('theme = "light"')
    assert theme_chosen(None, KNOWN) == ("light", ())


def test_what_is_given_comes_before_the_file(file: Path) -> None:
    file.write_text('theme = "light"')
    assert theme_chosen("dark", KNOWN) == ("dark", ())


def test_a_given_theme_that_is_none_is_refused() -> None:
    with pytest.raises(BadInput, match="no theme pink; the themes are dark, light"):
        theme_chosen("pink", KNOWN)


@pytest.mark.parametrize("line", ['theme = "pink"', "theme = 3", "theme = ["])
def test_a_file_that_names_none_leaves_the_usual_one_and_is_told(file: Path, line: str) -> None:
    file.write_text(line)
    theme, (remark,) = theme_chosen(None, KNOWN)
    assert theme is None
    assert "screen.toml" in remark


def test_a_setting_that_there_is_not_is_told(file: Path) -> None:
    file.write_text('theme = "light"\ncolour = 3')
    theme, (remark,) = theme_chosen(None, KNOWN)
    assert theme == "light"
    assert "no setting colour" in remark
