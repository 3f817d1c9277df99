"""Text from outside is never read as markup: the ways in which it could be are not used."""

import ast
from pathlib import Path

import pytest

import verifier.tui

ROOM = Path(verifier.tui.__file__).parent
FILES = sorted(ROOM.rglob("*.py"))

READS_MARKUP = {
    "Static",
    "Label",
    "Button",
    "Checkbox",
    "RadioButton",
    "Collapsible",
    "Digits",
    "Link",
    "Log",
    "RichLog",
    "Markdown",
    "OptionList",
    "Option",
    "SelectionList",
    "Tab",
    "Tooltip",
    "notify",
    "from_text",
    "render_str",
}
"""What takes a string as markup unless it is told `markup=False`."""

NEVER = {"border_title", "border_subtitle", "tooltip", "sub_title", "loading_message"}
"""Attributes whose value Textual reads as markup."""


def faults(path: Path) -> list[str]:
    """Where a file could let markup in."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            found += _call(node)
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = [getattr(target, "attr", getattr(target, "id", "")) for target in targets]
            found += [f"{name} = …" for name in names if name.lower() in NEVER]
    return [f"{path.name}: {what}" for what in found]


def _call(node: ast.Call) -> list[str]:
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    if name == "from_markup":
        first = node.args[0] if node.args else None
        is_fixed = isinstance(first, ast.Constant) and isinstance(first.value, str)
        return [] if is_fixed else ["from_markup with words that are not fixed"]
    if name not in READS_MARKUP:
        return []
    is_off = any(
        word.arg == "markup" and isinstance(word.value, ast.Constant) and word.value.value is False
        for word in node.keywords
    )
    return [] if is_off else [f"{name}(…) without markup=False"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_file_lets_markup_in(path: Path) -> None:
    assert faults(path) == []


def test_the_rule_itself_sees_what_it_must_see(tmp_path: Path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text(
        "Static(name)\nself.notify(words)\nContent.from_markup(f'[b]{x}')\n"
        "pane.border_title = name\nStatic(name, markup=False)\nContent.from_markup('$x', x=y)\n"
    )
    assert len(faults(bad)) == 4
