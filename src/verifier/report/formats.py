"""The formats of the report, each with its renderer."""

from collections.abc import Callable, Mapping

from verifier.model.errors import BadInput
from verifier.model.report import Report
from verifier.report.as_html import render_html
from verifier.report.as_json import render_json
from verifier.report.as_markdown import render_markdown

Renderer = Callable[[Report], str]

FORMATS: Mapping[str, Renderer] = {
    "html": render_html,
    "md": render_markdown,
    "json": render_json,
}
"""Every format by the name that `verifier report -f` takes; a new one is a file and a line here."""


def render(report: Report, report_format: str) -> bytes:
    """The report in the format of that name, in UTF-8; raises BadInput where there is none."""
    renderer = FORMATS.get(report_format)
    if renderer is None:
        known = ", ".join(FORMATS)
        raise BadInput(f"There is no report format “{report_format}”. Choose one of: {known}.")
    return renderer(report).encode("utf-8")
