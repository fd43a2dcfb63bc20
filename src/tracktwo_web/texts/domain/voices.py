"""What a side says of a text: positions, and moves on units. Each is an entry of the log."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.errors import MoveError
from tracktwo.text.standing import (
    Act,
    Move,
    MoveKind,
    Position,
    Stance,
    disagreements,
    moved,
    unit_fingerprint,
)
from tracktwo_web.dialogues.models import Side
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.domain.saving import locked, note, tell
from tracktwo_web.texts.models import JointText
from tracktwo_web.texts.queries import log_of, sides_of, text_now
from tracktwo_web.texts.sentences import refusal_sentence


@transaction.atomic
def speak_of_wording(
    text: JointText,
    side: Side,
    bracket: str,
    alternative: int | None,
    stance: Stance,
    *,
    ad_ref: bool = False,
) -> None:
    """Take a position on one wording of a bracket, or on leaving its words out (None)."""
    text = locked(text)
    found = next((one for one in disagreements(text_now(text)) if one.id == bracket), None)
    if found is None:
        raise CannotBe(gettext("This bracket is closed already."))
    if alternative is not None and not 0 <= alternative < found.wordings:
        raise CannotBe(gettext("This bracket has no such wording."))
    _enter(
        text,
        Position(side.code, found.unit, stance, bracket, alternative, ad_ref, text.session),
    )


@transaction.atomic
def speak_of_unit(
    text: JointText, side: Side, unit: str, stance: Stance, *, words: str, ad_ref: bool = False
) -> None:
    """Take a position on a unit in the words the side had before it: `words` is their fingerprint."""
    _enter(
        locked(text),
        Position(side.code, unit, stance, ad_ref=ad_ref, session=text.session, words=words),
    )


@transaction.atomic
def accept_clean_units(text: JointText, side: Side, units: Iterable[str]) -> int:
    """Accept several units as they stand at once; those that do not allow it are passed over."""
    text = locked(text)
    now, log, sides = text_now(text), log_of(text), sides_of(text)
    taken: list[Act] = []
    for unit in units:
        if unit not in now.places:
            continue
        words = unit_fingerprint(now.unit(unit))
        act = Position(side.code, unit, Stance.SUPPORT, session=text.session, words=words)
        try:
            log = moved(now, log, act, sides=sides)
        except MoveError:
            continue
        taken.append(act)
    note(text, taken)
    if taken:
        tell(text)
    return len(taken)


@transaction.atomic
def make_move(
    text: JointText,
    side: Side,
    kind: MoveKind,
    unit: str,
    *,
    reason: str = "",
    group: str = "",
    until: dt.date | None = None,
    conditions: tuple[str, ...] = (),
) -> None:
    """Reopen, settle, park, return, bind to other units, or release from them."""
    text = locked(text)
    _enter(text, Move(kind, unit, side.code, text.session, reason, group, until, conditions))


def _enter(text: JointText, act: Act) -> None:
    try:
        moved(text_now(text), log_of(text), act, sides=sides_of(text))
    except MoveError as error:
        raise CannotBe(refusal_sentence(error)) from error
    note(text, [act])
    tell(text, unit=act.unit)
