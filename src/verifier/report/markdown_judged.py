"""Sections 3, 6, 7, 11 and 12 of the report as Markdown."""

from collections.abc import Iterator

from verifier.model.report import (
    ConflictLine,
    EdgeLine,
    History,
    IndependenceRow,
    QuestionLine,
    Signing,
    Standing,
)
from verifier.model.scales import Aspect
from verifier.report import wording
from verifier.report.markdown_text import plain

Lines = Iterator[str]


def heading(number: str) -> Lines:
    """The heading of a section, with the blank lines around it."""
    yield from ("", f"## {number} {wording.SECTIONS[number]}", "")


def questions(lines: tuple[QuestionLine, ...]) -> Lines:
    """Section 3."""
    yield from heading("3")
    for line in lines:
        question = line.question
        bearing = f", {line.weight.value}" if line.weight else ""
        place = f"{plain(question.claim)}{bearing}"
        yield (
            f"- {plain(question.label)} on {place}, {plain(line.to)}, by "
            f"{plain(question.asked_by)}, {wording.shown_time(question.asked_at)}: "
            f"{plain(question.text)} ({question.state.value})"
        )
        if question.answer:
            yield f"  - Answer: {plain(question.answer)}"
    if not lines:
        yield "Nobody was asked anything."


def independence(rows: tuple[IndependenceRow, ...], edges: tuple[EdgeLine, ...]) -> Lines:
    """Section 6."""
    yield from heading("6")
    yield (
        "An origin is where support comes from once everybody who only repeats is followed "
        "upstream. Counted over every edge that nobody rejected and over confirmed edges alone; "
        "rules use the smaller count."
    )
    yield ""
    for row in rows:
        status = f", {row.status.value}" if row.status else ""
        groups = plain("; ".join(wording.group_words(group) for group in row.groups))
        yield f"- {plain(row.claim)}: {plain(wording.row_sentence(row))}{status}: {groups}"
    if not rows:
        yield "No source was marked as supporting a claim."
    yield from ("", "### Who repeats whom", "")
    for note in wording.edge_notes(edges):
        yield from (note, "")
    for line in edges:
        yield from _edge(line)
    if not edges:
        yield "Nobody is read or marked as repeating anybody."


def _edge(line: EdgeLine) -> Lines:
    edge = line.edge
    if edge.cue:
        where = f", {plain(line.where)}" if line.where else ""
        words = f"“{plain(edge.cue)}”{where}"
    else:
        words = "words withheld" if edge.evidence else f"added by {plain(edge.proposed_by)}"
    yield (
        f"- {plain(edge.label)} {plain(line.from_name)} {edge.kind.value} {plain(line.to_name)}, "
        f"{edge.state.value}, for {plain(wording.reach_words(edge))}: {words}"
    )
    if edge.reason:
        yield f"  - Because: {plain(edge.reason)}"
    for sentence in line.impacts or ():
        yield f"  - If this edge is wrong: {plain(sentence)}"


def conflicts(lines: tuple[ConflictLine, ...]) -> Lines:
    """Section 7."""
    yield from heading("7")
    for line in lines:
        conflict = line.conflict
        sides = " against ".join(
            f"{plain(label)} “{plain(words)}” (line {at})"
            for label, words, at in zip(conflict.claims, line.words, line.lines, strict=True)
        )
        yield f"- {plain(conflict.label)} {conflict.kind.value}: {sides}: {plain(conflict.why)}"
    if not lines:
        yield "No two places of the story were found that cannot both be so."


def history(found: History) -> Lines:
    """Section 11."""
    yield from heading("11")
    for change in found.changes:
        why = f": {plain(change.why)}" if change.why else ""
        over = f" (override, because {plain(change.override)})" if change.override else ""
        yield (
            f"- {wording.shown_time(change.at)} {plain(change.claim)} "
            f"{plain(wording.verdict_change_words(change))}, by {plain(change.reviewer)}{why}{over}"
        )
    if not found.changes:
        yield "No verdict was given."
    yield from ("", "### Where checkers differ", "")
    for item in found.disagreements:
        about = " (attribution)" if item.aspect is Aspect.ATTRIBUTION else ""
        said = ", ".join(f"{plain(name)} {code}" for name, code in item.verdicts)
        yield f"- {plain(item.claim)}{about}: {said}"
    if not found.disagreements:
        yield "Nowhere."
    yield from ("", "### Rules that were overridden", "")
    for each in found.overrides:
        rules = ", ".join(each.rules) or "no rule spoke against it"
        yield (
            f"- {plain(each.claim)} {plain(rules)}: {plain(each.what)}, by "
            f"{plain(each.reviewer)}, because {plain(each.reason)}"
        )
    if not found.overrides:
        yield "None."


def signing(found: Signing, slug: str) -> Lines:
    """Section 12."""
    yield from heading("12")
    for line in found.signatures:
        reopened = "" if line.stands else ", reopened by a later change"
        yield (
            f"- {plain(line.reviewer)}, {wording.shown_time(line.at)}, policy "
            f"{plain(line.policy)}{reopened}: the state after entry {line.seq}, digest "
            f"{plain(line.digest)}"
        )
    if not found.signatures:
        yield "Nobody signed this story off."
    if found.blocking:
        yield from ("", "### What stands against sign-off", "")
        for label, why in found.blocking:
            yield f"- {plain(label)}: {plain(why)}" if label else f"- {plain(why)}"
    yield ""
    yield (
        f"Verify: “verifier signoff {plain(slug)} --check” tells whether a signature stands; "
        f"“verifier report {plain(slug)} --signed” prints the state that was signed."
    )


def standing(found: Standing) -> Lines:
    """What follows from the marks on one claim, for its block in section 5."""
    if found.sentence:
        yield f"- Independence: {plain(found.sentence)}"
    if found.status_why:
        yield f"- Status: {plain(wording.status_words(found))}"
    for finding in found.policy:
        verb = "speaks against" if finding.blocks else "notes"
        yield f"- Policy: {plain(finding.rule)} {verb}: {plain(finding.says)}"
    if found.suggestion is not None:
        word = wording.shown_word(found.suggestion.code)
        yield f"- Suggested: {word}: {plain(found.suggestion.why)}"
    for item in found.proposed:
        word = wording.shown_word(item.code)
        yield f"- Proposed, not accepted: {plain(item.source)} {word}: {plain(item.why)}"
