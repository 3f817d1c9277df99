"""How much of the network one capture may use, and what of that is left."""

import time
from dataclasses import dataclass

from verifier.capture.faults import CaptureFailed

MEGABYTE = 1024 * 1024

HEAD_ROOM = MEGABYTE
"""Bytes that a capture may receive beside the document itself: heads and redirects."""


@dataclass(frozen=True)
class Limits:
    """The most that one capture takes.

    `body` counts bytes of a document as transferred, `content` after its compression is undone,
    `seconds` everything from the first look-up to the last byte, `redirects` the hops.
    """

    body: int = 10 * MEGABYTE
    content: int = 20 * MEGABYTE
    seconds: float = 20.0
    redirects: int = 5


class Budget:
    """What is left of the limits while a capture runs."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._end = time.monotonic() + limits.seconds
        self._bytes = limits.body + HEAD_ROOM

    def seconds_left(self) -> float:
        """The seconds that are left; raises CaptureFailed where there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.too_slow()
        return left

    def spend(self, received: int) -> None:
        """Count bytes that came from the network; raises CaptureFailed beyond the limit."""
        self._bytes -= received
        if self._bytes < 0:
            raise self.too_large()

    def too_slow(self) -> CaptureFailed:
        """The refusal of an answer that takes too long."""
        return CaptureFailed(
            f"The answer was not complete after {self.limits.seconds:g} seconds. Try again later, "
            "or save the page by a browser and add the file."
        )

    def too_large(self) -> CaptureFailed:
        """The refusal of an answer that is too large."""
        return CaptureFailed(
            f"The answer is larger than {self.limits.body / MEGABYTE:g} MB, the most that is "
            "fetched. Download it by a browser and add the part you need."
        )
