"""The report as one HTML page: no script, nothing from the network, every string made harmless."""

import re
from functools import cache
from typing import TYPE_CHECKING

from verifier.language.display import display
from verifier.model.report import Report
from verifier.model.scales import SubstanceVerdict
from verifier.report import wording
from verifier.report.as_json import readable_json
from verifier.report.graph import draw
from verifier.report.links import safe_link
from verifier.report.register import evidence_languages

if TYPE_CHECKING:
    from jinja2 import Environment

CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""What the page allows its reader's browser to do: use its own styles, and nothing else."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}")


def render_html(report: Report) -> str:
    """The whole report as one HTML page."""
    return (
        _environment()
        .get_template("report.html")
        .render(
            report=report,
            policy=CONTENT_POLICY,
            appendix=readable_json(dict(report.appendix)),
            languages=evidence_languages(report.register),
        )
    )


def anchor(name: str) -> str:
    """`name` as it may stand in an identifier of the page; different names stay different.

    >>> anchor("C15"), anchor('C"1')
    ('C15', 'C-22-1')
    """
    return re.sub(r"[^A-Za-z0-9]", lambda found: f"-{ord(found.group()):x}-", name)


def language_tag(language: str) -> str:
    """`language` where it is well-formed, else "" (unknown).

    >>> language_tag("uk"), language_tag('x" onload="')
    ('uk', '')
    """
    return language if _LANGUAGE.fullmatch(language) else ""


@cache
def _environment() -> "Environment":
    """The page's templates. Jinja is imported on first use: other formats do without it."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    def harmless(value: object) -> object:
        """The last step before escaping: every string of the report goes through `display`."""
        if isinstance(value, Markup):
            return value
        if value is None:
            raise TypeError("a value is missing in a template of the report")
        return display(str(value))

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=PackageLoader("verifier.report", "templates"),
    )
    environment.filters |= {
        "anchor": anchor,
        "language": language_tag,
        "link": safe_link,
        "time": wording.shown_time,
        "word": wording.shown_word,
    }
    environment.globals |= {
        "draw": draw,
        "wording": wording,
        "unchecked": SubstanceVerdict.UNCHECKED,
    }
    return environment
