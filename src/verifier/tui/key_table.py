"""The table of keys: every key of the terminal interface, where it means something, and what.

A key stands here once for each place where it means something; `keys` makes the bindings, the hint
lines and the help of it. The digits and letters of the scales come from `model.scales`.
"""

from __future__ import annotations

from verifier.model.scales import ATTRIBUTION_VERDICTS, STANCES, SUBSTANCE_VERDICTS
from verifier.tui.key_entry import PREFIXED, Key, Where
from verifier.tui.paper_keys import PAPER_KEYS
from verifier.tui.screen_keys import SCREEN_KEYS

__all__ = ["CREDIBILITY_WORDS", "KEYS", "PREFIXED", "Key", "Where"]


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

_ASKING = (
    Key(
        "question.author",
        ("a", "enter"),
        "question('author')",
        "the author",
        Where.ASKING,
        "author",
    ),
    Key(
        "question.source",
        ("s",),
        "question('source')",
        "the source under the cursor",
        Where.ASKING,
        "source",
    ),
    Key(
        "question.checker",
        ("c",),
        "question('checker')",
        "another checker",
        Where.ASKING,
        "checker",
    ),
)

_COPYING = (
    Key("copy.words", ("c",), "copy('words')", "the claim's words", Where.COPYING, "claim"),
    Key(
        "copy.standalone",
        ("t",),
        "copy('standalone')",
        "the stand-alone text",
        Where.COPYING,
        "stand-alone text",
    ),
    Key(
        "copy.passage",
        ("p",),
        "copy('passage')",
        "the selected passage, or the one cited for the source under the cursor",
        Where.COPYING,
        "passage",
    ),
    Key(
        "copy.citation",
        ("i",),
        "copy('citation')",
        "the passage with source, title, date and place",
        Where.COPYING,
        "citation",
    ),
)

_MERGING = (
    Key("merge.done", ("enter",), "merge_done", "merge with this claim", Where.MERGING, "merge"),
    Key("merge.back", ("escape",), "merge_back", "leave without a change", Where.MERGING, "leave"),
)

