"""What is claimed: each shape of statement that news prose hides a claim in, in small stories."""

import pytest
from claims.reading_cases import claim_of, read, said

from verifier.model.claim import Claim
from verifier.model.scales import AttributionMode, Checkability, ClaimType, Exclusion, Weight


def texts(body: str) -> list[str]:
    """The words of every claim of a body."""
    return [c.selector.exact for c in read(body).claims if c.selector]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("The ministry did not provide figures for the flood.", "did not provide figures"),
        ("The club never paid the fee for the striker.", "never paid the fee"),
        ("No patients were moved from the clinic on Friday.", "No patients were moved"),
        ("The bank has not published its accounts since 2019.", "has not published"),
    ],
)
def test_what_did_not_happen_is_a_factual_claim(body: str, words: str) -> None:
    assert claim_of(read(body), words).checkability is Checkability.FACTUAL


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Doctors said the cut could lead to longer queues.", "could lead to longer queues"),
        ("If rents rise again, the council may freeze them.", "may freeze them"),
        ("The league said the final would be moved if it snows.", "would be moved"),
        ("The mayor said the strike might close nine schools.", "might close nine schools"),
    ],
)
def test_conditionals_are_checked_only_for_having_been_said(body: str, words: str) -> None:
    found = claim_of(read(body), words).checkability
    assert found in (Checkability.STATEMENT_ONLY, Checkability.FORECAST)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Norden Bank said profits will fall by a tenth next year.", "will fall"),
        ("The clinic said it will open two wards in May.", "will open"),
        ("The striker will miss the final, the coach said.", "will miss the final"),
        ("The council said rents will double by 2030.", "will double"),
    ],
)
def test_what_is_to_come_is_a_forecast_or_a_mere_statement(body: str, words: str) -> None:
    found = claim_of(read(body), words).checkability
    assert found in (Checkability.STATEMENT_ONLY, Checkability.FORECAST)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("“It was a beautiful goal,” Ben Adeyemi said.", "beautiful goal"),
        ("The mayor said the plan was a shameful mistake.", "shameful mistake"),
        ("“This is the worst ruling of all,” lawyer Ann Lee said.", "worst ruling"),
        ("“The service is terrible,” the patient said.", "terrible"),
    ],
)
def test_opinion_is_not_checkable(body: str, words: str) -> None:
    assert claim_of(read(body), words).checkability is Checkability.OPINION


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Mayor Ida Holm said a “large number” of shops had shut.", "large number"),
        ("The coach called the pitch “a field of ice” after the game.", "field of ice"),
        ("The judge said the clerk “hid nine files” in May.", "hid nine files"),
        ("Doctors said the drug had “no effect at all” on 40 patients.", "no effect"),
    ],
)
def test_a_quote_fragment_stays_inside_its_paraphrase(body: str, words: str) -> None:
    claim = claim_of(read(body), words)
    assert claim.selector is not None
    assert len(claim.selector.exact) > len(words) + 10
    assert claim.attributions[0].mode is AttributionMode.QUOTE_FRAGMENT


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ("The river burst its banks in two hours, flooding about 300 homes.",
         ("burst its banks in two hours", "flooding about 300 homes")),
        ("The bank closed six branches, and its clients lost 2 million.",
         ("The bank closed six branches", "its clients lost 2 million")),
        ("Sales rose in May, although profits fell by half.",
         ("Sales rose in May", "profits fell by half")),
        ("The clinic was rebuilt in May and treats 90 patients a day.",
         ("The clinic was rebuilt in May", "treats 90 patients a day")),
        ("The club, which owes 4 million, was sold in June.",
         ("which owes 4 million", "was sold in June")),
    ],
)  # fmt: skip
def test_a_sentence_with_several_statements_gives_several_claims(
    body: str, parts: tuple[str, str]
) -> None:
    found = texts(body)
    shortest = [min((t for t in found if part in t), key=len) for part in parts]
    assert len(set(shortest)) == 2


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Dockers union spokesperson Ann Lee said pay fell.", "Dockers union spokesperson Ann Lee"),
        ("Harbour Clinic director Omar Haddad left in May.", "Harbour Clinic director Omar Haddad"),
        ("Finance minister Eva Lind resigned on Friday.", "Finance minister Eva Lind"),
        ("Rovers captain Ben Adeyemi broke his hand.", "Rovers captain Ben Adeyemi"),
    ],
)
def test_a_role_beside_a_name_is_a_claim_of_identity(body: str, words: str) -> None:
    claim = claim_of(read(body), words)
    assert claim.selector is not None
    assert claim.selector.exact == words
    assert ClaimType.IDENTITY in claim.types


