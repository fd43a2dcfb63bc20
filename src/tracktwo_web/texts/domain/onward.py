"""The chair takes a text on. Each step says where the chair saw it stand: a button pressed twice is one step."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.text.standing import STAGE_CHANGES, Document, Stage
from tracktwo_web.texts.domain.adopt import publish
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.domain.saving import locked
from tracktwo_web.texts.domain.stages import begin_session, move_to
from tracktwo_web.texts.models import JointText
from tracktwo_web.texts.queries import document_of

NOT_BY_HAND = (Stage.UNDER_SILENCE, Stage.SILENCE_BROKEN, Stage.ADOPTED)
"""A text comes there by silence being asked, by a side that breaks it, by the signatures of all.

From silence the chair takes it back with a reason alone: see `silence.take_back`.
"""


def open_to_chair(stage: Stage) -> tuple[Stage, ...]:
    """The stages to which the chair may take a text from another, as far as its way goes."""
    if stage is Stage.UNDER_SILENCE:
        return ()
    return tuple(
        one.target for one in STAGE_CHANGES if one.source is stage and one.target not in NOT_BY_HAND
    )


def mark_of(document: Document) -> str:
    """What a page keeps of where a document stood when it was shown."""
    return f"{document.stage}-{document.draft}"


@transaction.atomic
def go_on(text: JointText, target: Stage, *, seen: str, now: dt.datetime) -> None:
    """Take a text to another stage; refused where it is not the chair's to take it there."""
    text = locked(text)
    document = document_of(text)
    if mark_of(document) != seen:
        raise _meanwhile()
    if target not in open_to_chair(document.stage):
        raise CannotBe(gettext("From where the text stands the chair cannot take it there."))
    if target is Stage.PUBLISHED:
        publish(text, now=now)
    else:
        move_to(text, target, now=now)


@transaction.atomic
def next_session(text: JointText, *, seen: str) -> None:
    """Open the session behind the one that the chair saw."""
    text = locked(text)
    if str(text.session) != seen:
        raise _meanwhile()
    begin_session(text)


def _meanwhile() -> CannotBe:
    return CannotBe(gettext("Nothing was changed: somebody was quicker. See how it stands now."))
