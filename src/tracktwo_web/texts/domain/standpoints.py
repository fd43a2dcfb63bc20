"""Positions taken on several things at once, on the words that the head had before them."""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.text.standing import (
    Act,
    Position,
    Stance,
    current,
    disagreements,
    unit_fingerprint,
)
from tracktwo_web.dialogues.models import Side
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.domain.saving import locked
from tracktwo_web.texts.domain.voices import accept_clean_units, speak_of_wording
from tracktwo_web.texts.models import JointText
from tracktwo_web.texts.queries import log_of, text_now

Stances = Mapping[int | None, tuple[Stance, bool]]
"""What a side says of each wording, and whether subject to its capital."""


@transaction.atomic
def speak_of_bracket(text: JointText, side: Side, bracket: str, said: Stances, *, seen: str) -> int:
    """Take positions on the wordings of a bracket; how many are new.

    `seen` is the fingerprint of the unit as it was read: nobody supports a wording that has become
    another meanwhile.
    """
    text = locked(text)
    now = text_now(text)
    found = next((one for one in disagreements(now) if one.id == bracket), None)
    if found is None:
        raise CannotBe(gettext("This bracket is closed already."))
    if not found.unit or unit_fingerprint(now.unit(found.unit)) != seen:
        raise CannotBe(gettext("The words have changed meanwhile: read them again."))
    before = stance_now(log_of(text), side.code, bracket)
    known = {one: (each.stance, each.ad_ref) for one, each in before.items()}
    new = {one: each for one, each in said.items() if known.get(one) != each}
    for alternative, (stance, ad_ref) in new.items():
        speak_of_wording(text, side, bracket, alternative, stance, ad_ref=ad_ref)
    return len(new)


@transaction.atomic
def accept_as_read(text: JointText, side: Side, units: Iterable[str], *, version: int) -> int:
    """Accept units as they stood in a version; how many were accepted."""
    text = locked(text)
    if text.version != version:
        raise CannotBe(gettext("The words have changed meanwhile: read them again."))
    return accept_clean_units(text, side, units)


def stance_now(log: Iterable[Act], side: str, bracket: str) -> dict[int | None, Position]:
    """What a side says of each wording of a bracket."""
    said = current(one for one in log if isinstance(one, Position))
    return {one.alternative: one for one in said if (one.side, one.bracket) == (side, bracket)}
