"""The keys of the screens and dialogs that stand over the review: a part of the table of keys."""

from __future__ import annotations

from verifier.model.scales import STANCES, SUBSTANCE_VERDICTS
from verifier.tui.key_entry import Key, Where

_HELP = (
    Key("help.run", ("enter",), "open", "run the command under the cursor", Where.HELP, "run"),
    Key("help.down", ("down",), "row(1)", "next key", Where.HELP, "choose"),
    Key("help.up", ("up",), "row(-1)", "previous key", Where.HELP, "choose"),
    Key("help.page.down", ("pagedown",), "page_of_rows(1)", "a page down", Where.HELP),
    Key("help.page.up", ("pageup",), "page_of_rows(-1)", "a page up", Where.HELP),
    Key("help.first", ("home",), "end_of_rows(False)", "first key", Where.HELP),
    Key("help.last", ("end",), "end_of_rows(True)", "last key", Where.HELP),
    Key(
        "help.back",
        ("escape", "?"),
        "back",
        "take what was typed away, or go back",
        Where.HELP,
        "back",
    ),
)


def rows_keys(where: Where, prefix: str) -> tuple[Key, ...]:
    """The keys that every screen of rows has: moving, filtering, going back."""
    table = (
        ("next", ("j", "down"), "row(1)", "next row", "row"),
        ("previous", ("k", "up"), "row(-1)", "previous row", "row"),
        ("page.down", ("pagedown",), "page_of_rows(1)", "a page down", ""),
        ("page.up", ("pageup",), "page_of_rows(-1)", "a page up", ""),
        ("first", ("g", "home"), "end_of_rows(False)", "first row", ""),
        ("last", ("G", "end"), "end_of_rows(True)", "last row", ""),
        ("scroll.down", ("J", "shift+down"), "scroll(3)", "scroll what is said about it", "scroll"),
        ("scroll.up", ("K", "shift+up"), "scroll(-3)", "scroll it back", "scroll"),
        ("find", ("slash",), "find", "type words to list only the rows that hold them", "find"),
        ("back", ("escape",), "back", "take the filter away, or go back", "back"),
    )
    return tuple(
        Key(f"{prefix}.{name}", keys, action, words, where, hint)
        for name, keys, action, words, hint in table
    )


_OBJECTION = (
    Key(
        "objection.suggested",
        ("enter",),
        "take_suggested",
        "take what is suggested",
        Where.OBJECTION,
        "take it",
    ),
    Key(
        "objection.reason",
        ("r",),
        "give_reason",
        "do it anyway, with a reason that is printed",
        Where.OBJECTION,
        "with a reason",
    ),
    Key(
        "objection.text",
        ("t",),
        "give_text",
        "give the text that is missing",
        Where.OBJECTION,
        "text",
    ),
    *(
        Key(
            f"objection.{digit}",
            (str(digit),),
            f"choose({digit})",
            "choose the one so numbered",
            Where.OBJECTION,
            "choose",
        )
        for digit in range(1, 10)
    ),
    Key(
        "objection.back",
        ("escape",),
        "go_back",
        "leave it; nothing is recorded",
        Where.OBJECTION,
        "leave",
    ),
)

_HISTORY = (
    Key("history.open", ("enter",), "open", "go to the claim it is about", Where.HISTORY, "go to"),
    Key(
        "history.undo",
        ("u",),
        "undo_to_here",
        "undo every act of yours after this one",
        Where.HISTORY,
        "undo to here",
    ),
    Key("history.mine", ("m",), "mine", "only your own acts, or all", Where.HISTORY, "mine"),
    *rows_keys(Where.HISTORY, "history"),
)

