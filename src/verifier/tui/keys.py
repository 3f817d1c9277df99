"""Every key of the terminal interface, in one table: bindings, hint lines and help come from it.

A key stands here once for each place where it means something. The letters also work on Cyrillic
and Hangul layouts: an alias is the letter that the same physical key types there.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from textual.actions import parse
from textual.binding import Binding, BindingType

from verifier.model.scales import ATTRIBUTION_VERDICTS, STANCES, SUBSTANCE_VERDICTS
from verifier.tui.layouts import aliases


class Where(StrEnum):
    """Where a key means what it means; the value heads its part of the help."""

    REVIEW = "On the review screen"
    SAID = "After v: did the speaker say it?"
    CREDIBILITY = "After C: credibility of the last stance"
    FILTER = "After f: which claims to list"
    EDIT = "After E: correct the claim or its verdict"
    SELECT = "While selecting words of the story"
    LIST = "In the list of evidence"
    READER = "In an evidence document"
    HELP = "In the help"
    ANYWHERE = "Anywhere"


PREFIXED = frozenset({Where.SAID, Where.CREDIBILITY, Where.FILTER, Where.EDIT})
"""Places entered by one key for exactly one more."""


class Key(NamedTuple):
    """One entry: `keys` as Textual names them, the command they run and what it does in `words`.

    `action` is written as Textual writes actions: the name of a command with its parameters.

    `hint` is the short word of the hint line, shared by keys that belong together; entries without
    one are in the help only.
    """

    id: str
    keys: tuple[str, ...]
    action: str
    words: str
    where: Where = Where.REVIEW
    hint: str = ""


def _stances() -> tuple[Key, ...]:
    return tuple(
        Key(
            f"stance.{code.value}",
            (meaning.key,),
            f"stance('{code.value}')",
            f"{code.value}: {meaning.definition}",
            hint="stance",
        )
        for code, meaning in STANCES.items()
    )


def _verdicts() -> tuple[Key, ...]:
    return tuple(
        Key(
            f"verdict.{code.value}",
            (meaning.key,),
            f"verdict('{code.value}')",
            f"{meaning.sign} {code.value}: {meaning.definition}",
            hint="verdict",
        )
        for code, meaning in sorted(SUBSTANCE_VERDICTS.items(), key=lambda item: item[1].key)
    )


def _said() -> tuple[Key, ...]:
    return tuple(
        Key(
            f"said.{code.value}",
            (meaning.key,),
            f"said('{code.value}')",
            f"{meaning.sign} {code.value}: {meaning.definition}",
            Where.SAID,
            hint=code.value,
        )
        for code, meaning in ATTRIBUTION_VERDICTS.items()
    )


CREDIBILITY_WORDS = (
    "confirmed",
    "probably true",
    "possibly true",
    "doubtful",
    "improbable",
    "cannot be judged",
)
"""The digits 1-6 of the Admiralty code, in words."""


def _credibility() -> tuple[Key, ...]:
    return tuple(
        Key(
            f"credibility.{digit}",
            (str(digit),),
            f"credibility({digit})",
            words,
            Where.CREDIBILITY,
            hint=words,
        )
        for digit, words in enumerate(CREDIBILITY_WORDS, 1)
    )


def _filters() -> tuple[Key, ...]:
    named = (
        ("a", "all", "all claims"),
        ("o", "open", "claims without a verdict"),
        ("l", "load-bearing", "claims that the story stands on"),
        ("n", "noted", "claims with a note of yours"),
        ("d", "dismissed", "claims taken off the list"),
    )
    by_name = tuple(
        Key(f"filter.{name}", (key,), f"choose_filter('{name}')", words, Where.FILTER, hint=name)
        for key, name, words in named
    )
    by_verdict = tuple(
        Key(
            f"filter.{code.value}",
            (meaning.key,),
            f"choose_filter('{code.value}')",
            f"claims judged {code.value}",
            Where.FILTER,
            hint="verdict",
        )
        for code, meaning in sorted(SUBSTANCE_VERDICTS.items(), key=lambda item: item[1].key)
    )
    return by_name + by_verdict


_EDIT = (
    Key("edit.speaker", ("s",), "edit('speaker')", "who says it", Where.EDIT, "speaker"),
    Key(
        "edit.standalone",
        ("t",),
        "edit('standalone')",
        "the stand-alone text",
        Where.EDIT,
        "stand-alone text",
    ),
    Key(
        "edit.span",
        ("w",),
        "edit('span')",
        "which words of the story it is",
        Where.EDIT,
        "words of the story",
    ),
    Key("edit.weight", ("b",), "edit('weight')", "how much stands on it", Where.EDIT, "weight"),
    Key("edit.why", ("y",), "edit('why')", "why the verdict is what it is", Where.EDIT, "why"),
    Key(
        "edit.replacement",
        ("r",),
        "edit('replacement')",
        "what to print instead, for a misstated claim",
        Where.EDIT,
        "print instead",
    ),
)

_REVIEW = (
    Key(
        "stance.clear", ("backspace",), "clear_stance", "not looked: clear the cell", hint="stance"
    ),
    Key(
        "said", ("v",), "prefix('SAID')", "verdict on the attribution: v, then a digit", hint="said"
    ),
    Key("claim.next", ("j", "down"), "move(1)", "next claim", hint="claim"),
    Key("claim.previous", ("k", "up"), "move(-1)", "previous claim", hint="claim"),
    Key("undo", ("u", "ctrl+z"), "undo", "undo your last act, without limit", hint="undo"),
    Key("redo", ("U", "ctrl+y"), "redo", "redo what was undone", hint="undo"),
    Key("source.previous", ("h", "left"), "move_cell(-1)", "previous source", hint="source"),
    Key("source.next", ("l", "right"), "move_cell(1)", "next source", hint="source"),
    Key("evidence", ("slash",), "evidence", "the evidence: list and reader", hint="evidence"),
    Key(
        "pane.next", ("tab",), "pane(1)", "next pane: story, claims, detail, evidence", hint="pane"
    ),
    Key("pane.previous", ("shift+tab",), "pane(-1)", "previous pane"),
    Key("note", ("n",), "note", "note on the claim", hint="note"),
    Key(
        "edit",
        ("E",),
        "prefix('EDIT')",
        "correct the claim or its verdict: E, then a key",
        hint="edit",
    ),
    Key("filter", ("f",), "prefix('FILTER')", "filter the list: f, then a key", hint="filter"),
    Key("open.next", ("J",), "next_open(1)", "next open claim", hint="open"),
    Key("open.previous", ("K",), "next_open(-1)", "previous open claim", hint="open"),
    Key("claim.add", ("c",), "add_claim", "add a missed claim: select its words", hint="add"),
    Key("dismiss", ("d",), "dismiss", "take the claim off the list, with a reason", hint="dismiss"),
    Key("restore", ("R",), "restore", "put a dismissed claim back"),
    Key("confidence.lower", ("<",), "confidence(-1)", "lower the last verdict's confidence"),
    Key("confidence.raise", (">",), "confidence(1)", "raise the last verdict's confidence"),
    Key("credibility", ("C",), "rate", "credibility of the last stance: C, 1-6"),
    Key("claim.first", ("g", "home"), "to_end(False)", "first claim of the list"),
    Key("claim.last", ("G", "end"), "to_end(True)", "last claim of the list"),
    Key("place.previous", ("[",), "by_place(-1)", "the claim before, in the story"),
    Key("place.next", ("]",), "by_place(1)", "the claim after, in the story"),
    Key("skip", ("space",), "skip", "leave this claim for later: next open one, around the end"),
    Key("page.down", ("pagedown",), "page(1)", "a page down in the pane"),
    Key("page.up", ("pageup",), "page(-1)", "a page up in the pane"),
    Key("back", ("escape",), "back", "go back; nothing is lost"),
    Key("quit.how", ("q", "ctrl+c"), "how_to_quit", "says how to quit"),
)

_CARET = (
    ("char.right", ("right",), "caret('char', 1)", "a character right"),
    ("char.left", ("left",), "caret('char', -1)", "a character left"),
    ("word.right", ("w", "ctrl+right"), "caret('word', 1)", "a word right"),
    ("word.left", ("b", "ctrl+left"), "caret('word', -1)", "a word left"),
    ("line.down", ("down", "j"), "caret('line', 1)", "a line down"),
    ("line.up", ("up", "k"), "caret('line', -1)", "a line up"),
    ("line.start", ("home",), "caret('end', -1)", "to the start of the line"),
    ("line.end", ("end",), "caret('end', 1)", "to the end of the line"),
    ("page.down", ("pagedown",), "caret('page', 1)", "a page down"),
    ("page.up", ("pageup",), "caret('page', -1)", "a page up"),
)

_EXTEND = (
    ("more.char.right", ("shift+right",), "extend('char', 1)", "select a character more"),
    ("more.char.left", ("shift+left",), "extend('char', -1)", "select back a character"),
    (
        "more.word.right",
        ("W", "ctrl+shift+right"),
        "extend('word', 1)",
        "select a word more",
    ),
    ("more.word.left", ("B", "ctrl+shift+left"), "extend('word', -1)", "select back a word"),
    ("more.line.down", ("shift+down",), "extend('line', 1)", "select a line more"),
    ("more.line.up", ("shift+up",), "extend('line', -1)", "select back a line"),
    ("more.line.end", ("shift+end",), "extend('end', 1)", "select to the end of the line"),
    ("more.line.start", ("shift+home",), "extend('end', -1)", "select to the start of the line"),
    ("anchor", ("space",), "anchor", "start selecting here, or let the selection go"),
    ("sentence", (".",), "sentence", "select the sentence; again: one more"),
)

_HINTED = {
    "more.char.right": "select",
    "more.char.left": "select",
    "word.right": "word",
    "word.left": "word",
    "more.word.right": "select word",
    "more.word.left": "select word",
    "anchor": "select from here",
    "sentence": "select sentence",
}


def _caret_keys(where: Where, prefix: str) -> tuple[Key, ...]:
    """The keys that move a caret and select."""
    return tuple(
        Key(f"{prefix}.{name}", keys, action, words, where, _HINTED.get(name, ""))
        for name, keys, action, words in (*_CARET, *_EXTEND)
    )


_SELECT = (
    Key("select.done", ("enter",), "select_done", "take the selected words", Where.SELECT, "take"),
    Key("select.back", ("escape",), "select_back", "leave without a change", Where.SELECT, "leave"),
    *_caret_keys(Where.SELECT, "select"),
)

_LIST = (
    Key("list.open", ("enter",), "list_open", "read the document", Where.LIST, "read"),
    Key("list.down", ("j", "down"), "list_move(1)", "next document", Where.LIST, "choose"),
    Key("list.up", ("k", "up"), "list_move(-1)", "previous document", Where.LIST, "choose"),
    Key("list.back", ("escape",), "list_back", "back to the claims", Where.LIST, "back"),
)


def _reader_stances() -> tuple[Key, ...]:
    return tuple(
        Key(
            f"reader.stance.{code.value}",
            (meaning.key,),
            f"reader_stance('{code.value}')",
            f"{code.value}, citing the selected passage",
            Where.READER,
            hint="stance, citing this",
        )
        for code, meaning in STANCES.items()
    )


_READER = (
    Key(
        "reader.cite",
        ("enter",),
        "reader_cite",
        "cite the selected passage under the source's stance",
        Where.READER,
        "cite",
    ),
    *_reader_stances(),
    Key("reader.back", ("escape",), "reader_back", "back to the list", Where.READER, "back"),
    *_caret_keys(Where.READER, "reader"),
)

_HELP = (
    Key("help.down", ("j", "down"), "help_move(1)", "a line down", Where.HELP, "scroll"),
    Key("help.up", ("k", "up"), "help_move(-1)", "a line up", Where.HELP, "scroll"),
    Key("help.page.down", ("pagedown", "space"), "help_page(1)", "a page down", Where.HELP),
    Key("help.page.up", ("pageup",), "help_page(-1)", "a page up", Where.HELP),
    Key("help.back", ("escape", "q", "?"), "help_back", "back", Where.HELP, "back"),
)

_ANYWHERE = (
    Key("help", ("?",), "show_help", "this help", Where.ANYWHERE, "help"),
    Key("quit", ("ctrl+q",), "leave", "quit; all is saved first", Where.ANYWHERE, "quit"),
)

KEYS: tuple[Key, ...] = (
    *_stances(),
    *_REVIEW[:1],
    *_verdicts(),
    *_REVIEW[1:],
    *_said(),
    *_credibility(),
    *_filters(),
    *_EDIT,
    *_SELECT,
    *_LIST,
    *_READER,
    *_HELP,
    *_ANYWHERE,
)
"""The table."""


BY_ID: dict[str, Key] = {key.id: key for key in KEYS}
"""The table by the names of its entries."""


@cache
def command_of(key_id: str) -> tuple[str, tuple[object, ...]]:
    """The command that an entry runs, and its parameters.

    >>> command_of("claim.next")
    ('move', (1,))
    """
    _, name, parameters = parse(BY_ID[key_id].action)
    return name, parameters


def bindings(*places: Where) -> list[BindingType]:
    """The bindings of some places, as Textual takes them, layout aliases included.

    The action of each is `run` with the entry's id; the places given first come first where a key
    means something in several.
    """
    return [
        Binding(
            ",".join(all_keys(key)),
            f"run('{key.id}')",
            key.words,
            show=False,
            id=key.id,
        )
        for place in places
        for key in KEYS
        if key.where is place
    ]


def quit_binding() -> Binding:
    """The key that quits, for dialogs: Textual looks no further than them."""
    key = BY_ID["quit"]
    return Binding(",".join(all_keys(key)), "app.run('quit')", key.words, show=False, id=key.id)


def all_keys(key: Key) -> tuple[str, ...]:
    """The keys of an entry with their aliases on other layouts."""
    return tuple(name for typed in key.keys for name in (typed, *aliases(typed)))


_SHOWN = {
    "backspace": "⌫",
    "slash": "/",
    "space": "Space",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "shift+tab": "shift+Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
}


def shown(key: str) -> str:
    """A key as the hint line and the help write it.

    >>> shown("ctrl+right"), shown("j"), shown("backspace")
    ('ctrl+→', 'j', '⌫')
    """
    modifier, _, name = key.rpartition("+")
    if key in _SHOWN:
        return _SHOWN[key]
    return f"{modifier}+{_SHOWN.get(name, name)}" if modifier else key


_WORK_ON = {
    Where.LIST: ("stance", "verdict", "undo"),
    Where.READER: ("verdict", "undo"),
}
"""Hints of the review whose keys mean the same in the evidence, and must not be forgotten there."""

_LASTING = ("verdict", "undo")


def hints(where: Where) -> list[tuple[str, str]]:
    """The hint line of a place: keys that share a word, and the word, in the table's order."""
    own = _hints_of(where)
    more = _hints_of(Where.REVIEW) if where in _WORK_ON else []
    return own + [hint for hint in more if hint[1] in _WORK_ON[where] and hint[1] not in _LASTING]


