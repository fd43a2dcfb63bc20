"""The way of a text from stage to stage and from session to session, by the chair's hand."""

import datetime as dt

from django.db import transaction

from tracktwo.errors import InputError, MoveError, OptionError
from tracktwo.text.standing import Document, Gate, Stage, advanced, document_facts
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.domain.saving import locked, tell, write_document
from tracktwo_web.texts.models import JointText
from tracktwo_web.texts.queries import document_of, log_of, sides_of, text_now
from tracktwo_web.texts.sentences import refusal_sentence


@transaction.atomic
def move_to(text: JointText, target: Stage, *, now: dt.datetime, gate: Gate | None = None) -> None:
    """Take a text to another stage; refused with the reason where something keeps it from there."""
    text = locked(text)
    document = document_of(text)
    write_document(text, moved_document(text, document, target, now=now, gate=gate))
    tell(text)


def moved_document(
    text: JointText,
    document: Document,
    target: Stage,
    *,
    now: dt.datetime,
    gate: Gate | None = None,
) -> Document:
    """The document one stage on, the guards of the library being asked."""
    try:
        facts = document_facts(
            text_now(text),
            log_of(text),
            sides=sides_of(text),
            silence=document.silence,
            now=now,
            gate=gate,
        )
        return advanced(document, target, facts)
    except MoveError as error:
        raise CannotBe(refusal_sentence(error)) from error
    except (OptionError, InputError) as error:
        raise CannotBe(str(error)) from error


@transaction.atomic
def begin_session(text: JointText) -> None:
    """Open the next session: what is said and changed from now on belongs to it."""
    text = locked(text)
    text.session += 1
    text.save(update_fields=["session"])
    tell(text)
