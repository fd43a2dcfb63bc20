"""A line with browsers at both ends."""

import pytest

from tests.web.channel.desk import Desk, a_desk


@pytest.fixture
def desk(db, sit) -> Desk:
    return a_desk(sit)
