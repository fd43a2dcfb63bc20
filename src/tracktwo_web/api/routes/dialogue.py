"""The dialogue itself."""

import uuid

from django.http import HttpRequest
from ninja import Router

from tracktwo_web.api.doors import enter
from tracktwo_web.api.schemas import DialogueOut, Problem, SideOut
from tracktwo_web.dialogues.models import Dialogue

router = Router(tags=["dialogue"])
REFUSALS = {frozenset({401, 403, 404, 422}): Problem}


@router.get("/dialogues/{dialogue_id}", response={200: DialogueOut, **REFUSALS})
def read_dialogue(request: HttpRequest, dialogue_id: uuid.UUID) -> DialogueOut:
    """What the dialogue is about, who its sides are, and at which stage it stands."""
    return _described(enter(request, dialogue_id).dialogue)


def _described(dialogue: Dialogue) -> DialogueOut:
    sides = [
        SideOut(code=side.code, names=side.names, time_zone=side.time_zone)
        for side in dialogue.sides.order_by("position")
    ]
    return DialogueOut(
        id=dialogue.id,
        title=dialogue.title,
        note=dialogue.note,
        languages=dialogue.languages,
        k=dialogue.k,
        attribution=dialogue.attribution,
        stage=dialogue.stage,
        is_open=dialogue.is_open,
        sides=sides,
    )
