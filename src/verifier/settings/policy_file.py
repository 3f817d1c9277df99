"""The newsroom's policy: the shipped TOML file, and the newsroom's own on top of it."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from verifier.model.errors import BadInput
from verifier.model.policy import Policy
from verifier.model.scales import Reliability
from verifier.settings.places import folders

POLICY_FILE = "policy.toml"
"""The file in the configuration folder (see `verifier where`)."""

MOST = 99
"""The largest number that a threshold may be."""


_KEYS: Mapping[str, tuple[str, ...]] = {
    "P1": ("origins", "parties"),
    "P2": ("transcripts",),
    "P3": (),
    "P4": (),
    "P5": ("weak_grades", "ungraded_is_weak"),
    "P6": (),
    "P7": (),
    "P8": ("second_check",),
    "P9": ("letters_apart",),
}
"""The rules of a policy with the keys of each, beside `on`."""


def policy_here() -> Policy:
    """The policy in force: the shipped one, changed by `policy.toml` where there is one.

    Raises BadInput that names the file, the line and the key.
    """
    return policy_from(folders().configuration / POLICY_FILE)


def policy_from(file: Path) -> Policy:
    """The policy of one file on top of the shipped one; the shipped one where there is no file.

    Raises BadInput for a file that cannot be read, an unknown rule or key, or a wrong type.
    """
    try:
        written = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return shipped_policy()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(
            f"{file} cannot be read as text in UTF-8 ({error}). Correct it, or move it away."
        ) from error
    return policy_in(written, str(file), shipped_policy())


def shipped_policy() -> Policy:
    """The policy that ships with the program."""
    data = files("verifier.settings").joinpath("data/policy.toml").read_text("utf-8")
    return policy_in(data, "the program's own policy", Policy())


def policy_in(data: str, name: str, base: Policy) -> Policy:
    r"""The policy of a TOML text, on top of `base`; `name` is the file as errors call it.

    A text that changes a rule and gives no version of its own has that of `base`, marked as
    changed, so that a report never prints the version of other rules. Raises BadInput that
    names the line and the key.

    >>> policy_in('version = "7"\n[P1]\norigins = 3', "ours", Policy()).origins
    3
    """
    try:
        tables = tomllib.loads(data)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{name} is no valid TOML: {error}. Correct it there.") from error
    policy = base
    for key, value in tables.items():
        place = _Place(data, name, key)
        if key in ("name", "version"):
            words = _text(value, place)
            policy = (
                replace(policy, name=words) if key == "name" else replace(policy, version=words)
            )
        elif key not in _KEYS:
            raise place.wrong(f"there is no rule “{key}”; the rules are {', '.join(_KEYS)}")
        elif not isinstance(value, dict):
            raise place.wrong(f"{key} is a rule; write its thresholds under a line [{key}]")
        else:
            policy = _with_rule(policy, key, value, data, name)
    if "version" not in tables and policy != replace(base, name=policy.name):
        policy = replace(policy, version=f"{base.version}, changed")
    return policy


@dataclass(frozen=True)
class _Place:
    """A key of a file, for errors."""

    data: str
    name: str
    rule: str
    key: str = ""

    def wrong(self, why: str) -> BadInput:
        """The error that names the file, the line and what is wrong."""
        line = self._line()
        where = f"{self.name}, line {line}" if line else self.name
        return BadInput(f"{where}: {why}.")

    def _line(self) -> int | None:
        """The line that the key stands in, counted from 1; None where it is not plain to see."""
        header = re.search(rf"^\s*(?:\[\s*)?[\"']?{re.escape(self.rule)}\b", self.data, re.M)
        if header is None:
            return None
        found: re.Match[str] | None = header
        if self.key:
            pattern = re.compile(rf"\b{re.escape(self.key)}[\"']?\s*=", re.M)
            found = pattern.search(self.data, header.start()) or header
        start = found.end() if found is not None else 0
        return self.data.count("\n", 0, start) + 1


def _with_rule(
    policy: Policy, rule: str, table: Mapping[str, object], data: str, name: str
) -> Policy:
    """The policy with what the table of one rule says."""
    for key, value in table.items():
        place = _Place(data, name, rule, key)
        if key == "on":
            others = set(policy.off) - {rule}
            off = others if _yes_no(value, place) else others | {rule}
            policy = replace(policy, off=tuple(sorted(off)))
        elif key in _KEYS[rule]:
            policy = _SETTERS[key](policy, value, place)
        else:
            known = ", ".join(("on", *_KEYS[rule]))
            raise place.wrong(f"{rule} has no “{key}”; it has {known}")
    return policy


def _text(value: object, place: _Place) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > 80:
        raise place.wrong(f'{place.rule} is no short text; write {place.rule} = "…"')
    return value.strip()


def _number(value: object, place: _Place) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MOST:
        raise place.wrong(f"{place.key} is no whole number from 0 to {MOST}")
    return value


def _yes_no(value: object, place: _Place) -> bool:
    if not isinstance(value, bool):
        raise place.wrong(f"write {place.key} = true or {place.key} = false")
    return value


def _grades(value: object, place: _Place) -> tuple[Reliability, ...]:
    letters = [letter.value for letter in Reliability]
    if not isinstance(value, list) or not all(item in letters for item in value):
        raise place.wrong(f'{place.key} is no list of grades; write ["E", "F"], of {letters}')
    return tuple(letter for letter in Reliability if letter.value in value)


_Setter = Callable[[Policy, object, _Place], Policy]

_SETTERS: Mapping[str, _Setter] = {
    "origins": lambda policy, value, at: replace(policy, origins=_number(value, at)),
    "parties": lambda policy, value, at: replace(policy, parties=_number(value, at)),
    "transcripts": lambda policy, value, at: replace(policy, transcripts=_number(value, at)),
    "letters_apart": lambda policy, value, at: replace(policy, letters_apart=_number(value, at)),
    "weak_grades": lambda policy, value, at: replace(policy, weak_grades=_grades(value, at)),
    "ungraded_is_weak": lambda policy, value, at: replace(
        policy, is_ungraded_weak=_yes_no(value, at)
    ),
    "second_check": lambda policy, value, at: replace(
        policy, needs_second_check=_yes_no(value, at)
    ),
}
"""What each key changes in a policy."""
