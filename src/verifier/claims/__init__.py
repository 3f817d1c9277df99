"""A story's claims, read from its words: who says what, with the rule that read it."""

from verifier.claims.by_hand import claim_on
from verifier.claims.story import ENGINE, attributions, read_story

__all__ = ["ENGINE", "attributions", "claim_on", "read_story"]