_REVIEW = (
    Key("accept", ("enter",), "accept", "accept what is proposed of the source", hint="accept"),
    Key("accept.all", ("A",), "accept_all", "accept all proposals of the claim", hint="accept"),
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
    Key("evidence", ("slash",), "search", "search the evidence for the claim", hint="evidence"),
    Key("documents", ("D",), "evidence", "the documents: list and reader"),
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
    Key(
        "question",
        ("q",),
        "prefix('ASKING')",
        "question on the claim: q, then whom to ask",
        hint="question",
    ),
    Key("filter", ("f",), "prefix('FILTER')", "filter the list: f, then a key", hint="filter"),
    Key("open.next", ("J",), "next_open(1)", "next open claim", hint="open"),
    Key("open.previous", ("K",), "next_open(-1)", "previous open claim", hint="open"),
    Key("claim.add", ("c",), "add_claim", "add a missed claim: select its words", hint="add"),
    Key("dismiss", ("d",), "dismiss", "take the claim off the list, with a reason", hint="dismiss"),
    Key("split", ("t",), "split", "part a claim that says several things", hint="split"),
    Key("merge", ("M",), "merge", "merge the claim with another one", hint="merge"),
    Key("restore", ("R",), "restore", "put a dismissed claim back"),
    Key("confidence.lower", ("<",), "confidence(-1)", "lower the last verdict's confidence"),
    Key("confidence.raise", (">",), "confidence(1)", "raise the last verdict's confidence"),
    Key("credibility", ("C",), "rate", "credibility of the last stance: C, 1-6"),
    Key("claim.first", ("g", "home"), "to_end(False)", "first claim of the list"),
    Key("claim.last", ("G", "end"), "to_end(True)", "last claim of the list"),
    Key("place.previous", ("[",), "by_place(-1)", "the claim before, in the story"),
    Key("place.next", ("]",), "by_place(1)", "the claim after, in the story"),
    Key("skip", ("space",), "skip", "leave this claim for later: next open one, around the end"),
    Key("matrix", ("m",), "open_screen('matrix')", "claims and sources as a table", hint="matrix"),
    Key("independence", ("I",), "open_screen('independence')", "who repeats whom", hint="origins"),
    Key("blocking", ("X",), "open_screen('blocking')", "what stands before sign-off"),
    Key("history", ("H",), "open_screen('history')", "every act, to go to or to undo to", hint=""),
    Key("sources", ("S",), "open_screen('sources')", "the sources and their grades"),
    Key("questions", ("Q",), "open_screen('questions')", "the questions, and the sheet to send"),
    Key("report", ("r",), "open_screen('report')", "the report as it would be printed now"),
    Key("library", ("L",), "open_screen('library')", "the stories: open another one, import one"),
    Key("copy", ("y",), "prefix('COPYING')", "copy to the clipboard: y, then what"),
    Key("zoom.in", ("+",), "zoom(True)", "let the pane fill the screen"),
    Key("zoom.out", ("_",), "zoom(False)", "all panes again"),
    Key("page.down", ("pagedown",), "page(1)", "a page down in the pane"),
    Key("page.up", ("pageup",), "page(-1)", "a page up in the pane"),
    Key("back", ("escape",), "back", "go back; nothing is lost"),
    Key("quit.how", ("ctrl+c",), "how_to_quit", "says how to quit"),
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
    ("sentence", (".",), "sentence", "select the sentence; again: one more"),
    (
        "more.word.right",
        ("W", "ctrl+shift+right"),
        "extend('word', 1)",
        "select a word more",
    ),
    ("more.word.left", ("B", "ctrl+shift+left"), "extend('word', -1)", "select back a word"),
    ("anchor", ("space",), "anchor", "start selecting here, or let the selection go"),
    ("more.char.right", ("shift+right",), "extend('char', 1)", "select a character more"),
    ("more.char.left", ("shift+left",), "extend('char', -1)", "select back a character"),
    ("more.line.down", ("shift+down",), "extend('line', 1)", "select a line more"),
    ("more.line.up", ("shift+up",), "extend('line', -1)", "select back a line"),
    ("more.line.end", ("shift+end",), "extend('end', 1)", "select to the end of the line"),
    ("more.line.start", ("shift+home",), "extend('end', -1)", "select to the start of the line"),
)

_HINTED = {
    "more.char.right": "select more",
    "more.char.left": "select more",
    "word.right": "word",
    "word.left": "word",
    "more.word.right": "select word",
    "more.word.left": "select word",
    "anchor": "select from here",
    "sentence": "select sentence",
}


def _caret_keys(where: Where, prefix: str) -> tuple[Key, ...]:
    """The keys that select and move a caret, the most useful first: short hints end early."""
    return tuple(
        Key(f"{prefix}.{name}", keys, action, words, where, _HINTED.get(name, ""))
        for name, keys, action, words in (*_EXTEND, *_CARET)
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

_ANYWHERE = (
    Key("help", ("?",), "show_help", "this help", Where.ANYWHERE, "help"),
    Key(
        "palette",
        ("ctrl+p",),
        "show_palette",
        "the commands that mean something here, found by their words",
        Where.ANYWHERE,
    ),
    Key("theme", ("ctrl+t",), "next_theme", "the next theme: dark, light …", Where.ANYWHERE),
    Key("quit", ("ctrl+q",), "leave", "quit; all is saved first", Where.ANYWHERE, "quit"),
)


KEYS: tuple[Key, ...] = (
    *_stances(),
    *_REVIEW[:3],
    *_verdicts(),
    *_REVIEW[3:],
    *_said(),
    *_credibility(),
    *_filters(),
    *_EDIT,
    *_ASKING,
    *_COPYING,
    *_MERGING,
    *_SELECT,
    *_LIST,
    *_READER,
    *PAPER_KEYS,
    *SCREEN_KEYS,
    *_ANYWHERE,
)
"""The table."""
