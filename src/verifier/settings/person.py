"""Who is working: the name as claimed, beside the account and the host."""

import os
import platform

from verifier.model.errors import BadInput
from verifier.model.event import Reviewer

LONGEST_NAME = 80


def reviewer_named(given: str | None = None) -> Reviewer:
    """The reviewer: the name given, else `VERIFIER_REVIEWER`, else the account's name.

    Raises BadInput for a name that is empty, too long or holds characters that cannot be seen.
    """
    account = _account()
    name = (given if given is not None else os.environ.get("VERIFIER_REVIEWER") or account).strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise BadInput(
            "The reviewer's name must have 1 to 80 visible characters; give one with --as NAME."
        )
    return Reviewer(name, account, platform.node() or "unknown")


def _account() -> str:
    """The name of the account that the system knows; no variable of the environment counts."""
    try:
        import pwd

        return pwd.getpwuid(os.getuid()).pw_name
    except (ImportError, AttributeError, KeyError):
        return "unknown"
