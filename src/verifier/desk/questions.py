"""Questions to the author, to a source or to another checker, and the sheet to send."""

from dataclasses import replace

from verifier.desk.lookup import claim_named, source_copy, source_named
from verifier.desk.names import next_label, typed_text, unknown
from verifier.desk.session import Acted, OpenStory, Session, record_act
from verifier.model.claim import ClaimLabel
from verifier.model.errors import BadInput, Refused
from verifier.model.event import EventKind, Subject, SubjectChange, SubjectKind
from verifier.model.question import Question, QuestionLabel
from verifier.model.scales import Addressee, QuestionState
from verifier.record.fold import change_of


def ask_question(
    session: Session,
    story: OpenStory,
    claim: ClaimLabel,
    text: str,
    addressee: Addressee = Addressee.AUTHOR,
    *,
    source: str | None = None,
) -> Acted:
    """Put a question on a claim; `source` names the source asked where the addressee is one.

    Raises BadInput for an empty question or a source that is missing or not wanted, UnknownName.
    """
    label = claim_named(story, claim).label
    words = _needed(text, "question")
    changes: list[SubjectChange | None] = []
    asked = None
    if addressee is Addressee.SOURCE:
        if source is None:
            raise BadInput("Say which source is asked (--source NAME).")
        asked = source_named(story, source).slug
        changes.append(source_copy(story, asked))
    elif source is not None:
        raise BadInput(f"A question to the {addressee.value} names no source; leave --source out.")
    used = [item.key[0] for item in story.state.stamps if item.kind is SubjectKind.QUESTION]
    question = Question(
        label=QuestionLabel(next_label("Q", used)),
        claim=label,
        text=words,
        addressee=addressee,
        asked_by=session.reviewer.name,
        asked_at=session.now(),
        source=asked,
    )
    changes.append(_change(story, question))
    return record_act(session, story, EventKind.QUESTION_ASKED, changes)


def answer_question(session: Session, story: OpenStory, label: str, answer: str) -> Acted:
    """Record the answer to a question; a second answer replaces the first.

    Raises BadInput for an empty answer, Refused for a question that was withdrawn, UnknownName.
    """
    question = question_named(story, label)
    if question.state is QuestionState.WITHDRAWN:
        raise Refused(f"{question.label} was withdrawn; ask it again before answering it.")
    answered = replace(
        question,
        state=QuestionState.ANSWERED,
        answer=_needed(answer, "answer"),
        answered_by=session.reviewer.name,
        answered_at=session.now(),
    )
    change = _change(story, answered)
    return record_act(session, story, EventKind.QUESTION_ANSWERED, [change])


def withdraw_question(session: Session, story: OpenStory, label: str) -> Acted:
    """Take a question back; it stays on record. Raises Refused where it is withdrawn already."""
    question = question_named(story, label)
    if question.state is QuestionState.WITHDRAWN:
        raise Refused(f"{question.label} is withdrawn already.")
    change = _change(story, replace(question, state=QuestionState.WITHDRAWN))
    return record_act(session, story, EventKind.QUESTION_WITHDRAWN, [change])


def question_list(story: OpenStory) -> tuple[Question, ...]:
    """All questions of a story, in the order in which they were asked."""
    return tuple(sorted(story.state.questions.values(), key=lambda item: _order(item.label)))


def question_named(story: OpenStory, label: str) -> Question:
    """The question with this label; `q1` and `1` mean Q01. Raises UnknownName."""
    number = label.strip().upper().removeprefix("Q").lstrip("0")
    found = story.state.questions.get(QuestionLabel(f"Q{number:0>2}"))
    if found is None:
        listing = f"`verifier questions {story.story.slug}` lists them."
        raise unknown("question", label, story.state.questions, listing)
    return found


def _change(story: OpenStory, question: Question) -> SubjectChange | None:
    return change_of(story.state, Subject(SubjectKind.QUESTION, (question.label,)), question)


def _needed(text: str, what: str) -> str:
    text = typed_text(text, what)
    if not text:
        raise BadInput(f"The {what} is empty; type one.")
    return text


def _order(label: str) -> tuple[int, str]:
    return (len(label), label)
