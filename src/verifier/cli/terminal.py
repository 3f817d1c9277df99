"""Whether a person sits at the terminal; imports nothing else, so that a screen can paint soon."""

import sys


def is_terminal() -> bool:
    """Whether a person sits at both ends: standard input and standard output."""
    ends = (sys.stdin, sys.stdout)
    return all(end is not None and end.isatty() for end in ends)
