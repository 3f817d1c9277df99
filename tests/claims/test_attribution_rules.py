import pytest

from verifier.claims import attributions


def read(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of every attribution of a text, as words."""
    return [
        (
            " | ".join(span.of(text) for span in found.source),
            " | ".join(span.of(text) for span in found.cue),
            " | ".join(span.of(text) for span in found.content),
        )
        for found in attributions(text)
    ]


def contents(text: str) -> dict[str, str]:
    """Content by source."""
    return {source: content for source, _, content in read(text)}


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The judge said that the jury had been misled.", "The judge",
         "that the jury had been misled"),
        ("Sales will fall, the chain warned.", "the chain", "Sales will fall"),
        ("The surgeon, who operated twice, said the patient was awake.",
         "The surgeon, who operated twice", "the patient was awake"),
        ("The striker told reporters after the match that he would stay.", "The striker",
         "that he would stay"),
        ("Councillor Ida Holm admitted the bridge was never inspected.", "Councillor Ida Holm",
         "the bridge was never inspected"),
    ],
)  # fmt: skip
def test_reported_speech_before_and_after_its_verb(text: str, source: str, content: str) -> None:
    assert (source, content) in {(s, c) for s, _, c in read(text)}


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("“The brakes failed,” the driver testified.", "the driver", "The brakes failed"),
        ("“The brakes failed,” said Ruth Adler, the driver.", "Ruth Adler", "The brakes failed"),
        ("The driver testified, “The brakes failed.”", "The driver", "The brakes failed"),
        ("“We lost two beds,” the nurse said. “Nobody told us.”", "the nurse",
         "We lost two beds | Nobody told us"),
        ("“We won,” the coach said, “and we earned it.”", "the coach", "We won | and we earned it"),
        ('"Rents doubled," the tenant said.', "the tenant", "Rents doubled"),
        ("“Why now?” the senator asked.", "the senator", "Why now"),
    ],
)  # fmt: skip
def test_quotations_before_after_and_around_their_speaker(
    text: str, source: str, content: str
) -> None:
    assert (source, content) in {(s, c) for s, _, c in read(text)}


def test_a_quotation_with_a_speaker_of_its_own_is_not_taken_up() -> None:
    text = "“We won,” Hale said. “We lost,” Moss said."
    assert contents(text) == {"Hale": "We won", "Moss": "We lost"}


def test_an_adverbial_before_the_speaker_is_not_said() -> None:
    text = "At a hearing on Friday, the auditor said, “The books are wrong.”"
    assert contents(text) == {"the auditor": "The books are wrong"}


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("According to the hospital, nine patients were moved.", "the hospital",
         "nine patients were moved"),
        ("Nine patients were moved, according to the hospital’s log.", "the hospital’s log",
         "Nine patients were moved"),
        ("By the union’s estimate, 400 workers walked out.", "the union", "400 workers walked out"),
    ],
)  # fmt: skip
def test_according_to_and_its_kin(text: str, source: str, content: str) -> None:
    assert contents(text)[source] == content


def test_according_to_plan_is_no_attribution() -> None:
    assert attributions("The launch went according to plan.") == ()


def test_a_participle_shares_the_subject_of_its_sentence() -> None:
    text = "The bank closed the branch, saying that too few clients came."
    assert contents(text)["The bank"] == "that too few clients came"


def test_a_published_thing_speaks_for_who_published_it() -> None:
    text = "The club released a video showing the goal was offside."
    assert contents(text)["The club"] == "the goal was offside"


def test_a_passive_hands_the_statement_to_nobody_named() -> None:
    [(source, cue, content)] = read("Two hikers were reported missing near the lake.")
    assert (source, cue, content) == ("", "were reported", "Two hikers | missing near the lake")


def test_a_passive_with_an_agent_names_it() -> None:
    text = "The plan was criticized by small farmers."
    assert contents(text) == {"small farmers": "The plan"}


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The mayor wants to close the pool.", "The mayor", "to close the pool"),
        ("Investors have refused to sell their shares.", "Investors", "to sell their shares"),
        ("Doctors criticized the overtime rules.", "Doctors", "the overtime rules"),
        ("The league called for a ban on flares.", "The league", "a ban on flares"),
    ],
)
def test_wishes_and_judgements_are_attributed(text: str, source: str, content: str) -> None:
    assert contents(text)[source] == content


@pytest.mark.parametrize(
    "text",
    [
        "The state report is long.",
        "It is difficult to say that again.",
        "The river claims few visitors.",
        "A sign stood by the road.",
    ],
)
def test_nouns_and_plain_sentences_attribute_nothing(text: str) -> None:
    assert [found for found in attributions(text) if found.rule.startswith("speech")] == []


def test_two_speakers_of_one_sentence_keep_apart() -> None:
    text = "The club said the fee was paid, but the league said no money had arrived."
    found = contents(text)
    assert found["The club"] == "the fee was paid"
    assert found["the league"] == "no money had arrived"


def test_every_attribution_names_its_rule() -> None:
    text = "The judge said he erred. According to the clerk, the file is lost."
    assert {found.rule for found in attributions(text)} == {"speech-after", "according-to"}
