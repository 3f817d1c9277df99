"""What belongs to what is said, and who says it, where the sentence makes it hard to see."""

import pytest

from verifier.claims import attributions


def read(text: str) -> set[tuple[str, str]]:
    """Source and content of every attribution of a text, as words."""
    return {
        (
            " | ".join(span.of(text) for span in found.source),
            " | ".join(span.of(text) for span in found.content),
        )
        for found in attributions(text)
    }


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Harbour Union Says Crane Was Never Checked", "Harbour Union", "Crane Was Never Checked"),
        ("Surgeon Reveals He Warned Hospital Twice", "Surgeon", "He Warned Hospital Twice"),
        ("Ruiz Praises Young Keeper After Derby Win", "Ruiz", "Young Keeper"),
        ("City Council Backs New Tram Line", "City Council", "New Tram Line"),
    ],
)
def test_a_title_in_capitals_is_read_like_a_sentence(text: str, source: str, content: str) -> None:
    body = "\n\nThe news came on Friday, and nobody had expected it so soon.\n"
    assert (source, content) in read(text + body)


@pytest.mark.parametrize(
    "name", ["Rose Stone And Mark Price", "Young Boys Against Red Star", "West Ham Park And Ride"]
)
def test_a_title_of_names_attributes_nothing(name: str) -> None:
    body = "\n\nThe day was warm, and the town was full of people from the hills.\n"
    assert read(name + body) == set()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Holm, who said rents had doubled, left the council.", "rents had doubled"),
        ("The coach, who believes the pitch was frozen, was fined.", "the pitch was frozen"),
        ("The bank, which warned that rates would rise, has closed two branches.",
         "that rates would rise"),
        ("Those who support the merger say it is late.", "the merger"),
    ],
)  # fmt: skip
def test_what_a_relative_clause_hands_on_ends_with_the_clause(text: str, content: str) -> None:
    assert content in {said for _, said in read(text)}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The judge urged the jury to ignore the film.", "the jury to ignore the film"),
        ("Doctors asked the ministry to publish the list.", "the ministry to publish the list"),
        ("The club invited its members to vote again.", "its members to vote again"),
        ("The mayor told the contractor to stop.", "to stop"),
    ],
)
def test_who_is_moved_to_act_belongs_to_what_is_wanted(text: str, content: str) -> None:
    assert content in {said for _, said in read(text)}


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The lift had failed twice, said Ruth Adler, a porter.", "Ruth Adler",
         "The lift had failed twice"),
        ("Although sales rose, profits fell by half, said Omar Haddad.", "Omar Haddad",
         "Although sales rose, profits fell by half"),
        ("This cannot go on, the coach told his players as they left.", "the coach",
         "This cannot go on"),
        ("He found no buyer, he said, on condition of anonymity.", "he", "He found no buyer"),
        ("“The keeper was late,” she went on.", "she", "The keeper was late"),
        ("“Was it safe?” the lawyer pressed.", "the lawyer", "Was it safe"),
    ],
)  # fmt: skip
def test_a_speaker_after_the_words_is_found(text: str, source: str, content: str) -> None:
    assert (source, content) in read(text)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Several said they would strike in May.", "Several", "they would strike in May"),
        ("Another says there are 40 beds.", "Another", "there are 40 beds"),
        ("He said there’s no record of the sale.", "He", "there’s no record of the sale"),
        ("One study found the drug helps.", "One study", "the drug helps"),
        ("Polls there show Holm is ahead.", "Polls", "Holm is ahead"),
        ("Rep. Ida Holm, R-N.Y., noted that rents fell.", "Rep. Ida Holm, R-N.Y.",
         "that rents fell"),
        ("The clerk said having two keys was usual.", "The clerk", "having two keys was usual"),
        ("The manager said — in a letter, as it happens — that the shop was sold.",
         "The manager", "that the shop was sold"),
        ("Holm complained to the board’s chair that the minutes were wrong.", "Holm",
         "that the minutes were wrong"),
        ("Asked in Oslo on Monday whether he would stay, Ruiz smiled.", "",
         "whether he would stay"),
        ("The minister would not say whether the road was safe.", "The minister",
         "whether the road was safe"),
    ],
)  # fmt: skip
def test_small_words_do_not_hide_who_speaks(text: str, source: str, content: str) -> None:
    assert (source, content) in read(text)


def test_a_quotation_in_the_next_paragraph_belongs_to_the_colon_above() -> None:
    text = "In a letter to the board, the surgeon wrote:\n\n“Nobody told us of the fault.”\n"
    assert ("the surgeon", "Nobody told us of the fault") in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "The list has three names:\n\n“Ann Lee” is the first.\n",
        "The surgeon wrote:\n\nNobody was told of the fault in the ward.\n",
    ],
)
def test_a_colon_alone_hands_on_no_paragraph(text: str) -> None:
    assert all("Nobody" not in said and "Ann" not in said for _, said in read(text))


def test_a_quotation_within_a_quotation_of_straight_marks_keeps_its_speaker() -> None:
    text = "''They called it 'a miracle,''' the nurse said of the ward.\n"
    assert "the nurse" in {source for source, _ in read(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The firm was fined for again calling its goods local.",
        "He said he thinks the bridge is safe.",
    ],
)
def test_a_thought_or_reason_inside_is_no_attribution_of_its_own(text: str) -> None:
    assert {source for source, _ in read(text)} <= {"He"}
    assert len(read(text)) <= 1
