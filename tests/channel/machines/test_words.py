"""Every state of every machine has a name in three languages, and no two of one machine the same."""

from enum import StrEnum

import pytest

from tests.channel.machines.tables import TABLES
from tracktwo.channel.machines import STATE_NAMES, LineState, state_name
from tracktwo.locale import LANGUAGES, translator


def test_names_are_of_every_machine() -> None:
    assert set(STATE_NAMES) == {states for _, states, _, _ in TABLES.values()} | {LineState}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("states", list(STATE_NAMES))
def test_every_state_has_a_name_of_its_own(states: type[StrEnum], language: str) -> None:
    names = [state_name(one, translator(language)) for one in states]

    assert len(set(names)) == len(states)
