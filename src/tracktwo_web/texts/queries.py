"""What pages ask of the tables, as the library's values."""

import uuid
from collections.abc import Iterable

from django.db.models import QuerySet

from tracktwo.text import History, NegotiatedText, Operation
from tracktwo.text.changes.history_json import change_from, operation_from, text_from
from tracktwo.text.negotiation import Negotiation
from tracktwo.text.standing import Act, Document
from tracktwo.text.standing.document_json import document_from
from tracktwo.text.standing.log_json import act_from
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.texts.models import OPEN, JointText, Proposal, ProposalState
from tracktwo_web.texts.rules import may_see_proposal, may_see_texts


def texts_of(dialogue: Dialogue) -> QuerySet[JointText]:
    """The joint texts of a dialogue in their order, without their contents."""
    found = JointText.objects.filter(dialogue=dialogue).defer("first", "now")
    return found.order_by("position", "id")


def find_text(standing: Standing, text_id: uuid.UUID) -> JointText | None:
    """A text that whoever asks may see."""
    if not may_see_texts(standing):
        return None
    found = JointText.objects.filter(pk=text_id, dialogue=standing.dialogue)
    return found.defer("first", "now").select_related("dialogue").first()


def find_proposal(standing: Standing, text: JointText, code: str) -> Proposal | None:
    """A proposal that whoever asks may see."""
    found = text.proposals.select_related("side").filter(code=code).first()
    return found if found and may_see_proposal(standing, found) else None


def sides_of(text: JointText) -> tuple[str, ...]:
    """The codes of the sides at the table."""
    found = text.dialogue.sides.order_by("position").values_list("code", flat=True)
    return tuple(found)


def text_now(text: JointText) -> NegotiatedText:
    """The text as it stands."""
    return text_from(text.now)


def document_of(text: JointText) -> Document:
    """Its stage, the number of the draft, and the silence asked on it."""
    return document_from(text.document)


def history_of(text: JointText) -> History:
    """How the text came to be."""
    acts = text.changes.order_by("version").values_list("act", flat=True)
    return History(text_from(text.first), tuple(change_from(one) for one in acts))


def log_of(text: JointText) -> tuple[Act, ...]:
    """Every position and move, in order."""
    entries = text.log.order_by("number").values_list("act", flat=True)
    return tuple(act_from(one) for one in entries)


def negotiation_of(text: JointText) -> Negotiation:
    """The text with all that was done to it and said of it; no side's drafts."""
    return Negotiation(
        history_of(text),
        tuple(text.changes.order_by("version").values_list("session", flat=True)),
        log_of(text),
        operations_of(tabled_in(text)),
        text.session,
        document_of(text),
    )


def tabled_in(text: JointText) -> list[Proposal]:
    """The proposals on the table, in the order of their numbers."""
    found = text.proposals.filter(state=ProposalState.TABLED).select_related("side")
    return sorted(found, key=lambda one: number_of(one.code))


def proposals_seen_by(standing: Standing, text: JointText) -> list[Proposal]:
    """Every proposal that somebody may see: those of the table by number, then the side's own drafts."""
    found = text.proposals.select_related("side")
    seen = [one for one in found if may_see_proposal(standing, one)]
    return sorted(seen, key=lambda one: (one.state == ProposalState.DRAFT, number_of(one.code)))


def carried_with(text: JointText) -> list[Proposal]:
    """What has to come along when the text changes: drafts and what is on the table."""
    return list(text.proposals.filter(state__in=OPEN).select_related("side"))


def operations_of(proposals: Iterable[Proposal]) -> tuple[Operation, ...]:
    return tuple(operation_from(one.operation) for one in proposals)


def number_of(code: str) -> int:
    """Proposals in the order in which people count: p2 before p10; those without a number first."""
    return int(code[1:]) if code[:1] == "p" and code[1:].isdecimal() else 0