def lasting_hints(where: Where) -> list[tuple[str, str]]:
    """The hints that a place shows whatever the width: what is done all the time, help, quit."""
    if where in PREFIXED:
        return []
    more = _hints_of(Where.REVIEW) if where in _WORK_ON else []
    return [*(hint for hint in more if hint[1] in _LASTING), *_hints_of(Where.ANYWHERE)]


def second_keys(where: Where) -> str:
    """The keys that a prefix knows, in one sentence.

    >>> second_keys(Where.CREDIBILITY)[:40]
    'After C: 1 confirmed · 2 probably true ·'
    """
    known = " · ".join(f"{keys} {word}" for keys, word in hints(where))
    return f"{where.value.partition(':')[0]}: {known}."


def _hints_of(where: Where) -> list[tuple[str, str]]:
    grouped: dict[str, list[str]] = {}
    for key in KEYS:
        if key.where is where and key.hint:
            grouped.setdefault(key.hint, []).append(shown(key.keys[0]))
    return [(_joined(names), word) for word, names in grouped.items()]


def _joined(names: list[str]) -> str:
    """Keys side by side; a run of digits as a range."""
    digits = [name for name in names if name.isdigit()]
    if len(digits) > 2 and digits == names:
        return f"{digits[0]}-{digits[-1]}"
    return " ".join(names)
