"""The report as Markdown: CommonMark without tables, HTML or reference links."""

from collections.abc import Iterable, Iterator

from verifier.model.claim import ClaimLabel
from verifier.model.evidence import Passage
from verifier.model.report import (
    BottomLine,
    Fix,
    Judgement,
    LedgerBlock,
    MarkedClaim,
    Method,
    Piece,
    RegisterEntry,
    Report,
    SourceUse,
    StanceLine,
    StoryLine,
    TitleBlock,
    UsedPassage,
)
from verifier.model.scales import Aspect, AttributionVerdict, StanceCode, SubstanceVerdict
from verifier.report import markdown_judged as judged
from verifier.report import wording
from verifier.report.as_json import readable_json
from verifier.report.links import safe_link
from verifier.report.markdown_text import code_block, inline, plain

Lines = Iterator[str]


def render_markdown(report: Report) -> str:
    """The whole report as Markdown."""
    parts: list[Iterable[str]] = [
        _title(report.title, report.digest),
        _bottom_line(report.bottom_line),
        _must_fix(report.must_fix),
        judged.questions(report.questions),
        _story(report),
        _ledger(report),
        judged.independence(report.independence, report.edges),
        judged.conflicts(report.conflicts),
        _sources(report.sources),
        _evidence(report),
        _method(report.method),
        judged.history(report.history),
        judged.signing(report.signing, report.title.story.slug),
        _appendix(report),
    ]
    lines = [line for part in parts for line in part]
    pairs = zip(["", *lines], lines, strict=False)
    return "\n".join(line for before, line in pairs if before or line) + "\n"


def _fields(fields: Iterable[tuple[str, str]]) -> Lines:
    """A list of names and values; the values are Markdown, those that are empty are left out."""
    for name, value in fields:
        if value:
            yield f"- {name}: {value}"


def _title(title: TitleBlock, digest: str) -> Lines:
    story = title.story
    yield from (f"# Verification report: {plain(story.title)}", "")
    yield from _fields(
        [
            ("Outlet", plain(story.outlet or "")),
            ("Byline", plain(story.byline or "")),
            ("Dateline", "none" if story.dateline is None else story.dateline.isoformat()),
            ("Address", _address(story.url)),
            ("Checked by", plain(", ".join(title.checkers) or "nobody")),
            ("Second checker", plain(title.second_checker or "none")),
            ("Sign-off", plain(title.signed_off or "not signed off")),
            ("Worked on", plain(wording.shown_period(title.began, title.ended))),
            ("Policy", plain(title.policy or "none applied")),
            ("Program", plain(f"{title.program}, claims read by {title.engine}")),
            (
                f"Story text, version {title.version}, {title.chars} characters, SHA-256",
                plain(title.sha256),
            ),
            (
                f"Head of the decision log, {wording.counted(title.entries, 'entry', 'entries')}",
                plain(title.head),
            ),
            ("Digest of this report", plain(digest)),
        ]
    )


def _bottom_line(bottom: BottomLine) -> Lines:
    yield from judged.heading("1")
    sign, decision = wording.RECOMMENDATIONS[bottom.recommendation]
    yield from (f"**{plain(sign)} {decision}**", "")
    yield from (f"- {plain(reason)}" for reason in bottom.reasons)
    yield from ("", f"{wording.counted(bottom.claims, 'claim')}, {bottom.checked} with a verdict:")
    yield ""
    yield from (
        f"- {count.claims} {_code(count.verdict)}" for count in bottom.counts if count.claims
    )
    yield from ("", "### What the story stands on", "")
    for footing in bottom.footings:
        yield (
            f"- {plain(footing.claim)} {_code(footing.verdict)}: {plain(footing.words)} "
            f"({plain(wording.footing_sentence(footing))})"
        )
    if not bottom.footings:
        yield "No claim is marked load-bearing."


