"""Proposals on the table: laid there, agreed to, withdrawn."""

from collections.abc import Mapping
from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.errors import InputError, OptionError
from tracktwo.text import Operation, OperationKind, Unit, UnitKind
from tracktwo.text.changes.bracketing import bracketed
from tracktwo.text.changes.derive import derived
from tracktwo.text.changes.effect import effect_of
from tracktwo.text.changes.history_json import operation_document, operation_from
from tracktwo_web.dialogues.models import Side
from tracktwo_web.texts.domain.answers import CannotBe, Meanwhile
from tracktwo_web.texts.domain.saving import locked, tell
from tracktwo_web.texts.models import JointText, Proposal, ProposalState
from tracktwo_web.texts.queries import number_of, text_now
from tracktwo_web.texts.sentences import refusal_sentence

LONGEST_RATIONALE = 2000


@transaction.atomic
def table_draft(
    draft: Proposal, rationale: Mapping[str, str], *, beside: bool = False, seen: int | None = None
) -> Proposal:
    """Lay what a side has written on the table; `beside` offers it as another wording (ALT).

    `seen` is the saving that was looked at before: `Meanwhile` where a colleague has gone on writing.
    """
    text = locked(draft.text)
    draft = still_there(text, draft)
    if draft.state != ProposalState.DRAFT:
        raise CannotBe(gettext("This proposal is on the table already."))
    if seen is not None and seen != draft.edition:
        raise Meanwhile("", draft.edition, "")
    kind = OperationKind.ALT if beside else OperationKind.MOD
    operation = replace(_in_place(text, draft), kind=kind)
    return lay(text, draft, operation, rationale)


@transaction.atomic
def table_addition(
    text: JointText,
    side: Side | None,
    texts: Mapping[str, str],
    *,
    after: str | None,
    kind: UnitKind = UnitKind.PARAGRAPH,
    rationale: Mapping[str, str],
) -> Proposal:
    """Propose another unit behind one that is there, or at the very beginning."""
    text = locked(text)
    operation = addition_of(text, side, texts, after=after, kind=kind, code=next_code(text))
    return lay(text, Proposal(text=text, side=side), operation, rationale)


@transaction.atomic
def table_about_unit(
    text: JointText, side: Side | None, unit: str, kind: OperationKind, rationale: Mapping[str, str]
) -> Proposal:
    """Propose to take a unit out (SUP), or to keep it as it stands (NOC)."""
    text = locked(text)
    operation = Operation(next_code(text), kind, text.version, unit, side=_code(side))
    return lay(text, Proposal(text=text, side=side), operation, rationale)


@transaction.atomic
def withdraw(proposal: Proposal) -> None:
    """Take a proposal off the table; it stays to be read in the history of the table."""
    text = locked(proposal.text)
    is_new = text.proposals.filter(pk=proposal.pk, state=ProposalState.TABLED).update(
        state=ProposalState.WITHDRAWN
    )
    if is_new:
        tell(text, unit=proposal.unit)


@transaction.atomic
def agree(proposal: Proposal, side: Side, *, agrees: bool = True) -> None:
    """Note that a side agrees to a proposal as it stands, or no longer does."""
    text = locked(proposal.text)
    proposal = still_there(text, proposal)
    if proposal.state != ProposalState.TABLED:
        raise CannotBe(gettext("This proposal is not on the table any more."))
    others = [one for one in proposal.agreed if one != side.code]
    proposal.agreed = sorted([*others, side.code]) if agrees else others
    proposal.save(update_fields=["agreed"])
    tell(text, unit=proposal.unit)


def next_code(text: JointText) -> str:
    """The next number on the table; a text that was brought in has a history with numbers of its own."""
    codes = text.proposals.exclude(state=ProposalState.DRAFT).values_list("code", flat=True)
    acts = text.changes.values_list("act__operation__id", flat=True)
    return f"p{max(map(number_of, filter(None, (*codes, *acts))), default=0) + 1}"


def lay(
    text: JointText, proposal: Proposal, operation: Operation, rationale: Mapping[str, str]
) -> Proposal:
    """What is laid gets the next number, and its side agrees to it."""
    reasons = reasons_in(rationale)
    operation = replace(operation, id=next_code(text), base=text.version, rationale=reasons)
    refuse_unfit(text, operation)
    proposal.code = operation.id
    proposal.unit, proposal.language = operation.unit or "", operation.language
    proposal.state, proposal.session, proposal.why = ProposalState.TABLED, text.session, {}
    proposal.operation = operation_document(operation)
    proposal.agreed = [proposal.side.code] if proposal.side else []
    proposal.save()
    tell(text, unit=proposal.unit)
    return proposal


def addition_of(
    text: JointText,
    side: Side | None,
    texts: Mapping[str, str],
    *,
    after: str | None,
    kind: UnitKind,
    code: str,
) -> Operation:
    """The operation that puts a unit of these words behind another."""
    said = {language: words.strip() for language, words in texts.items() if words.strip()}
    if not said:
        raise CannotBe(gettext("Write the words of the new passage in one language at least."))
    now = text_now(text)
    parent, level = None, 1
    if after is not None and after in now.places:
        before = now.unit(after)
        heads = before.kind in (UnitKind.HEADING, UnitKind.CHAPEAU)
        parent = before.id if heads and kind is not UnitKind.HEADING else before.parent
        level = before.level if kind is before.kind else 1
    added = Unit(f"{code}-u", kind, said, parent=parent, level=level)
    return Operation(code, OperationKind.ADD, text.version, after, added=added, side=_code(side))


def _in_place(text: JointText, draft: Proposal) -> Operation:
    """What a draft asks for; one that lost its place asks for the words that were kept of it."""
    operation = operation_from(draft.operation)
    now = text_now(text)
    if "words" not in draft.why or draft.unit not in now.places:
        return operation
    source = now.unit(draft.unit).texts.get(draft.language, "")
    return replace(operation, replacements=derived(source, draft.why["words"]))


def reasons_in(rationale: Mapping[str, str]) -> dict[str, str]:
    """Why, in the languages in which something is said."""
    return {
        language: words.strip()[:LONGEST_RATIONALE]
        for language, words in rationale.items()
        if words.strip()
    }


def refuse_unfit(text: JointText, operation: Operation) -> None:
    """Nobody lays on the table what could never be taken up, neither as it is nor in brackets."""
    now = text_now(text)
    try:
        effect_of(now, operation)
        if operation.kind is OperationKind.ALT:
            bracketed(now, operation)
    except (OptionError, InputError) as error:
        raise CannotBe(refusal_sentence(error)) from error


def _code(side: Side | None) -> str:
    return side.code if side else ""


def still_there(text: JointText, proposal: Proposal) -> Proposal:
    """A proposal or draft as it is now."""
    found = text.proposals.select_related("side").filter(pk=proposal.pk).first()
    if found is None:
        raise CannotBe(gettext("This proposal is gone: somebody has discarded it."))
    return found
