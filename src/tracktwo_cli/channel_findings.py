"""Findings about messages: lists, faults, overlaps, accounts beside each other, plans of escorts."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tracktwo.channel.encounters import Compared, Standing
from tracktwo.channel.kinds import kind_of
from tracktwo.channel.kinds.read_values import moment_json
from tracktwo.channel.messages import Message, date_time_group
from tracktwo.channel.messages.as_json import message_json
from tracktwo.channel.sphere import Position
from tracktwo.channel.wording import as_plain_text, model_text
from tracktwo.locale import Words, said
from tracktwo_cli.channel_told import Told

if TYPE_CHECKING:
    from tracktwo.channel.activities import Activity, Band, Overlap
    from tracktwo.channel.escort import Clash, EscortPlan, Gap
    from tracktwo.exchange.channel.check import Fault

MINUTE = timedelta(minutes=1)


def messages_told(messages: Sequence[Message], words: Words, *, is_whole: bool) -> Told:
    """A line a message; of one alone its model text."""
    if is_whole:
        lines = [as_plain_text(model_text(one, words), words) for one in messages]
    else:
        count = words.ngettext("{n} message.", "{n} messages.", len(messages))
        lines = [count, *(_line(one, words) for one in messages)]
    return Told(lines, {"messages": [message_json(one) for one in messages]})


def _line(one: Message, words: Words) -> str:
    sent = date_time_group(one.sent) if one.sent else words.gettext("draft")
    name = said(kind_of(one.kind).name, words)
    parts = [sent.ljust(12), str(one.id).ljust(21), one.type.value.ljust(6), name]
    about = words.names(map(str, one.refs))
    return "  ".join([*parts, *([f"→ {about}"] if about else [])])


def faults_told(faults: "Sequence[Fault]", n: int, words: Words) -> Told:
    """What does not hold, or that everything does."""
    lines = [
        words.gettext("line {line}: {what}", line=one.line, what=said(one.what, words))
        for one in faults
    ]
    if not faults:
        lines = [words.ngettext("{n} message, and everything holds.", "{n} messages, and everything holds.", n)]  # fmt: skip
    told = [{"line": one.line, "what": one.what} for one in faults]
    return Told(lines, {"holds": not faults, "messages": n, "faults": told})


def overlaps_told(found: "Sequence[tuple[Activity, Activity, Overlap]]", words: Words) -> Told:
    """Each pair that would meet: when, how high, how far apart."""
    lines = [words.ngettext("{n} pair of activities would be in each other’s way.", "{n} pairs of activities would be in each other’s way.", len(found))]  # fmt: skip
    for one, other, met in found:
        times = f"{date_time_group(met.window.start)}–{date_time_group(met.window.end)}"
        apart = words.gettext("{miles} nautical miles apart", miles=words.number(met.miles, 1))
        lines.append(f"{one.id}  {other.id}  {times}  {_band(met.band, words)}  {apart}")
    told = [
        {
            "activities": [one.id, other.id],
            "start": moment_json(met.window.start),
            "end": moment_json(met.window.end),
            "lower_metres": _finite(met.band.lower),
            "upper_metres": _finite(met.band.upper),
            "miles": round(met.miles, 3),
        }
        for one, other, met in found
    ]
    return Told(lines, {"overlaps": told})


def _finite(metres: float) -> float | None:
    return metres if abs(metres) < float("inf") else None


def _band(band: "Band", words: Words) -> str:
    ends = [
        words.gettext("no limit") if _finite(end) is None else words.number(end)
        for end in (band.lower, band.upper)
    ]
    return words.gettext("{lower} to {upper} m", lower=ends[0], upper=ends[1])


def compared_told(found: Sequence[Compared], sides: Sequence[str], words: Words) -> Told:
    """A line a matter: how the accounts stand to each other, and what each side tells."""
    standings = {
        Standing.AGREED: words.gettext("agreed"),
        Standing.DISPUTED: words.gettext("disputed"),
        Standing.UNKNOWN: words.gettext("unknown"),
        Standing.BESIDE: words.gettext("beside each other"),
    }
    lines = [words.gettext("Accounts of {sides}", sides=words.names(sides))]
    for one in found:
        told = " | ".join(_value(value) for value in one.told)
        lines.append(f"{one.matter}  {standings[one.standing]}  {told}{_apart(one, words)}")
    document = [
        {
            "matter": one.matter,
            "standing": one.standing.value,
            "told": [_value(value) or None for value in one.told],
        }
        for one in found
    ]
    return Told(lines, {"sides": list(sides), "matters": document})


def _value(value: object) -> str:
    if isinstance(value, datetime):
        return moment_json(value)
    if isinstance(value, Position):
        return value.imo()
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _apart(one: Compared, words: Words) -> str:
    """How far apart times are, positions in miles, distances in metres."""
    if one.apart is None:
        return ""
    if isinstance(one.apart, timedelta):
        minutes = words.number(one.apart / MINUTE, 1)
        return "  " + words.gettext("({minutes} minutes apart)", minutes=minutes)
    if one.matter == "position":
        miles = words.number(one.apart, 2)
        return "  " + words.gettext("({miles} nautical miles apart)", miles=miles)
    return "  " + words.gettext("({metres} m apart)", metres=words.number(one.apart))


def escort_told(
    plan: "EscortPlan", clashes: "Sequence[Clash]", gaps: "Sequence[Gap]", words: Words
) -> Told:
    """What the plan is, what it asks twice of an escort, and where nobody leaves for long."""
    quarter = f"{plan.quarter.year}/{plan.quarter.number}"
    count = words.ngettext("{n} group.", "{n} groups.", len(plan.groups))
    title = words.gettext("Quarter {quarter}, corridor {corridor}", quarter=quarter, corridor=plan.corridor.id)  # fmt: skip
    lines = [f"{title}. {count}", *_clashes(clashes, words), *_gaps(gaps, words)]
    if not clashes and not gaps:
        lines.append(words.gettext("No escort is asked for twice, and no ship waits too long."))
    document = {
        "quarter": quarter,
        "corridor": plan.corridor.id,
        "groups": len(plan.groups),
        "clashes": [
            {"escort": one.escort, "first": one.first, "second": one.second, "at_once": one.is_at_once}
            for one in clashes
        ],
        "gaps": [
            {"start": moment_json(one.start), "end": moment_json(one.end), "from": "AB"[one.is_back]}
            for one in gaps
        ],
    }  # fmt: skip
    return Told(lines, document)


def _clashes(clashes: "Sequence[Clash]", words: Words) -> Iterator[str]:
    for one in clashes:
        sentence = (
            words.gettext("{escort} is with group {first} when group {second} leaves.", escort=one.escort, first=one.first, second=one.second)
            if one.is_at_once
            else words.gettext("{escort} is not back from group {first} when group {second} leaves.", escort=one.escort, first=one.first, second=one.second)
        )  # fmt: skip
        yield sentence


def _gaps(gaps: "Sequence[Gap]", words: Words) -> Iterator[str]:
    for one in gaps:
        start, end = date_time_group(one.start), date_time_group(one.end)
        yield words.gettext(
            "No group leaves from end {end_of} between {start} and {end}.",
            end_of="AB"[one.is_back],
            start=start,
            end=end,
        )
