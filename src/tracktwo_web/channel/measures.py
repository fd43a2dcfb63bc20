"""The register of measures as a line's two logs have it, its ladder, and what is due every year."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, pgettext

from tracktwo.channel.measures import (
    CALENDAR,
    YEARLY,
    Measure,
    MeasureRegister,
    MeasureState,
    Rung,
    name_of,
    yearly_standing,
)
from tracktwo.channel.measures.stated import Agreement, Stated, stated_body, stated_of
from tracktwo.channel.messages import Type
from tracktwo.locale import translator
from tracktwo_web.channel.models import Line, MeasureStated
from tracktwo_web.channel.queries import ended_on
from tracktwo_web.kit.languages import in_reader_language, reader_language


@dataclass(frozen=True)
class Shown:
    """A measure as the page shows it: what is agreed, else what was stated last by either."""

    measure: Measure
    name: str
    rung: str
    facts: tuple[str, ...]
    standing: str
    theirs: MeasureStated | None
    """What the other office states and this one does not: it may state the same."""


@dataclass(frozen=True)
class Step:
    """A rung of the ladder, and how many measures in force stand on it."""

    name: str
    n: int


@dataclass(frozen=True)
class Yearly:
    """What an office gives once a year, by when, and whether it did."""

    name: str
    due: dt.date
    given: tuple[tuple[str, str], ...]
    source: str


def stated_on(line: Line) -> list[Stated]:
    """Every measure by what each office last stated of it, in the order of entry."""
    parties = (line.office, line.peer)
    found: dict[str, dict[str, Measure]] = {}
    for one in line.measures.order_by("entry"):
        office = line.office if one.is_own else line.peer
        found.setdefault(one.measure, {})[office] = stated_of(one.content, parties)
    return [Stated(id_, by) for id_, by in found.items()]


def register_of(stated: Iterable[Stated]) -> MeasureRegister:
    """The measures that both offices state alike."""
    return MeasureRegister(
        next(iter(one.by.values())) for one in stated if one.agreement is Agreement.AGREED
    )


def shown_on(line: Line, stated: list[Stated], today: dt.date) -> list[Shown]:
    """The lowest rung first: how far the sides have come is read from top to bottom."""
    register = register_of(stated)
    theirs = {one.measure: one for one in line.measures.filter(is_own=False)}
    rows = [_shown(one, register, theirs.get(one.id), line, today) for one in stated]
    return sorted(rows, key=lambda one: (one.measure.rung.height, one.measure.id))


def _shown(
    one: Stated, register: MeasureRegister, theirs: MeasureStated | None, line: Line, today: dt.date
) -> Shown:
    measure = one.by.get(line.office) or one.by[line.peer]
    words = translator(reader_language())
    kinds = (measure.type, measure.domain, measure.bindingness)
    is_agreed = one.agreement is Agreement.AGREED
    return Shown(
        measure,
        in_reader_language(measure.names),
        name_of(measure.rung, words),
        tuple(name_of(kind, words) for kind in kinds),
        name_of(register.state(one.id, today), words) if is_agreed else _not_agreed(one),
        None if is_agreed else theirs,
    )


def _not_agreed(one: Stated) -> str:
    if one.agreement is Agreement.DIFFERENT:
        return gettext("the offices state it differently")
    [office] = one.by
    return gettext("stated by %(office)s alone") % {"office": office}


def ladder_of(register: MeasureRegister, today: dt.date) -> list[Step]:
    """Every rung with the measures in force on it."""
    words = translator(reader_language())
    live = (MeasureState.IN_FORCE, MeasureState.REVIEW_DUE)
    rungs = [one.rung for id_, one in register.items() if register.state(id_, today) in live]
    return [Step(name_of(rung, words), rungs.count(rung)) for rung in Rung]


def yearly_on(line: Line, today: dt.date) -> list[Yearly]:
    """What is due this year. A calendar was given once an entry for the next year was sent (AC)."""
    words = translator(reader_language())
    return [
        Yearly(
            name_of(one.duty, words),
            one.of(today.year),
            tuple(
                (office, _given(line, office, today)) for office in sorted((line.office, line.peer))
            )
            if one is CALENDAR
            else (),
            one.source,
        )
        for one in YEARLY
    ]


def _given(line: Line, office: str, today: dt.date) -> str:
    standing = yearly_standing(
        office, CALENDAR, today.year, _first_entry(line, office, today), today
    )
    late = {"n": standing.late}
    if standing.given is None:
        return gettext("not yet, %(n)s days late") % late if standing.late else gettext("not yet")
    told = {"day": standing.given.isoformat()} | late
    if standing.late:
        return gettext("on %(day)s, %(n)s days late") % told
    return pgettext("a calendar was given", "on %(day)s") % told


def _first_entry(line: Line, office: str, today: dt.date) -> dt.date | None:
    """When an office first told of an activity of the next year; exercises do not count."""
    sent = line.messages.filter(kind="AC", is_own=office == line.office, status="actual")
    sent = sent.filter(type__in=(Type.NEW.value, Type.UPDATE.value)).exclude(entry=None)
    ended = ended_on(line)
    days = [
        one.sent.date()
        for one in sent
        if one.sent is not None
        and one.code not in ended
        and str(one.content["fields"].get("earliest", "")).startswith(f"{today.year + 1}-")
    ]
    return min(days, default=None)


def as_document(stated: list[Stated], today: dt.date) -> Mapping[str, Any]:
    """The register for programs."""
    register = register_of(stated)
    return {
        "version": 1,
        "measures": [
            {
                "id": one.id,
                "agreement": one.agreement.value,
                "state": register.state(one.id, today).value if one.id in register else None,
                "stated": {office: stated_body(told) for office, told in sorted(one.by.items())},
            }
            for one in stated
        ],
    }
