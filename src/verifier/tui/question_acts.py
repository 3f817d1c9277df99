"""Answers and withdrawals of questions as jobs for the writer, and the sheet to send as a file."""

from __future__ import annotations

from pathlib import Path

from verifier.desk import questions
from verifier.desk.reports import write_report
from verifier.desk.session import OpenStory, Session
from verifier.model.question import QuestionLabel
from verifier.report.question_sheet import question_sheet
from verifier.tui.writer import Job


def answer(label: QuestionLabel, text: str) -> Job:
    """Record the answer to a question."""
    return Job(
        f"answer to {label}",
        lambda session, story: questions.answer_question(session, story, label, text),
    )


def withdraw(label: QuestionLabel) -> Job:
    """Take a question back."""
    return Job(
        f"{label} withdrawn",
        lambda session, story: questions.withdraw_question(session, story, label),
    )


def write_sheet(_session: Session, story: OpenStory, path: Path) -> int:
    """Write the sheet to send, as Markdown where the file is called so; gives its bytes."""
    is_markdown = path.suffix.lower() in (".md", ".markdown")
    sheet = question_sheet(story.state, story.text, story.registry, markdown=is_markdown)
    data = sheet.encode("utf-8")
    write_report(path, data)
    return len(data)
