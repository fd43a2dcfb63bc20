"""Every listed step is taken, every other refused, in every machine; nobody takes another's step."""

from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.channel.kinds.examples import NOON
from tests.channel.machines.tables import TABLES, expected
from tracktwo.channel.machines import By, Happened
from tracktwo.errors import MoveError

DOERS = (By.OPENER, By.OTHER, By.TIME)


@pytest.mark.parametrize("name", list(TABLES))
def test_listed_steps_are_taken_and_all_others_refused(name: str) -> None:
    machine, states, events, _ = TABLES[name]
    table = expected(name)

    for state, event, by in product(states, events, DOERS):
        if (state, event, by) in table:
            assert machine.step(state, event, by) is table[state, event, by]
        else:
            with pytest.raises(MoveError) as refused:
                machine.step(state, event, by)
            assert refused.value.reason == "not_from_here"


@pytest.mark.parametrize("name", list(TABLES))
def test_every_state_is_reached_and_every_event_used(name: str) -> None:
    machine, states, events, _ = TABLES[name]
    listed = machine.transitions

    assert {machine.start} | {one.target for one in listed} == set(states)
    assert {one.event for one in listed} == set(events)


def test_refusal_says_what_is_refused() -> None:
    machine, states, events, _ = TABLES["call"]

    with pytest.raises(MoveError, match=r"^accept is no step from declined for this side to make; look at what is due$"):  # fmt: skip
        machine.step(states("declined"), events("accept"), By.OTHER)


@pytest.mark.parametrize("name", list(TABLES))
@given(data=st.data())
def test_whatever_happens_is_a_step_or_a_stray(name: str, data) -> None:
    """No row of events breaks a machine; people's events are each taken or shown as strays."""
    machine, _, events, _ = TABLES[name]
    drawn = data.draw(st.lists(st.tuples(st.sampled_from(list(events)), st.sampled_from(DOERS)), max_size=12))  # fmt: skip
    row = [Happened(event, NOON + n * timedelta(hours=1), by) for n, (event, by) in enumerate(drawn)]  # fmt: skip

    course = machine.run(row)

    state = machine.start
    table = expected(name)
    for one in course.taken:
        assert one.state is table[state, one.happened.event, one.happened.by]
        state = one.state
    assert course.state is state
    kept = [one.happened for one in course.taken]
    left = [one for one in row if one not in kept and one.by is not By.TIME]
    assert list(course.strays) == left
    assert course.since == (kept[-1].at if kept else None)
