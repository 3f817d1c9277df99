"""Who says it: each way of news prose to hand a statement to its speaker, in small stories."""

import pytest
from claims.reading_cases import claim_of, read, said

from verifier.model.scales import AttributionMode, Force

Case = tuple[str, str, str | None]
"""A body, words of a claim in it, and the slug of the source that says it."""

VERB_BEFORE_THE_QUOTE: list[Case] = [
    ("Judge Mara Olsen ruled, “The contract was void.”", "contract was void", "olsen"),
    ("The Harbour Clinic wrote: “Two nurses left in May.”", "Two nurses", "harbour-clinic"),
    ("Coach Ben Adeyemi said, “Our keeper has a broken hand.”", "broken hand", "adeyemi"),
    ("Mayor Ida Holm told reporters, “The pool will stay shut.”", "pool will stay", "holm"),
]
SPEAKER_AFTER_THE_QUOTE: list[Case] = [
    ("“Two wards are closed,” the Harbour Clinic stated.", "wards are closed", "harbour-clinic"),
    ("“The goal stood,” said referee Ann Lee.", "goal stood", "lee"),
    ("“The bridge is safe,” Councillor Ida Holm insisted.", "bridge is safe", "holm"),
    ("“We owe 4 million,” Norden Bank admitted.", "owe 4 million", "norden-bank"),
]
CARRIED_OVER: list[Case] = [
    (
        "Police chief Ruth Adler said the road was shut. She added that two cars burned.",
        "two cars burned",
        "adler",
    ),
    (
        "Union spokesperson Eva Lind said the shift was cut. The spokesperson added that pay fell.",
        "pay fell",
        "union",
    ),
    (
        "Surgeon Omar Haddad said the patient woke. He noted that the heart was weak.",
        "heart was weak",
        "haddad",
    ),
    (
        "Captain Ben Adeyemi said the team was tired. “We flew nine hours,” Adeyemi said.",
        "flew nine hours",
        "adeyemi",
    ),
]
ACCORDING_TO: list[Case] = [
    (
        "According to the Harbour Clinic, on May 3, nine patients were moved.",
        "nine patients",
        "harbour-clinic",
    ),
    ("Profits fell by a fifth, according to Norden Bank.", "fell by a fifth", "norden-bank"),
    (
        "According to the League Office, the fee was paid in June.",
        "fee was paid",
        "league-office",
    ),
    ("Four men, according to Judge Mara Olsen, had lied in court.", "had lied in court", "olsen"),
]
WENT_ON_WITHOUT_A_CUE: list[Case] = [
    (
        "The Harbour Clinic said nine people were hurt. Additionally, two staff were treated.",
        "two staff",
        "harbour-clinic",
    ),
    (
        "Norden Bank said it closed six branches. In addition, three cash machines were removed.",
        "three cash machines",
        "norden-bank",
    ),
    (
        "Mayor Ida Holm said the flood reached the school. Moreover, the library lost its roof.",
        "lost its roof",
        "holm",
    ),
    (
        "The League Office said it fined nine clubs. The names include two champions of Spain.",
        "two champions",
        "league-office",
    ),
]
ECHOED: list[Case] = [
    (
        "The Harbour Clinic said beds were short. Mayor Ida Holm echoed the clinic’s claim.",
        "echoed",
        "holm",
    ),
    (
        "Norden Bank said rents fell. Economist Ann Lee repeated that rents fell sharply.",
        "rents fell sharply",
        "lee",
    ),
    (
        "Coach Ben Adeyemi said the pitch froze. The League Office echoed Adeyemi’s claims.",
        "echoed",
        "league-office",
    ),
    (
        "Judge Mara Olsen said he lied. Prosecutor Omar Haddad reiterated that he lied twice.",
        "lied twice",
        "haddad",
    ),
]


def cases(*tables: list[Case]) -> list[Case]:
    return [case for table in tables for case in table]


@pytest.mark.parametrize(("body", "words", "source"), VERB_BEFORE_THE_QUOTE)
def test_a_verb_before_the_quote_names_its_speaker(
    body: str, words: str, source: str | None
) -> None:
    found = said(body, words)
    assert (found.source, found.mode) == (source, AttributionMode.DIRECT_QUOTE)


@pytest.mark.parametrize(("body", "words", "source"), SPEAKER_AFTER_THE_QUOTE)
def test_a_speaker_after_the_quote_is_named(body: str, words: str, source: str | None) -> None:
    found = said(body, words)
    assert (found.source, found.mode) == (source, AttributionMode.DIRECT_QUOTE)


