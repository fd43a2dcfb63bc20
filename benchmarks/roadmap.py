"""How long calendars take; writes RESULTS-roadmap.md: `python benchmarks/roadmap.py`.

CPU time of one thread, OR-Tools and public holidays loaded. Roadmaps are drawn (roadmaps.py): those with
a calendar and those without are told apart, in the order of their seeds.
"""

import os

os.environ["OMP_NUM_THREADS"] = "1"

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from roadmaps import drawn
from run import _machine
from tracktwo.exchange.roadmap import read_roadmap
from tracktwo.roadmap import Absence, Calendar, Roadmap, repair, schedule, what_breaks
from tracktwo.roadmap.calendar.model import CalendarModel
from tracktwo.roadmap.calendar.schedule import possible
from tracktwo.roadmap.calendar.slots import ONE_DAY, Board
from tracktwo.roadmap.calendar.solve import solve

RESULTS = Path(__file__).with_name("RESULTS-roadmap.md")
EXAMPLE = Path(__file__).parents[1] / "examples/nato-china"
ROADMAPS, WITHOUT = 7, 3
"""With a calendar, and without one, of each size."""
ASKED = {"best": {20: "0.3 s", 80: "15 s"}, "first": {80: "5 s"}}


@dataclass(frozen=True)
class Solved:
    """A roadmap with its working days, what came of it, and how long that took."""

    roadmap: Roadmap
    board: Board
    calendar: Calendar
    seconds: float


def main() -> None:
    """Measure, print, and write the table."""
    load = os.getloadavg()[0]
    schedule(drawn(3, 0))
    rows = [row for size in (20, 80) for row in of_size(size)]
    example = [solved(read_roadmap(EXAMPLE)) for _ in range(ROADMAPS)]
    rows.append(_row("the example, 22 meetings: best, proven", [one.seconds for one in example]))
    lines = [
        "# Calendars, measured",
        "",
        "Written by `benchmarks/roadmap.py`: CPU time of one thread, OR-Tools and public holidays loaded before.",
        "Roadmaps of two years are drawn: three streams, two sides in their zones, holidays of six countries, sixteen",
        "absences an office, windows of 75 days, preparation, a series with alternating hosts, rooms. Medians over roadmaps.",
        "Others may have used the machine meanwhile, which shows in the largest.",
        "",
        *_machine(),
        f"Load when begun: {load:.1f} processes.",
        "",
        "|  | median | largest | roadmaps | asked |",
        "|---|---:|---:|---:|---|",
        *rows,
        "",
        "- First: any calendar that keeps every rule, slots and model included.",
        "- Best, proven: what `schedule` gives, with its proof.",
        "- A move: the middle meeting a week later, with what would have to move too.",
        "- Repair: an office that the middle meeting needs cannot sit on its day.",
    ]
    RESULTS.write_text("\n".join([*lines, ""]), encoding="utf-8")
    print("\n".join(lines))


def of_size(size: int) -> Iterator[str]:
    """The rows of one size."""
    every = [solved(drawn(size, seed)) for seed in range(12)]
    some = [one for one in every if one.calendar][:ROADMAPS]
    none = [one for one in every if not one.calendar][:WITHOUT]
    assert {one.calendar.status for one in some} == {"optimal"}
    assert {one.calendar.status for one in none} <= {"infeasible"}
    first = [_timed(lambda one=one: a_first(one)) for one in some]
    yield _row(f"{size} meetings: first", first, ASKED["first"].get(size, ""))
    yield _row(f"{size} meetings: best, proven", [one.seconds for one in some], ASKED["best"][size])
    moves = [_timed(lambda one=one: a_move(one)) for one in some]
    yield _row(f"{size} meetings: a move", moves)
    yield _row(f"{size} meetings: repair", [_timed(lambda one=one: a_repair(one)) for one in some])
    if none:
        yield _row(f"{size} meetings: none, with reasons and what is enough", [one.seconds for one in none])  # fmt: skip


def solved(roadmap: Roadmap) -> Solved:
    """Holidays are read before the clock starts."""
    board = Board.of(roadmap)
    begun = time.process_time()
    calendar = schedule(roadmap, working=board.working)
    return Solved(roadmap, board, calendar, time.process_time() - begun)


def a_first(one: Solved) -> None:
    board = Board.of(one.roadmap, one.board.working)
    found = solve(CalendarModel(board, possible(board)))
    assert len(found.slots) == len(one.roadmap.meetings)


def a_move(one: Solved) -> None:
    middle = one.calendar.slots[len(one.calendar.slots) // 2]
    what_breaks(one.calendar, middle.meeting, middle.day + 7 * ONE_DAY)


def a_repair(one: Solved) -> None:
    middle = one.calendar.slots[len(one.calendar.slots) // 2]
    office = one.roadmap.meeting[middle.meeting].required[0]
    away = Absence(office, middle.day, middle.last)
    changed = replace(one.roadmap, absences=(*one.roadmap.absences, away))
    repair(one.calendar, changed)


def _timed(work: Callable[[], None]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _row(name: str, seconds: Sequence[float], asked: str = "") -> str:
    middle, largest = statistics.median(seconds), max(seconds)
    return f"| {name} | {_time(middle)} | {_time(largest)} | {len(seconds)} | {asked} |"


def _time(seconds: float) -> str:
    if seconds < 0.001:
        return "< 1 ms"
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"


if __name__ == "__main__":
    main()
