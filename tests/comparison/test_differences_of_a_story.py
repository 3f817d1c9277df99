"""A war story beside its sources: what a number, a date, a place or a quote shows is found."""

from comparison.comparing_cases import compared

from verifier.comparison.compare import compare
from verifier.model.scales import ComparisonResult, FacetType, Fidelity

DIFFERS = ComparisonResult.DIFFERS


def test_the_country_where_they_were_killed_differs() -> None:
    claim = "Washington says soldiers sent by Pyongyang have been killed in Ukraine."
    passage = "Soldiers were killed in action on the battlefield inside Russia, he said."
    found = compared(claim, passage, "Ukraine")
    assert found.result is DIFFERS
    assert found.why == "Russia there"


def test_three_missing_are_not_at_least_three() -> None:
    claim = "Three soldiers went missing near the village."
    for passage in (
        "At least three soldiers went missing near the village.",
        "Щонайменше троє військових зникли безвісти біля села.",
        "По меньшей мере трое военных пропали без вести у села.",
    ):
        assert compared(claim, passage, "Three").result is DIFFERS


def test_about_300_are_not_200_to_300() -> None:
    claim = "They killed approximately 300 Ukrainian soldiers."
    for passage in (
        "By their account 200 to 300 Ukrainian soldiers were killed.",
        "По их словам, убито от 200 до 300 украинских военных.",
    ):
        assert compared(claim, passage, "approximately 300").result is DIFFERS


def test_losses_of_mixed_units_are_not_those_of_one_side() -> None:
    claim = "Some 200 North Koreans are among the losses."
    passage = "The losses of the mixed units stand at about 200 servicemembers."
    found = compared(claim, passage, "Some 200")
    assert found.result is DIFFERS
    assert found.why == "it counts people of several sides together there"


def test_thirty_killed_are_not_thirty_killed_and_wounded() -> None:
    claim = "At least 30 North Korean soldiers were killed."
    for passage in (
        "At least 30 North Korean soldiers were killed and wounded.",
        "Вбито та поранено щонайменше 30 північнокорейських військових.",
    ):
        assert compared(claim, passage, "At least 30").result is DIFFERS


def test_the_days_of_the_fighting_differ() -> None:
    claim = "Losses near the villages came on 12 and 13 December."
    for passage in (
        "On December 14 and 15 there were losses near the villages.",
        "Near the villages, losses came on 14 and 15 December 2024.",
    ):
        assert compared(claim, passage, "12 and 13").result is DIFFERS


def test_place_names_in_other_spellings_and_scripts_are_known() -> None:
    claim = "Clashes at Martinivka and Vorobzha went on."
    for passage in ("Clashes at Martynovka and Vorozhba.", "Бої біля Мартинівки та Ворожби."):
        found = [each for each in compare(claim, passage) if each.type is not FacetType.DATE]
        assert all(
            each.result in (ComparisonResult.SAME, ComparisonResult.COMPATIBLE) for each in found
        )
        assert len(found) == 2


def test_considerable_in_quotation_marks_is_not_significant() -> None:
    claim = "He spoke of a “considerable number” of troops."
    found = compared(claim, "He spoke of a significant number of troops.", "considerable number")
    assert (found.result, found.fidelity) == (DIFFERS, Fidelity.CHANGED)


def test_will_likely_became_could() -> None:
    claim = "The language barrier could lead to friction in joint operations."
    passage = "The language barrier “will likely continue” to cause friction in joint operations."
    found = compared(claim, passage, "could")
    assert (found.result, found.fidelity) == (DIFFERS, Fidelity.WEAKER)


def test_as_many_as_200_is_shown_beside_about_200() -> None:
    claim = "As many as 200 soldiers were lost."
    found = compared(claim, "About 200 soldiers were lost that day.", "As many as 200")
    assert found.result is DIFFERS


def test_the_country_differs_also_where_it_is_named_for_something_else() -> None:
    claim = "The soldiers have been killed in Ukraine."
    passage = (
        "Soldiers were killed inside Russia, he said. They were killed in Russia on Monday. If "
        "they were to cross the border into Ukraine, that would be an escalation."
    )
    assert compared(claim, passage, "Ukraine").result is DIFFERS
