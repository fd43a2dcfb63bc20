"""What a side has prepared of whole passages: one more, one to go, one to stay. It is its side's alone.

Any delegate prepares; the head or a member lays it on the table.
"""

from collections.abc import Mapping
from dataclasses import replace
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.text import Operation, OperationKind, UnitKind
from tracktwo.text.changes.history_json import operation_document, operation_from
from tracktwo_web.dialogues.models import Side
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.domain.proposals import (
    addition_of,
    lay,
    next_code,
    reasons_in,
    refuse_unfit,
    still_there,
)
from tracktwo_web.texts.domain.saving import locked
from tracktwo_web.texts.models import JointText, Proposal, ProposalState


@transaction.atomic
def prepare_addition(
    text: JointText,
    side: Side | None,
    texts: Mapping[str, str],
    *,
    after: str | None,
    kind: UnitKind = UnitKind.PARAGRAPH,
    rationale: Mapping[str, str],
) -> Proposal:
    """Keep another unit as the side would have it."""
    text = locked(text)
    operation = addition_of(text, side, texts, after=after, kind=kind, code=uuid4().hex)
    return _keep(text, side, operation, rationale)


@transaction.atomic
def prepare_about_unit(
    text: JointText, side: Side | None, unit: str, kind: OperationKind, rationale: Mapping[str, str]
) -> Proposal:
    """Keep that the side would take a unit out (SUP), or have it stay as it is (NOC)."""
    text = locked(text)
    code = side.code if side else ""
    operation = Operation(uuid4().hex, kind, text.version, unit, side=code)
    return _keep(text, side, operation, rationale)


@transaction.atomic
def table_prepared(draft: Proposal) -> Proposal:
    """Lay on the table what a side has prepared."""
    text = locked(draft.text)
    draft = still_there(text, draft)
    if draft.state != ProposalState.DRAFT:
        raise CannotBe(gettext("This proposal is on the table already."))
    operation = operation_from(draft.operation)
    if operation.added:
        added = replace(operation.added, id=f"{next_code(text)}-u")
        operation = replace(operation, added=added)
    return lay(text, draft, operation, operation.rationale)


@transaction.atomic
def discard(draft: Proposal) -> None:
    """Forget a draft, whether or not its passage is there still."""
    locked(draft.text).proposals.filter(pk=draft.pk, state=ProposalState.DRAFT).delete()


def _keep(
    text: JointText, side: Side | None, operation: Operation, rationale: Mapping[str, str]
) -> Proposal:
    """Nothing is told to anybody: that a side writes is its own business."""
    operation = replace(operation, rationale=reasons_in(rationale))
    refuse_unfit(text, operation)
    unit = operation.unit or ""
    there = text.proposals.filter(side=side, unit=unit, language="", state=ProposalState.DRAFT)
    if there.exists():
        raise CannotBe(
            gettext(
                "Your side has prepared something at this passage already: lay it on the table or discard it first."
            )
        )
    return Proposal.objects.create(
        text=text,
        side=side,
        code=operation.id,
        unit=unit,
        state=ProposalState.DRAFT,
        operation=operation_document(operation),
        session=text.session,
    )
