"""The tests in a real terminal start from one imported story."""

from pathlib import Path

import pytest
from review_at_hand import import_flood


@pytest.fixture
def flood(home: Path) -> Path:
    """A database with the story of the flood, in the folder of the test."""
    import_flood()
    return home
