"""A roadmap without one of its rules, made by changing the roadmap itself."""

from collections.abc import Mapping
from dataclasses import replace

from tracktwo.roadmap import CountryDays, Meeting, Roadmap, Rule, RuleKind, Seat

Given = tuple[Roadmap, Mapping[str, CountryDays]]


def without(given: Given, one: Rule) -> Given:  # noqa: C901, PLR0911, PLR0912 -- a rule a case
    plan, working = given
    about = one.about[0]
    match one.kind:
        case RuleKind.HELD:
            return _meetings(plan, lambda m: None if m.id == about else _forget(m, about)), working
        case RuleKind.WINDOW:
            return _change(plan, about, earliest=None, latest=None), working
        case RuleKind.HOST:
            return _change(plan, about, host=""), working
        case RuleKind.PREPARED:
            return _change(plan, about, prepared_by=""), working
        case RuleKind.AFTER:
            return _without_after(plan, *one.about), working
        case RuleKind.ALTERNATE:
            return _without_turns(plan, about), working
        case RuleKind.ITEM:
            return replace(plan, items=tuple(i for i in plan.items if i.id != about)), working
        case RuleKind.BLACKOUT:
            return replace(
                plan, blackouts=tuple(b for b in plan.blackouts if b.id != about)
            ), working
        case RuleKind.AWAY:
            return replace(
                plan, absences=tuple(a for a in plan.absences if a.office != about)
            ), working
        case RuleKind.ROOM:
            return replace(
                plan,
                places=tuple(replace(p, rooms=99) if p.id == about else p for p in plan.places),
            ), working
        case RuleKind.APART:
            return replace(plan, conventions=replace(plan.conventions, apart={})), working
        case RuleKind.WEEKEND:
            return plan, {**working, about: replace(working[about], weekend=frozenset())}
        case RuleKind.HOLIDAY:
            return plan, {**working, about: replace(working[about], holidays={})}
        case RuleKind.ONE_AT_A_TIME:
            return _in_several_places(plan, about), working
    raise AssertionError(one)


def _meetings(plan: Roadmap, change) -> Roadmap:
    kept = tuple(new for one in plan.meetings if (new := change(one)) is not None)
    ids = {one.id for one in kept}
    items = tuple(
        replace(one, meetings=tuple(m for m in one.meetings if m in ids)) for one in plan.items
    )
    return replace(plan, meetings=kept, items=items)


def _forget(meeting: Meeting, gone: str) -> Meeting:
    prepared = "" if meeting.prepared_by == gone else meeting.prepared_by
    after = tuple(one for one in meeting.after if one != gone)
    return replace(meeting, prepared_by=prepared, after=after)


def _change(plan: Roadmap, meeting: str, **changes: object) -> Roadmap:
    return _meetings(plan, lambda one: replace(one, **changes) if one.id == meeting else one)


def _without_after(plan: Roadmap, meeting: str, other: str) -> Roadmap:
    if meeting not in plan.meeting:
        return plan
    one = plan.meeting[meeting]
    changed = replace(one, after=tuple(each for each in one.after if each != other))
    assert plan.series_order.get(meeting) != other, "drawn roadmaps tell orders of series only so"
    return _meetings(plan, lambda each: changed if each.id == meeting else each)


def _without_turns(plan: Roadmap, series: str) -> Roadmap:
    row = plan.series[series]
    before = dict(zip(row[1:], row, strict=False))

    def loosened(one: Meeting) -> Meeting:
        if one.series != series:
            return one
        after = (*one.after, *([before[one.id]] if one.id in before else []))
        return replace(one, series="", after=tuple(dict.fromkeys(after)))

    return _meetings(plan, loosened)


def _in_several_places(plan: Roadmap, office: str) -> Roadmap:
    """The office as a seat of its own in every meeting that needs it."""
    seat = plan.seat[office]
    copies: list[Seat] = []

    def changed(one: Meeting) -> Meeting:
        if office not in one.required:
            return one
        name = f"{office} in {one.id}"
        copies.append(replace(seat, office=name))
        return replace(
            one, required=tuple(name if each == office else each for each in one.required)
        )

    meetings = tuple(changed(one) for one in plan.meetings)
    away = tuple(
        replace(one, office=copy.office)
        for one in plan.absences
        for copy in copies
        if one.office == office
    )
    return replace(
        plan, meetings=meetings, seats=(*plan.seats, *copies), absences=(*plan.absences, *away)
    )
