"""A story in which every field that a stranger can write holds an attack."""

from dataclasses import replace

from sample_report import BLOGGERS, DIU, Desk, evidence_item, imported, passage

from verifier.model.claim import Attribution, ClaimLabel
from verifier.model.event import EventKind, Subject, SubjectKind
from verifier.model.report import Report
from verifier.model.scales import (
    AttributionMode,
    AttributionVerdict,
    Confidence,
    StanceCode,
    SubstanceVerdict,
    Weight,
)
from verifier.record.fold import STORY_KEY
from verifier.report import assemble

ESCAPES = "\x1b[2J\x1b]52;c;aGk=\x07\x9b31m\x1bc\x1b[6n\x90q\x1b\\"
MARKUP = "[red]x[/] [@click=app.quit]y[/] [link=http://a]z[/link]"
DIRECTION = "invoice\u202egnp.exe\u2066\u200f\u061c"
INVISIBLE = "Za\u200bra\u00adgo\ufeff\U000e0041\U000e0042 \u2060x"
HTML = (
    "<script>alert(1)</script><img src=http://127.0.0.1:9/x onerror=alert(1)>"
    "</style></title></pre></textarea>\"' onmouseover='alert(1)'<svg onload=alert(1)>&lt;b&gt;"
    "<!-- <![CDATA[ {{ 7*7 }} {% raw %}"
)
MARKDOWN = (
    "[click](javascript:alert(1)) ![i](http://a/x.png) <img src=x> | a | b |\n---|---\n"
    "# head\n\n```\ncode\n- item\n1. one\n> quote\n    indented\n[ref]: http://a\n"
    "http://evil.example www.evil.example a@b.example <http://a> `tick` **b** __u__ ~~s~~ &amp; \\"
)

ATTACKS = (ESCAPES, MARKUP, DIRECTION, INVISIBLE, HTML, MARKDOWN)
ALL = " ".join(ATTACKS)


def hostile(attack: str = ALL) -> Desk:
    """The sample story, with `attack` in every text field and address."""
    text = f"By {attack}\nThe DIU said {attack} happened. Really {attack}?\n"
    desk = Desk(text)
    desk.state = imported().state
    desk.events = list(imported().events)
    _attack_story(desk, attack)
    _attack_claims(desk, attack)
    item = evidence_item(
        "E01",
        DIU,
        attack,
        title=attack,
        url=f"javascript:alert(1)//{attack}",
        archived_url="data:text/html,<script>alert(1)</script>",
        file_name=attack,
        language='en" onload="alert(1)',
        collected_how=attack,
        collected_by=attack,
    )
    desk.mark("C01", DIU, StanceCode.SILENT, passage(item, attack, attack), evidence=(item,))
    desk.mark("C02", DIU, StanceCode.ASSERTS, passage(item, attack, attack), note=attack)
    desk.judge(
        "C02",
        SubstanceVerdict.REFUTED,
        confidence=Confidence.LOW,
        why=attack,
        replacement=attack,
        override=attack,
    )
    desk.judge("C02", AttributionVerdict.MISATTRIBUTED, why=attack)
    desk.sources = dict(desk.state.sources)
    return desk


def _attack_story(desk: Desk, attack: str) -> None:
    assert desk.state.story is not None
    story = replace(
        desk.state.story,
        title=attack,
        outlet=attack,
        byline=attack,
        language='en" onload="alert(1)',
        url="JaVaScRiPt:alert(1)",
    )
    changes: list[tuple[Subject, object]] = [(Subject(SubjectKind.STORY, STORY_KEY), story)]
    for slug, source in desk.state.sources.items():
        changed = replace(
            source,
            name=attack,
            aliases=(attack,),
            party=attack,
            owner=attack,
            reliability_reason=attack,
            access=attack,
            interest=attack,
        )
        changes.append((Subject(SubjectKind.SOURCE, (slug,)), changed))
    desk.act(EventKind.CLAIM_EDITED, *changes)


def _attack_claims(desk: Desk, attack: str) -> None:
    said = Attribution(
        attack,
        BLOGGERS,
        AttributionMode.PARAPHRASE,
        attack,
        cue=attack,
        hedge=attack,
        via=(attack,),
    )
    changes: list[tuple[Subject, object]] = []
    for label in desk.state.claims:
        changed = desk.claim(
            label,
            attack,
            standalone=attack,
            proposed_by=attack,
            attributions=(said,),
            weight=Weight.LOAD_BEARING,
            reason=attack,
        )
        changes.append((Subject(SubjectKind.CLAIM, (ClaimLabel(label),)), changed))
    desk.act(EventKind.CLAIM_EDITED, *changes)


def report_of(desk: Desk) -> Report:
    """The report of a desk's story."""
    return assemble(
        desk.state,
        desk.assessment,
        desk.text,
        events=tuple(desk.events),
        program="verifier 0.1.0",
        sources=desk.sources,
    )
