"""What the chair does to the words: takes up what all sides agree to, brackets what they do not.

Nothing comes into the text without brackets unless every side has agreed to it.
"""

from collections.abc import Iterable
from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.errors import InputError, OptionError
from tracktwo.text import NegotiatedText, Operation, OperationKind
from tracktwo.text import accept as accept_in
from tracktwo.text.changes.accept import Accepted, moved_on
from tracktwo.text.changes.bracketing import bracketed
from tracktwo.text.changes.closing import closed
from tracktwo.text.changes.history import Lifted
from tracktwo.text.changes.history import after as made_by
from tracktwo.text.changes.history_json import operation_document, operation_from
from tracktwo.text.changes.reasons import Stuck
from tracktwo.text.changes.spans import applied
from tracktwo.text.standing import Disagreement, disagreements, way_out
from tracktwo.text.standing.positions import Position
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.domain.bracket_names import names_to_give, with_names
from tracktwo_web.texts.domain.proposals import next_code
from tracktwo_web.texts.domain.saving import locked, tell, write_version
from tracktwo_web.texts.models import ChairsChoice, JointText, Proposal, ProposalState
from tracktwo_web.texts.queries import carried_with, log_of, number_of, sides_of, text_now
from tracktwo_web.texts.sentences import refusal_sentence


@transaction.atomic
def take_up(proposal: Proposal) -> None:
    """Accept a proposal to which every side agrees, and carry the others to the new version."""
    text = locked(proposal.text)
    proposal = _on_table(text, proposal)
    if proposal.operation["kind"] == OperationKind.ALT:
        raise CannotBe(gettext("A wording offered beside another is entered in brackets."))
    missing = set(sides_of(text)) - set(proposal.agreed)
    if missing:
        raise CannotBe(gettext("Not every side has agreed to this yet: enter it in brackets."))
    _accept(text, [operation_from(proposal.operation)], proposal, ProposalState.ACCEPTED)


@transaction.atomic
def enter_in_brackets(proposal: Proposal, *, reason: str = "") -> None:
    """Enter a contested proposal in brackets: the words that stand, and those proposed."""
    text = locked(proposal.text)
    proposal = _on_table(text, proposal)
    now, operation = text_now(text), operation_from(proposal.operation)
    try:
        entered = bracketed(
            now,
            operation,
            bracket=next(names_to_give(text, now)),
            since=str(text.session),
            reason=reason,
            holder=proposal.side.code if proposal.side else "",
        )
    except (OptionError, InputError) as error:
        raise CannotBe(refusal_sentence(error)) from error
    _accept(text, entered, proposal, ProposalState.BRACKETED)


@transaction.atomic
def decline(proposal: Proposal, reason: str) -> None:
    """Not take a proposal up, and say why; its words stay to be read."""
    text = locked(proposal.text)
    proposal = _on_table(text, proposal)
    if not reason.strip():
        raise CannotBe(gettext("Say why it is not taken up."))
    proposal.state, proposal.why = ProposalState.DECLINED, {"said": reason.strip()[:1000]}
    proposal.save(update_fields=["state", "why"])
    tell(text, unit=proposal.unit)


@transaction.atomic
def close_bracket(text: JointText, bracket: str, alternative: int | None) -> None:
    """Close a bracket with a wording that every side accepts, in every language at once."""
    text = locked(text)
    now = text_now(text)
    found = _bracket(now, bracket, text)
    heard = next(
        (
            one
            for one in way_out(found, _positions(text, found), sides=sides_of(text)).wordings
            if one.alternative == alternative
        ),
        None,
    )
    if heard is None or not heard.is_way_out or heard.unheard or heard.ad_ref:
        raise CannotBe(gettext("Not every side accepts this wording yet."))
    code = next_code(text)
    try:
        for number, words in enumerate(found.words, start=1):
            one = closed(
                text_now(text), found.unit, words.language, bracket, alternative,
                operation=f"{code}-{number}" if number > 1 else code, sides=sides_of(text),
            )  # fmt: skip
            _step(text, one)
    except (OptionError, InputError) as error:
        raise CannotBe(refusal_sentence(error)) from error
    text.choices.filter(bracket=bracket).delete()
    Proposal.objects.create(
        text=text, code=code, unit=found.unit, language="", state=ProposalState.ACCEPTED,
        operation=operation_document(one), session=text.session, agreed=list(sides_of(text)),
    )  # fmt: skip
    tell(text, unit=found.unit)


