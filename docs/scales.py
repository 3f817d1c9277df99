"""Write docs/scales.md from the scales in the program: `make docs`."""

from enum import StrEnum
from pathlib import Path

from verifier.model import scales

PAGE = Path(__file__).with_name("scales.md")

HEAD = """\
# The words of the scales

This page is written from `src/verifier/model/scales.py` by `make docs`. The words are those of
commands, of `--json` and of reports.
"""

KEYED = (
    ("Stance: what one source does with one claim", scales.STANCES),
    ("Verdict on substance: is it so?", scales.SUBSTANCE_VERDICTS),
    ("Verdict on attribution: was it said? (after `v`)", scales.ATTRIBUTION_VERDICTS),
)

PLAIN: tuple[tuple[str, type[StrEnum]], ...] = (
    ("Aspect", scales.Aspect),
    ("Confidence", scales.Confidence),
    ("Basis of a stance", scales.Basis),
    ("Type of a claim", scales.ClaimType),
    ("Checkability of a claim", scales.Checkability),
    ("Weight of a claim", scales.Weight),
    ("Mode of an attribution", scales.AttributionMode),
    ("Force of an attribution", scales.Force),
    ("Type of a facet", scales.FacetType),
    ("Words of a claim beside those of a passage", scales.Fidelity),
    ("Step of a word diff", scales.DiffKind),
    ("Kind of a source", scales.SourceKind),
    ("Reliability of a source", scales.Reliability),
    ("Record of an evidence item", scales.RecordKind),
    ("Medium of an evidence item", scales.Medium),
    ("Capture of an evidence item", scales.CaptureState),
    ("Reason of an excluded range", scales.Exclusion),
)


def page() -> str:
    """The whole page as Markdown."""
    parts = [HEAD]
    for title, meanings in KEYED:
        rows = [
            f"| `{meaning.key}` | {meaning.sign} | {code.value} | {meaning.definition} |"
            for code, meaning in meanings.items()
        ]
        parts.append(
            "\n".join(
                [f"## {title}\n", "| key | sign | word | means |", "|---|---|---|---|", *rows]
            )
            + "\n"
        )
    rows = [
        f"| {meaning.sign} | {code.value} | {meaning.definition} |"
        for code, meaning in scales.COMPARISON_RESULTS.items()
    ]
    title = "## A detail of a claim beside a passage (computed; never a verdict)\n"
    parts.append("\n".join([title, "| sign | word | means |", "|---|---|---|", *rows]) + "\n")
    for title, words in PLAIN:
        parts.append(f"## {title}\n\n" + ", ".join(f"`{word.value}`" for word in words) + "\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
