"""Posts as queries, reasons, and claims that say the same thing."""

import pytest

from verifier.evidence.likeness import alike
from verifier.evidence.posts import plain_query
from verifier.evidence.reasons import reasons
from verifier.language.terms import terms
from verifier.model.candidate import Candidate, Pool
from verifier.model.evidence import EvidenceLabel


def claims(*texts: str) -> Pool:
    held = [set(terms(text)) for text in texts]
    counts = {term: sum(term in each for each in held) for term in set().union(*held)}
    found = tuple(Candidate(EvidenceLabel(f"s/C{n}"), 0, 1, text) for n, text in enumerate(texts))
    return Pool(found, counts, len(texts) + 50, 8.0)


@pytest.mark.parametrize(
    ("post", "plain"),
    [
        ("Look #SaveTheRiver2024", "Look Save The River 2024"),
        ("RT @river_watch: dam open www.example.org/a?b=c", "river watch: dam open"),
        ("5 &amp; 6", "5 6"),
        ("no marks at all", "no marks at all"),
        ("@", "@"),
    ],
)
def test_a_post_is_read_as_a_person_reads_it(post: str, plain: str) -> None:
    assert plain_query(post) == plain


def test_the_same_thing_in_other_words_is_found_first() -> None:
    pool = claims("The dam at Averly failed in 1911.", "The mayor of Averly resigned.")
    found = alike("In 1911 the Averly dam failed", pool)
    assert [each.candidate.evidence for each in found] == ["s/C0"]
    assert found[0].share == pytest.approx(1.0)


def test_kindred_words_count_in_part() -> None:
    pool = claims("Flooding ruined the Averly libraries.")
    (found,) = alike("Floods ruined the Averly library", pool)
    assert 0.5 < found.share <= 1


def test_claims_without_telling_words_are_alike_to_none() -> None:
    assert alike("It was so", claims("It is so.")) == ()


def test_reasons_are_words_as_the_query_writes_them() -> None:
    found = reasons("Did Kern sell 1,200 barges?", "Kern was selling 1200 barges", {})
    assert found.names == ("Kern",)
    assert found.numbers == ("1,200",)
    assert found.words == ("sell", "barges")


def test_the_rarest_reasons_come_first() -> None:
    found = reasons("barges and ships", "ships, barges", {"barg": 9, "ship": 2})
    assert found.words == ("ships", "barges")


def test_a_passage_found_by_kindred_words_says_so() -> None:
    assert str(reasons("Trinidad", "Trinidadian", {})) == "kindred words"
