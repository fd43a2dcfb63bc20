"""What came of a drill: each expected message, and after how long."""

from datetime import timedelta
from typing import TYPE_CHECKING

from tracktwo.channel.kinds import kind_of
from tracktwo.dialogue import in_language
from tracktwo.locale import Words, said
from tracktwo_cli.channel_told import Told

if TYPE_CHECKING:
    from tracktwo.channel.drills import Drill, Played, Report

MINUTE = timedelta(minutes=1)


def drill_told(drill: "Drill", report: "Report", words: Words) -> Told:
    """The title, how many messages came in time, and a line each."""
    summary = words.gettext(
        "Of {n} expected messages, {came} came, {in_time} of them in time.",
        n=len(report.played),
        came=report.came,
        in_time=report.in_time,
    )
    lines = [in_language(drill.title, words.language), summary]
    lines += [_line(drill, one, words) for one in report.played]
    played = [
        {
            "inject": one.inject,
            "side": one.expected.side,
            "kind": one.expected.kind,
            "message": str(one.message) if one.message else None,
            "after_minutes": _minutes(one.after),
            "late_minutes": _minutes(one.late),
        }
        for one in report.played
    ]
    return Told(
        lines,
        {
            "drill": report.drill,
            "median_minutes": _minutes(report.median),
            "played": played,
            "others": [str(one) for one in report.others],
        },
    )


def _line(drill: "Drill", one: "Played", words: Words) -> str:
    name = said(kind_of(one.expected.kind).name, words)
    side = in_language(drill.sides[one.expected.side], words.language)
    return f"{one.inject}  {side}  {name}  {_when(one, words)}"


def _when(one: "Played", words: Words) -> str:
    if one.after is None:
        return words.gettext("did not come")
    minutes = words.number(one.after / MINUTE)
    if one.late is None:
        return words.gettext("came after {minutes} minutes", minutes=minutes)
    late = words.number(one.late / MINUTE)
    return words.gettext(
        "came after {minutes} minutes, {late} too late", minutes=minutes, late=late
    )


def _minutes(time: timedelta | None) -> float | None:
    return None if time is None else round(time / MINUTE, 1)
