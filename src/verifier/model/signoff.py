"""The sign-off of a story: who signed what, under which grades and which policy."""

from dataclasses import dataclass

from verifier.model.party import Party
from verifier.model.policy import Policy
from verifier.model.source import Source
from verifier.model.text import Digest


@dataclass(frozen=True)
class SignOff:
    """One reviewer's signature under the state with this digest (`record.state_digest`).

    `seq` is the last event that it covers; `at` is UTC. Sources, parties and policy are frozen as
    they were: a later edit of the registry changes nothing that was signed.
    """

    reviewer: str
    digest: Digest
    seq: int
    at: str
    sources: tuple[Source, ...]
    parties: tuple[Party, ...]
    policy: Policy
