"""Canonical JSON: one value, one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.model.event import Json
from verifier.model.scales import AttributionVerdict, SubstanceVerdict
from verifier.model.text import Selector, Span, select
from verifier.record.canonical import canonical, digest
from verifier.record.codec import from_json, to_json

values: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.dictionaries(st.text(), values))
def test_the_order_of_keys_does_not_matter(value: dict[str, Json]) -> None:
    backwards = dict(reversed(list(value.items())))
    assert canonical(value) == canonical(backwards)


def test_a_float_is_refused_at_any_depth() -> None:
    with pytest.raises(TypeError, match="decimal string"):
        canonical({"a": [{"b": 0.5}]})  # type: ignore[dict-item]  # what the test is about


def test_a_digest_is_that_of_sha256() -> None:
    assert digest(b"abc").startswith("ba7816bf")


@given(st.text(min_size=1), st.data())
def test_a_selector_survives_its_json_form(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    selector = select(text, Span(start, end))
    assert from_json(Selector, to_json(selector)) == selector
    assert text[start:end] == selector.exact


def test_no_two_verdicts_share_a_word_across_the_two_scales() -> None:
    words = [*SubstanceVerdict, *AttributionVerdict]
    assert len({str(word) for word in words}) == len(words)
