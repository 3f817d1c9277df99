"""Word lists written as plain text: easy to read, to sort and to add to."""


def word_list(listed: str) -> tuple[str, ...]:
    """The words of a text, in order.

    >>> word_list("say  tell")
    ('say', 'tell')
    """
    return tuple(listed.split())


def word_set(listed: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(listed.split())
