"""A newsroom's policy: which rules hold, and their thresholds; data, read from a TOML file."""

from dataclasses import dataclass

from verifier.model.scales import Reliability


@dataclass(frozen=True)
class Policy:
    """The rules P1 to P9 of a newsroom with their thresholds; the defaults are the shipped ones.

    `version` is printed in reports. `off` names the rules that this newsroom does not use.
    `origins` and `parties` are what *confirmed* needs at least (P1), `transcripts` the independent
    transcripts that make a quote exact without the speaker's own record (P2). `weak_grades` are the
    letters that carry no more than *attributed only* (P5); a source without a letter counts as weak
    where `is_ungraded_weak`. `letters_apart` is how far apart the grades of *disputed* may be (P9).
    `needs_second_check` asks for a second checker before sign-off (P8).
    """

    name: str = "default"
    version: str = "1"
    off: tuple[str, ...] = ()
    origins: int = 2
    parties: int = 2
    transcripts: int = 2
    weak_grades: tuple[Reliability, ...] = (Reliability.E, Reliability.F)
    is_ungraded_weak: bool = True
    letters_apart: int = 1
    needs_second_check: bool = False


@dataclass(frozen=True)
class PolicyFinding:
    """A rule that speaks against a verdict, or flags something beside it, in one sentence.

    `blocks`: the verdict needs an override with a reason; else it is printed as a flag.
    """

    rule: str
    says: str
    blocks: bool = True
