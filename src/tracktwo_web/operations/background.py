"""The process beside the pages: the clock of the rounds, and jobs one after another.

python -m tracktwo_web.operations.background
"""

import logging
import os
import signal
import threading
import uuid
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import close_old_connections

from tracktwo_web.operations.child import end_with_parent

if TYPE_CHECKING:
    from tracktwo_web.perceptions.domain.clock import Watch

log = logging.getLogger(__name__)

BEAT = "clock"
"""A file whose time of change says when the clock last ticked; `doctor` looks at it."""
EVERY = 20
"""Seconds between two looks at the clock."""
JOBS_EVERY = 1
YIELDING = 5
"""How much jobs give way to pages: an analysis can wait, a person answering cannot."""


def main() -> None:
    """Tick and work until told to stop. A job that is running then is begun anew at the next start."""
    import django

    django.setup()
    end_with_parent()
    os.nice(YIELDING)
    stopping = threading.Event()
    clock = threading.Thread(target=repeat, args=[tick, EVERY, stopping], name="clock")

    def stop(*_: object) -> None:
        """The clock finishes its step; nobody waits for a long analysis, which can be repeated."""
        stopping.set()
        clock.join()
        os._exit(0)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    clock.start()
    once(take_up_what_was_left)
    repeat(work, JOBS_EVERY, stopping)


def repeat(act: Callable[[], object], pause: float, stopping: threading.Event) -> None:
    """Do something again and again."""
    while not stopping.is_set():
        once(act)
        stopping.wait(pause)


def once(act: Callable[[], object]) -> None:
    """Do something. A failure is logged, and does not keep anything from the next time."""
    try:
        close_old_connections()
        act()
    except Exception as error:  # noqa: BLE001 -- the database may be away for a while
        log.warning("%s failed: %s", act.__name__, type(error).__name__)
    finally:
        close_old_connections()


def tick() -> None:
    """What falls due by itself: rounds open and close, estimates and points close, lines are tested, drills go on, old events are forgotten."""
    from tracktwo_web.channel.domain import drills, line_tests
    from tracktwo_web.convergence.domain import clock as clock_of_points
    from tracktwo_web.events.prune import prune
    from tracktwo_web.perceptions.domain import clock
    from tracktwo_web.risks.domain import clock as clock_of_estimates

    if (
        now := _watch().read()
    ) is not None:  # else the time has just been set: nothing is due by it
        clock.tick(now)
        clock_of_estimates.tick(now)
        clock_of_points.tick(now)
        line_tests.tick(now)
        drills.tick(now)
        prune(now.date())
    (settings.ENVIRONMENT.data / BEAT).touch()


@cache
def _watch() -> "Watch":
    from tracktwo_web.perceptions.domain.clock import Watch

    return Watch()


def take_up_what_was_left() -> int:
    """Put back in line what a process was at when it ended: jobs may be done twice."""
    from django_tasks.base import TaskResultStatus
    from django_tasks_db.models import DBTaskResult

    return DBTaskResult.objects.running().update(status=TaskResultStatus.READY)


def work() -> None:
    """Do the jobs that wait, one after another."""
    from django_tasks_db.management.commands.db_worker import Worker
    from django_tasks_db.models import DBTaskResult

    if not DBTaskResult.objects.ready().exists():  # looking does not keep anybody from writing
        return
    Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=uuid.uuid4().hex,
    ).run()


if __name__ == "__main__":
    main()
