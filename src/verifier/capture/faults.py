"""What can go wrong with a capture."""

from verifier.model.errors import BadInput


class AddressRefused(BadInput):
    """The address, or one it led to, is none that is fetched; no packet was sent to it."""


class CaptureFailed(BadInput):
    """An answer came, and it is none that can be taken."""


class Unreachable(BadInput):
    """No answer came."""
