"""Candidates are ranked by all that a query says."""

from hypothesis import given
from hypothesis import strategies as st

from verifier.evidence.ranking import rank
from verifier.language.terms import terms
from verifier.model.candidate import Candidate, Pool
from verifier.model.evidence import EvidenceLabel

FILLER = tuple(f"Nothing of note was written on page {n} of the ledger." for n in range(8))


def pool_of(*texts: str, near: dict[int, frozenset[str]] | None = None) -> Pool:
    """The texts as candidates E0, E1, … of an index that holds nothing else but filler."""
    candidates = tuple(
        Candidate(EvidenceLabel(f"E{at}"), 0, len(text), text, (near or {}).get(at, frozenset()))
        for at, text in enumerate(texts)
    )
    everything = [set(terms(text)) for text in (*texts, *FILLER)]
    known = set().union(*everything)
    counts = {term: sum(term in each for each in everything) for term in known}
    mean = sum(len(terms(text)) for text in (*texts, *FILLER)) / len(everything)
    return Pool(candidates, counts, len(everything), mean)


def order(query: str, pool: Pool) -> list[str]:
    return [each.candidate.evidence for each in rank(query, pool)]


def test_the_passage_with_more_of_the_words_is_first() -> None:
    pool = pool_of("The mill burned.", "The mill by the river burned in March.")
    assert order("The mill by the river burned", pool)[0] == "E1"


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    pool = pool_of("The bridge stood.", "The bridge stood again.", "A zeppelin was seen.")
    assert order("bridge zeppelin", pool)[0] == "E2"


def test_a_kindred_word_counts_where_the_word_is_missing() -> None:
    pool = pool_of("A dancer from Norway won.", "A Trinidadian dancer won.")
    assert order("The dancer is from Trinidad", pool)[0] == "E1"


def test_words_in_the_order_of_the_query_come_first() -> None:
    pool = pool_of("Guard to home came the dog.", "Home guard came to the dog.")
    assert order("the home guard", pool)[0] == "E1"


def test_words_that_stand_together_come_first() -> None:
    apart = "The dam was old. " + "It rained on and on in the hills that week. " * 5 + "It burst."
    together = "The old dam burst. " + "It rained on and on in the hills that week. " * 5 + "So."
    assert order("dam burst", pool_of(apart, together))[0] == "E1"


def test_what_stands_around_a_passage_decides_between_equals() -> None:
    pool = pool_of("He denied it.", "He denied it.", near={1: frozenset(terms("governor"))})
    assert order("The governor denied it", pool)[0] == "E1"


def test_equal_passages_keep_their_order() -> None:
    assert order("mill", pool_of("A mill.", "A mill.", "A mill.")) == ["E0", "E1", "E2"]


def test_an_empty_pool_gives_nothing() -> None:
    assert rank("anything", Pool((), {}, 0, 0.0)) == ()


@given(st.text(max_size=80), st.lists(st.text(max_size=80), max_size=6))
def test_any_query_ranks_any_texts(query: str, texts: list[str]) -> None:
    assert sorted(order(query, pool_of(*texts))) == [f"E{at}" for at in range(len(texts))]