@pytest.mark.parametrize(
    ("body", "short", "slug"),
    [
        ("The Coast Rescue Service (CRS) said a boat sank. The CRS said two men swam.", "CRS",
         "coast-rescue-service"),
        ("The Harbour Health Board (HHB) said beds ran out. The HHB said nine left.", "HHB",
         "harbour-health-board"),
        ("The Northern Football League (NFL) said he lied. The NFL said it fined him.", "NFL",
         "northern-football-league"),
        ("The City Tenants Union (CTU) said rents rose. The CTU said 40 people moved.", "CTU",
         "city-tenants-union"),
    ],
)  # fmt: skip
def test_an_acronym_in_brackets_is_a_name_of_its_source(body: str, short: str, slug: str) -> None:
    reading = read(body)
    [source] = reading.sources
    assert source.slug == slug
    assert short in source.aliases


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Ferry line confirms nine injured at pier",
         "The ferry line confirmed that nine people were injured at the pier."),
        ("Clinic closes two wards over staff shortage",
         "The Harbour Clinic closed two wards on Friday because of a staff shortage."),
        ("Judge voids contract of Rovers striker",
         "A judge voided the contract of the Rovers striker Ben Adeyemi."),
        ("Council freezes rents for 900 homes",
         "The council froze rents for 900 homes, it said on Friday."),
    ],
)  # fmt: skip
def test_a_headline_restates_the_lead(headline: str, body: str) -> None:
    reading = read(body + "\n\nMore is known on Monday.", headline)
    first = reading.claims[0]
    assert first.restates in {claim.label for claim in reading.claims[1:]}


@pytest.mark.parametrize(
    ("body", "hedge"),
    [
        ("The drug has possibly harmed nine patients.", "possibly"),
        ("The fee was probably paid in June.", "probably"),
        ("The clerk allegedly hid six files.", "allegedly"),
        ("The well was apparently dry in May.", "apparently"),
    ],
)
def test_the_story_s_own_hedge_is_kept(body: str, hedge: str) -> None:
    assert said(body, hedge).hedge == hedge


@pytest.mark.parametrize(
    "caption",
    [
        "Nurses wait outside the clinic, in a photo taken on May 3.",
        "Fans leave the stadium after the final on Sunday.",
        "The bank’s new branch in Malmo, opened in June.",
        "A lawyer enters the court in this picture from Friday.",
    ],
)
def test_a_caption_is_a_claim(caption: str) -> None:
    body = f"The region was quiet on Friday.\n\n{caption}\n\nNothing else was heard on Friday."
    assert claim_of(read(body), caption.split(",")[0].removesuffix("."))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Is the route safe?", Exclusion.QUESTION),
        ("Who pays for the bridge now?", Exclusion.QUESTION),
        ("Can the clinic be saved?", Exclusion.QUESTION),
        ("Will the striker ever play again?", Exclusion.QUESTION),
    ],
)
def test_a_bare_question_is_no_claim(line: str, why: Exclusion) -> None:
    body = f"The region was quiet on Friday. {line} Nothing else was heard."
    reading = read(body)
    assert why in {each.why for each in reading.excluded}
    assert all(line not in text for text in texts(body))


@pytest.mark.parametrize(
    "furniture",
    ["12° C", "By Lena Ortiz", "l.ortiz@example.org", "[Photo: handout]", "Share on Facebook"],
)
def test_page_furniture_is_no_claim(furniture: str) -> None:
    body = f"The region was quiet on Friday.\n\n{furniture}\n\nNothing else was heard on Friday."
    assert all(furniture not in text for text in texts(body))


LEAD = "Nine patients died at the Harbour Clinic on Friday, the ministry said."


@pytest.mark.parametrize(
    ("body", "words", "weight"),
    [
        (LEAD, "Nine patients died", Weight.LOAD_BEARING),
        ("The league met on Friday.\n\nTwo fans were killed in Malmo.", "Two fans were killed",
         Weight.LOAD_BEARING),
        ("The bank met on Friday.\n\nThe bank, which owes 4 million, was sold.", "which owes",
         Weight.INCIDENTAL),
        ("The court met on Friday.\n\nThe clerk lost six files in May.", "lost six files",
         Weight.SUPPORTING),
    ],
)  # fmt: skip
def test_weights_follow_the_stated_rules(body: str, words: str, weight: Weight) -> None:
    claim: Claim = claim_of(read(body), words)
    assert claim.weight is weight


def test_the_month_of_may_makes_no_forecast() -> None:
    assert claim_of(read("Rents in the port have doubled since May."), "doubled").checkability is (
        Checkability.FACTUAL
    )


def test_a_place_is_known_by_the_words_around_it_in_cyrillic_too() -> None:
    body = "Президент Олена Ткач заявила, що двоє людей загинули у Сумській області."
    facets = claim_of(read(body), "загинули").facets
    assert ("place", "Сумській") in {(facet.type.value, facet.text) for facet in facets}


@pytest.mark.parametrize(
    "body",
    [
        "Sleep was linked to more hunger and lower levels of iron in the study.",
        "She wanted to hide her dealings and favors from the board of the bank.",
        "The firm plans to cut the price and raise the wage of every clerk.",
    ],
)
def test_and_within_a_phrase_splits_no_claim(body: str) -> None:
    assert len(texts(body)) == 2  # the headline and the sentence


def test_a_clause_after_a_comma_is_no_participle() -> None:
    body = "If you need help, eating disorder lines are open all night."
    assert not any(words.startswith("eating") and "are open" in words for words in texts(body)[1:])


def test_an_item_that_a_bracket_closes_keeps_its_bracket() -> None:
    assert any(t.endswith("(2)") for t in texts("One study found that fasting led to hunger (2)."))
