"""An edit in place, kept as its side's draft until it is laid on the table.

Each saving says which passage was edited (`was`, the hash of the source) and which saving of the
draft it goes on from (`seen`, 0 for the first). Where another pen of the same side, or the text
itself, was quicker, nothing is written over: `Meanwhile` holds the other words.
"""

import secrets
from dataclasses import dataclass
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.text import Operation, OperationKind
from tracktwo.text.changes.derive import derived
from tracktwo.text.changes.history_json import operation_document, operation_from
from tracktwo.text.changes.spans import applied
from tracktwo.text.languages.concordance import source_hash
from tracktwo_web.dialogues.models import Side
from tracktwo_web.texts.committed import text_as_committed
from tracktwo_web.texts.domain.answers import CannotBe, Meanwhile
from tracktwo_web.texts.domain.saving import locked
from tracktwo_web.texts.models import JointText, Proposal, ProposalState

LONGEST = 100_000
FIRST_EDITIONS = 1_000_000_000
"""A draft's editions begin anywhere: who saw one that is gone does not take another for it."""


@dataclass(frozen=True)
class Passage:
    """A unit in one language."""

    unit: str
    language: str


@transaction.atomic
def save_draft(
    text: JointText, side: Side | None, at: Passage, words: str, *, seen: int, was: str
) -> Proposal | None:
    """Keep an edited passage; None where it reads as the text does, and no draft is left."""
    text = locked(text)
    source = source_of(text, at)
    draft = draft_of(text, side, at)
    _refuse_meanwhile(source, draft, seen=seen, was=was)
    words = _plain(words)
    replacements = derived(source, words)
    if not replacements:
        if draft:
            draft.delete()
        return None
    operation = Operation(
        draft.code if draft else uuid4().hex,
        OperationKind.MOD,
        text.version,
        at.unit,
        at.language,
        replacements,
        side=side.code if side else "",
    )
    if draft is None:
        draft = Proposal(
            text=text, side=side, code=operation.id, unit=at.unit, language=at.language,
            state=ProposalState.DRAFT, edition=secrets.randbelow(FIRST_EDITIONS),
        )  # fmt: skip
    draft.operation, draft.session = operation_document(operation), text.session
    draft.why = {}
    draft.edition += 1
    draft.save()
    return draft


@transaction.atomic
def discard_draft(text: JointText, side: Side | None, at: Passage) -> None:
    """Forget what was being written."""
    draft = draft_of(locked(text), side, at)
    if draft:
        draft.delete()


def draft_of(text: JointText, side: Side | None, at: Passage) -> Proposal | None:
    """What a side is writing on a passage; the chair where there is no side."""
    return text.proposals.filter(
        side=side, unit=at.unit, language=at.language, state=ProposalState.DRAFT
    ).first()


def source_of(text: JointText, at: Passage) -> str:
    """How a passage stands in the text."""
    now = text_as_committed(text)
    if at.unit not in now.places or at.language not in now.languages:
        raise CannotBe(gettext("This passage is not in the text any more."))
    return now.unit(at.unit).texts.get(at.language, "")


def words_of(source: str, draft: Proposal | None) -> str:
    """How a passage would read with a draft; one that lost its place keeps its own words."""
    if draft is None:
        return source
    kept = draft.why.get("words")
    return kept or applied(source, operation_from(draft.operation).replacements)


def _refuse_meanwhile(source: str, draft: Proposal | None, *, seen: int, was: str) -> None:
    edition = draft.edition if draft else 0
    if edition != seen or source_hash(source) != was:
        raise Meanwhile(words_of(source, draft), edition, source_hash(source))


def _plain(words: str) -> str:
    """What a form sends, with the line ends of the text."""
    if len(words) > LONGEST:
        raise CannotBe(gettext("This passage is too long; divide it."))
    return words.replace("\r\n", "\n").strip("\n")
