"""Trying a parser: what it makes of damaged input, and what it must never do with it."""

import random
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.fuzz.damage import damaged
from tests.fuzz.parsers import Parser
from tracktwo.errors import TracktwoError

SECONDS = 5.0
"""Of this process's time, for one input."""


class TooSlow(Exception):  # noqa: N818 -- what is found
    """A parser did not come to an end in time."""


@dataclass
class Outcome:
    tried: int = 0
    read: int = 0
    broken: list[tuple[str, bytes]] = field(default_factory=list)
    """What was raised that is no refusal, and by which input."""


def try_once(parser: Parser, chance: random.Random, outcome: Outcome) -> None:
    data = damaged(parser.seeds, chance)
    outcome.tried += 1
    try:
        with _bounded():
            parser.read(data)
        outcome.read += 1
    except TracktwoError:
        pass
    except Exception as error:  # noqa: BLE001 -- whatever it is, it is found
        outcome.broken.append((f"{type(error).__name__}: {error}"[:200], data))


@contextmanager
def _bounded() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TooSlow

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def bound_memory(more: int) -> None:
    """No more than so many bytes beyond what is mapped now; an input that asks for more is found."""
    mapped = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (mapped + more, hard))
