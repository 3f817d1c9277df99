"""The sheet of questions to send: to the author, to each source, to another checker."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from verifier.language.display import display_line
from verifier.model.question import Question
from verifier.model.scales import Addressee, QuestionState
from verifier.model.source import Source
from verifier.model.state import State
from verifier.model.story import Slug
from verifier.report.confidential import conceal_state
from verifier.report.markdown_text import plain
from verifier.report.order import by_label, line_of, line_starts
from verifier.report.wording import shown_time


def question_sheet(
    state: State,
    text: str,
    sources: Mapping[Slug, Source],
    *,
    markdown: bool = False,
    with_closed: bool = False,
) -> str:
    """The open questions of a story, `with_closed` all of them, by whom they are put to.

    As plain text or Markdown; each with the line and the words that it is about. Of a confidential
    source only the descriptor is named, as everywhere.
    """
    state, text = conceal_state(state, text, sources)
    listed = sorted(state.questions.values(), key=lambda item: by_label(item.label))
    shown = [q for q in listed if with_closed or q.state is QuestionState.OPEN]
    safe = plain if markdown else display_line
    title = state.story.title if state.story is not None else ""
    head = f"Questions on: {safe(title)}"
    lines = [f"# {head}" if markdown else head]
    for heading, questions in _grouped(state, shown):
        lines += ["", f"## {safe(heading)}" if markdown else f"{heading.upper()}"]
        for question in questions:
            lines += ["", *_entry(state, text, question, safe)]
    if not shown:
        lines += ["", "No question is open."]
    return "\n".join(lines) + "\n"


def _grouped(state: State, shown: Iterable[Question]) -> Iterator[tuple[str, list[Question]]]:
    """The questions under whom they are put to: author first, then sources, then checkers."""
    groups: dict[str, list[Question]] = {}
    order = list(Addressee)
    for question in sorted(shown, key=lambda item: order.index(item.addressee)):
        groups.setdefault(addressee_words(state, question), []).append(question)
    yield from groups.items()


def addressee_words(state: State, question: Question) -> str:
    """Whom a question is put to, in words: `To the author`, `To the White House`."""
    source = state.sources.get(question.source) if question.source else None
    if question.addressee is not Addressee.SOURCE:
        return f"To the {question.addressee.value}"
    return f"To {source.name if source else question.source}"


def _entry(
    state: State, text: str, question: Question, safe: Callable[[str], str]
) -> Iterator[str]:
    claim = state.claims.get(question.claim)
    line = None if claim is None else line_of(line_starts(text), claim)
    place = f"{question.claim}, line {line}" if line else question.claim
    words = "" if claim is None or claim.selector is None else claim.selector.exact.strip()
    yield f"{question.label} ({place}): {safe(question.text)}"
    if words:
        yield f"    “{safe(words)}”" if safe is not plain else f"> “{safe(words)}”"
    if question.state is QuestionState.ANSWERED:
        by = f"{safe(question.answered_by or '')}, {shown_time(question.answered_at)}"
        yield f"    answered ({by}): {safe(question.answer)}"
    elif question.state is QuestionState.WITHDRAWN:
        yield "    withdrawn"