def _must_fix(fixes: tuple[Fix, ...]) -> Lines:
    yield from judged.heading("2")
    for fix in fixes:
        problems = ", ".join(_code(problem) for problem in fix.problems)
        place = f"{plain(fix.claim)}, {_line(fix.line)}, {fix.weight.value}"
        yield from (f"### {place}: {problems}", "")
        yield from _fields(
            [
                ("Now", _quoted(fix.words)),
                (
                    "Change to",
                    _quoted(fix.replacement)
                    if fix.replacement
                    else "nobody has proposed other words",
                ),
                ("Because", plain(" ".join(fix.reasons))),
                ("Evidence", plain(", ".join(fix.evidence))),
            ]
        )
        yield ""
    if not fixes:
        yield "Nothing that was checked must change."


def _story(report: Report) -> Lines:
    yield from judged.heading("4")
    yield from (plain(wording.coverage_sentence(report.coverage)), "")
    yield (
        "Each checkable passage begins with the sign and number of its claim in ⟦ ⟧ and ends with "
        "⌟ and the number. Text in ⟨ ⟩ carries no claim, for the reason after it. A line begins "
        "with its number."
    )
    for line in report.lines:
        yield from ("", _story_line(line, report))


def _story_line(line: StoryLine, report: Report) -> str:
    words = "".join(_piece(piece, report) for piece in line.pieces)
    return f"**{line.number}** {words.strip(' ')}"


def _piece(piece: Piece, report: Report) -> str:
    opens = "".join(_opening(report.marked[label]) for label in piece.opens)
    closes = "".join(_closing(report.marked[label]) for label in piece.closes)
    words = inline(piece.text)
    if piece.excluded is not None:
        words = f"⟨{words}⟩"
        closes += f" ({wording.shown_word(piece.excluded)})" if piece.excluded_ends else ""
    return opens + words + closes


def _opening(claim: MarkedClaim) -> str:
    sign = "–" if claim.state == "dismissed" else claim.verdict.meaning.sign
    return f"⟦{plain(sign)} {plain(claim.label)}⟧ "


def _closing(claim: MarkedClaim) -> str:
    reason = claim.reason if claim.state == "dismissed" else None
    return f"⌟{plain(claim.label)}" + (f" (dismissed: {inline(reason)})" if reason else "")


def _ledger(report: Report) -> Lines:
    yield from judged.heading("5")
    if not report.ledger:
        yield "No person has acted on a claim yet."
    for block in report.ledger:
        yield from _block(block)
    if report.dismissed:
        yield from ("", "### Dismissed claims", "")
    for claim in report.dismissed:
        yield (
            f"- {plain(claim.label)}, {_line(claim.line)}, {_quoted(claim.words)}: "
            f"{plain(claim.reason or 'no reason given')}"
        )


def _block(block: LedgerBlock) -> Lines:
    claim = block.claim
    more = wording.says_more(claim.standalone, claim.words)
    yield from ("", f"### {plain(claim.label)} {_code(claim.verdict)}", "")
    yield from (f"> {plain(claim.words)}", "") if claim.words else ()
    yield from _fields(
        [
            ("Where", _line(claim.line)),
            ("What", ", ".join([claim.weight.value, block.checkability, *block.types])),
            ("Stand-alone", plain(claim.standalone) if more else ""),
        ]
    )
    yield from (f"- Said by: {words}" for words in _speakers(block))
    yield from _fields(_judged("Attribution", block.attribution))
    yield from _fields(_judged("Substance", block.substance))
    if block.substance is None:
        yield f"- Substance: {_code(SubstanceVerdict.UNCHECKED)}"
    yield from (line for stance in block.stances for line in _stance(stance))
    yield from judged.standing(block.standing)
    if block.work is not None:
        yield f"- Work: {plain(wording.work_sentence(block.work))}"


def _speakers(block: LedgerBlock) -> Lines:
    for said in block.attributions:
        cue = f", by the words {_quoted(said.cue)}" if said.cue else ""
        manner = wording.manner_words(said)
        how = f" ({plain(manner)})" if manner else ""
        yield f"{plain(wording.speaker_words(said))}{cue}{how}"
    if not block.attributions:
        yield "the story itself"


