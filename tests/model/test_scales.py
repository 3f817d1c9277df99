"""The scales: every value can be typed, drawn and explained."""

import runpy
from pathlib import Path

import pytest

from verifier.language.cells import cell_width
from verifier.model.scales import (
    ATTRIBUTION_VERDICTS,
    FURNITURE,
    STANCES,
    SUBSTANCE_VERDICTS,
    AttributionVerdict,
    Exclusion,
    Meaning,
    StanceCode,
    SubstanceVerdict,
)

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("scale", [STANCES, SUBSTANCE_VERDICTS, ATTRIBUTION_VERDICTS])
def test_no_two_values_share_a_key_or_a_sign(scale: dict[object, Meaning]) -> None:
    assert len({meaning.key for meaning in scale.values()}) == len(scale)
    assert len({meaning.sign for meaning in scale.values()}) == len(scale)
    assert all(cell_width(meaning.sign) == 1 for meaning in scale.values())


def test_every_value_has_a_meaning() -> None:
    assert all(code.meaning for code in StanceCode)
    assert all(code.meaning for code in AttributionVerdict)
    assert [code.digit for code in SubstanceVerdict] == list(range(9))


def test_the_reasons_of_the_body_are_the_closed_list() -> None:
    body = set(Exclusion) - FURNITURE
    assert body == {
        Exclusion.QUESTION, Exclusion.TRANSITION, Exclusion.SCENE_SETTING, Exclusion.OPINION,
    }  # fmt: skip


def test_the_page_of_the_scales_is_up_to_date() -> None:
    written = runpy.run_path(str(DOCS / "scales.py"))["page"]()
    assert (DOCS / "scales.md").read_text(encoding="utf-8") == written
