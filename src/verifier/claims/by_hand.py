"""A claim on a span that a person chose: its details are read as those of any other."""

from datetime import date

from verifier.claims.details import checkability_of, facets_of, types_of
from verifier.claims.passages import Line, passages
from verifier.model.claim import Anchor, Attribution, Claim, ClaimLabel
from verifier.model.scales import AttributionMode
from verifier.model.text import Span, select

_PARAGRAPHS_AROUND = 4_000
"""Code points on both sides of the span within which its paragraph is looked for."""


def claim_on(
    text: str,
    span: Span,
    *,
    label: ClaimLabel,
    version: int = 1,
    dateline: date | None = None,
    language: str = "en",
) -> Claim:
    r"""The claim that the words of `span` make, with their numbers, dates, names and quotations.

    It has the narrator for its speaker; whoever adds it knows better or takes that of the claims
    around it. Only the paragraphs around the span are read.

    >>> claim = claim_on("A storm. It hit 12 farms.", Span(9, 25), label=ClaimLabel("C01"))
    >>> claim.standalone, [facet.text for facet in claim.facets]
    ('It hit 12 farms', ['12'])
    """
    lines = _lines_under(text, span)
    facets = tuple(
        facet
        for line in lines
        for facet in facets_of(line, _shared(line, span), dateline=dateline, language=language)
    )
    words = [
        token.lower
        for line in lines
        for token in line.words
        if span.start <= token.start < span.end
    ]
    return Claim(
        label=label,
        anchors=(Anchor(version, select(text, span)),),
        standalone=" ".join(span.of(text).split()).rstrip(".,;:"),
        proposed_by="by hand",
        types=types_of(facets, is_quote=_is_quoted(lines, span), is_identity=False),
        checkability=checkability_of(words, facets, ends=text[span.end - 1 : span.end]),
        attributions=(Attribution("", None, AttributionMode.NONE, "narration"),),
        facets=facets,
    )


def _lines_under(text: str, span: Span) -> tuple[Line, ...]:
    """The sentences that the span touches."""
    start, end = max(0, span.start - _PARAGRAPHS_AROUND), span.end + _PARAGRAPHS_AROUND
    left_out = [Span(0, start), Span(end, len(text))]
    return tuple(
        line
        for passage in passages(text, [item for item in left_out if item.start < item.end])
        for line in passage.lines
        if line.span.overlaps(span)
    )


def _shared(line: Line, span: Span) -> Span:
    """The part of the span that lies in the sentence."""
    return Span(max(line.span.start, span.start), min(line.span.end, span.end))


def _is_quoted(lines: tuple[Line, ...], span: Span) -> bool:
    """Whether the whole span lies in one quotation."""
    return any(
        quote.start <= span.start and span.end <= quote.end
        for line in lines
        for quote in line.quotes
    )
