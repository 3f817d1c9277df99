"""Colours can be read, and nothing is in a colour alone."""

import pytest
from rich.color import Color

from verifier.model.scales import AttributionVerdict, StanceCode, SubstanceVerdict
from verifier.tui.palette import SIGNS, STYLES, style_named

READABLE = 4.5
"""The contrast that WCAG 2 asks of text at level AA."""

LOOKS = [*STYLES, *SIGNS, *(f"current {name}" for name in SIGNS), *(f"title {n}" for n in SIGNS)]


@pytest.mark.parametrize("name", LOOKS)
def test_every_look_can_be_read_on_its_ground(name: str) -> None:
    style = style_named(name)
    assert style.color is not None
    assert style.bgcolor is not None
    light, dark = sorted((luminance(style.color), luminance(style.bgcolor)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= READABLE


def luminance(color: Color) -> float:
    """The relative luminance of a colour, as WCAG 2 defines it."""
    channels = [value / 255 for value in color.get_truecolor()]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scale", [SubstanceVerdict, AttributionVerdict, StanceCode])
def test_every_value_of_a_scale_has_a_look(
    scale: type[SubstanceVerdict | AttributionVerdict | StanceCode],
) -> None:
    assert {code.value for code in scale} <= set(SIGNS)


def test_every_value_of_a_scale_has_a_sign_of_its_own() -> None:
    for scale in (SubstanceVerdict, AttributionVerdict, StanceCode):
        signs = [code.meaning.sign for code in scale]
        assert len(set(signs)) == len(signs)
