"""Near-identical texts: copies, reprints, excerpts; and what only looks like them."""

import time

from verifier.comparison.near_duplicates import LEAST, near_duplicates, nearest, shingles

WIRE = (
    "The harbour of the old town was closed on Tuesday after a crane fell onto the quay. Nobody "
    "was hurt, the port authority said, but two fishing boats were damaged and the ferry to the "
    "island did not run until the evening. Engineers will inspect the remaining cranes this week."
)
OTHER = (
    "Farmers in the valley expect the best harvest of cherries in a decade. A warm spring and "
    "little rain in May have helped, the growers’ association writes, although pickers are hard "
    "to find and prices at the market have fallen by a third since last summer in most villages."
)


def test_a_reprint_is_near_identical_both_ways() -> None:
    reprint = WIRE.replace("Tuesday", "Tuesday night").upper()
    [found] = near_duplicates(WIRE, {"reprint": reprint}).values()
    assert found.of_text > 0.8
    assert found.of_other > 0.8


def test_a_text_taken_into_a_longer_one_shows_the_direction() -> None:
    [found] = near_duplicates(WIRE, {"digest": f"{OTHER} {WIRE} {OTHER[::-1]}"}).values()
    assert found.of_text == 1.0
    assert found.of_other < 0.6


def test_punctuation_capitals_and_diacritics_do_not_hide_a_copy() -> None:
    copy = WIRE.replace(",", " –").replace("boats", "BOATS").replace("harbour", "harbôur")
    assert list(near_duplicates(WIRE, {"copy": copy})) == ["copy"]


def test_other_texts_are_not_near() -> None:
    assert near_duplicates(WIRE, {"other": OTHER}) == {}


def test_one_shared_sentence_is_a_quotation_and_no_copy() -> None:
    quoting = OTHER + " Engineers will inspect the remaining cranes this week."
    assert near_duplicates(WIRE, {"quoting": quoting}) == {}


def test_short_texts_are_never_near() -> None:
    line = "The harbour was closed on Tuesday."
    assert near_duplicates(line, {"same": line}) == {}
    assert near_duplicates("", {"empty": ""}) == {}
    assert len(shingles(line)) < LEAST


def test_boilerplate_of_many_texts_does_not_make_them_near() -> None:
    footer = (
        " This material may be reprinted by members of the association as long as the source is "
        "named and nothing is changed; write to the desk for pictures, sound and further details."
    )
    library = {n: " ".join(f"word{n}x{k}" for k in range(30)) + footer for n in range(FEW_TEXTS)}
    assert near_duplicates(" ".join(f"mine{k}" for k in range(30)) + footer, library) == {}


FEW_TEXTS = 12


def test_a_copy_is_found_among_texts_with_the_same_footer() -> None:
    footer = (
        " Reprinted by permission of the association of independent local newspapers, all told."
    )
    library = {n: f"{' '.join(f'w{n}k{k}' for k in range(40))}{footer}" for n in range(FEW_TEXTS)}
    library[99] = WIRE + footer
    assert list(near_duplicates(WIRE + footer, library)) == [99]


def test_the_longest_shared_run_is_shown() -> None:
    mine = f"Our desk writes here first. {WIRE}"
    [found] = near_duplicates(mine, {"wire": WIRE}).values()
    assert found.words.of(mine) == WIRE.rstrip(".")


def test_a_text_of_one_word_repeated_has_one_shingle() -> None:
    assert len(shingles("spam " * 10_000)) == 1
    assert near_duplicates("spam " * 10_000, {"spam": "spam " * 10_000}) == {}


def test_the_threshold_is_the_callers() -> None:
    half = WIRE[: len(WIRE) // 2] + OTHER
    assert near_duplicates(WIRE, {"half": half}, 0.9) == {}
    assert list(near_duplicates(WIRE, {"half": half}, 0.3)) == ["half"]


def test_the_nearest_comes_first() -> None:
    found = near_duplicates(WIRE, {"part": WIRE[:150] + OTHER, "whole": WIRE}, 0.3)
    assert list(found) == ["whole", "part"]


def test_cyrillic_and_hangul_texts_are_compared_too() -> None:
    text = "Порт старого города закрыт во вторник после падения крана на причал у воды " * 1
    text += "никто не пострадал но две лодки повреждены и паром на остров не ходил до вечера"
    assert list(near_duplicates(text, {"copy": text.upper()})) == ["copy"]
    korean = " ".join(f"단어{n}가 항구에서" for n in range(20))
    assert list(near_duplicates(korean, {"copy": korean})) == ["copy"]


def test_time_grows_with_length_and_not_its_square() -> None:
    def seconds(words: int) -> float:
        text = " ".join(f"w{n}" for n in range(words))
        mine, others = shingles(text), {n: shingles(text).places.keys() for n in range(2)}
        runs = []
        for _ in range(3):
            begin = time.process_time()
            shingles(text)
            nearest(mine, others)
            runs.append(time.process_time() - begin)
        return min(runs)

    assert seconds(40_000) < 12 * seconds(8_000)
