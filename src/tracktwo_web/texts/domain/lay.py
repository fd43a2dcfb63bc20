"""A text laid on the table: from a file, from a report, or with the history it already has."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from typing import NoReturn

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.errors import InputError
from tracktwo.text import History, NegotiatedText, Operation
from tracktwo.text.changes.history_json import change_document, operation_document, text_document
from tracktwo.text.changes.reasons import Stuck
from tracktwo.text.negotiation import Negotiation
from tracktwo.text.remark import Remark as Said
from tracktwo.text.standing import disagreements
from tracktwo.text.standing.document_json import document_state
from tracktwo.text.standing.naming import named
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.domain.remarks import LONGEST_REMARK
from tracktwo_web.texts.domain.saving import note, tell_dialogue
from tracktwo_web.texts.models import Change, JointText, Proposal, ProposalState, Remark
from tracktwo_web.texts.queries import number_of

MOST_UNITS = 20_000
LONGEST_NAME = 80


def lay_on_table(dialogue: Dialogue, text: NegotiatedText) -> JointText:
    """Begin with a text in its first version; every bracket gets a name."""
    if not text.units:
        raise CannotBe(gettext("The file holds no text."))
    if len(text.units) > MOST_UNITS:
        raise CannotBe(gettext("This text is too long to be negotiated as one."))
    return lay_with_history(dialogue, Negotiation(History(named(text, since=1))))


@transaction.atomic
def lay_with_history(dialogue: Dialogue, told: Negotiation) -> JointText:
    """Begin where others have come to: with the history, the log, the proposals and the remarks of a text."""
    now = told.text
    _refuse_long_names(now)
    laid = JointText.objects.create(
        dialogue=dialogue,
        title=dict(now.title),
        position=dialogue.joint_texts.count(),
        first=text_document(told.history.first),
        now=text_document(now),
        document=document_state(told.document),
        version=now.version,
        session=told.session,
    )
    _write_changes(laid, told)
    note(laid, told.log)
    _write_proposals(laid, told)
    _write_remarks(laid, told.remarks)
    tell_dialogue(dialogue)
    return laid


def _refuse_long_names(text: NegotiatedText) -> None:
    """Names are kept beside what is said of passages and brackets, and stand in addresses."""
    for one in (*text.units, *text.gone):
        if len(one.id) > LONGEST_NAME:
            _refuse_name(
                gettext("A passage is called “%(name)s…”: %(most)s characters at most."), one.id
            )
    for open_one in disagreements(text):
        if len(open_one.id) > LONGEST_NAME:
            sentence = gettext("A bracket is called “%(name)s…”: %(most)s characters at most.")
            _refuse_name(sentence, open_one.id)


def _refuse_name(sentence: str, name: str) -> NoReturn:
    raise InputError(sentence % {"name": name[:40], "most": LONGEST_NAME})


def _write_changes(laid: JointText, told: Negotiation) -> None:
    first = told.history.first.version
    acts = zip(told.history.acts, told.sessions, strict=True)
    Change.objects.bulk_create(
        Change(text=laid, version=version, session=session, act=change_document(act))
        for version, (act, session) in enumerate(acts, start=first + 1)
    )


def _write_proposals(laid: JointText, told: Negotiation) -> None:
    """The open proposals. One that the text has met or left behind meanwhile stays to be read."""
    sides = {one.code: one for one in laid.dialogue.sides.all()}
    for code, one in zip(_codes(told), told.operations, strict=True):
        side = sides.get(one.side)
        state, operation, why = _outcome(told.history, one)
        Proposal.objects.create(
            text=laid,
            side=side,
            code=code,
            unit=one.unit or "",
            language=one.language,
            state=state,
            operation=operation_document(replace(operation, id=code)),
            session=told.session,
            agreed=[side.code] if side else [],
            why=why,
        )


def _outcome(history: History, one: Operation) -> tuple[ProposalState, Operation, dict[str, str]]:
    """What has become of a proposal by the acts since it was made."""
    carried = history.carried(one)
    if isinstance(carried, Stuck):
        why = {"reason": carried.reason, "by": carried.by}
        return ProposalState.STUCK, carried.operation, why
    return (ProposalState.TABLED, carried, {}) if carried else (ProposalState.MET, one, {})


def _write_remarks(laid: JointText, remarks: Iterable[Said]) -> None:
    """Remarks as they were numbered; by the chair, where whoever made them stands for no side."""
    sides = {one.code: one for one in laid.dialogue.sides.all()}
    Remark.objects.bulk_create(
        Remark(
            text=laid,
            unit=one.unit,
            side=sides.get(one.side),
            number=number,
            words=one.words.strip()[:LONGEST_REMARK],
        )
        for number, one in enumerate(remarks, start=1)
    )


def _codes(told: Negotiation) -> Iterator[str]:
    """The numbers that open proposals have, or the next ones: none that the history has used already."""
    used = {one.id for one in told.history.acts if isinstance(one, Operation)}
    known = used | {one.id for one in told.operations}
    numbers = count(max(map(number_of, known), default=0) + 1)
    for one in told.operations:
        yield one.id if number_of(one.id) and one.id not in used else f"p{next(numbers)}"
