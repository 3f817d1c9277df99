import time

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


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Feb. 3rd 2021 8:54 am PT", Exclusion.CRAWL_DATE),
        ("Updated Feb 3, 9:41 AM; Posted Feb 2, 8:19 PM", Exclusion.CRAWL_DATE),
        ("Feb 3, 2021 at 9:24 pm ET  • 2 min read", Exclusion.CRAWL_DATE),
        ("Written by Lena Ortiz, MD on February 3, 2021", Exclusion.BYLINE),
        ("Medically reviewed by Lena Ortiz, PhD", Exclusion.BYLINE),
        ("Автор: Лена Ортис", Exclusion.BYLINE),
        ("Lena Ortiz - Feb 3, 2021, 10:31 pm CET", Exclusion.BYLINE),
        ("Get the news of the harbour every day", Exclusion.NAVIGATION),
        ('<img src="https://example.org/pixel?a=1&amp;b=2">', Exclusion.MARKUP),
        ("Cover image: Lena Ortiz", Exclusion.CREDIT),
        (
            "You can unsubscribe at any time and we never share your e-mail.",
            Exclusion.ADVERTISEMENT,
        ),
        ("By choosing Yes, you consent to our use of cookies.", Exclusion.ADVERTISEMENT),
        ("This text may not be reproduced without permission.", Exclusion.ADVERTISEMENT),
        ("4 shares   example.org   Harbours   Tunnels", Exclusion.NAVIGATION),
        ('<img height="1" src="https://example.org/pixel">', Exclusion.MARKUP),
    ],
)
def test_more_furniture_is_known_by_its_form(line: str, why: Exclusion) -> None:
    assert reasons(f"{STORY}\n{line}\n") == {line: why}


@pytest.mark.parametrize(
    "line",
    [
        "MORE FROM THE HARBOUR",
        "Five Things To Know About Tunnels",
        "How Much Water Does It Take To Close a Tunnel",
    ],
)
def test_headlines_of_other_stories_are_navigation(line: str) -> None:
    assert reasons(f"{STORY}\n{line}\n") == {line: Exclusion.NAVIGATION}


def test_headlines_in_a_row_after_the_story_are_navigation() -> None:
    links = [
        "Ferry runs aground off the pier",
        "Council votes to widen the ring road",
        "Bakers win the cup after extra time",
        "School opens its new library",
    ]
    assert set(reasons(STORY + "\n" + "\n\n".join(links) + "\n")) >= set(links[1:])


def test_a_line_that_repeats_the_headline_is_navigation() -> None:
    headline = STORY.split("\n", 1)[0]
    assert reasons(f"{STORY}\n{headline}\n") == {headline: Exclusion.NAVIGATION}


@pytest.mark.parametrize("sign", ["|", "-", "–"])
def test_the_title_of_the_page_is_a_masthead(sign: str) -> None:
    title = f"{STORY.splitlines()[0]} {sign} Harbour Gazette"
    assert reasons(f"{title}\n\n{STORY}") == {title: Exclusion.MASTHEAD}


def test_a_sentence_with_an_address_is_left_out_of_its_paragraph() -> None:
    text = f"{STORY}\nThe council meets on Friday. Write to desk@example.org with questions.\n"
    assert reasons(text) == {"Write to desk@example.org with questions.": Exclusion.CONTACT}


@pytest.mark.parametrize(
    "line",
    [
        "The council said that you will not need your pass in the tunnel.",
        "NATO and the EU sent divers.",
        "Mayor Carla Benson, Governor Ben Ash and Sheriff Tom Lund went down.",
        "The site example.org first showed the leak.",
        "June 9 -- Harbour Hall, Bergen",
        "The Harbour/Gazette poll found that most people want a bridge.",
        "The firm earned a commission of 3 million on the purchase of the site.",
    ],
)
def test_sentences_that_look_like_parts_of_a_page_stay(line: str) -> None:
    assert furniture(f"{STORY}\n{line}\n") == ()


def test_a_table_of_dates_inside_a_story_stays() -> None:
    dates = "\n".join(f"June {n} -- Harbour Hall, Bergen" for n in range(2, 8))
    assert furniture(STORY.replace("\n\nEngineers", f"\n\n{dates}\n\nEngineers")) == ()


def test_furniture_in_furniture_is_one_range() -> None:
    line = "Write to the desk [photo: Ann Lee] at desk@example.org, it is open."
    assert reasons(f"{STORY}\nThe hall is shut today. {line}\n") == {line: Exclusion.CONTACT}


def test_a_page_of_labels_takes_linear_time() -> None:
    page = "".join(f"A label of the page with the number {n}\n" for n in range(20_000))
    started = time.process_time()
    furniture(page)
    assert time.process_time() - started < 20
