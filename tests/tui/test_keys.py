"""The keys are one table: no clash, nothing missing, everything told."""

import inspect
from typing import cast

import pytest

from verifier.model.scales import AttributionVerdict, StanceCode, SubstanceVerdict
from verifier.tui.commands import COMMANDS
from verifier.tui.keys import (
    BY_ID,
    KEYS,
    PREFIXED,
    Key,
    Where,
    all_keys,
    command_of,
    hints,
    lasting_hints,
    second_keys,
)
from verifier.tui.layouts import aliases
from verifier.tui.paint import plain, width_of
from verifier.tui.screens import SCREENS, screen_named
from verifier.tui.screens.help import HelpScreen
from verifier.tui.screens.listing import ListingScreen
from verifier.tui.widgets.hints import hint_lines
from verifier.tui.widgets.objection import ObjectionDialog

OVER: dict[Where, type[object]] = {
    **{
        screen.WHERE: screen
        for screen in (cast(type[ListingScreen[object]], screen_named(name)) for name in SCREENS)
    },
    Where.OBJECTION: ObjectionDialog,
    Where.HELP: HelpScreen,
}
"""The screens that stand over the review, by the place of their keys."""

SCREEN_KEYS = [key for key in KEYS if key.where not in OVER]
OVER_KEYS = [key for key in KEYS if key.where in OVER]


@pytest.mark.parametrize("where", list(Where))
def test_no_key_means_two_things_in_one_place(where: Where) -> None:
    typed = [name for key in KEYS if key.where is where for name in all_keys(key)]
    assert sorted(set(typed)) == sorted(typed)


def test_no_key_of_the_review_is_taken_everywhere() -> None:
    anywhere = {name for key in KEYS if key.where is Where.ANYWHERE for name in all_keys(key)}
    others = {
        name
        for key in KEYS
        if key.where not in (Where.ANYWHERE, Where.HELP)
        for name in all_keys(key)
    }
    assert not anywhere & others


def test_every_entry_has_a_name_of_its_own() -> None:
    assert len(BY_ID) == len(KEYS)


@pytest.mark.parametrize("key", SCREEN_KEYS, ids=lambda key: key.id)
def test_every_key_runs_a_command_that_takes_its_parameters(key: Key) -> None:
    name, parameters = command_of(key.id)
    inspect.signature(COMMANDS[name]).bind(None, *parameters)


@pytest.mark.parametrize("key", OVER_KEYS, ids=lambda key: key.id)
def test_every_key_of_another_screen_calls_a_method_that_takes_its_parameters(key: Key) -> None:
    name, parameters = command_of(key.id)
    inspect.signature(getattr(OVER[key.where], f"key_{name}")).bind(None, *parameters)


def test_every_stance_and_verdict_has_its_key() -> None:
    keys = {key.id: key.keys for key in KEYS}
    for stance in StanceCode:
        assert keys[f"stance.{stance.value}"] == (stance.meaning.key,)
        assert keys[f"reader.stance.{stance.value}"] == (stance.meaning.key,)
    for verdict in SubstanceVerdict:
        assert keys[f"verdict.{verdict.value}"] == (verdict.meaning.key,)
    for said in AttributionVerdict:
        assert keys[f"said.{said.value}"] == (said.meaning.key,)


def test_letters_have_aliases_on_other_layouts_and_digits_have_none() -> None:
    assert aliases("a") == ("ф", "ㅁ")
    assert aliases("s") == ("ы", "і", "ㄴ")
    assert aliases("7") == ()


@pytest.mark.parametrize("where", list(Where))
@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_hints_fit_their_two_lines_and_never_cut_a_word(where: Where, width: int) -> None:
    always = lasting_hints(where)
    lines = hint_lines(hints(where), width, "", always)
    if where in PREFIXED:
        return
    assert len(lines) <= 2
    for line in lines:
        assert len(plain(line).rstrip()) <= width
        assert width_of(line) <= width + 3
    assert "help" in plain(lines[-1])
    assert "quit" in plain(lines[-1])


@pytest.mark.parametrize("where", [Where.REVIEW, Where.LIST, Where.READER])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_stance_verdict_undo_help_and_quit_are_in_the_hints_at_every_width(
    where: Where, width: int
) -> None:
    lines = hint_lines(hints(where), width, "", lasting_hints(where))
    text = " ".join(plain(line) for line in lines)
    for hint in ("a e p x i s", "0-8 verdict", "u U undo", "? help", "ctrl+q quit"):
        assert hint in text


def test_at_80_columns_the_hints_name_the_key_to_the_other_panes() -> None:
    lines = hint_lines(hints(Where.REVIEW), 80, "", lasting_hints(Where.REVIEW))
    assert "Tab pane" in plain(lines[1])


@pytest.mark.parametrize("where", [Where.SELECT, Where.READER])
def test_at_80_columns_the_hints_name_the_key_that_selects_a_sentence(where: Where) -> None:
    lead = where.value if where is Where.SELECT else ""
    lines = hint_lines(hints(where), 80, lead, lasting_hints(where))
    text = " ".join(plain(line) for line in lines)
    assert ". select sentence" in text
    assert "Esc" in text


@pytest.mark.parametrize("where", sorted(PREFIXED))
def test_the_second_keys_of_a_prefix_make_a_sentence(where: Where) -> None:
    words = second_keys(where)
    assert words.startswith("After ")
    for keys, word in hints(where):
        assert f"{keys} {word}" in words


def test_the_second_keys_of_a_prefix_all_fit() -> None:
    for where in (Where.SAID, Where.CREDIBILITY, Where.FILTER, Where.EDIT):
        lines = hint_lines(hints(where), 80, where.value)
        text = " ".join(plain(line) for line in lines)
        for _, word in hints(where):
            assert word in text
