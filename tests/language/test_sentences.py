import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.language.paragraphs import paragraphs
from verifier.language.quotes import quotations
from verifier.language.sentences import LIMIT, sentences
from verifier.model.text import Span


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dr. Ana Ruiz left. Nobody replaced her.", ["Dr. Ana Ruiz left.", "Nobody replaced her."]),
        ("J. R. Mills of Mills & Co. paid $4.5 million.", None),
        ("The U.S. Court of Appeals met on Jan. 5 in Ames.", None),
        ("He lives in the U.S. The house is small.",
         ["He lives in the U.S.", "The house is small."]),
        ("“Stop!” she shouted. They did.", ["“Stop!” she shouted.", "They did."]),
        ("“Will it rain?” Ortega asked. No one knew.",
         ["“Will it rain?” Ortega asked.", "No one knew."]),
        ("“We lost. We will be back.” Fans cheered.",
         ["“We lost.", "We will be back.”", "Fans cheered."]),
        ("Well … we shall see. Perhaps.", ["Well … we shall see.", "Perhaps."]),
        ("Match report\n\nIt rained.", ["Match report", "It rained."]),
        ("Суд начался во вторник. Подсудимый молчал.", None),
        ("법원은 화요일에 열렸다. 피고는 말이 없었다.", None),
        ("no full stop at all", ["no full stop at all"]),
        ("One line.\r\nAnother line.\r\n", ["One line.", "Another line."]),
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str] | None) -> None:
    found = split(text)
    if expected is None:
        expected = [text] if text[0] in "JT" else [part + "." for part in text[:-1].split(". ")]
    assert found == expected


def test_a_hard_wrapped_paragraph_is_one() -> None:
    wrapped = (
        "The council voted late on Tuesday to close the\n"
        "swimming pool on Elm Street, which had lost money\n"
        "for nine years. The vote was seven to two."
    )
    assert len(paragraphs(wrapped)) == 1
    assert len(sentences(wrapped)) == 2


def test_a_list_of_lines_is_many_paragraphs() -> None:
    assert len(paragraphs("Rain, 9 C\nOslo\nMonday, May 4, 2020")) == 3


def test_a_quotation_left_open_runs_to_the_end_of_its_paragraph() -> None:
    text = "“We go on"
    assert quotations(text, Span(0, len(text))) == (Span(0, 9),)


def test_an_apostrophe_opens_no_quotation() -> None:
    text = "The players’ union and O’Hara’s ’90s team"
    assert quotations(text, Span(0, len(text))) == ()


def test_text_without_a_full_stop_is_cut_before_the_limit() -> None:
    assert max(end - start for start, end in sentences("word " * 5_000)) <= LIMIT


@given(st.text(max_size=400))
def test_sentences_lie_in_the_text_in_order_and_lose_no_letter(text: str) -> None:
    found = sentences(text)
    assert all(0 <= s < e <= len(text) and text[s:e].strip() == text[s:e] for s, e in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = {at for s, e in found for at in range(s, e)}
    assert all(at in covered for at, letter in enumerate(text) if letter.isalnum())


@pytest.mark.parametrize(
    "unit", ["a", "word ", ".", ". ", "“", '"', "(", "\n", "U.S. ", "“a.” ", "? "]
)
def test_a_million_characters_take_linear_time(unit: str) -> None:
    def seconds(length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        begin = time.process_time()
        sentences(text)
        return time.process_time() - begin

    small, large = max(seconds(100_000), 0.005), seconds(1_000_000)
    assert large < 60 * small
