"""The keys of the screens on papers: evidence, sources, questions, the report."""

from __future__ import annotations

from verifier.model.scales import STANCES, SUBSTANCE_VERDICTS, StanceCode
from verifier.tui.key_entry import Key, Where
from verifier.tui.screen_keys import rows_keys


def _search_stances() -> tuple[Key, ...]:
    return tuple(
        Key(
            f"search.stance.{code.value}",
            (meaning.key,),
            f"stance('{code.value}')",
            f"{code.value}, with the search on record"
            if code is StanceCode.SILENT
            else f"{code.value}, citing the passage",
            Where.SEARCH,
            "stance, citing it",
        )
        for code, meaning in STANCES.items()
    )


def _search_verdicts() -> tuple[Key, ...]:
    return tuple(
        Key(
            f"search.verdict.{code.value}",
            (meaning.key,),
            f"verdict('{code.value}')",
            f"{meaning.sign} {code.value}, and on to the next open claim",
            Where.SEARCH,
            "verdict",
        )
        for code, meaning in sorted(SUBSTANCE_VERDICTS.items(), key=lambda item: item[1].key)
    )


def _search(*table: tuple[str, tuple[str, ...], str, str, str]) -> tuple[Key, ...]:
    return tuple(
        Key(f"search.{name}", keys, action, words, Where.SEARCH, hint)
        for name, keys, action, words, hint in table
    )


_SEARCH = (
    *_search_stances(),
    *_search(
        ("cite", ("enter", "c"), "cite", "cite it under the stance its source has", "cite"),
        ("open", ("o", "right"), "open", "read the document, at the passage", "read"),
        ("nothing", ("N",), "nothing", "record: searched, nothing sufficient", "nothing found"),
        ("translate", ("t",), "translate", "type a translation; it is cited with it", "translate"),
        (
            "only",
            ("f",),
            "only_source",
            "only the source's documents, or all",
            "one source",
        ),
        ("source.previous", ("h",), "source(-1)", "previous source of the claim", "source"),
        ("source.next", ("l",), "source(1)", "next source of the claim", "source"),
        ("claim.previous", ("[",), "claim(-1)", "the claim before, in the story", "claim"),
        ("claim.next", ("]",), "claim(1)", "the claim after, in the story", "claim"),
        ("undo", ("u", "ctrl+z"), "undo", "undo your last act", "undo"),
        ("redo", ("U", "ctrl+y"), "redo", "redo what was undone", ""),
    ),
    *_search_verdicts(),
    *rows_keys(Where.SEARCH, "search"),
)

PAPER_KEYS: tuple[Key, ...] = (*_SEARCH,)
"""The keys of all these screens."""
