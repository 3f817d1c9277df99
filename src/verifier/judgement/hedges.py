"""The story's own words by which it stands back from a claim (P6)."""

import re

from verifier.model.claim import Claim

_CUE = re.compile(
    r"\b(?:reportedly|allegedly|apparently|supposedly|purportedly|ostensibly|unconfirmed)\b", re.I
)
_DOUBT = re.compile(
    r"""\b(?:difficult|hard|impossible|unable|not\spossible|not\sbeen\sable)\sto\s
    (?:independently\s|fully\s)?(?:verify|confirm|authenticate)\b
    |\b(?:could|can)\s?not\sbe\s(?:independently\s|immediately\s)*(?:verified|confirmed)
    |\b(?:has|have)\snot\sbeen\s(?:independently\s)?(?:verified|confirmed)
    |\bcould\snot\s(?:independently\s|immediately\s)*(?:verify|confirm)\b
    |\b(?:unverified|unconfirmed)\b""",
    re.VERBOSE | re.IGNORECASE,
)


def hedge_of(claim: Claim, text: str) -> str | None:
    """The hedge of a claim: its own, one in the cue, or a doubt in its paragraph; None for none.

    `text` is the story's; with "" the paragraph is not looked at.

    >>> doubt_in("The video could not be independently verified by the paper.")
    'could not be independently verified'
    """
    for said in claim.attributions:
        if said.hedge:
            return said.hedge
        cue = _CUE.search(said.cue)
        if cue is not None:
            return cue.group()
    place = claim.selector
    if place is None or not text:
        return None
    first = text.rfind("\n", 0, place.start) + 1
    last = text.find("\n", place.end)
    return doubt_in(text[first : last if last >= 0 else len(text)])


def doubt_in(words: str) -> str | None:
    """The words that say that something could not be verified, as they stand; None for none."""
    found = _DOUBT.search(words)
    return None if found is None else " ".join(found.group().split())
