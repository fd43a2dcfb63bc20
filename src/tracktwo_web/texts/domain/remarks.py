"""What is said beside a text: remarks to the table, and a side's private notes."""

from django.db import transaction
from django.utils.translation import gettext

from tracktwo_web.dialogues.models import Side
from tracktwo_web.texts.domain.answers import CannotBe, Meanwhile
from tracktwo_web.texts.domain.saving import locked, tell
from tracktwo_web.texts.models import JointText, Note, Remark
from tracktwo_web.texts.queries import text_now

LONGEST_REMARK, LONGEST_NOTE = 4000, 8000


@transaction.atomic
def remark_on(text: JointText, unit: str, side: Side | None, words: str) -> Remark:
    """Say something of a unit to the whole table."""
    text = locked(text)
    words = words.strip()[:LONGEST_REMARK]
    if not words:
        raise CannotBe(gettext("Write the remark first."))
    if unit not in text_now(text).places:
        raise CannotBe(gettext("This passage is not in the text any more."))
    last = text.remarks.order_by("-number").values_list("number", flat=True).first() or 0
    made = Remark.objects.create(text=text, unit=unit, side=side, number=last + 1, words=words)
    tell(text, unit=unit)
    return made


@transaction.atomic
def keep_note(text: JointText, unit: str, side: Side, words: str, *, seen: int) -> Note | None:
    """Keep a side's note on a unit, over the saving that the writer had before them; None for no words.

    Nothing is told to anybody: that a side writes is its own business.
    """
    text = locked(text)
    note = text.notes.filter(side=side, unit=unit).first()
    if (note.edition if note else 0) != seen:
        raise Meanwhile(note.words if note else "", note.edition if note else 0, "")
    words = words.replace("\r\n", "\n").strip()[:LONGEST_NOTE]
    if not words:
        if note:
            note.delete()
        return None
    note = note or Note(text=text, side=side, unit=unit, edition=0)
    note.words, note.edition = words, note.edition + 1
    note.save()
    return note
