"""A story's claims, read from its words: who says what, with the rule that read it."""

from verifier.claims.story import ENGINE, attributions, read_story

__all__ = ["ENGINE", "attributions", "read_story"]