def _judged(name: str, judgement: Judgement | None) -> Iterator[tuple[str, str]]:
    if judgement is None:
        return
    verdict = judgement.verdict
    sure = f", confidence {verdict.confidence.value}" if verdict.confidence else ""
    by = f"given by {plain(verdict.reviewer)}, {wording.shown_time(judgement.at)}"
    yield name, f"{_code(verdict.code)}{sure}, {by}"
    yield f"{name}, why", plain(verdict.why)
    yield f"{name}, change to", _quoted(verdict.replace) if verdict.replace else ""
    yield f"{name}, override because", plain(verdict.override or "")


def _stance(line: StanceLine) -> Lines:
    stance = line.stance
    about = " that it said so" if stance.aspect is Aspect.ATTRIBUTION else ""
    note = f". {plain(stance.note)}" if stance.note else ""
    remarks = wording.stance_remarks(stance)
    note += f". {plain(remarks)}" if remarks else ""
    yield f"- Source {plain(line.name)} {_stance_word(stance.code)}{about}, {line.grade}{note}"
    for passage, place in zip(stance.passages, line.places, strict=True):
        at = f", {plain(place)}:" if place else ""
        yield f"  - {plain(passage.evidence)}{at} {_withheld_or_quoted(passage.selector.exact)}"
        if passage.translation:
            yield f"    {_translated(passage)}"


def _sources(uses: tuple[SourceUse, ...]) -> Lines:
    yield from judged.heading("8")
    for use in uses:
        source = use.source
        grade = "not graded" if source.reliability is None else source.reliability.value
        yield from (f"### {plain(source.name)}", "")
        yield from _fields(
            [
                ("Kind", source.kind.value),
                ("Party", plain(source.party or "")),
                ("Owner", plain(source.owner or "")),
                ("Reliability", f"{grade} {plain(source.reliability_reason or '')}".strip()),
                ("Access", plain(source.access or "")),
                ("Record", plain(source.record or "")),
                ("Interest", plain(source.interest or "")),
                ("Also named", plain(", ".join(source.aliases))),
                ("Speaks for", _labels(use.speaks_for) or "no claim of the story"),
                ("Marked on", _labels(use.marked_on) or "no claim"),
                ("Evidence", plain(", ".join(use.evidence))),
            ]
        )
        yield ""
    if not uses:
        yield "The story names no source."


def _evidence(report: Report) -> Lines:
    yield from judged.heading("9")
    for entry in report.register:
        yield from _register_entry(entry)
    if not report.register:
        yield from ("No document is cited.", "")
    if report.not_had:
        yield from ("### Documents that could not be had, or were withdrawn", "")
    for entry in report.not_had:
        yield from _register_entry(entry)
    yield from ("### Looked for and not found", "")
    for look in report.looked_for:
        note = f": {plain(look.note)}" if look.note else ""
        yield (
            f"- {plain(look.claim)} in {plain(look.source_name)}, by {plain(look.reviewer)}{note}"
        )
    if not report.looked_for:
        yield "No source was marked silent."
    if report.searches:
        yield from ("", "### Searches on record", "")
    for search in report.searches:
        where = wording.counted(search.documents, "document")
        of = f" of {plain(search.source)}" if search.source else ""
        yield (
            f"- {plain(search.label)} for {plain(search.claim)}: “{plain(search.query)}” in {where}"
            f"{of}, {search.found} found, by {plain(search.reviewer)}, "
            f"{wording.shown_time(search.at)}"
        )


