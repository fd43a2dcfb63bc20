"""The courier goes on: what goes wrong on one line stops neither the other lines nor the next try."""

import pytest

from tests.web.channel.ends import two_ends
from tracktwo_web.channel.models import Fault, Line, Route
from tracktwo_web.channel.wire.courier import ASK_EVERY, Courier

pytestmark = pytest.mark.django_db(transaction=True)


class Seconds:
    """A clock that stands until it is told to go on."""

    at = 1000.0

    def __call__(self) -> float:
        return self.at


def test_line_that_cannot_be_carried_keeps_no_other_from_its_turn() -> None:
    ends = two_ends()
    Route.objects.filter(line=ends.nato).update(address="no port at all")

    Courier(clock=Seconds()).carry()

    assert Route.objects.get(line=ends.china).failures == 1


def test_stopped_line_is_asked_now_and_then_and_not_without_pause() -> None:
    ends = two_ends()
    Line.objects.filter(pk=ends.china.pk).update(fault=Fault.FORKED)
    Route.objects.filter(line=ends.nato).delete()
    clock = Seconds()
    courier = Courier(clock=clock)

    for _ in range(5):
        courier.carry()
        clock.at += 2.0
    tries = Route.objects.get(line=ends.china).failures
    clock.at += ASK_EVERY
    courier.carry()

    assert (tries, Route.objects.get(line=ends.china).failures) == (1, 2)
