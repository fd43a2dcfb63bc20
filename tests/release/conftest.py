"""What tests of open data share."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def example() -> Path:
    """The dialogue folder that is shipped."""
    return Path(__file__).parents[2] / "examples" / "nato-china"
