"""The file of keys: what it says, and what is told of lines that say nothing."""

from pathlib import Path

import pytest

from verifier.settings.keys_file import KeyChoice, key_choices
from verifier.settings.places import folders


def file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "keys.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_every_key_is_the_usual_one() -> None:
    assert key_choices() == ((), ())


def test_it_lies_in_the_configuration_folder() -> None:
    folder = folders().configuration
    folder.mkdir(parents=True)
    file(folder, 'note = "w"')
    assert key_choices()[0] == (KeyChoice("note", ("w",), "keys.toml, line 1"),)


def test_a_name_may_have_one_key_or_several_and_quotation_marks_or_none(tmp_path: Path) -> None:
    text = '# mine\n"claim.next" = ["n", "down"]\n\nopen.next = "N"\n[report]\nsave = "ctrl+w"\n'
    choices, remarks = key_choices(file(tmp_path, text))
    assert remarks == ()
    assert choices == (
        KeyChoice("claim.next", ("n", "down"), "keys.toml, line 2"),
        KeyChoice("open.next", ("N",), "keys.toml, line 4"),
        KeyChoice("report.save", ("ctrl+w",), "keys.toml, line 6"),
    )


@pytest.mark.parametrize("value", ["3", "[]", '["a", 3]', '""', "true", '[["a"]]'])
def test_what_is_no_key_is_told_with_its_line_and_the_rest_holds(
    tmp_path: Path, value: str
) -> None:
    choices, (remark,) = key_choices(file(tmp_path, f'undo = "z"\nnote = {value}\n'))
    assert [choice.name for choice in choices] == ["undo"]
    assert remark.startswith("keys.toml, line 2: write note =")


@pytest.mark.parametrize("data", [b"note = ", b"\xff\xfe", b'note = "a"\nnote = "b"'])
def test_a_file_that_cannot_be_read_leaves_the_usual_keys(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "keys.toml"
    path.write_bytes(data)
    choices, (remark,) = key_choices(path)
    assert choices == ()
    assert "is not read" in remark
    assert "usual" in remark


def test_a_folder_of_that_name_is_told(tmp_path: Path) -> None:
    assert "is not read" in key_choices(tmp_path)[1][0]