_MATRIX_MOVES = (
    Key("matrix.next", ("j", "down"), "row(1)", "next claim", Where.MATRIX, "claim"),
    Key("matrix.previous", ("k", "up"), "row(-1)", "previous claim", Where.MATRIX, "claim"),
    Key("matrix.left", ("h", "left"), "column(-1)", "previous source", Where.MATRIX, "source"),
    Key("matrix.right", ("l", "right"), "column(1)", "next source", Where.MATRIX, "source"),
    Key(
        "matrix.direction",
        ("d",),
        "direction",
        "go on along the row after a mark, or down the column",
        Where.MATRIX,
        "direction",
    ),
    Key("matrix.open.next", ("J",), "next_open(1)", "next open claim", Where.MATRIX, "open"),
    Key("matrix.open.last", ("K",), "next_open(-1)", "previous open claim", Where.MATRIX, "open"),
    Key("matrix.page.down", ("pagedown",), "page_of_rows(1)", "a page down", Where.MATRIX),
    Key("matrix.page.up", ("pageup",), "page_of_rows(-1)", "a page up", Where.MATRIX),
    Key("matrix.page.right", ("}",), "page_of_columns(1)", "a page of sources on", Where.MATRIX),
    Key("matrix.page.left", ("{",), "page_of_columns(-1)", "a page of sources back", Where.MATRIX),
    Key("matrix.first", ("g",), "end_of_rows(False)", "first claim", Where.MATRIX),
    Key("matrix.last", ("G",), "end_of_rows(True)", "last claim", Where.MATRIX),
    Key("matrix.column.first", ("home",), "end_of_columns(False)", "first source", Where.MATRIX),
    Key("matrix.column.last", ("end",), "end_of_columns(True)", "last source", Where.MATRIX),
    Key(
        "matrix.find",
        ("slash",),
        "find",
        "type words to list only the claims that hold them",
        Where.MATRIX,
        "find",
    ),
    Key(
        "matrix.back",
        ("escape",),
        "back",
        "back to the review, on this claim",
        Where.MATRIX,
        "back",
    ),
)


def _matrix() -> tuple[Key, ...]:
    """The keys of the matrix: those of the review that mark and judge, on the cell in the table."""
    stances = tuple(
        Key(
            f"matrix.stance.{code.value}",
            (meaning.key,),
            f"stance('{code.value}')",
            f"{code.value}, and on to the next cell",
            Where.MATRIX,
            "stance",
        )
        for code, meaning in STANCES.items()
    )
    verdicts = tuple(
        Key(
            f"matrix.verdict.{code.value}",
            (meaning.key,),
            f"verdict('{code.value}')",
            f"{meaning.sign} {code.value}",
            Where.MATRIX,
            "verdict",
        )
        for code, meaning in sorted(SUBSTANCE_VERDICTS.items(), key=lambda item: item[1].key)
    )
    marks = (
        Key("matrix.accept", ("enter",), "accept", "accept the proposal", Where.MATRIX, "accept"),
        Key(
            "matrix.all",
            ("A",),
            "accept_all",
            "accept the claim's proposals",
            Where.MATRIX,
            "accept",
        ),
        Key("matrix.clear", ("backspace",), "clear", "clear the cell", Where.MATRIX, "stance"),
    )
    undoing = (
        Key("matrix.undo", ("u", "ctrl+z"), "undo", "undo your last act", Where.MATRIX, "undo"),
        Key("matrix.redo", ("U", "ctrl+y"), "redo", "redo what was undone", Where.MATRIX, "undo"),
    )
    return (*stances, *marks, *verdicts, *undoing, *_MATRIX_MOVES)


_INDEPENDENCE = (
    Key("edge.confirm", ("c",), "confirm", "it does repeat it", Where.INDEPENDENCE, "confirm"),
    Key(
        "edge.reject",
        ("x",),
        "reject",
        "it does not repeat it; with a reason that is printed",
        Where.INDEPENDENCE,
        "reject",
    ),
    Key("edge.add", ("a",), "add", "add who repeats whom", Where.INDEPENDENCE, "add"),
    Key(
        "edge.open",
        ("enter",),
        "open",
        "go to the words it was read from",
        Where.INDEPENDENCE,
        "words",
    ),
    Key("edge.undo", ("u", "ctrl+z"), "undo", "undo your last act", Where.INDEPENDENCE, "undo"),
    Key("edge.redo", ("U", "ctrl+y"), "redo", "redo what was undone", Where.INDEPENDENCE, "undo"),
    *rows_keys(Where.INDEPENDENCE, "edge"),
)

_BLOCKING = (
    Key("blocking.open", ("enter",), "open", "go to the claim", Where.BLOCKING, "go to"),
    *rows_keys(Where.BLOCKING, "blocking"),
)

_LIBRARY = (
    Key("library.open", ("enter",), "open", "open the story", Where.LIBRARY, "open"),
    Key(
        "library.import",
        ("i",),
        "import_story",
        "read a story from a file or an address",
        Where.LIBRARY,
        "import",
    ),
    Key(
        "library.sample",
        ("d",),
        "sample",
        "the sample story; from there, back to your own",
        Where.LIBRARY,
        "sample story",
    ),
    *rows_keys(Where.LIBRARY, "library"),
)

SCREEN_KEYS: tuple[Key, ...] = (
    *_OBJECTION,
    *_matrix(),
    *_INDEPENDENCE,
    *_BLOCKING,
    *_HISTORY,
    *_LIBRARY,
    *_HELP,
)
"""The keys of all screens that stand over the review."""
