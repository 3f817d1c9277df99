"""What can go wrong, in words that tell the user what happened, why, and what to do."""

from verifier.model.policy import PolicyFinding
from verifier.model.scales import StanceCode, SubstanceVerdict


class VerifierError(Exception):
    """Anything the program refuses, with a message for the user; the command exits with 2."""

    exit_code = 2


class BadInput(VerifierError):
    """What the user gave cannot be read or means nothing here: a file, a label, a value."""


class UnknownName(BadInput):
    """No story, claim, source or evidence item has this name; the message names the nearest."""


class Refused(VerifierError):
    """The act is understood and not allowed now: nothing to undo, a claim already dismissed."""


class Conflict(Refused):
    """Somebody else changed the same thing since it was read; nothing was written."""


class NeedsReason(Refused):
    """A rule of the policy speaks against the act; with a reason that overrides it, it is recorded.

    `rule` is the first rule that speaks against it and `says` its sentence; `findings` are all of
    them. `suggested` is the stance or the verdict that no rule speaks against, where there is one.
    """

    def __init__(
        self,
        act: str,
        findings: tuple[PolicyFinding, ...],
        suggested: StanceCode | SubstanceVerdict | None = None,
    ) -> None:
        self.findings = findings
        self.rule = findings[0].rule
        self.says = findings[0].says
        self.suggested = suggested
        spoken = " ".join(f"{item.rule}: {item.says.rstrip('.')}." for item in findings)
        other = "" if suggested is None else f"choose {_named(suggested)}, or "
        super().__init__(
            f"{act} was not recorded. {spoken} To go on, {other}give a reason that overrides this "
            "(--override REASON); the report prints it."
        )


class NeedsChoice(Refused):
    """The act may mean any of `candidates`, slugs of sources; it is recorded with one of them."""

    def __init__(self, message: str, candidates: tuple[str, ...]) -> None:
        super().__init__(message)
        self.candidates = candidates


def _named(code: StanceCode | SubstanceVerdict) -> str:
    if isinstance(code, SubstanceVerdict):
        return f"{code.digit} {code.value}"
    return code.value


class StorageFault(VerifierError):
    """The database, its journal or its folder cannot be used: locked, full, read-only, not ours."""


class BrokenHistory(StorageFault):
    """An event does not fit the state before it: the record was changed from outside."""