@pytest.mark.parametrize(("body", "words", "source"), cases(CARRIED_OVER, ACCORDING_TO))
def test_pronouns_titles_and_according_to_lead_to_the_speaker(
    body: str, words: str, source: str | None
) -> None:
    assert said(body, words).source == source


@pytest.mark.parametrize(("body", "words", "source"), WENT_ON_WITHOUT_A_CUE)
def test_a_report_goes_on_without_a_cue(body: str, words: str, source: str | None) -> None:
    found = said(body, words)
    assert (found.source, found.mode) == (source, AttributionMode.IMPLICIT)


@pytest.mark.parametrize(("body", "words", "source"), ECHOED)
def test_an_echo_is_the_echoing_source_s_own_act(body: str, words: str, source: str | None) -> None:
    found = said(body, words)
    assert (found.source, found.force) == (source, Force.ECHOES)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Two climbers were reported missing near the hut.", "missing near the hut"),
        ("Nine cows were reported stolen in May.", "stolen in May"),
        ("The striker is believed to be in Rome.", "in Rome"),
        ("The bank is said to owe 4 million.", "owe 4 million"),
    ],
)
def test_a_passive_hands_the_claim_to_nobody(body: str, words: str) -> None:
    found = said(body, words)
    assert (found.source, found.mode) == (None, AttributionMode.AGENTLESS)


@pytest.mark.parametrize("adverb", ["reportedly", "allegedly"])
@pytest.mark.parametrize(
    "sentence",
    [
        "The keeper {} signed for three years.",
        "The clinic has {} lost its licence.",
        "The chain {} paid 40 suppliers late.",
        "A councillor {} sold the land twice.",
    ],
)
def test_adverbs_of_hearsay_are_agentless_and_hedged(sentence: str, adverb: str) -> None:
    found = said(sentence.format(adverb), adverb)
    assert (found.mode, found.hedge) == (AttributionMode.AGENTLESS, adverb)


@pytest.mark.parametrize(
    "body",
    [
        "The ferry sank off the coast in May.",
        "The clinic opened in 1998 and treats 90 patients a day.",
        "Norden Bank closed six branches last year.",
        "The visitors won the final by three goals.",
    ],
)
def test_what_nobody_says_is_the_narrator_s(body: str) -> None:
    found = said(body, body.split()[1])
    assert (found.speaker, found.mode) == ("", AttributionMode.NONE)


@pytest.mark.parametrize(
    ("body", "words", "speaker"),
    [
        ("Reports from both local and foreign doctors said beds ran out.", "beds ran out",
         "Reports from both local and foreign doctors"),
        ("Several fan blogs claimed the striker had left.", "striker had left",
         "Several fan blogs"),
        ("Residents said the river smelled of oil.", "smelled of oil", "Residents"),
        ("A senior bank official said the loan was refused.", "loan was refused",
         "A senior bank official"),
    ],
)  # fmt: skip
def test_collective_and_unnamed_speakers_are_speakers(body: str, words: str, speaker: str) -> None:
    assert said(body, words).speaker.lower() == speaker.lower()


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Several travel bloggers claimed the ship was late. These bloggers said two doors broke.",
         "two doors broke"),
        ("Several travel bloggers claimed the ship was late. These outlets said two doors broke.",
         "two doors broke"),
        ("Several football bloggers claimed he left. The reports said that he had signed in Rome.",
         "signed in Rome"),
        ("Several health bloggers claimed it works. The posts said 40 patients were cured.",
         "40 patients"),
    ],
)  # fmt: skip
def test_outlets_reports_and_bloggers_go_back_to_one_source(body: str, words: str) -> None:
    reading = read(body)
    first = reading.claims[1].attributions[0].source
    assert first is not None
    assert claim_of(reading, words).attributions[0].source == first


@pytest.mark.parametrize(
    ("body", "words", "inner"),
    [
        ("The Harbour Clinic said that the ministry claimed the drug was safe.", "drug was safe",
         "ministry"),
        ("The League Office said that the club admitted the fee was unpaid.", "fee was unpaid",
         "club"),
        ("Norden Bank said that the auditor warned that six loans were bad.", "six loans were bad",
         "auditor"),
        ("Mayor Ida Holm said that residents claimed the well was dry.", "well was dry",
         "residents"),
    ],
)  # fmt: skip
def test_a_report_within_a_report_keeps_its_chain(body: str, words: str, inner: str) -> None:
    found = said(body, words)
    assert inner in found.speaker.lower()
    assert len(found.via) == 1


