"""Joint texts on the table, one at each step of the way, by the words of the tables."""

import uuid

from django.utils import timezone

from tests.web.records.conftest import enters
from tests.web.texts.agreeing import (
    as_clean,
    confirm_all,
    show_keys,
    under_silence,
    with_silence_kept,
)
from tests.web.texts.laid import UNITS, a_draft, a_proposal, a_text
from tracktwo.text import NegotiatedText, OperationKind
from tracktwo.text.languages.concordance import source_hash
from tracktwo.text.standing import Stage, unit_fingerprint
from tracktwo.text.standing.naming import named
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.texts.domain.adopt import KIND, body_of, publish
from tracktwo_web.texts.domain.chair import take_up
from tracktwo_web.texts.domain.prepared import prepare_about_unit
from tracktwo_web.texts.domain.proposals import agree, table_about_unit
from tracktwo_web.texts.domain.stages import move_to
from tracktwo_web.texts.models import JointText
from tracktwo_web.texts.views.files import FOLDER

_LAID = named(NegotiatedText({}, ("en", "zh"), UNITS), since=1)
SEEN = {one.id: unit_fingerprint(one) for one in _LAID.units}
"""What a unit's page holds of its words, so that nobody accepts others."""
WAS = source_hash(UNITS[1].texts["en"])
"""And what a writer of its English had before them."""
DRAFT_SEEN = 1
_PARTS = {"unit": "u1", "language": "en", "bracket": "b1", "form": "md"}


def lay_out_texts(dialogue: Dialogue) -> dict[str, dict[str, object]]:
    """What routes about a text are called with: a clean unit, an open bracket, a proposal of A."""
    text = a_text(dialogue)
    words = "The sides meet twice a year."
    proposal = a_proposal(text, dialogue.sides.get(code="nato"), words)
    known = {"code": proposal.code, "operation": proposal.code} | _PARTS
    show_keys(dialogue)
    texts = {
        "text": text,
        "clean text": as_clean(a_text(dialogue)),
        "text under silence": under_silence(a_text(dialogue)),
        "text whose silence was kept": with_silence_kept(a_text(dialogue)),
        "published text": _published(dialogue),
    }
    return {
        **{name: {"text_id": one.id} | known for name, one in texts.items()},
        "folder of a text": {"text_id": text.id} | known | {"form": FOLDER},
        "text with a draft of A": _with_draft(dialogue),
        "text with something prepared by A": _with_something_prepared(dialogue),
        "text with kept words": _with_kept_words(dialogue),
        "no text": {"text_id": uuid.uuid4()} | known,
    }


def _with_draft(dialogue: Dialogue) -> dict[str, object]:
    """A is writing over the clean unit; its draft has no number, since nobody else may count it."""
    text = a_text(dialogue)
    draft = a_draft(text, dialogue.sides.get(code="nato"), "The sides confer.")
    draft.edition = DRAFT_SEEN
    draft.save(update_fields=["edition"])
    return {"text_id": text.id, "code": draft.code} | _PARTS


def _with_something_prepared(dialogue: Dialogue) -> dict[str, object]:
    """Somebody of A has written that the clean unit shall stay as it is."""
    text, side = a_text(dialogue), dialogue.sides.get(code="nato")
    draft = prepare_about_unit(text, side, "u1", OperationKind.NOC, {})
    return {"text_id": text.id, "code": draft.code} | _PARTS


def _with_kept_words(dialogue: Dialogue) -> dict[str, object]:
    """Every side has agreed to keep the last unit as it stands."""
    text = a_text(dialogue)
    for side in dialogue.sides.all():
        one = text.proposals.first() or table_about_unit(text, side, "u3", OperationKind.NOC, {})
        agree(one, side)
    take_up(one)
    return {"text_id": text.id, "operation": one.code} | _PARTS


def _published(dialogue: Dialogue) -> JointText:
    """Signed by every side, its languages confirmed."""
    text = with_silence_kept(a_text(dialogue))
    for side in dialogue.sides.all():
        enters(side, KIND, body_of(text))
    move_to(text, Stage.ADOPTED, now=timezone.now())
    confirm_all(text)
    publish(text, now=timezone.now())
    text.refresh_from_db()
    return text
