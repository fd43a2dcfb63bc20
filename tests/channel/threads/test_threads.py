"""Messages hang together by what they are about; nothing joins an exercise and what is meant."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.channel.kinds.examples import EXAMPLES
from tests.channel.messages.test_envelope import message
from tests.channel.threads.rows import acknowledged, number, one_thread, sent
from tracktwo.channel.messages import Status, Type
from tracktwo.channel.threads import threads_of
from tracktwo.errors import InputError, OptionError

ROW = [
    sent("N-PN 1", at=0),
    sent("C-UA 1", "N-PN 1", at=2),
    acknowledged("N-UA 5", "C-UA 1", "read", at=3),
    sent("N-UR 1", "C-UA 1", at=9),
    sent("N-PN 2", at=1),
    sent("C-HI 1", at=4, thread="collision"),
    sent("N-HI 1", at=5, thread="collision"),
]


def told(messages) -> list[list[str]]:
    return [[str(one.id).replace("-EX", "") for one in thread.messages] for thread in threads_of(messages)]  # fmt: skip


def test_messages_hang_together_by_what_they_are_about_and_name() -> None:
    assert told(ROW) == [
        ["NATO-PN 0001/26", "CHINA-UA 0001/26", "NATO-UA 0005/26", "NATO-UR 0001/26"],
        ["NATO-PN 0002/26"],
        ["CHINA-HI 0001/26", "NATO-HI 0001/26"],
    ]


@settings(max_examples=30)
@given(st.randoms(use_true_random=False))
def test_order_in_which_messages_come_in_changes_nothing(chance: random.Random) -> None:
    mixed = list(ROW)
    chance.shuffle(mixed)

    assert threads_of(mixed) == threads_of(ROW)


def test_message_that_is_not_here_ties_those_about_it() -> None:
    thread = one_thread(sent("C-UR 1", "N-UA 9", at=1), sent("C-UR 2", "N-UA 9", at=2))

    assert thread.missing == (number("N-UA 9"),)


def test_exercise_is_not_in_a_thread_that_is_meant() -> None:
    meant = message("CHINA-HI 0001/26", addressees=("NATO",), thread="collision", fields=EXAMPLES["HI"])  # fmt: skip

    assert len(threads_of([meant, sent("N-HI 1", thread="collision")])) == 2


def test_under_a_message_is_what_is_about_it() -> None:
    thread = one_thread(*ROW[:4])

    assert [one.id for one in thread.under(number("C-UA 1"))] == [one.id for one in ROW[1:4]]
    assert thread.first is ROW[0]
    with pytest.raises(OptionError, match="is not in this thread"):
        thread.under(number("N-PN 2"))


def test_messages_that_are_about_each_other_end() -> None:
    """Nobody can keep a reader busy with two messages that each name the other."""
    one = sent("N-PN 1", "N-PN 2", type_=Type.UPDATE)
    other = sent("N-PN 2", "N-PN 1", type_=Type.UPDATE)

    assert len(one_thread(one, other).under(one.id)) == 2


def test_number_given_twice_is_refused() -> None:
    with pytest.raises(InputError, match="was given to two messages"):
        threads_of([sent("N-PN 1"), sent("N-PN 1", at=1)])


def test_drafts_come_last() -> None:
    thread = one_thread(sent("N-HI 1", at=None, thread="x"), sent("N-HI 2", at=5, thread="x"))

    assert [one.status for one in thread.messages] == [Status.EXERCISE, Status.DRAFT]


def test_nothing_makes_no_thread() -> None:
    assert threads_of([]) == ()
