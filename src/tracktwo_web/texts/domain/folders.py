"""Joint texts in dialogue folders: each as a folder of its own, `text`, `text-2` and so on."""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from django.db import transaction

from tracktwo.errors import InputError
from tracktwo.exchange.texts import read_negotiation, read_text, write_negotiation
from tracktwo.exchange.texts.negotiation.read import is_negotiation
from tracktwo.text import History
from tracktwo.text.negotiation import Negotiation
from tracktwo.text.remark import Remark
from tracktwo.text.standing.naming import named
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.kit.zips import zipped
from tracktwo_web.texts.domain.lay import lay_with_history
from tracktwo_web.texts.models import JointText
from tracktwo_web.texts.queries import negotiation_of

FOLDER = re.compile(r"text(?:-\d{1,3})?")


def write_texts(dialogue: Dialogue, folder: Path) -> int:
    """Write every text of a dialogue into its folder; how many. No side's drafts and notes are in them."""
    texts = dialogue.joint_texts.order_by("position", "id")
    for number, one in enumerate(texts, start=1):
        write_negotiation(_told(one), folder / _name(number))
    return len(texts)


def read_texts(folder: Path) -> list[Negotiation]:
    """The texts in a dialogue folder, in their order. `InputError` for one that cannot be read."""
    return [_read(one) for one in sorted(_folders(folder), key=_number)]


@transaction.atomic
def bring_in_texts(dialogue: Dialogue, told: list[Negotiation]) -> list[JointText]:
    """Lay the texts of a folder on the table. `InputError` where the sides are others."""
    codes = set(dialogue.sides.values_list("code", flat=True))
    for one in told:
        _require_sides(one, codes)
    return [lay_with_history(dialogue, one) for one in told]


def folder_of(text: JointText) -> bytes:
    """A text's folder as a zip: the same bytes for the same text."""
    with tempfile.TemporaryDirectory(prefix="tracktwo-") as scratch:
        folder = Path(scratch) / _name(1)
        write_negotiation(_told(text), folder)
        return zipped(folder)


def _told(text: JointText) -> Negotiation:
    """All that the table has seen of a text, with what was remarked on it."""
    remarks = text.remarks.order_by("number").select_related("side")
    return replace(
        negotiation_of(text),
        remarks=tuple(
            Remark(str(one.number), one.words, one.unit, side=one.side.code if one.side else "")
            for one in remarks
        ),
    )


def _name(number: int) -> str:
    return "text" if number == 1 else f"text-{number}"


def _number(folder: Path) -> int:
    return int(folder.name.partition("-")[2] or 1)


def _folders(folder: Path) -> Iterator[Path]:
    return (one for one in folder.iterdir() if one.is_dir() and FOLDER.fullmatch(one.name))


def _read(folder: Path) -> Negotiation:
    """A text with its history; one without begins with the words it has."""
    if is_negotiation(folder):
        return read_negotiation(folder)
    return Negotiation(History(named(read_text(folder).text, since=1)))


def _require_sides(told: Negotiation, codes: set[str]) -> None:
    acting = {one.side for one in (*told.log, *told.operations, *told.remarks) if one.side}
    strange = sorted(acting - codes)
    if strange:
        message = (
            f"the text has a side {strange[0]!r}, which this dialogue has not; "
            f"it has {', '.join(sorted(codes))}: give the sides the same codes"
        )
        raise InputError(message)
