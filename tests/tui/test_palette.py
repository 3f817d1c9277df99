"""Colours can be read in every theme, and nothing is in a colour alone."""

from collections.abc import Iterator

import pytest
from review_at_hand import Review, pane_words, review
from rich.color import Color
from rich.style import Style

from verifier.model.scales import AttributionVerdict, StanceCode, SubstanceVerdict
from verifier.settings.screen_file import screen_file
from verifier.tui import palette
from verifier.tui.app import ReviewApp
from verifier.tui.palette import NO_COLOUR, SIGNS, STYLES, THEMES, USUAL, style_named, style_words
from verifier.tui.widgets.dialogs import AskText

READABLE = 4.5
"""The contrast that WCAG 2 asks of text at level AA."""

ENHANCED = 7.0
"""The contrast that it asks at level AAA."""

LOOKS = [*STYLES, *SIGNS, *(f"current {name}" for name in SIGNS), *(f"title {n}" for n in SIGNS)]


@pytest.fixture(autouse=True)
def usual_theme() -> Iterator[None]:
    """Let no test leave its theme to the next one."""
    yield
    palette.use(USUAL)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", LOOKS)
def test_every_look_can_be_read_on_its_ground(name: str, theme: str) -> None:
    assert contrast(Style.parse(style_words(name, theme))) >= READABLE


@pytest.mark.parametrize("name", LOOKS)
def test_the_theme_of_high_contrast_has_it(name: str) -> None:
    assert contrast(Style.parse(style_words(name, "high-contrast"))) >= ENHANCED


def contrast(style: Style) -> float:
    """The contrast of a style's colour on its ground."""
    assert style.color is not None
    assert style.bgcolor is not None
    light, dark = sorted((luminance(style.color), luminance(style.bgcolor)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: Color) -> float:
    """The relative luminance of a colour, as WCAG 2 defines it."""
    channels = [value / 255 for value in color.get_truecolor()]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", LOOKS)
def test_without_colours_a_look_has_weights_only(name: str) -> None:
    style = Style.parse(style_words(name, NO_COLOUR))
    assert style.color is None
    assert style.bgcolor is None


@pytest.mark.parametrize("name", ["cursor", "caret", "unsaved", "title-focus"])
def test_without_colours_what_stands_out_is_reversed(name: str) -> None:
    assert Style.parse(style_words(name, NO_COLOUR)).reverse


def test_another_theme_paints_the_same_names_otherwise() -> None:
    before = style_named("text")
    palette.use("light")
    assert style_named("text") != before
    assert palette.theme_in_force() == "light"


@pytest.mark.parametrize("scale", [SubstanceVerdict, AttributionVerdict, StanceCode])
def test_every_value_of_a_scale_has_a_look(
    scale: type[SubstanceVerdict | AttributionVerdict | StanceCode],
) -> None:
    assert {code.value for code in scale} <= set(SIGNS)


def test_every_value_of_a_scale_has_a_sign_of_its_own() -> None:
    for scale in (SubstanceVerdict, AttributionVerdict, StanceCode):
        signs = [code.meaning.sign for code in scale]
        assert len(set(signs)) == len(signs)


@pytest.mark.usefixtures("flood")
async def test_a_key_changes_the_theme_of_everything_and_says_how_to_keep_it() -> None:
    async with review((200, 60)) as desk:
        for name in ("light", "high-contrast", "dark"):
            await desk.press("ctrl+t")
            assert f"Theme: {name}" in desk.message
            assert str(screen_file()) in desk.message.replace("\n", "")
            ground = Color.parse(THEMES[name].ground).get_truecolor()
            for pane in (desk.screen.story, desk.screen.detail):
                strip = pane.render_line(pane.size.height - 1)
                (segment, *_) = strip
                assert segment.style is not None
                assert segment.style.bgcolor is not None
                assert segment.style.bgcolor.get_truecolor() == ground
            background = desk.screen.styles.background
            assert (background.r, background.g, background.b) == tuple(ground)


@pytest.mark.usefixtures("flood")
async def test_a_theme_chosen_before_the_start_holds_for_dialogs_too() -> None:
    app = ReviewApp(None, None, None)
    app.use_theme("high-contrast")
    async with app.run_test(size=(120, 40)) as pilot:
        desk = Review(app, pilot)
        await desk.opened()
        await desk.press("n")
        await desk.until(lambda: isinstance(app.screen, AskText))
        ground = app.screen.query_one("#text").styles.background
        assert ground.hex.lower() == THEMES["high-contrast"].panel
        app.review.leave(at_once=True)
        await desk.until(lambda: app.return_code is not None)


@pytest.mark.usefixtures("flood")
async def test_a_theme_key_in_the_evidence_keeps_the_place() -> None:
    async with review() as desk:
        await desk.press("tab", "ctrl+t", "j")
        assert desk.screen.focus_on.value == "Claims"
        assert desk.current == desk.screen.cursor.shown[1]
        assert "2/" in pane_words(desk.screen.claims)
