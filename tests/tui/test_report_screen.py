"""The report as it would be printed now, and writing it to a file."""

import json
from pathlib import Path

import pytest
from review_at_hand import Review, pane_words, review

from verifier.tui.paint import plain
from verifier.tui.screens.report import ReportScreen, markdown_lines, parts_of

pytestmark = pytest.mark.usefixtures("flood")


async def opened(desk: Review) -> ReportScreen:
    await desk.press("r")
    await desk.until(lambda: isinstance(desk.app.screen, ReportScreen))
    screen = desk.app.screen
    assert isinstance(screen, ReportScreen)
    await desk.until(lambda: screen.parts)
    await desk.pilot.pause()
    return screen


async def written(desk: Review, screen: ReportScreen, path: Path) -> str:
    """Write the report to a path; what is said then."""
    await desk.press("w", "ctrl+a", "backspace")
    await desk.type(str(path))
    await desk.press("enter")
    await desk.until(lambda: screen.hints.message)
    return screen.hints.message


async def test_the_parts_of_the_report_stand_beside_its_headings() -> None:
    async with review() as desk:
        screen = await opened(desk)
        assert "1 Bottom line" in pane_words(screen.rows)
        await desk.press("slash", *"ledger", "enter")
        assert "Claim ledger" in pane_words(screen.rows)


async def test_the_filter_looks_in_the_whole_report() -> None:
    async with review() as desk:
        screen = await opened(desk)
        await desk.press("slash", *"admiralty", "enter")
        assert 0 < len(screen.shown) < len(screen.parts)


async def test_it_is_put_together_anew_after_an_act() -> None:
    async with review() as desk:
        label = desk.current
        await desk.press("2")
        screen = await opened(desk)
        assert any(part.heading.startswith(f"{label} + supported") for part in screen.parts)


@pytest.mark.parametrize("ending", ["html", "md", "json"])
async def test_w_writes_the_report_in_the_format_of_the_ending(ending: str, tmp_path: Path) -> None:
    async with review() as desk:
        screen = await opened(desk)
        path = tmp_path / f"report.{ending}"
        assert "Wrote" in await written(desk, screen, path)
        data = path.read_text(encoding="utf-8")
        assert "Flood in Lowmarsh" in data
        if ending == "json":
            json.loads(data)


async def test_an_unknown_ending_or_a_missing_folder_is_told_and_the_path_kept(
    tmp_path: Path,
) -> None:
    async with review() as desk:
        screen = await opened(desk)
        assert "No report is written as .exe" in await written(desk, screen, tmp_path / "r.exe")
        said = await written(desk, screen, tmp_path / "none" / "r.html")
        assert "could not be written" in said
        assert "is a folder" in await written(desk, screen, tmp_path)
        await desk.press("w", *["backspace"], "slash", *"r.md", "enter")
        assert not list(tmp_path.glob("*.exe"))


async def test_a_file_that_is_there_is_replaced_and_that_is_said(tmp_path: Path) -> None:
    async with review() as desk:
        screen = await opened(desk)
        path = tmp_path / "report.md"
        path.write_text("old")
        assert "Replaced report.md" in await written(desk, screen, path)
        assert path.read_text().startswith("# Verification report")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_headings_text_and_keys_are_there_at_every_size(size: tuple[int, int]) -> None:
    async with review(size) as desk:
        screen = await opened(desk)
        await desk.press("j")
        assert "Bottom line" in pane_words(screen.rows)
        assert "Bottom line" in pane_words(screen.detail_pane)
        assert "write it" in pane_words(screen.hints)


def test_a_heading_within_a_block_of_code_is_none() -> None:
    parts = parts_of("# Report\n\n```\n# not a heading\n```\n\n## 1 End\n")
    assert [part.heading for part in parts] == ["Report", "1 End"]


def test_marks_are_shown_as_they_would_be_read() -> None:
    (line,) = markdown_lines(r"- **Outlet**: C03 \~ misstated", 60)
    assert plain(line) == " • Outlet: C03 ~ misstated"
    quoted = markdown_lines("> " + "word " * 20, 40)
    assert all(plain(line).startswith(" ▏ ") for line in quoted)


def test_hostile_characters_of_a_report_are_made_visible() -> None:
    (part,) = parts_of("bad \x1b[2J words\n")
    assert part.lines == ("bad ␛[2J words",)