def _register_entry(entry: RegisterEntry) -> Lines:
    item = entry.item
    yield from (f"### {plain(item.label)} {plain(item.title)}", "")
    yield f"- Source: {plain(entry.source_name)}"
    if entry.confidential:
        yield "- Document: withheld, the source is confidential"
    else:
        published = item.published_at.isoformat() if item.published_at else "date not known"
        yield from _fields(
            [
                ("Published", published),
                ("Address", _address(item.url) or "none"),
                ("Archived at", _address(item.archived_url)),
                ("File", plain(item.file_name or "")),
                ("Medium", f"{item.medium.value}, {wording.counted(item.size, 'byte')}"),
                ("SHA-256", plain(item.sha256)),
                ("Archive file (WARC), SHA-256", plain(item.archive_sha256 or "")),
                ("State", plain(wording.capture_words(entry))),
                ("At its address", plain(wording.drift_words(entry))),
            ]
        )
    collected = f"by {plain(item.collected_by)}, from {plain(item.collected_how)}"
    yield f"- Record: {item.record.value}"
    yield f"- Collected: {wording.shown_time(item.collected_at)} {collected}"
    for passage in entry.passages:
        at = f", {plain(passage.place)}" if passage.place else ""
        yield f"- Used for {plain(passage.claim)}{at}: {_withheld_or_quoted(passage.words)}"
        if passage.translation:
            yield f"  {_translated(passage)}"
    yield ""


def _method(method: Method) -> Lines:
    yield from judged.heading("10")
    yield from ("### Proposed and accepted", "")
    yield from (f"- {plain(said)}" for said in wording.proposals_sentences(method.proposals))
    yield from ("", "### Policy", "")
    yield from (f"- {plain(said)}" for said in wording.policy_sentences(method.policy))
    yield from ("", "### Not checked", "")
    for waiting in method.not_checked:
        claim = waiting.claim
        words = _quoted(claim.words or claim.standalone)
        yield (
            f"- {plain(claim.label)}, {_line(claim.line)}, {claim.weight.value}, {words}, said by "
            f"{plain(', '.join(claim.speakers) or 'the story itself')}: {waiting.why}"
        )
    if not method.not_checked:
        yield "Every claim has a verdict."
    yield from ("", "### Limits", "")
    yield from (f"- {plain(limit)}" for limit in method.limits)
    yield from ("", "### How the bottom line is read", "")
    yield from (f"- {word}: {meaning}" for word, meaning in wording.RULES)
    for scale in method.scales:
        yield from ("", f"### {scale.name}", "")
        for value in scale.values:
            sign = "" if value.sign == value.word else f"{plain(value.sign)} "
            yield f"- {sign}{value.word}: {plain(value.definition)}"


def _appendix(report: Report) -> Lines:
    yield from judged.heading("A")
    slug = plain(report.title.story.slug)
    yield (
        f"The JSON of “verifier claims {slug} --json”. Every count above can be counted again in "
        "it."
    )
    yield from ("", code_block(readable_json(dict(report.appendix)), "json"))


def _code(code: SubstanceVerdict | AttributionVerdict) -> str:
    return f"{plain(code.meaning.sign)} {wording.shown_word(code)}"


def _stance_word(code: StanceCode) -> str:
    return "is silent" if code is StanceCode.SILENT else wording.shown_word(code)


def _labels(labels: tuple[ClaimLabel, ...]) -> str:
    return plain(", ".join(labels))


def _line(line: int | None) -> str:
    return "no longer in the text" if line is None else f"line {line}"


def _quoted(words: str) -> str:
    return f"“{plain(words)}”"


def _translated(passage: Passage | UsedPassage) -> str:
    """A translation beside the original, and whose it is."""
    return f"Translated by {plain(passage.translator or '')}: {_quoted(passage.translation)}"


def _withheld_or_quoted(words: str | None) -> str:
    return _quoted(words) if words else "passage withheld"


def _address(url: str | None) -> str:
    """An address as a link where it may be one, else as text."""
    if not url:
        return ""
    link = safe_link(url)
    if link is None:
        return f"{plain(url)} (not a web address)"
    return f"[{plain(url)}](<{link.replace('<', '%3C').replace('>', '%3E')}>)"
