"""The policy is data: shipped, changed by a newsroom's file, and never misread in silence."""

from pathlib import Path

import pytest

from verifier.model.errors import BadInput
from verifier.model.policy import Policy
from verifier.model.scales import Reliability
from verifier.settings.policy_file import policy_from, policy_here, policy_in, shipped_policy


def read(data: str) -> Policy:
    return policy_in(data, "policy.toml", shipped_policy())


def test_the_shipped_file_says_what_the_defaults_say() -> None:
    assert shipped_policy() == Policy()


def test_a_newsroom_changes_one_threshold_and_keeps_the_rest() -> None:
    policy = read('name = "Herald"\nversion = "2026-1"\n[P1]\norigins = 3\n')
    assert (policy.name, policy.version, policy.origins) == ("Herald", "2026-1", 3)
    assert policy.parties == Policy().parties


def test_a_changed_rule_without_a_version_is_marked_as_changed() -> None:
    assert read("[P9]\nletters_apart = 2\n").version == "1, changed"
    assert read('name = "Herald"\n').version == "1"


def test_a_rule_is_switched_off_and_on() -> None:
    off = read("[P7]\non = false\n")
    assert off.off == ("P7",)
    assert policy_in("[P7]\non = true\n", "policy.toml", off).off == ()


def test_grades_are_kept_in_their_order() -> None:
    policy = read('[P5]\nweak_grades = ["F", "D"]\nungraded_is_weak = false\n')
    assert policy.weak_grades == (Reliability.D, Reliability.F)
    assert not policy.is_ungraded_weak


def test_a_second_check_and_transcripts_are_thresholds_too() -> None:
    policy = read("[P8]\nsecond_check = true\n[P2]\ntranscripts = 3\n[P1]\nparties = 1\n")
    assert (policy.needs_second_check, policy.transcripts, policy.parties) == (True, 3, 1)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("\n[P12]\non = true\n", "line 2: there is no rule “P12”"),
        ('[P1]\n\norigins = "two"\n', "line 3: origins is no whole number"),
        ("[P1]\norigins = -1\n", "line 2: origins is no whole number"),
        ("[P1]\norigins = true\n", "line 2: origins is no whole number"),
        ('[P5]\nweak_grades = ["Z"]\n', "line 2: weak_grades is no list of grades"),
        ('[P8]\nsecond_check = "yes"\n', "line 2: write second_check = true"),
        ("[P3]\nworst = 1\n", "line 2: P3 has no “worst”"),
        ("P1 = 3\n", "line 1: P1 is a rule"),
        ("name = 3\n", "line 1: name is no short text"),
        ('version = ""\n', "line 1: version is no short text"),
        ("name = \n", "no valid TOML"),
    ],
)
def test_a_mistake_is_named_with_its_line(data: str, said: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(data)
    assert said in str(caught.value)
    assert "policy.toml" in str(caught.value)


def test_without_a_file_the_shipped_policy_holds(tmp_path: Path) -> None:
    assert policy_from(tmp_path / "policy.toml") == Policy()


def test_the_file_in_the_configuration_folder_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERIFIER_HOME", str(tmp_path))
    folder = tmp_path / "configuration"
    folder.mkdir()
    (folder / "policy.toml").write_text("[P1]\norigins = 4\n", encoding="utf-8")
    assert policy_here().origins == 4


def test_a_file_that_is_no_text_is_refused_by_name(tmp_path: Path) -> None:
    file = tmp_path / "policy.toml"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadInput, match="cannot be read as text"):
        policy_from(file)
