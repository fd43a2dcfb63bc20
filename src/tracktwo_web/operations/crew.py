"""The processes of a server: started together, started again when one dies, stopped together."""

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tracktwo_web.operations.child import PARENT
from tracktwo_web.operations.errors import CannotRun

log = logging.getLogger(__name__)

LOOK_EVERY = 0.1
SHORT = 5.0
"""Seconds; a process that lived no longer has probably not come up at all."""
LONGEST_PAUSE = 30.0
GIVE_UP_AFTER = 5
STOP_WITHIN = 25.0


@dataclass
class Hand:
    """One process: what it is told to run, and how its starts went."""

    name: str
    module: str
    arguments: Sequence[str] = ()
    descriptors: Sequence[int] = ()
    process: "subprocess.Popen[bytes] | None" = None
    started: float = 0.0
    start_again_at: float = 0.0
    short_lives: int = field(default=0)


class Crew:
    """All processes. `on_death` hears the number of each process that has ended."""

    def __init__(self, variables: Mapping[str, str], on_death: Callable[[int], None]) -> None:
        self._hands: list[Hand] = []
        self._on_death = on_death
        self._theirs, self._ours = os.pipe()
        self._variables = os.environ | variables | {PARENT: str(self._theirs)}
        self._is_stopping = False

    def mind_signals(self) -> None:
        """Stop on SIGTERM and SIGINT from now on."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)

    def hire(self, hand: Hand) -> None:
        """Start one more process."""
        self._hands.append(hand)
        self._start(hand)

    def watch(self, *, while_true: Callable[[], bool] = lambda: True) -> None:
        """Start again whoever dies, until told to stop. Raises `CannotRun` where that is hopeless."""
        while not self._is_stopping and while_true():
            for hand in self._hands:
                self._look_after(hand)
            time.sleep(LOOK_EVERY)

    def stop(self) -> None:
        """Ask all to finish what they do; end by force whoever has not after a while."""
        running = [hand.process for hand in self._hands if hand.process]
        for process in running:
            process.terminate()
        give_up = time.monotonic() + STOP_WITHIN
        for process in running:
            try:
                process.wait(max(0.0, give_up - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            self._on_death(process.pid)

    def _stop(self, *_: object) -> None:
        self._is_stopping = True

    def _start(self, hand: Hand) -> None:
        hand.started = time.monotonic()
        hand.process = subprocess.Popen(  # noqa: S603 -- our own modules
            [sys.executable, "-m", hand.module, *hand.arguments],
            env=self._variables,
            pass_fds=[self._theirs, *hand.descriptors],
            start_new_session=True,  # a key pressed in the terminal reaches the parent alone
        )

    def _look_after(self, hand: Hand) -> None:
        now = time.monotonic()
        if hand.process and hand.process.poll() is not None:
            self._bury(hand, now)
        elif hand.process is None and now >= hand.start_again_at:
            self._start(hand)

    def _bury(self, hand: Hand, now: float) -> None:
        if hand.process is None:
            return
        self._on_death(hand.process.pid)
        log.warning("%s ended with %s and is started again", hand.name, hand.process.returncode)
        hand.process = None
        hand.short_lives = hand.short_lives + 1 if now - hand.started < SHORT else 0
        if hand.short_lives == GIVE_UP_AFTER:
            raise CannotRun(f"{hand.name} does not come up; the lines above say why")
        pause = 2.0**hand.short_lives - 1
        hand.start_again_at = now + min(pause, LONGEST_PAUSE)
