"""Whom a pronoun or a description means: introduced in narration, described, never named first."""

import pytest
from claims.reading_cases import said


@pytest.mark.parametrize(
    ("body", "words", "who"),
    [
        (
            "Ray Oak said the pool was shut. Kaori Ueda runs a cafe next door. She said that "
            "sales had halved.",
            "sales had halved",
            "ueda",
        ),
        (
            "“We won,” said Ann Lee. Mr. Moss was in the stands. He said the pitch was frozen.",
            "pitch was frozen",
            "moss",
        ),
        (
            "Amara Diallo has worked in the ward since 2010. She said two beds were free.",
            "two beds",
            "diallo",
        ),
    ],
)
def test_a_pronoun_means_the_person_introduced_last(body: str, words: str, who: str) -> None:
    assert said(body, words).source == who


def test_a_speaker_who_begins_a_later_sentence_is_meant() -> None:
    body = "Kaori Ueda runs a cafe. Ann Lee said it was full. She said that sales had doubled."
    assert said(body, "sales had doubled").source == "lee"


@pytest.mark.parametrize(
    ("body", "words", "who"),
    [
        (
            "Republican nominee Ray Oak met Democratic nominee Ann Lee. The GOP nominee said "
            "taxes had doubled.",
            "taxes had doubled",
            "oak",
        ),
        (
            "Ida Moss, a retired pilot from Ohio, left early. The pilot said the runway was wet.",
            "runway was wet",
            "moss",
        ),
        (
            "Striker Ana Ruiz missed the bus. The striker said it had left at noon.",
            "left at noon",
            "ruiz",
        ),
        (
            "Ray Oak, the owner of the mill, was away. The owner said the fire began at night.",
            "fire began",
            "oak",
        ),
    ],
)
def test_a_description_means_whom_the_text_describes_so(body: str, words: str, who: str) -> None:
    assert said(body, words).source == who


def test_a_description_of_two_people_means_neither() -> None:
    body = "Juror Ann Lee met juror Ray Oak. The juror said the vote was close."
    assert said(body, "vote was close").source is None


def test_they_after_a_crowd_are_the_crowd() -> None:
    body = "The city council met. Residents said the water was brown. They said pipes were old."
    found = said(body, "pipes were old")
    assert (found.speaker, found.source) == ("Residents", None)


def test_it_after_a_document_is_the_document() -> None:
    body = (
        "Ruiz sent a letter to the league. “The pitch was frozen,” it read. The league was silent."
    )
    assert said(body, "pitch was frozen").speaker == "a letter"


@pytest.mark.parametrize(
    ("body", "words", "who"),
    [
        ("Two of the experts I interviewed said the vaccine worked.", "vaccine", "interviewed"),
        ("Most doctors we spoke to said the wards were full.", "wards were full", "spoke to"),
    ],
)
def test_a_clause_right_after_a_noun_is_part_of_who_speaks(body: str, words: str, who: str) -> None:
    assert said(body, words).speaker.endswith(who)


def test_what_the_writer_says_is_the_narrators() -> None:
    assert said("I think the mayor knew of the leak in May.", "mayor knew").speaker == ""


def test_who_is_told_does_not_speak() -> None:
    found = said("The board was told that two nurses had left.", "two nurses")
    assert (found.speaker, found.source) == ("", None)


def test_a_circumstance_is_no_part_of_a_name() -> None:
    body = "The Ohio Nurses Union, in releasing the memo, said two wards were full."
    assert said(body, "two wards").speaker == "The Ohio Nurses Union"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("A new Ames Post-XYZ News national poll found that rents worry most.", "ames-post-xyz"),
        ("A recent Harlow University study found that sleep is short.", "harlow-university"),
    ],
)
def test_what_only_describes_a_survey_is_no_part_of_its_name(body: str, name: str) -> None:
    source = said(body, "rents" if "rents" in body else "sleep").source
    assert source is not None
    assert source.startswith(name)


@pytest.mark.parametrize(
    "body",
    [
        "Ruiz stated on December 14 that the pitch was frozen.",
        "The fans wrote on December 12 and 13 that the pitch was frozen.",
        "Ruiz wrote on December 14, 2023, that the pitch was frozen.",
        "The league stated on Monday, December 14, that the pitch was frozen.",
    ],
)
def test_a_date_may_stand_between_verb_and_clause(body: str) -> None:
    assert said(body, "pitch was frozen").rule == "speech-after"


@pytest.mark.parametrize(
    "body",
    [
        "Three weeks before the trial, Ruiz had been found in her garage, asleep.",
        "Ten of the nurses who reported for duty at noon were ill.",
        "As the gates opened, Lee testified before the council, where two members wept.",
    ],
)
def test_words_of_saying_that_say_nothing_here_give_no_speaker(body: str) -> None:
    first = " ".join(body.removeprefix("As ").split()[:3]).rstrip(",")
    assert said(body, first).source is None


def test_the_title_of_a_work_beside_a_name_is_not_what_is_said() -> None:
    body = "Ray Oak, host of ZTV’s “Good Day,” suggested the league had been warned."
    assert said(body, "had been warned").source == "oak"
