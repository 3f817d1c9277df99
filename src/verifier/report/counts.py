"""The counts of a report, counted in its appendix, so that anybody can count them again."""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import cast

from verifier.model.event import Json
from verifier.model.report import Proposals, VerdictCount
from verifier.model.scales import SubstanceVerdict

_Object = Mapping[str, Json]


def count_verdicts(appendix: _Object) -> tuple[VerdictCount, ...]:
    """How many claims that were not dismissed have each verdict, *unchecked* included."""
    counts = Counter(_verdict(claim) for claim in _claims(appendix) if _is_active(claim))
    return tuple(VerdictCount(verdict, counts[verdict]) for verdict in SubstanceVerdict)


def count_proposals(appendix: _Object, checkers: Collection[str]) -> Proposals:
    """What became of the claims, and how the stances are supported.

    A claim whose rule is the name of one of the `checkers` was added by that person.
    """
    claims = _claims(appendix)
    states = Counter(claim["state"] for claim in claims)
    marked = [stance for claim in claims for stance in _list(claim, "stances")]
    stances = [stance for stance in marked if stance["state"] == "accepted"]
    return Proposals(
        claims=len(claims),
        by_person=sum(claim["rule"] in checkers for claim in claims),
        proposed=states["proposed"],
        accepted=states["accepted"],
        dismissed=states["dismissed"],
        stances=len(stances),
        stances_without_passage=sum(not stance["passages"] for stance in stances),
        stances_as_proposed=sum(stance["accepted_from"] is not None for stance in stances),
        stances_unread=sum(stance["unread"] is True for stance in stances),
    )


def _claims(appendix: _Object) -> list[_Object]:
    return _list(appendix, "claims")


def _list(value: _Object, name: str) -> list[_Object]:
    return cast(list[_Object], value[name])


def _is_active(claim: _Object) -> bool:
    return claim["state"] != "dismissed"


def _verdict(claim: _Object) -> SubstanceVerdict:
    verdict = cast(_Object | None, claim["verdict"])
    return SubstanceVerdict.UNCHECKED if verdict is None else SubstanceVerdict(str(verdict["name"]))
