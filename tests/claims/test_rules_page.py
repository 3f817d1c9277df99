"""The page of the rules is the program's own."""

import runpy
from pathlib import Path

from verifier.claims.attribution import RULES
from verifier.claims.page_lines import LINE_RULES

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_of_the_rules_is_up_to_date() -> None:
    written = runpy.run_path(str(DOCS / "rules.py"))["page"]()
    assert (DOCS / "rules.md").read_text(encoding="utf-8") == written, "run `make docs`"


def test_every_rule_is_on_the_page_with_an_example() -> None:
    page = (DOCS / "rules.md").read_text(encoding="utf-8")
    entries = dict(part.split("\n", 1) for part in page.split("\n### ")[1:])
    for rule in (*RULES, *(rule for rule, _ in LINE_RULES)):
        name = rule.__name__.removeprefix("is_").replace("_", "-")
        assert "\n- " in entries[name]
