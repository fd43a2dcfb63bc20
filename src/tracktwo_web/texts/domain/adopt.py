"""Adoption: once silence was kept every side signs the same words; with the last signature they are adopted."""

import datetime as dt
from collections.abc import Callable, Mapping

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.record import Json
from tracktwo.text.brackets.escapes import unescaped
from tracktwo.text.standing import Stage, fingerprint
from tracktwo_web.records import joint
from tracktwo_web.records.joint import Signatures
from tracktwo_web.records.signing import SigningStep
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.domain.saving import locked, tell, write_document
from tracktwo_web.texts.domain.stages import moved_document
from tracktwo_web.texts.gates import gate_of
from tracktwo_web.texts.models import JointText
from tracktwo_web.texts.queries import document_of, text_now

KIND = "text.adopted"


def body_of(text: JointText) -> dict[str, Json]:
    """What each side signs, the same to the last byte: which text, and its words by their hash."""
    now = text_now(text)
    return {
        "text": str(text.id),
        "title": {language: unescaped(title) for language, title in now.title.items()},
        "languages": list(now.languages),
        "version": text.version,
        "hash": fingerprint(now),
    }


def signatures_of(text: JointText) -> Signatures:
    """Who has signed a clean text as it stands."""
    return joint.signatures_of(text.dialogue, KIND, body_of(text))


@transaction.atomic
def sign(
    text: JointText,
    side: str,
    ask: Callable[[Mapping[str, Json]], SigningStep],
    *,
    now: dt.datetime,
) -> SigningStep:
    """Let a side sign a text on which silence was kept; adopt it once all sides have.

    `ask` enters what was signed in the side's log, and is given the body that must stand there.
    """
    # Two heads who sign at once wait for each other here, so that the second sees the first.
    text = locked(text)
    adopted = moved_document(text, document_of(text), Stage.ADOPTED, now=now)
    refuse_signed(signatures_of(text), side)
    step = ask(body_of(text))
    if step.entry:
        if not signatures_of(text).missing:
            write_document(text, adopted)
        tell(text)
    return step


@transaction.atomic
def publish(text: JointText, *, now: dt.datetime) -> None:
    """Publish an adopted text, if every condition of the gate is met."""
    text = locked(text)
    document = document_of(text)
    gate = None
    if document.stage is Stage.ADOPTED:
        gate = gate_of(text, text_now(text), signatures=signatures_of(text).by_side)
    write_document(text, moved_document(text, document, Stage.PUBLISHED, now=now, gate=gate))
    tell(text)


def refuse_unready(text: JointText, *, now: dt.datetime) -> None:
    """Raise `CannotBe`, with the reason, where a text cannot be signed yet, or any more."""
    moved_document(text, document_of(text), Stage.ADOPTED, now=now)


def refuse_signed(signatures: Signatures, side: str) -> None:
    """Raise `CannotBe` where a side has signed already: once is enough."""
    if side in signatures.signed:
        raise CannotBe(gettext("Your side has signed this text."))
