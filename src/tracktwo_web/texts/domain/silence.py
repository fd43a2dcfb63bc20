"""The silence procedure: asked by the chair on a clean text, broken by a side, put off, or kept."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.errors import MoveError, OptionError
from tracktwo.text.standing import Silence, Stage, fingerprint
from tracktwo_web.dialogues.models import Side
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.domain.saving import locked, tell, write_document
from tracktwo_web.texts.domain.stages import moved_document
from tracktwo_web.texts.models import JointText
from tracktwo_web.texts.queries import document_of, sides_of, text_now
from tracktwo_web.texts.sentences import refusal_sentence


@transaction.atomic
def ask_silence(text: JointText, *, until: dt.datetime, now: dt.datetime) -> None:
    """Put a clean text under silence: it is agreed at `until` unless a side breaks the silence before."""
    text = locked(text)
    try:
        asked = Silence.over(
            fingerprint(text_now(text)), sides=sides_of(text), opened=now, until=until
        )
    except OptionError as error:
        raise CannotBe(refusal_sentence(error)) from error
    document = replace(document_of(text), silence=asked)
    write_document(text, moved_document(text, document, Stage.UNDER_SILENCE, now=now))
    tell(text)


@transaction.atomic
def break_silence(text: JointText, side: Side, *, unit: str, reason: str, now: dt.datetime) -> None:
    """A side says that it cannot stay silent, on which unit and why."""
    text = locked(text)
    if unit not in text_now(text).places:
        raise CannotBe(gettext("This passage is not in the text any more."))
    _change(text, lambda asked: asked.broken(side.code, unit=unit, reason=reason, at=now))
    document = document_of(text)
    if document.stage is Stage.UNDER_SILENCE:
        write_document(text, moved_document(text, document, Stage.SILENCE_BROKEN, now=now))
    tell(text, unit=unit)


@transaction.atomic
def put_off(text: JointText, *, until: dt.datetime, now: dt.datetime) -> None:
    """Ask for silence until a later time."""
    text = locked(text)
    _change(text, lambda asked: asked.extended(until, at=now))
    tell(text)


@transaction.atomic
def take_back(text: JointText, reason: str, *, now: dt.datetime) -> None:
    """Open the draft again without a break: a side objects, or a head does not sign what was kept.

    What the sides have said stays; what one has signed stays in the record, and adopts nothing.
    """
    text = locked(text)
    document = document_of(text)
    if document.silence is None or document.stage is not Stage.UNDER_SILENCE:
        raise CannotBe(gettext("No silence is asked on this text."))
    document = replace(document, silence=replace(document.silence, taken_back=reason.strip()))
    write_document(text, moved_document(text, document, Stage.ROLLING_DRAFT, now=now))
    tell(text)


def _change(text: JointText, change: Callable[[Silence], Silence]) -> None:
    document = document_of(text)
    if document.silence is None or document.stage not in (
        Stage.UNDER_SILENCE,
        Stage.SILENCE_BROKEN,
    ):
        raise CannotBe(gettext("No silence is asked on this text."))
    try:
        write_document(text, replace(document, silence=change(document.silence)))
    except MoveError as error:
        raise CannotBe(refusal_sentence(error)) from error
