"""What lies on the table of a roadmap, by the words of the tables."""

import uuid
from datetime import date

from tests.web.roadmaps.making import a_plan, a_proposed_item
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.roadmaps.domain.meetings import place_meeting
from tracktwo_web.roadmaps.domain.subscriptions import issue_subscription


def lay_out_roadmap(dialogue: Dialogue) -> dict[str, dict[str, object]]:
    """What routes about a roadmap are called with."""
    plan = a_plan(dialogue)
    proposed, agreed = a_proposed_item(plan), plan.items.get(code="contacts")
    drafted = plan.meetings.get(code="video")
    place_meeting(drafted, date(2022, 5, 10), "nato")
    one, token = issue_subscription(plan, side=dialogue.sides.get(code="nato"))
    asked = {"number": 1, "step": "drop"}
    return {
        "proposed item of A": {"item_id": proposed.id} | asked,
        "agreed item": {"item_id": agreed.id} | asked,
        "agreed item to be planned": {"item_id": agreed.id, "step": "schedule"},
        "drafted meeting": {"meeting_id": drafted.id},
        "no meeting": {"meeting_id": uuid.uuid4()},
        "absence of B": {"absence_id": plan.absences.get().id},
        "event told by A": {"event_id": plan.events.get(code="patrol").id},
        "address of A": {"subscription_id": one.id, "token": token},
        "closed address": {"token": "closed"},
        "no item": {"item_id": uuid.uuid4()} | asked,
    }
