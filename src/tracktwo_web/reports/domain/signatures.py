"""Signing the report: each side signs one hash, the same to the byte, in its own log."""

from collections.abc import Callable, Mapping

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.record import Json
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.events.publish import publish
from tracktwo_web.records import joint
from tracktwo_web.records.joint import Signatures
from tracktwo_web.records.signing import SigningStep
from tracktwo_web.reports.domain.answers import CannotBe
from tracktwo_web.reports.models import Draft

KIND = "report.signed"


def body_of(hash_: str, languages: list[str]) -> dict[str, Json]:
    """What each side signs, as `tracktwo report --draft` writes it too."""
    from tracktwo.reports.canonical import FORM

    return {"form": FORM, "hash": hash_, "languages": list(languages)}


def signatures_of(dialogue: Dialogue, hash_: str, languages: list[str]) -> Signatures:
    """Who has signed a report."""
    return joint.signatures_of(dialogue, KIND, body_of(hash_, languages))


def signatures_on(draft: Draft) -> Signatures:
    """Who has signed a draft that is done."""
    return signatures_of(draft.dialogue, draft.hash, draft.facts["languages"])


@transaction.atomic
def sign(draft: Draft, side: str, ask: Callable[[Mapping[str, Json]], SigningStep]) -> SigningStep:
    """Let a side sign a draft; `ask` enters what was signed in the side's log."""
    Dialogue.objects.select_for_update().get(pk=draft.dialogue_id)
    refuse_signed(draft, side)
    step = ask(body_of(draft.hash, draft.facts["languages"]))
    if step.entry:
        publish(draft.dialogue_id, "report")
    return step


def refuse_signed(draft: Draft, side: str) -> None:
    """Raise `CannotBe` where a side has signed already: once is enough."""
    if side in signatures_on(draft).signed:
        raise CannotBe(gettext("Your side has signed this report."))
