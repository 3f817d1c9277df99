"""A story and the versions of its text."""

from dataclasses import dataclass
from datetime import date
from typing import NewType

from verifier.model.text import Digest, ExcludedRange, Span

Slug = NewType("Slug", str)
"""A short name in lower case, words joined by hyphens; of a story or of a source."""


@dataclass(frozen=True)
class Story:
    """A news story under check. `dateline` anchors its relative dates; None leaves years open."""

    slug: Slug
    title: str
    outlet: str | None = None
    byline: str | None = None
    language: str = "en"
    dateline: date | None = None
    url: str | None = None


@dataclass(frozen=True)
class StoryVersion:
    """One text of a story: `sha256` is that of the text in UTF-8, `original` of the bytes read.

    `n` counts from 1. `sentences` are the spans of the body's sentences and headings that were
    looked through for claims; `excluded` are furniture and body sentences without a claim, each
    with the reason. `chars` counts code points. `archive_sha256` is that of the archive file (WARC)
    of a story that was captured from its address.
    """

    n: int
    sha256: Digest
    original: Digest
    chars: int
    engine: str
    encoding: str = "utf-8"
    sentences: tuple[Span, ...] = ()
    excluded: tuple[ExcludedRange, ...] = ()
    archive_sha256: Digest | None = None
