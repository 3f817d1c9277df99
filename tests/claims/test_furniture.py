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


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Loading comments...", Exclusion.NAVIGATION),
        ("There was an error processing your request.", Exclusion.NAVIGATION),
        ("You are now subscribed.", Exclusion.NAVIGATION),
        ("Comments are closed.", Exclusion.NAVIGATION),
        ("Keep up with the latest from the harbour in your inbox.", Exclusion.ADVERTISEMENT),
        ("Hurry before the boats are gone!", Exclusion.ADVERTISEMENT),
        ("Follow The Harbour Gazette on Facebook and Instagram.", Exclusion.ADVERTISEMENT),
        ("— Lena Ortiz (@lena_ortiz) February 3, 2021", Exclusion.BYLINE),
        ("Lena Ortiz and Ben Ash, Associated Press", Exclusion.BYLINE),
        ("Lena Ortiz is a freelance writer living in Bergen", Exclusion.BYLINE),
        ("RT @harbour: the tunnel is open https://example.org/a1", Exclusion.NAVIGATION),
        ("How a Tunnel Is Dug (3:05)", Exclusion.NAVIGATION),
        ("12 Quay Street, Ames, IA 50010", Exclusion.CONTACT),
        ("phone: +47 55 123 4567", Exclusion.CONTACT),
        ("Related: Ferry runs aground off the pier", Exclusion.NAVIGATION),
        ("Wednesday 3 February 2021 11:42, UK", Exclusion.CRAWL_DATE),
        (
            "Published Wed, Feb 3 20217:05 AM ESTUpdated Wed, Feb 3 20217:16 AM EST",
            Exclusion.CRAWL_DATE,
        ),
        ("Wednesday, February 3, 2021 Bergen, Norway 3° Cloudy", Exclusion.WEATHER),
        ("Copyright @ 2021 The Harbour Gazette.", Exclusion.ADVERTISEMENT),
        ("Registered office: 1 Quay Street.", Exclusion.ADVERTISEMENT),
    ],
)
def test_lines_of_the_page_itself_are_known_by_their_form(line: str, why: Exclusion) -> None:
    assert reasons(f"{STORY}\n{line}\n") == {line: why}


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        (
            "Divers went down on Friday.Credit...Lena Ortiz/The Gazette",
            "Credit...Lena Ortiz/The Gazette",
        ),
        ("Divers seen at the tunnel on FridayCredit: Harbour Press", "Credit: Harbour Press"),
        ("Image caption Divers went down on Friday.", "Image caption "),
        ("Divers went down. (LENA ORTIZ/PRESS PHOTO AGENCY)", "(LENA ORTIZ/PRESS PHOTO AGENCY)"),
    ],
)
def test_a_credit_that_sticks_to_its_caption_is_cut_off(line: str, credit: str) -> None:
    assert reasons(f"{STORY}\n{line}\n") == {credit: Exclusion.CREDIT}


TEASERS = [
    ("Ferry runs aground off the pier", "The ferry was on its way to the islands."),
    ("Council votes to widen the ring road", "The vote was close, and the road is old."),
    ("Bakers win the cup after extra time", "It was their first cup in nine years of trying."),
]


def test_headlines_above_their_teasers_are_navigation_and_the_teasers_stay() -> None:
    page = STORY + "\n" + "\n\n".join(f"{head}\n\n{text}" for head, text in TEASERS) + "\n"
    assert reasons(page) == {head: Exclusion.NAVIGATION for head, _ in TEASERS}


def test_a_menu_of_headlines_before_the_story_is_navigation() -> None:
    links = [f"Harbour firm number {n} wins a contract" for n in ("one", "two", "six", "nine")]
    links += [f"Port of {name} says it will reopen" for name in ("Ames", "Lund", "Bray", "Cork")]
    found = reasons("\n".join(links) + "\n\n" + STORY)
    assert set(links[:6]) <= set(found)
    assert STORY.split("\n", 1)[0] not in found


@pytest.mark.parametrize("lead_in", ["The port found:", "The report lists three faults:"])
def test_a_list_under_a_colon_is_no_menu(lead_in: str) -> None:
    items = "Two pumps had failed\nThe alarm had been switched off\nNobody was on duty that night"
    assert reasons(STORY.replace("\n\nEngineers", f"\n\n{lead_in}\n{items}\n\nEngineers")) == {}


def test_a_headline_cut_off_by_its_page_is_navigation() -> None:
    line = "Council votes to widen the ring road near..."
    assert reasons(f"{STORY}\n{line}\n") == {line: Exclusion.NAVIGATION}


@pytest.mark.parametrize(
    "line",
    [
        "There was an error in the count, the port said.",
        "Copied plans were found in the office of the engineer.",
        "Keep the children at home, the latest order says, until the water is gone.",
        "Lena Ortiz is a writer, said the port, and no engineer.",
        "Nobody lives in Ames 50010 now.",
        "“I ran …” she said, and stopped.",
        "“We watched the latest news,” a diver said.",
    ],
)
def test_sentences_that_look_like_words_of_the_page_stay(line: str) -> None:
    assert furniture(f"{STORY}\n{line}\n") == ()
