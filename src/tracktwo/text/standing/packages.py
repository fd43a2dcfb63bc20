"""Packages: units that a side agrees to only if others are agreed, and what holds what up."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from tracktwo.text.standing.moves import Act, Move, MoveKind, in_time
from tracktwo.text.units import NegotiatedText


@dataclass(frozen=True, slots=True)
class Package:
    """A side agrees to `unit` only if every unit of `conditions` is agreed."""

    unit: str
    conditions: tuple[str, ...]
    side: str = ""
    session: int = 0


@dataclass(frozen=True, slots=True)
class PackageFault:
    """A condition that can never be met: its unit was suppressed, or was never in the text."""

    package: Package
    condition: str
    why: Literal["suppressed", "unknown"]


def packages(log: Iterable[Act]) -> tuple[Package, ...]:
    """The packages that stand: a side's newer one on a unit takes the place of its older.

    >>> packages([Move(MoveKind.PACKAGE, "u1", "nato", conditions=("u2",))])
    (Package(unit='u1', conditions=('u2',), side='nato', session=0),)
    """
    made: dict[tuple[str, str], Package] = {}
    for act in in_time(log):
        if isinstance(act, Move) and act.kind in (MoveKind.PACKAGE, MoveKind.RELEASE):
            made.pop((act.side, act.unit), None)
            if act.kind is MoveKind.PACKAGE:
                one = Package(act.unit, act.conditions, act.side, act.session)
                made[act.side, act.unit] = one
    return tuple(made.values())


def faults(these: Iterable[Package], text: NegotiatedText) -> tuple[PackageFault, ...]:
    """Conditions on units that are not in the text any more, or never were.

    >>> [one.why for one in faults([Package("u1", ("u9",))], NegotiatedText({}, ("en",)))]
    ['unknown']
    """
    gone = {unit.id for unit in text.gone}
    return tuple(
        PackageFault(one, condition, "suppressed" if condition in gone else "unknown")
        for one in these
        for condition in one.conditions
        if condition not in text.places
    )


def bundles(these: Iterable[Package]) -> tuple[tuple[str, ...], ...]:
    """Units that can only be agreed together, because each waits for another of them.

    These are the strongly connected parts of the conditions, largest possible, each in the order in
    which its units are first named. A unit that is its own condition is a bundle of one: the
    condition says nothing and may be dropped.

    >>> bundles([Package("u1", ("u2",)), Package("u2", ("u1", "u3")), Package("u4", ("u4",))])
    (('u1', 'u2'), ('u4',))

    Source: Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1
    (1972), 146-160.
    """
    conditions = _conditions(these)
    place = {unit: number for number, unit in enumerate(conditions)}
    found = [sorted(part, key=place.__getitem__) for part in _parts(conditions)]
    real = [part for part in found if len(part) > 1 or part[0] in conditions[part[0]]]
    return tuple(tuple(part) for part in sorted(real, key=lambda part: place[part[0]]))


def unmet(these: Iterable[Package], accepted: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Which conditions of each accepted unit are not met, units with none left out.

    `accepted` are the units that every side accepts but for packages. Units that are one another's
    conditions are met together, when all of them are accepted.

    >>> these = [Package("u1", ("u2",)), Package("u2", ("u1",)), Package("u3", ("u4",))]
    >>> unmet(these, ["u1", "u2", "u3"])
    {'u3': ('u4',)}
    """
    conditions = _conditions(these)
    agreed = _agreed(conditions, set(accepted))
    return {
        unit: tuple(one for one in wanted if one not in agreed)
        for unit, wanted in conditions.items()
        if any(one not in agreed for one in wanted)
    }


def released_by(these: Iterable[Package], unit: str, accepted: Iterable[str]) -> tuple[str, ...]:
    """The units that would be agreed if this one were accepted now and that are not agreed yet.

    The unit itself is among them unless its own conditions hold it back.

    >>> these = [Package("u1", ("u2",)), Package("u2", ("u3",))]
    >>> released_by(these, "u3", ["u1", "u2"])
    ('u1', 'u2', 'u3')
    """
    conditions = _conditions(these)
    before = set(accepted)
    gained = _agreed(conditions, before | {unit}) - _agreed(conditions, before)
    return tuple(
        sorted(
            gained,
            key=lambda one: (
                list(conditions).index(one) if one in conditions else len(conditions),
                one,
            ),
        )
    )


def blocking(these: Iterable[Package], accepted: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each unit held up, the units that nobody's package explains: those still to be accepted.

    It follows conditions of conditions to their roots.

    >>> blocking([Package("u1", ("u2",)), Package("u2", ("u3",))], ["u1", "u2"])
    {'u1': ('u3',), 'u2': ('u3',)}
    """
    conditions = _conditions(these)
    known = set(accepted)
    found = {unit: tuple(_roots(unit, conditions, known)) for unit in conditions}
    return {unit: roots for unit, roots in found.items() if roots}


def _conditions(these: Iterable[Package]) -> dict[str, list[str]]:
    """Conditions by unit, of all sides together; a unit that is only a condition has none."""
    found: dict[str, list[str]] = {}
    for one in these:
        wanted = found.setdefault(one.unit, [])
        for condition in one.conditions:
            found.setdefault(condition, [])
            if condition not in wanted:
                wanted.append(condition)
    return found


def _agreed(conditions: Mapping[str, list[str]], accepted: set[str]) -> set[str]:
    """The largest set of accepted units in which every condition is in the set too."""
    agreed = set(accepted)
    waiting: dict[str, list[str]] = {}
    for unit, wanted in conditions.items():
        for one in wanted:
            waiting.setdefault(one, []).append(unit)
    falling = [one for one in waiting if one not in agreed]
    while falling:
        for unit in waiting.get(falling.pop(), ()):
            if unit in agreed:
                agreed.remove(unit)
                falling.append(unit)
    return agreed


def _roots(unit: str, conditions: Mapping[str, list[str]], accepted: set[str]) -> Iterator[str]:
    seen = {unit}
    waiting = list(reversed(conditions[unit]))
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        if one not in accepted:
            yield one
        waiting += reversed(conditions[one])


def _parts(conditions: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """Strongly connected parts, without recursion: a chain of packages may be long."""
    low: dict[str, int] = {}
    number: dict[str, int] = {}
    path: list[str] = []
    done: set[str] = set()
    for start in conditions:
        work = [] if start in number else [(start, iter(conditions[start]))]
        while work:
            unit, rest = work[-1]
            if unit not in number:
                number[unit] = low[unit] = len(number)
                path.append(unit)
            further = next((one for one in rest if one not in done), None)
            if further is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[unit])
                if low[unit] == number[unit]:
                    part = _cut(path, unit)
                    done.update(part)
                    yield part
            elif further in number:
                low[unit] = min(low[unit], number[further])
            else:
                work.append((further, iter(conditions[further])))


def _cut(path: list[str], unit: str) -> list[str]:
    place = path.index(unit)
    part = path[place:]
    del path[place:]
    return part