@pytest.mark.parametrize(
    ("body", "words", "source"),
    [
        ("The other candidate, Mayor Ida Holm, said rents fell.", "rents fell", "holm"),
        ("A nurse on the night shift, Ruth Adler, said two beds broke.", "two beds", "adler"),
        ("The only witness, clerk Omar Haddad, said he saw nine files.", "nine files", "haddad"),
        ("Captain Ben Adeyemi, who said the pitch froze, left.", "pitch froze", "adeyemi"),
    ],
)
def test_a_name_beside_a_description_is_the_speaker(body: str, words: str, source: str) -> None:
    assert said(body, words).source == source


def test_a_think_tank_does_not_think() -> None:
    body = "The Oslo-based think tank Institute for Rents (IR) said that rents fell by a tenth."
    found = said(body, "fell by a tenth")
    assert "Institute for Rents" in found.speaker


@pytest.mark.parametrize(
    ("body", "words", "source"),
    [
        ("Mayor Ruth Adler said rents fell. Sheriff Omar Haddad said thefts fell. She added that "
         "schools opened.", "schools opened", "adler"),
        ("Mr. Lund said sales rose. Surgeon Ida Holm said wards closed. He warned that more would "
         "follow.", "more would follow", "lund"),
        ("Coach Ruiz said the pitch froze. Keeper Anna Holm broke her wrist. She said the ice was "
         "grey.", "the ice was grey", "holm"),
        ("Council spokeswoman Adler said the vote was fair. Judge Peter Lund said it was void. She "
         "said an appeal was filed.", "an appeal was filed", "council"),
    ],
)  # fmt: skip
def test_he_and_she_go_back_to_somebody_they_fit(body: str, words: str, source: str) -> None:
    assert said(body, words).source == source


def test_a_pronoun_tells_of_a_speaker_of_whom_nothing_else_does() -> None:
    body = (
        "Analyst Sasha Koval said rates rose. She said banks gained. Trader Robin Ferro said "
        "prices fell. He said shops lost. She said that nobody was ready."
    )
    assert said(body, "nobody was ready").source == "koval"


@pytest.mark.parametrize(
    ("body", "source"),
    [
        ("The Ohio Supreme Court said the map was void.", "ohio-supreme-court"),
        ("The Supreme Court of India said the map was void.", "supreme-court-of-india"),
        ("The U.S. Supreme Court said the map was void.", "us-supreme-court"),
        ("The Supreme Court said the map was void.", "us-supreme-court"),
    ],
)
def test_a_court_of_another_place_is_another_source(body: str, source: str) -> None:
    assert said(body, "the map was void").source == source


@pytest.mark.parametrize(
    ("body", "words", "source"),
    [
        ("Mayor Ida Holm opened the pool. The mayor said it had cost too much.",
         "it had cost too much", "holm"),
        ("The ferry stops on Friday, but buses will run, the council added.",
         "buses will run", "council"),
        ("Ruiz said the bus was late. It said fares would rise.", "fares would rise", None),
        ("Omar Haddad, the judge, one of three on the panel, said the law was clear.",
         "the law was clear", "haddad"),
        ("Ruth Adler, 56, who runs the clinic, said nine beds were empty.",
         "nine beds were empty", "adler"),
        ("Judge Ida Holm said the film was lost, adding that nobody had copied it.",
         "nobody had copied it", "holm"),
        ("Delegates questioned the count. Coach Ben Ruiz said it was late. He said it was cold.",
         "it was cold", "ruiz"),
    ],
)  # fmt: skip
def test_the_speaker_is_who_the_words_mean(body: str, words: str, source: str | None) -> None:
    assert said(body, words).source == source


def test_a_transcript_gives_each_turn_to_its_speaker() -> None:
    body = "“ADLER: Nine beds are empty in this clinic today.\n\n“RUIZ: They were full in May."
    assert said(body, "Nine beds").speaker == "ADLER"
    assert said(body, "full in May").speaker == "RUIZ"


def test_a_town_before_a_colon_is_no_speaker() -> None:
    assert said("OSLO: The minister left the cabinet on Friday.", "left the cabinet").speaker == ""
