"""Looking for the calendar that fits everybody: asked for from a page, done by a worker, taken by hand."""

import logging
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.roadmap import Calendar, Rule, RuleKind, Why, schedule
from tracktwo_web.events.publish import publish
from tracktwo_web.roadmaps.as_library import roadmap_of
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.domain.meetings import take_calendar
from tracktwo_web.roadmaps.domain.saving import locked
from tracktwo_web.roadmaps.models import Plan, Search
from tracktwo_web.roadmaps.tasks import find_calendar

log = logging.getLogger(__name__)
JSON = dict[str, Any]


@transaction.atomic
def order_search(plan: Plan) -> None:
    """Ask for a calendar of the roadmap as it stands."""
    plan = locked(plan)
    plan.search, plan.searched, plan.found = Search.RUNNING, plan.edition, {}
    plan.save(update_fields=["search", "searched", "found"])
    publish(plan.dialogue_id, "roadmap")
    find_calendar.enqueue(str(plan.id))


def search(plan_id: str) -> None:
    """Find the calendar and keep it beside the roadmap. A failure is kept too, for somebody to try again."""
    plan = Plan.objects.select_related("dialogue").get(pk=plan_id)
    edition = plan.searched
    try:
        state, found = Search.DONE, _document(schedule(roadmap_of(plan)))
    except Exception as error:  # noqa: BLE001
        # Whatever went wrong, the page must not wait for ever.
        log.error("a search for a calendar has failed: %s", type(error).__name__)  # noqa: TRY400
        state, found = Search.FAILED, {}
    same = Plan.objects.filter(pk=plan_id, searched=edition)
    with transaction.atomic():
        same.update(search=state, found=found)
        publish(plan.dialogue_id, "roadmap")


def is_stale(plan: Plan) -> bool:
    """Whether the roadmap has changed since the calendar was asked for."""
    return plan.searched != plan.edition


def take_found(plan: Plan) -> int:
    """Draft the days of the calendar that was found; how many meetings are elsewhere now."""
    if plan.search != Search.DONE or not plan.found.get("slots"):
        raise CannotBe(gettext("There is no calendar to take."))
    if is_stale(plan):
        raise CannotBe(gettext("The roadmap has changed since: look for a calendar again."))
    return take_calendar(plan, days_of(plan))


def days_of(plan: Plan) -> list[tuple[str, date, str]]:
    """Meeting, day and host, as they were found."""
    return [
        (one["meeting"], date.fromisoformat(one["day"]), one["host"])
        for one in plan.found.get("slots", ())
    ]


def why_of(plan: Plan) -> Why | None:
    """The rules that leave no calendar; None where there is one."""
    told = plan.found.get("why")
    if told is None:
        return None
    enough = told["enough"]
    return Why(_rules(told["rules"]), None if enough is None else _rules(enough))


def _rules(told: list[JSON]) -> tuple[Rule, ...]:
    return tuple(Rule(RuleKind(one["kind"]), tuple(one["about"])) for one in told)


def _document(calendar: Calendar) -> JSON:
    slots = [
        {"meeting": one.meeting, "day": one.day.isoformat(), "host": one.host}
        for one in calendar.slots
    ]
    return {"status": calendar.status, "slots": slots, "why": _why(calendar.why)}


def _why(why: Why | None) -> JSON | None:
    if why is None:
        return None
    enough = None if why.enough is None else [_rule(one) for one in why.enough]
    return {"rules": [_rule(one) for one in why.rules], "enough": enough}


def _rule(one: Rule) -> JSON:
    return {"kind": one.kind.value, "about": list(one.about)}