@transaction.atomic
def propose_wording(text: JointText, bracket: str, alternative: int | None) -> None:
    """Say which wording of a bracket the chair proposes: the chair's text."""
    text = locked(text)
    found = _bracket(text_now(text), bracket, text)
    if alternative is not None and not 0 <= alternative < found.wordings:
        raise CannotBe(gettext("This bracket has no such wording."))
    ChairsChoice.objects.update_or_create(
        text=text, bracket=bracket, defaults={"alternative": alternative}
    )
    tell(text, unit=found.unit)


@transaction.atomic
def release_words(text: JointText, operation: str) -> None:
    """Free words that an accepted NOC keeps."""
    text = locked(text)
    try:
        after = made_by(text_now(text), Lifted(operation))
    except OptionError as error:
        raise CannotBe(refusal_sentence(error)) from error
    carried = carried_with(text)
    write_version(text, Lifted(operation), after)
    for one, moved in zip(
        carried, moved_on(after, [operation_from(each.operation) for each in carried]), strict=True
    ):
        one.operation = operation_document(moved)
    Proposal.objects.bulk_update(carried, ["operation"])
    tell(text)


def _accept(
    text: JointText, operations: Iterable[Operation], proposal: Proposal, state: ProposalState
) -> None:
    proposal.state = state
    proposal.save(update_fields=["state"])
    try:
        for one in operations:
            _step(text, one)
    except (OptionError, InputError) as error:
        raise CannotBe(refusal_sentence(error)) from error
    tell(text, unit=proposal.unit)


def _step(text: JointText, operation: Operation) -> None:
    """Accept one operation, brought to the version as it stands, and carry what is open along."""
    carried = {one.code: one for one in carried_with(text)}
    before, operation = text_now(text), replace(operation, base=text.version)
    named = with_names(text, before, operation)
    others = [
        _as_named(operation_from(one.operation), operation, named) for one in carried.values()
    ]
    accepted = accept_in(before, named, others)
    _carry(before, carried, accepted)
    write_version(text, named, accepted.text)


def _as_named(one: Operation, accepted: Operation, named: Operation) -> Operation:
    """Whoever asks for the very words that are accepted has their brackets named, and is met."""
    what = one.kind, one.unit, one.language, one.replacements
    is_the_same = what == (accepted.kind, accepted.unit, accepted.language, accepted.replacements)
    return replace(one, replacements=named.replacements) if is_the_same else one


def _carry(before: NegotiatedText, carried: dict[str, Proposal], accepted: Accepted) -> None:
    """Bring what is open to the new version. A side's draft never shows itself by losing its place."""
    for one in accepted.rebased:
        carried[one.id].operation = operation_document(one)
    for met in accepted.met:
        carried[met.id].state = ProposalState.MET
    for lost in accepted.stuck:
        _set_aside(before, carried[lost.operation.id], lost)
    Proposal.objects.filter(pk__in=[one.pk for one in carried.values() if _is_idle(one)]).delete()
    kept = [one for one in carried.values() if not _is_idle(one)]
    Proposal.objects.bulk_update(kept, ["operation", "state", "why"])


def _set_aside(before: NegotiatedText, proposal: Proposal, lost: Stuck) -> None:
    proposal.why = {"reason": lost.reason, "by": lost.by}
    if proposal.state != ProposalState.DRAFT:
        proposal.state = ProposalState.STUCK
    elif proposal.unit in before.places:
        source = before.unit(proposal.unit).texts.get(proposal.language, "")
        proposal.why["words"] = applied(source, lost.operation.replacements)


def _is_idle(proposal: Proposal) -> bool:
    """A draft that asks for what the text says now."""
    return proposal.state == ProposalState.MET and not number_of(proposal.code)


def _on_table(text: JointText, proposal: Proposal) -> Proposal:
    found = (
        text.proposals.select_related("side")
        .filter(pk=proposal.pk, state=ProposalState.TABLED)
        .first()
    )
    if found is None:
        raise CannotBe(gettext("This proposal is not on the table any more."))
    found.text = text
    return found


def _bracket(now: NegotiatedText, bracket: str, text: JointText) -> Disagreement:
    found = next(
        (one for one in disagreements(now, sides=sides_of(text)) if one.id == bracket), None
    )
    if found is None:
        raise CannotBe(gettext("This bracket is closed already."))
    return found


def _positions(text: JointText, found: Disagreement) -> list[Position]:
    """What was said of the wordings that the bracket has now."""
    said = (one for one in log_of(text) if isinstance(one, Position) and one.bracket == found.id)
    return [one for one in said if one.alternative is None or one.alternative < found.wordings]
