"""Signing the report: each side signs one hash, the same to the byte, in its own log."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.errors import RecordError
from tracktwo.record import JointAct, Json, canonical
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.events.publish import publish
from tracktwo_web.kit.languages import said_to_reader
from tracktwo_web.records.queries import joint_acts_of
from tracktwo_web.records.signing import SigningStep
from tracktwo_web.reports.domain.answers import CannotBe
from tracktwo_web.reports.models import Draft

KIND = "report.signed"


@dataclass(frozen=True)
class Signatures:
    """Which sides have signed a hash, and which have not; by code."""

    hash: str
    signed: tuple[str, ...]
    missing: tuple[str, ...]
    problem: str = ""
    """Why the record does not hold; then no signature in it counts."""

    @property
    def by_side(self) -> dict[str, str]:
        """The hash that each side signed, as the gate asks for it."""
        return dict.fromkeys(self.signed, self.hash)


def body_of(hash_: str, languages: list[str]) -> dict[str, Json]:
    """What each side signs, as `tracktwo report --draft` writes it too."""
    from tracktwo.reports.canonical import FORM

    return {"form": FORM, "hash": hash_, "languages": list(languages)}


def signatures_of(dialogue: Dialogue, hash_: str, languages: list[str]) -> Signatures:
    """Who has signed a report, as the sides' own logs prove it."""
    sides = tuple(dialogue.sides.order_by("position").values_list("code", flat=True))
    try:
        act = _act_of(dialogue, body_of(hash_, languages))
    except RecordError as wrong:
        return Signatures(hash_, (), sides, said_to_reader(wrong.message))
    signed = tuple(one for one in sides if act and one in act.signed)
    return Signatures(hash_, signed, tuple(one for one in sides if one not in signed))


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


def _act_of(dialogue: Dialogue, body: Mapping[str, Json]) -> JointAct | None:
    acts = joint_acts_of(dialogue)
    alike = (one for one in acts if one.kind == KIND and canonical(one.body) == canonical(body))
    return next(alike, None)
