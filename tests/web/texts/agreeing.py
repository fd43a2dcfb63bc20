"""Texts on their way to being agreed: clean, under silence, with silence kept; and who signs them."""

import datetime as dt

from django.utils import timezone

from tests.web.records.conftest import KEYS, enters
from tests.web.texts.laid import all_accept
from tracktwo.record import SigningKey, entry_bytes, sealed, unsigned
from tracktwo.text.languages.concordance import Agreement
from tracktwo.text.standing import Stage
from tracktwo_web.dialogues.models import Dialogue, Side
from tracktwo_web.records.domain.sign import KEY_BEGUN, draft_next
from tracktwo_web.texts.domain import chair, reviews, stages
from tracktwo_web.texts.domain.adopt import KIND, body_of
from tracktwo_web.texts.domain.silence import ask_silence
from tracktwo_web.texts.models import JointText
from tracktwo_web.texts.queries import text_now

TO_A_DRAFT = (Stage.COMPILATION, Stage.CHAIRS_TEXT, Stage.ROLLING_DRAFT)
HOUR = dt.timedelta(hours=1)


def as_a_draft(text: JointText) -> JointText:
    """The text as the first rolling draft, its bracket open."""
    for target in TO_A_DRAFT:
        stages.move_to(text, target, now=timezone.now())
    text.refresh_from_db()
    return text


def as_clean(text: JointText) -> JointText:
    """The text with its bracket closed, taken to the stage of a clean text."""
    as_a_draft(text)
    all_accept(text, "b1", 1)
    chair.close_bracket(text, "b1", 1)
    stages.move_to(text, Stage.CLEAN, now=timezone.now())
    text.refresh_from_db()
    return text


def under_silence(text: JointText, *, left: dt.timedelta = 48 * HOUR) -> JointText:
    """The clean text with silence asked an hour ago, and so much of it left."""
    as_clean(text)
    now = timezone.now()
    ask_silence(text, until=now + left, now=min(now, now + left) - HOUR)
    text.refresh_from_db()
    return text


def with_silence_kept(text: JointText) -> JointText:
    """The same, a minute after the time has come."""
    return under_silence(text, left=-dt.timedelta(minutes=1))


def show_keys(dialogue: Dialogue) -> None:
    """Every side begins its log."""
    for side in dialogue.sides.all():
        enters(side, KEY_BEGUN, {})


def signed_line(text: JointText, side: Side, *, key: SigningKey | None = None, **other) -> str:
    """What a side's head brings back from `tracktwo record sign`; `other` changes what it says."""
    key = key or KEYS[side.code]
    body = body_of(text) | other
    draft = draft_next(side, kind=KIND, body=body, key=key.public, now=timezone.now())
    return entry_bytes(sealed(draft, key.sign(unsigned(draft)))).decode()


def confirm_all(text: JointText) -> None:
    """A reviewer has found the languages of every unit to say the same."""
    now = text_now(text)
    for unit in now.units:
        seen = dict(Agreement.of(unit, *now.languages).hashes)
        reviews.confirm_languages(text, unit.id, seen)
