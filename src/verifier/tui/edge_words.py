"""Who repeats whom, as it is typed: `ISW > DIU cites C15 C16`."""

from __future__ import annotations

import re
from typing import NamedTuple

from verifier.model.errors import BadInput
from verifier.model.scales import DependencyKind

KINDS = tuple(kind.value for kind in DependencyKind)

_CLAIM = re.compile(r"[cC]\d+")


class TypedEdge(NamedTuple):
    """The names as they were typed, the kind, and the claims it holds for; none is the story."""

    from_name: str
    to_name: str
    kind: DependencyKind
    claims: tuple[str, ...]


def edge_typed(words: str) -> TypedEdge:
    """The edge that was typed; without a kind it *echoes*. Raises BadInput.

    >>> edge_typed("ISW > Defence Intelligence of Ukraine cites C15")[:3]
    ('ISW', 'Defence Intelligence of Ukraine', <DependencyKind.CITES: 'cites'>)
    """
    first, sign, rest = words.replace("→", ">").partition(">")
    tail = rest.split()
    claims: list[str] = []
    while tail and _CLAIM.fullmatch(tail[-1]):
        claims.insert(0, tail.pop())
    kind = DependencyKind.ECHOES
    if tail and tail[-1].casefold() in KINDS:
        kind = DependencyKind(tail.pop().casefold())
    if not sign or not first.strip() or not tail:
        raise BadInput(
            "Type who repeats whom as FROM > TO, then how if it is not echoes "
            f"({', '.join(KINDS[1:])}), then claims if it holds for those only."
        )
    return TypedEdge(" ".join(first.split()), " ".join(tail), kind, tuple(claims))
