"""Write docs/rules.md from the docstrings of the rules in the program: `make docs`."""

import ast
import doctest
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType

from verifier.claims import (
    details,
    identities,
    insertions,
    page_lines,
    pieces,
    rules,
    weights,
)
from verifier.claims.passages import Line

PAGE = Path(__file__).with_name("rules.md")

HEAD = """\
# What the program looks for

This page is written from the rules in `src/verifier/claims/` by `make docs`. Each rule has the name
that `verifier show STORY CLAIM --explain` prints behind a claim, what it looks for, an example, and
a sentence that looks alike and is not taken. The examples are run by the tests.

The rules know English. In any other language sentences, quotes, numbers and dates are read, and
speakers are added by hand. A proposal is only a proposal: nothing counts until a person acts on it.
"""

Rule = Callable[..., object]


@dataclass(frozen=True)
class Example:
    """A sentence and what a rule reads from it, in words; None where it reads nothing."""

    sentence: str
    reads: str | None


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join(
        [
            HEAD,
            _group(
                "Who says it: rules of attribution",
                "Each finds the speaker, the words that show it (the cue), and what is said.",
                [rule for module in _modules(rules) for rule in _rules_in(module, "Report")],
            ),
            _group(
                "What is claimed: rules that find several statements in one sentence",
                "The whole sentence is a claim; each of these finds one more in it.",
                [
                    *_rules_in(pieces, "int"),
                    *_rules_in(insertions, "Stretch"),
                    *_rules_in(identities, "Stretch"),
                ],
            ),
            _group(
                "What can be checked, and how much stands on it",
                "These grade a claim that was found.",
                [details.checkability_of, weights.weight_of, weights.restated_by],
            ),
            _group(
                "What is no claim: page furniture",
                "Each looks at one line of the page. Besides, short lines without a verb before "
                "the headline, lines that are no sentences after the last one, four of them in a "
                "row, and headlines that each stand above a teaser are furniture.",
                [rule for rule, _ in page_lines.LINE_RULES],
            ),
        ]
    )


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in sorted(pkgutil.iter_modules(package.__path__), key=lambda each: each.name):
        yield import_module(f"{package.__name__}.{found.name}")


def _rules_in(module: ModuleType, gives: str) -> list[Rule]:
    """The public functions of a module that give `gives` or None and show an example."""
    found = [
        value
        for name, value in vars(module).items()
        if inspect.isfunction(value)
        and value.__module__ == module.__name__
        and not name.startswith("_")
        and ">>>" in (value.__doc__ or "")
        and _result(value).startswith(f"{gives} | None")
    ]
    return sorted(found, key=lambda rule: rule.__code__.co_firstlineno)


def _result(rule: Callable[..., object]) -> str:
    given = inspect.signature(rule).return_annotation
    if isinstance(given, str):
        return given
    parts = getattr(given, "__args__", (given,))
    return " | ".join("None" if p is type(None) else _name(p) for p in parts)


def _name(part: object) -> str:
    return "Stretch" if part == insertions.Stretch else getattr(part, "__name__", str(part))


def _group(title: str, says: str, found: list[Rule]) -> str:
    return "\n".join([f"## {title}\n", f"{says}\n", *(_entry(rule) for rule in found)])


def _entry(rule: Rule) -> str:
    """One rule: its name, what it looks for, an example and a counter-example."""
    name = getattr(rule, "__name__", "").removeprefix("is_").replace("_", "-")
    lines = [f"### {name}\n", _says(rule) + "\n"]
    for example in _examples(rule):
        if example.reads is None:
            lines.append(f"- not: {_shown(example.sentence)}")
        else:
            lines.append(
                f"- {_shown(example.sentence)}" + (f" → {example.reads}" * bool(example.reads))
            )
    return "\n".join([*lines, ""]) if len(lines) > 2 else "\n".join(lines)


def _shown(sentence: str) -> str:
    """A sentence in a Markdown list; one without letters is set as code, or it would be a rule."""
    return sentence if any(letter.isalnum() for letter in sentence) else f"`{sentence}`"


def _says(rule: Rule) -> str:
    """The docstring without its examples, as one paragraph a paragraph."""
    words = inspect.getdoc(rule) or ""
    paragraphs = words.split(">>>")[0].strip().split("\n\n")
    return "\n\n".join(" ".join(each.split()) for each in paragraphs)


def _examples(rule: Rule) -> list[Example]:
    """What the docstring's examples show, each sentence once."""
    module = inspect.getmodule(rule)
    names: dict[str, object] = dict(vars(module)) if module else {}
    sentence = ""
    found: dict[str, Example] = {}
    for each in doctest.DocTestParser().get_examples(inspect.getdoc(rule) or ""):
        tree = ast.parse(each.source)
        sentence = _sentence(tree) or sentence
        statement = tree.body[-1]
        if not isinstance(statement, ast.Expr):
            exec(compile(tree, "docstring", "exec"), names)
            continue
        for part in _parts(statement.value):
            given = eval(compile(ast.Expression(part), "docstring", "eval"), names)
            about = _sentence(part) or sentence
            found.setdefault(about, Example(about, _reads(given, names.get("line"))))
    return list(found.values())


def _parts(shown: ast.expr) -> list[ast.expr]:
    """The calls that one example makes: several are written side by side."""
    return list(shown.elts) if isinstance(shown, ast.Tuple) else [shown]


def _sentence(tree: ast.AST) -> str:
    """The longest text in an example: the sentence that it is about."""
    texts = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    return max(texts, key=len, default="").replace("\n", " ").strip()


def _reads(given: object, line: object) -> str | None:
    """What a rule gave, in words; `line` is the sentence that places are places of."""
    if given is None or given is False or given == []:
        return None
    if isinstance(given, list):
        return "; ".join(_reads(item, line) or "" for item in given)
    if given is True or not isinstance(given, int | tuple | str):
        return ""
    if isinstance(given, str):
        return given
    if isinstance(given, int):
        return f"“{_words(line, given, None)}”"
    if all(isinstance(item, int) for item in given):
        return f"“{_words(line, *given)}”"
    source, cue, content = given
    return f"speaker: {source or 'nobody named'} · cue: {cue} · said: {content}"


def _words(line: object, first: int, last: int | None) -> str:
    assert isinstance(line, Line)
    return line.part(first, len(line.words) if last is None else last).of(line.text)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
