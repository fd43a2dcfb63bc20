"""How long answers take and how tests went, with how many they rest on."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.channel.kinds.examples import EXAMPLES
from tests.channel.messages.test_envelope import message
from tests.channel.threads.rows import HOUR, after, sent
from tracktwo.channel.machines import LineState
from tracktwo.channel.measures import LineResults, Times, answer_times, quantile, results_of_tests
from tracktwo.channel.threads import Step, threads_of
from tracktwo.errors import OptionError


def answered(n: int, took: float | None) -> list:
    """A request, and its reply after some hours."""
    asked = sent(f"N-UA {n}", at=100 * n)
    return [asked] if took is None else [asked, sent(f"C-UR {n}", f"N-UA {n}", at=100 * n + took)]


def of_requests(*took: float | None) -> dict[Step, Times]:
    messages = [one for n, hours in enumerate(took, 1) for one in answered(n, hours)]
    told = answer_times(threads_of(messages), after(10_000))
    return {one.step: one for one in told if (one.kind, one.office) == ("UA", "CHINA")}


def test_answers_are_told_with_how_many_they_are() -> None:
    assert of_requests(1, 2, 3, 4, 60, None)[Step.ANSWER] == Times(
        "UA", "CHINA", Step.ANSWER, 5, 1, 2, 3 * HOUR, 60 * HOUR, 60 * HOUR
    )


def test_few_answers_have_no_quantile() -> None:
    told = of_requests(1, 2, 3, 4)[Step.ANSWER]

    assert (told.n, told.median, told.nine_tenths, told.longest) == (4, None, None, None)


def test_reading_is_counted_apart() -> None:
    assert of_requests(1, 30)[Step.READ].late == 1
    assert of_requests(1, 30)[Step.ANSWER].late == 0


def test_nothing_sent_tells_nothing() -> None:
    assert answer_times([], after(0)) == ()
    assert results_of_tests([], after(0)) == ()


@pytest.mark.parametrize("count", [answer_times, results_of_tests])
def test_exercises_are_not_counted_with_what_is_meant(count) -> None:
    meant = message("NATO-TM 0001/26", fields=EXAMPLES["TM"])

    with pytest.raises(OptionError, match="are counted apart"):
        count(threads_of([meant, sent("N-TM 1")]), after(1))


@given(st.lists(st.timedeltas(timedelta(), timedelta(days=9)), min_size=1, max_size=20), st.floats(0, 1))  # fmt: skip
def test_quantile_is_a_time_that_occurred_with_its_share_below(times, share: float) -> None:
    found = quantile(times, share)

    assert found in times
    assert sum(one <= found for one in times) >= share * len(times)
    assert sum(one < found for one in times) <= share * len(times)


def test_tests_are_counted_by_office_and_route() -> None:
    messages = [
        sent("N-TM 1", at=0),
        sent("C-TR 1", "N-TM 1", at=0.1),
        sent("N-TM 2", at=2),
        sent("N-TM 3", at=4),
        sent("C-TR 3", "N-TM 3", at=4.1, say={"returned": "?"}),
        sent("N-TM 4", at=6),
        sent("N-TM 5", at=9.5),
        sent("C-TM 1", at=1, say={"route": "backup"}),
        sent("N-TR 1", "C-TM 1", at=1.1),
    ]

    assert results_of_tests(threads_of(messages), after(10)) == (
        LineResults("CHINA", "backup", 1, 0, 0, 0, LineState.WORKING),
        LineResults("NATO", "primary", 1, 1, 2, 1, LineState.FAULTY),
    )


@pytest.mark.parametrize(("now", "state"), [(0.5, LineState.UNTESTED), (1.5, LineState.WORKING), (3.5, LineState.DOUBTFUL)])  # fmt: skip
def test_line_is_as_its_last_tests_by_then(now: float, state: LineState) -> None:
    messages = [sent("N-TM 1", at=0), sent("C-TR 1", "N-TM 1", at=0.9), sent("N-TM 2", at=2)]

    (told,) = results_of_tests(threads_of(messages), after(now))

    assert told.state is state
