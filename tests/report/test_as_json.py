"""The JSON report and the readable JSON of the appendix."""

import json

from hostile_report import ALL, hostile, report_of
from hypothesis import given
from hypothesis import strategies as st
from sample_report import checked

from verifier.language.display import flagged
from verifier.model.event import Json
from verifier.report.as_json import readable_json, render_json

values: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(values)
def test_readable_json_is_the_same_value_without_a_harmful_code_point(value: Json) -> None:
    shown = readable_json(value)
    assert json.loads(shown) == value
    assert flagged(shown) == ()


def test_the_attack_comes_back_from_the_json_unchanged() -> None:
    printed = json.loads(render_json(report_of(hostile())))
    assert printed["title"]["story"]["title"] == ALL


def test_the_json_names_its_form_and_carries_its_digest() -> None:
    report = report_of(checked())
    printed = json.loads(render_json(report))
    assert printed["format"] == "verifier report 1"
    assert printed["digest"] == report.digest
    assert render_json(report).endswith("}\n")
