"""What a closed round says: packages that every side prefers, for everybody and for each side alone.

The search is the library's (docs/methods/packages.md), who may see what is its `seen_by`, and what a
side stated under seal is told to nobody else: conditions are named only where they are joint.
"""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from tracktwo import convergence as library
from tracktwo.convergence.study import Settings
from tracktwo_web.convergence.domain.cast import given_in
from tracktwo_web.convergence.domain.conditions import among, joint_conditions_of
from tracktwo_web.convergence.domain.limits import Own, limits_of
from tracktwo_web.convergence.domain.talks import amounts_of, asked_as_library
from tracktwo_web.convergence.models import AskedOption, Option, Valuation, ValueRound
from tracktwo_web.convergence.queries import asked_in
from tracktwo_web.dialogues.models import Side

JSON = dict[str, Any]
SEED = 20
MANY = 16
"""So many options are searched two hundred times in a second or two; more, fewer times."""
DRAWS, FEWER_DRAWS = 200, 40
JOINT = "joint:"


@dataclass(frozen=True)
class Found:
    """What everybody sees, and what each side alone sees, as documents; sides by code."""

    shared: JSON
    own: Mapping[str, JSON]


def find(one: ValueRound) -> Found:
    """Search once: what is asked of the ballots is asked when the round is released, and never again."""
    asked = asked_in(one)
    sides = list(one.dialogue.sides.order_by("position"))
    limits = {side.code: limits_of(one, side) for side in sides}
    talks = _talks(one, asked, sides, limits)
    study = _study(talks, [each.option.code for each in asked if each.is_on_table], one.dialogue.k)
    names = {side.code: side.names for side in sides}
    title: dict[str, Any] = {"title": one.title, "note": one.dialogue.note, "names": names}
    own = {
        side.code: _told_to(
            side.code,
            library.seen_document(library.seen_by(study, side.code), study, **title),
            one.dialogue.k,
        )
        for side in sides
    }
    return Found(_shared(next(iter(own.values()))), own)


def _study(talks: library.Talks, table: Sequence[str], k: int) -> library.Study:
    draws = DRAWS if len(talks.options.ids) <= MANY else FEWER_DRAWS
    settings = Settings(k=k, points=None, seed=SEED, effort=20.0)
    trades = library.trades(talks, table) if table else None
    firm = library.firmness(talks, draws=draws, seed=SEED)
    return library.Study(talks, library.search(talks), firm, (), trades, settings)


def _talks(
    one: ValueRound, asked: Sequence[AskedOption], sides: Sequence[Side], limits: Mapping[str, Own]
) -> library.Talks:
    there = [each.option for each in asked]
    return library.Talks(
        asked_as_library(one.dialogue, asked),
        library.Valuation(tuple(_points(one, asked))),
        tuple(_conditions(one, sides, limits, there)),
        tuple(amounts_of(there)),
        {
            side: Fraction(own.no_agreement)
            for side, own in limits.items()
            if own.no_agreement is not None
        },
    )


def _points(one: ValueRound, asked: Sequence[AskedOption]) -> Iterator[library.Points]:
    """Whole ballots in the order of what they give, under numbers drawn anew: none leads back to a row."""
    rows = one.valuations.filter(is_complete=True).select_related("side")
    told = sorted((row.side.position, _in_order(row, asked), row.side.code) for row in rows)
    numbers = list(range(len(told)))
    secrets.SystemRandom().shuffle(numbers)
    for number, (_, points, side) in zip(numbers, told, strict=True):
        for each, given in zip(asked, points, strict=True):
            yield library.Points(f"e{number}", side, each.option.code, Fraction(given))


def _in_order(row: Valuation, asked: Sequence[AskedOption]) -> tuple[int, ...]:
    points = given_in(row).points
    return tuple(points.get(each.id, 0) for each in asked)


def _conditions(
    one: ValueRound, sides: Sequence[Side], limits: Mapping[str, Own], asked: Sequence[Option]
) -> Iterator[library.Condition]:
    for row, stated in joint_conditions_of(one.dialogue):
        if left := among(stated, asked):
            yield left.for_library(f"{JOINT}{row.code}")
    for side in sides:
        for number, stated in enumerate(limits[side.code].conditions, start=1):
            if left := among(stated, asked):
                yield left.for_library(f"{side.code}:{number}", by=side.code)


def _told_to(side: str, document: JSON, k: int) -> JSON:
    """What a side sees, without what another stated under seal."""
    told = dict(document)
    told["options"] = [
        {**each, "values": {side: _rounded(each["values"][side], k)}}
        for each in document["options"]
    ]
    told["conditions"] = [
        {**each, "id": each["id"].removeprefix(JOINT)}
        for each in document["conditions"]
        if each["by"] in ("", side)
    ]
    told["conflicts"] = [
        {"conditions": [id_.removeprefix(JOINT) for id_ in each["conditions"]]}
        for each in document["conflicts"]
        if all(id_.startswith(JOINT) for id_ in each["conditions"])
    ]
    return told


def _rounded(value: JSON | None, k: int) -> JSON | None:
    """Whole points; least and most only where they single out nobody of a few."""
    if value is None:
        return None
    ends = {"low": round(value["low"]), "high": round(value["high"])}
    return {"n": value["n"], "mean": round(value["mean"]), **(ends if value["n"] >= 2 * k else {})}


def _shared(own: JSON) -> JSON:
    """What is left when everything that is a side's is taken out: the same, whosever it was."""
    shared = {key: value for key, value in own.items() if key not in ("for", "no_agreement")}
    shared["options"] = [{**each, "values": {}} for each in own["options"]]
    shared["conditions"] = [each for each in own["conditions"] if not each["by"]]
    for name in ("nash", "kalai_smorodinsky"):
        if own[name]:
            shared[name] = {**own[name], "gains": {}}
    if own["trade"]:
        shared["trade"] = {name: own["trade"][name] for name in ("adds", "drops")}
    return shared
