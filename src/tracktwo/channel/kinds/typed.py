"""What a message of a kind tells, as the values that the rest of the channel computes with."""

from tracktwo.channel.activities import Activity, Band, Window
from tracktwo.channel.encounters import Assessment, Report, YesNo
from tracktwo.channel.escort import Corridor, EscortPlan, Group, Quarter
from tracktwo.channel.kinds.encounter import HAPPENED
from tracktwo.channel.kinds.fields import Fields
from tracktwo.channel.kinds.read_values import (
    areas_in,
    groups_in,
    moment_in,
    position_in,
    text_in,
    texts_in,
    whole_in,
)
from tracktwo.channel.kinds.registry import kind_of
from tracktwo.channel.messages import Message
from tracktwo.channel.sphere import Position
from tracktwo.errors import OptionError
from tracktwo.locale import english

WORDS = ("regime_own", "regime_other", "manoeuvres")


def activities_of(message: Message, side: str = "") -> tuple[Activity, ...]:
    """The activities that a prior notification tells: one for each area, of each phase that has its own.

    Their ids are the message's, with places behind it where there are several. `side` is whose they
    are, the originator's where not given. A phase without an area of its own takes place in all of them.
    """
    _require(message, "PN")
    whole = message.fields
    band = _band(whole)
    told = tuple(
        (_window(part), area)
        for part in groups_in(whole, "phases") or (whole,)
        for area in areas_in(part, "areas") or areas_in(whole, "areas")
    )
    many = len(told) > 1
    return tuple(
        Activity(
            f"{message.id}#{n}" if many else str(message.id),
            side or message.originator,
            area,
            window,
            band,
        )
        for n, (window, area) in enumerate(told, 1)
    )


def report_of(message: Message, side: str = "") -> Report:
    """An account of an encounter, to lay beside the other side's.

    Words are taken in their original language: what a side said, and not what was made of it.
    """
    _require(message, "EN")
    told = message.fields
    happened = {one.name: YesNo.YES if told[one.name] else YesNo.NO for one in HAPPENED if one.name in told}  # fmt: skip
    calls = [one.get("answered") is True for one in groups_in(told, "communications")]
    if calls:
        happened["call_answered"] = YesNo.YES if any(calls) else YesNo.NO
    closest = whole_in(told, "closest_metres")
    return Report(
        side or message.originator,
        moment_in(told, "time"),
        position_in(told, "position"),
        None if closest is None else float(closest),
        happened,
        {name: original(told, name) for name in WORDS if name in told},
        Assessment(text_in(told, "assessment")),
    )


def plan_of(message: Message) -> EscortPlan:
    """The escort plan of a quarter; end B is the corridor's last point."""
    _require(message, "CV")
    told = message.fields
    points = tuple(Position.from_imo(one) for one in texts_in(told, "points"))
    return EscortPlan(
        Quarter(whole_in(told, "year") or 0, whole_in(told, "quarter") or 0),
        Corridor(text_in(told, "corridor"), points),
        tuple(map(_group, groups_in(told, "groups"))),
    )


def original(fields: Fields, name: str) -> str:
    """Free text in the language in which it was written."""
    told = fields[name]
    return str(told["texts"][told["origin"]])  # type: ignore[index,call-overload]  # checked before


def _group(told: Fields) -> Group:
    start = moment_in(told, "start")
    assert start is not None
    return Group(
        text_in(told, "group"),
        start,
        float(text_in(told, "knots")),
        text_in(told, "nation"),
        text_in(told, "escort"),
        is_back=told["entry"] == "B",
    )


def _band(told: Fields) -> Band:
    low, high = whole_in(told, "lower_metres"), whole_in(told, "upper_metres")
    return Band(
        float("-inf") if low is None else float(low), float("inf") if high is None else float(high)
    )


def _window(told: Fields) -> Window:
    start, end = moment_in(told, "start"), moment_in(told, "end")
    assert start is not None
    assert end is not None
    return Window(start, end)


def _require(message: Message, kind: str) -> None:
    fields = kind_of(message.kind).fields
    if message.kind != kind or kind_of(kind).fields_of(message.type) is not fields:
        raise OptionError(
            english("{id} tells nothing of this; take a message of kind {kind}", id=message.id, kind=kind)
        )  # fmt: skip
