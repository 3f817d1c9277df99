"""Take the pictures of the documentation from the program itself: `make pictures`.

The screen runs without a terminal on a demonstration database of its own; Textual writes the SVG.
"""

import asyncio
import os
import re
import tempfile
from pathlib import Path

from verifier.desk.demo import prepare_demo
from verifier.tui.app import ReviewApp

HERE = Path(__file__).parent
SIZE = (120, 40)
REVIEWER = "anna"
CLAIM_WITH_EVIDENCE = "at least 30"


async def take_review(location: str) -> str:
    """The review at the claim whose evidence is cited, as SVG."""
    app = ReviewApp(location, REVIEWER, None)
    async with app.run_test(size=SIZE) as pilot:
        while not app.review.is_open:
            await pilot.pause(0.05)
        board = app.review.board
        wanted = next(
            claim.label
            for claim in board.story.state.claims.values()
            if CLAIM_WITH_EVIDENCE in claim.standalone.lower()
        )
        while app.review.cursor.current != wanted:
            await pilot.press("j")
        await pilot.pause(0.2)
        return app.export_screenshot(title="verifier")


def offline(svg: str) -> str:
    """The picture without the fonts that it would fetch: the reader's own monospace will do."""
    return re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)


def main() -> None:
    """Write the pictures beside this file."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["VERIFIER_HOME"] = home
        location = prepare_demo(REVIEWER)
        svg = asyncio.run(take_review(location))
    (HERE / "review.svg").write_text(offline(svg), encoding="utf-8")


if __name__ == "__main__":
    main()
