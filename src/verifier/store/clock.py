"""The time as the record writes it."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Gives the present time, aware of its zone."""


def utc_now() -> datetime:
    """The present time in UTC."""
    return datetime.now(UTC)


def timestamp(moment: datetime) -> str:
    """`moment` in UTC as ISO 8601 with milliseconds and `Z`.

    >>> timestamp(datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC))
    '2026-01-02T03:04:05.678Z'
    """
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
