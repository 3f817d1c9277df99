import pytest

from verifier.claims.furniture import furniture
from verifier.model.scales import Exclusion

STORY = (
    "Harbour tunnel closed for a week after leak\n\n"
    "The harbour tunnel was closed on Friday after water was found in its northern tube.\n\n"
    "Engineers said the leak was small and that no one was hurt.\n"
)


def reasons(text: str) -> dict[str, Exclusion]:
    return {found.span.of(text): found.why for found in furniture(text)}


def test_a_bare_story_has_no_furniture() -> None:
    assert furniture(STORY) == ()


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("63° F", Exclusion.WEATHER),
        ("Cloudy, 8 C", Exclusion.WEATHER),
        ("Tuesday, June 2, 2020", Exclusion.CRAWL_DATE),
        ("Updated 3 May 2021, 10:15 GMT", Exclusion.CRAWL_DATE),
        ("Home | News | Courts | Weather", Exclusion.NAVIGATION),
        ("Subscribe", Exclusion.NAVIGATION),
        ("We use cookies to improve your visit", Exclusion.ADVERTISEMENT),
        ("Sign up for our morning newsletter", Exclusion.ADVERTISEMENT),
        ("By Lena Ortiz", Exclusion.BYLINE),
        ("BY LENA ORTIZ [l.ortiz@example.org]", Exclusion.BYLINE),
        ("newsdesk@example.org", Exclusion.CONTACT),
        ("Photo: Lena Ortiz", Exclusion.CREDIT),
        ("[Sample text written for a demonstration]", Exclusion.NOTICE),
        ("* * *", Exclusion.MARKUP),
    ],
)
@pytest.mark.parametrize("place", ["before", "after"])
def test_furniture_is_known_by_its_form(line: str, why: Exclusion, place: str) -> None:
    text = f"{line}\n\n{STORY}" if place == "before" else f"{STORY}\n{line}\n"
    assert reasons(text) == {line: why}


def test_a_place_beside_weather_and_date_is_furniture() -> None:
    text = f"9 C\nBergen\nMonday, May 4, 2020\n\n{STORY}"
    assert reasons(text)["Bergen"] is Exclusion.PLACE_LINE


def test_a_credit_in_brackets_leaves_its_caption() -> None:
    caption = "Divers inspect the tunnel on Friday. [Image: handout]"
    assert reasons(f"{STORY}\n{caption}\n") == {"[Image: handout]": Exclusion.CREDIT}


def test_the_dateline_is_furniture_and_the_lead_is_not() -> None:
    text = STORY.replace("The harbour", "BERGEN, May 8, 2020 — The harbour", 1)
    assert reasons(text) == {"BERGEN, May 8, 2020 —": Exclusion.DATELINE}


@pytest.mark.parametrize(
    "line",
    [
        "By noon the tunnel was dry again.",
        "Photo evidence convinced the court of his guilt.",
        "It was 9 C when the divers went down.",
        "On Monday, May 4, 2020, the tunnel was inspected.",
        "Search teams were sent at once.",
    ],
)
def test_sentences_that_begin_like_furniture_stay(line: str) -> None:
    assert furniture(f"{STORY}\n{line}\n") == ()


def test_a_list_of_labels_inside_a_story_is_a_menu() -> None:
    menu = "Courts\nHarbour\nTransit\nWeather maps"
    text = STORY.replace("\n\nEngineers", f"\n\n{menu}\n\nEngineers")
    assert set(reasons(text)) == set(menu.split("\n"))
