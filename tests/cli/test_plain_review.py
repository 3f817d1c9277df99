"""The review line by line: every act of the screen, without a screen."""

import io
from pathlib import Path

import pytest
from story_at_hand import STORY
from terminal_at_hand import Terminal, verifier_command

from verifier.cli.main import main
from verifier.cli.plain_acts import ACTS, BY_WORD, SHOWS
from verifier.desk.session import open_session
from verifier.desk.stories import open_story
from verifier.model.scales import StanceCode, SubstanceVerdict
from verifier.model.state import State
from verifier.tui import acts
from verifier.tui.writer import Job


@pytest.fixture(autouse=True)
def flood(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The story, imported by the command."""
    file = tmp_path / "flood.txt"
    file.write_text(STORY, encoding="utf-8")
    assert main(["import", str(file)]) == 0
    capsys.readouterr()


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> int:
    """The exit code after some lines were typed."""
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    return main(["review", ".", "--plain", "--as", "anna"])


def saved() -> State:
    with open_session(None, "anna") as session:
        return open_story(session, ".").state


def test_every_act_of_the_screen_has_a_line_and_every_line_an_act() -> None:
    on_screen = {
        name for name, made in vars(acts).items()
        if getattr(made, "__annotations__", {}).get("return") == Job.__name__
    }  # fmt: skip
    assert on_screen <= {act.name for act in ACTS}


def test_no_word_means_two_things() -> None:
    words = [word for act in (*ACTS, *SHOWS) for word in act.typed]
    assert len(words) == len(set(words)) == len(BY_WORD)


def test_a_stance_marks_the_next_source_and_a_digit_goes_on_to_the_next_open_claim(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(monkeypatch, "go C04", "a", "3") == 0
    (stance,) = saved().stances.values()
    assert (stance.claim, stance.source, stance.code) == ("C04", "brook", StanceCode.ASSERTS)
    (verdict,) = saved().verdicts.values()
    assert verdict.code is SubstanceVerdict.ATTRIBUTED_ONLY
    assert "C05, 5 of 5" in capsys.readouterr().out


def test_it_goes_on_where_it_was_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "go 3", "quit")
    capsys.readouterr()
    typed(monkeypatch)
    assert "C03, 3 of 5" in capsys.readouterr().out


def test_a_rule_that_speaks_against_a_verdict_is_told_and_a_reason_overrides_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "1")
    assert not saved().verdicts
    assert "P1" in capsys.readouterr().err
    typed(monkeypatch, "1", "! I was there")
    (verdict,) = saved().verdicts.values()
    assert verdict.override == "I was there"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("n who counted?", "who counted?"),
        ("n -who?", "-who?"),
        ("q Who counted the houses?", "Who counted the houses?"),
        ("d a headline", "a headline"),
        ("text Twelve houses are gone", "Twelve houses are gone"),
        ("weight incidental", "incidental"),
    ],
)
def test_texts_are_recorded_as_typed(
    monkeypatch: pytest.MonkeyPatch, line: str, found: str
) -> None:
    assert typed(monkeypatch, line) == 0
    state = saved()
    claim = next(iter(state.claims.values()))
    said = [note.text for note in state.notes.values()]
    said += [question.text for question in state.questions.values()]
    said += [claim.reason or "", claim.standalone, claim.weight.value]
    assert found in said


def test_undo_and_redo_go_back_and_forth(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(monkeypatch, "3", "u") == 0
    assert not saved().verdicts
    assert typed(monkeypatch, "U") == 0
    assert saved().verdicts
    assert typed(monkeypatch, "n one", "n two", "undo-to 2") == 0
    assert not saved().notes
    assert capsys.readouterr().err == ""


def test_story_list_and_help_show_what_there_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "3", "story", "list open", "help")
    shown = capsys.readouterr().out
    assert "A flood destroyed 12 houses in Lowmarsh on Monday, officials said." in shown
    assert "C02 open: " in shown
    assert "C01 open: " not in shown
    assert all(word in shown for word in BY_WORD)


@pytest.mark.parametrize(
    "line",
    ["frobnicate", "go C99", "sure high", "t one part", "M C99", "cite E99:1-2", "import x", "! no",
     "x" * 30_000],
)  # fmt: skip
def test_what_cannot_be_done_is_told_and_the_review_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    assert typed(monkeypatch, line, "n still here") == 2
    assert capsys.readouterr().err.startswith("verifier: ")
    assert [note.text for note in saved().notes.values()] == ["still here"]


def test_nothing_that_was_typed_or_read_acts_on_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "n red \x1b[31m\x9b2J\u202e", "here", "\x1b]0;title\x07", "log")
    printed = capsys.readouterr()
    assert not {"\x1b", "\x9b", "\x07", "\u202e"} & set(printed.out + printed.err)


def test_in_a_terminal_it_prompts_with_the_claim_and_never_moves_the_cursor() -> None:
    with Terminal(verifier_command("review", ".", "--plain")) as terminal:
        terminal.until_words("C01>")
        terminal.write("3\n")
        terminal.until_words("C02>")
        terminal.write("quit\n")
        assert terminal.end() == 0
        assert b"\x1b[" not in terminal.output
