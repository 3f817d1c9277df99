"""What can go wrong, in words that tell the user what happened, why, and what to do."""


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


class StorageFault(VerifierError):
    """The database, its journal or its folder cannot be used: locked, full, read-only, not ours."""


class BrokenHistory(StorageFault):
    """An event does not fit the state before it: the record was changed from outside."""
