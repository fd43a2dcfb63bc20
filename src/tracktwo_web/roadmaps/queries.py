"""What pages ask of a roadmap's tables."""

import uuid

from django.db.models import Prefetch, QuerySet, prefetch_related_objects
from django.http import Http404

from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.roadmaps.models import Item, JointStep, Meeting, Plan, StepState


def plan_of(dialogue: Dialogue) -> Plan | None:
    """The roadmap of a dialogue, if it has one. The sides come with it: every line of a page names them."""
    plan = Plan.objects.filter(dialogue=dialogue).first()
    if plan is not None:
        plan.dialogue = dialogue
        prefetch_related_objects([dialogue], "sides")
    return plan


def find_plan(standing: Standing) -> Plan:
    """The roadmap of the dialogue; `Http404` where there is none yet."""
    plan = plan_of(standing.dialogue)
    if plan is None:
        raise Http404
    return plan


def items_of(plan: Plan) -> QuerySet[Item]:
    """The items in their order, each with the step that the sides are asked for, in two queries."""
    asked = JointStep.objects.filter(state=StepState.OPEN).select_related("side")
    found = plan.items.select_related("side").order_by("position", "code")
    return found.prefetch_related(Prefetch("steps", asked, to_attr="open_steps"))


def find_item(plan: Plan, item_id: uuid.UUID) -> Item:
    found = items_of(plan).filter(pk=item_id).first()
    if found is None:
        raise Http404
    found.plan = plan
    return found


def meetings_of(plan: Plan) -> QuerySet[Meeting]:
    """The meetings in the order of the plan, without those that were cancelled."""
    return plan.meetings.filter(is_cancelled=False).order_by("position", "code")


def find_meeting(plan: Plan, meeting_id: uuid.UUID) -> Meeting:
    found = meetings_of(plan).filter(pk=meeting_id).first()
    if found is None:
        raise Http404
    found.plan = plan
    return found


def asked_of_item(item: Item) -> JointStep | None:
    """The step that the sides are asked for; the item comes from `items_of`."""
    found: list[JointStep] = getattr(item, "open_steps", [])
    return found[0] if found else None
