"""Keys of the user's own: taken where they can be, told where they cannot, shown where used."""

from collections.abc import Iterator

import pytest
from review_at_hand import pane_words, review

from verifier.settings.keys_file import KeyChoice
from verifier.tui.key_table import KEYS, Where
from verifier.tui.keys import all_keys, choose
from verifier.tui.remapping import remapped, why_not_bindable
from verifier.tui.screens.help import HelpScreen


@pytest.fixture(autouse=True)
def usual_keys() -> Iterator[None]:
    """Let no test leave its keys to the next one."""
    yield
    choose({})


def choice(name: str, *keys: str) -> KeyChoice:
    return KeyChoice(name, keys, f"keys.toml, line {len(name)}")


def test_a_free_key_is_taken() -> None:
    keymap, remarks = remapped([choice("note", "w", "ctrl+n")])
    assert keymap == {"note": ("w", "ctrl+n")}
    assert remarks == ()


def test_an_unknown_command_is_told_with_its_line_and_the_nearest_name() -> None:
    keymap, (remark,) = remapped([choice("claim.nxt", "w")])
    assert keymap == {}
    assert remark == "keys.toml, line 9: there is no command claim.nxt. Did you mean claim.next?"


def test_a_key_with_another_meaning_in_the_same_place_is_told_and_the_usual_ones_stay() -> None:
    keymap, (remark,) = remapped([choice("note", "j")])
    assert keymap == {}
    assert "j is a key of claim.next already; note keeps n" in remark


def test_two_commands_may_change_keys() -> None:
    keymap, remarks = remapped([choice("note", "d"), choice("dismiss", "n")])
    assert keymap == {"note": ("d",), "dismiss": ("n",)}
    assert remarks == ()


def test_where_one_of_two_that_change_keys_cannot_both_stay_as_they_were() -> None:
    keymap, remarks = remapped([choice("note", "d"), choice("dismiss", "ctrl+i")])
    assert keymap == {}
    assert len(remarks) == 2


def test_a_key_may_mean_something_else_in_another_place() -> None:
    assert remapped([choice("history.mine", "d")])[0] == {"history.mine": ("d",)}


def test_a_key_that_works_anywhere_clashes_in_every_place() -> None:
    keymap, (remark,) = remapped([choice("palette", "i")])
    assert keymap == {}
    assert "is a key of" in remark


def test_the_letter_that_another_layout_types_clashes_too() -> None:
    assert remapped([choice("note", "о")])[0] == {}


@pytest.mark.parametrize(
    "key", ["ctrl+i", "ctrl+m", "ctrl+j", "ctrl+s", "", " ", ",", "ctrl+1", "super+a", "shift+a"]
)
def test_a_key_that_no_terminal_sends_is_told(key: str) -> None:
    assert why_not_bindable(key)
    keymap, (remark,) = remapped([choice("note", key)])
    assert keymap == {}
    assert "note keeps n" in remark


def test_every_key_of_the_table_is_one_that_can_be_bound() -> None:
    assert {name: why_not_bindable(name) for key in KEYS for name in all_keys(key)} == {
        name: "" for key in KEYS for name in all_keys(key)
    }


def test_the_usual_keys_written_down_are_no_clash() -> None:
    same = [KeyChoice(key.id, key.keys, "") for key in KEYS]
    keymap, remarks = remapped(same)
    assert remarks == ()
    assert len(keymap) == len(KEYS)


@pytest.mark.usefixtures("flood")
async def test_the_chosen_key_works_the_usual_one_does_not_and_hints_and_help_say_so() -> None:
    choose(remapped([choice("verdict.supported", "w"), choice("claim.next", "N")])[0])
    async with review((200, 60)) as desk:
        shown = desk.screen.cursor.shown
        await desk.press("2", "j")
        assert not desk.saved.state.verdicts
        await desk.press("N")
        assert desk.current == shown[1]
        await desk.press("w")
        assert len(desk.saved.state.verdicts) == 1
        assert "N k claim" in pane_words(desk.screen.hints)
        await desk.press("question_mark")
        await desk.until(lambda: isinstance(desk.app.screen, HelpScreen))
        await desk.type("next claim")
        assert isinstance(desk.app.screen, HelpScreen)
        assert "N " in pane_words(desk.app.screen.rows)


@pytest.mark.usefixtures("flood")
async def test_a_key_keeps_its_other_meanings_when_one_command_gives_it_up() -> None:
    choose(remapped([choice("note", "w")])[0])
    async with review() as desk:
        await desk.press("f", "n")
        assert desk.screen.cursor.filter == "noted"


@pytest.mark.usefixtures("flood")
async def test_another_key_for_help_and_for_leaving() -> None:
    choose(remapped([choice("help", "f1"), choice("quit", "f10")])[0])
    async with review() as desk:
        await desk.press("f1")
        await desk.until(lambda: isinstance(desk.app.screen, HelpScreen))
        await desk.pilot.press("f10")
        await desk.until(lambda: desk.app.return_code == 0)


def test_no_place_is_left_out_of_the_rule_on_clashes() -> None:
    assert {key.where for key in KEYS} <= set(Where)
