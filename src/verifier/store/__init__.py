"""The database: the only room that knows SQLAlchemy and Alembic.

`open_store` gives a `Store`; every act goes through its one `write`, which seals events into their
streams, keeps the projection of the present state level with them, and mirrors them to a journal.
"""

from verifier.store.clock import Clock, timestamp, utc_now
from verifier.store.events import Head
from verifier.store.findings import Finding
from verifier.store.listing import StoryRow
from verifier.store.location import Paths
from verifier.store.places import Printed
from verifier.store.store import Store, open_store
from verifier.store.writing import Intent

__all__ = [
    "Clock",
    "Finding",
    "Head",
    "Intent",
    "Paths",
    "Printed",
    "Store",
    "StoryRow",
    "open_store",
    "timestamp",
    "utc_now",
]
