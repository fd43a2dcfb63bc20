"""The process beside the pages: clock and jobs, also when something fails."""

import datetime as dt
import logging

import pytest
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tests.web import world
from tests.web.risks.making import an_open_round
from tracktwo_web.events.models import Event
from tracktwo_web.insights.domain.release import order_analysis
from tracktwo_web.operations import background
from tracktwo_web.perceptions.domain.clock import Watch
from tracktwo_web.perceptions.models import Round
from tracktwo_web.risks.models import EstimateRound, State
from tracktwo_web.rounds.states import RoundState

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _fresh_watch() -> None:
    background._watch.cache_clear()


def test_tick_closes_a_part_of_estimates_at_its_time(dialogue, settings) -> None:
    one = an_open_round(dialogue)
    EstimateRound.objects.filter(pk=one.pk).update(
        closes_at=timezone.now() - dt.timedelta(minutes=1)
    )

    background.tick()

    one.refresh_from_db()
    assert one.state == State.VOID  # nobody had estimated


def test_tick_closes_rounds_forgets_events_and_leaves_a_sign(dialogue, settings) -> None:
    one = world.an_open_round(dialogue, quorum=0)
    Round.objects.update(closes_at=timezone.now() - dt.timedelta(seconds=1))
    Event.objects.update(day=dt.date(2000, 1, 1))
    sign = settings.ENVIRONMENT.data / background.BEAT
    sign.unlink(missing_ok=True)

    background.tick()

    one.refresh_from_db()
    assert one.state == RoundState.CLOSED
    assert not Event.objects.filter(day=dt.date(2000, 1, 1)).exists()
    assert sign.exists()


def test_clock_that_is_set_to_next_year_closes_nothing(dialogue, monkeypatch) -> None:
    one = world.an_open_round(dialogue, quorum=0)
    now, jumps = timezone.now(), iter((0, 400, 0))
    watch = Watch(wall=lambda: now + dt.timedelta(days=next(jumps)), steady=lambda: 0.0)
    monkeypatch.setattr(background, "_watch", lambda: watch)

    for _ in range(3):
        background.tick()

    one.refresh_from_db()
    assert one.state == RoundState.OPEN


def test_job_that_was_cut_off_is_begun_anew(dialogue) -> None:
    one = world.an_open_round(dialogue)
    result = order_analysis(one)
    DBTaskResult.objects.get().claim("a process that was killed")

    background.work()
    before = DBTaskResult.objects.get().status
    background.take_up_what_was_left()
    background.work()

    assert before == TaskResultStatus.RUNNING
    assert DBTaskResult.objects.get().status == TaskResultStatus.SUCCESSFUL
    result.refresh_from_db()
    assert result.state != "waiting"


def test_failure_is_logged_by_its_kind_and_goes_no_further(caplog) -> None:
    def fail() -> None:
        raise ValueError("an answer of somebody")

    with caplog.at_level(logging.WARNING):
        background.once(fail)

    assert [record.getMessage() for record in caplog.records] == ["fail failed: ValueError"]


def test_without_jobs_nothing_is_written(db) -> None:
    background.work()

    assert DBTaskResult.objects.count() == 0
