"""Proposals on a unit as its page tells of them: what each would change, and who agrees."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from tracktwo.text import NegotiatedText, OperationKind
from tracktwo.text.changes.history_json import operation_from
from tracktwo_web.dialogues.models import Side
from tracktwo_web.texts.changed_words import ChangedWords, changed_words, words_changed_by
from tracktwo_web.texts.domain.drafts import words_of
from tracktwo_web.texts.models import Proposal, ProposalState

ACTS: Mapping[OperationKind, str | Promise] = {
    OperationKind.ADD: pgettext_lazy("proposal", "a passage more"),
    OperationKind.MOD: pgettext_lazy("proposal", "other words"),
    OperationKind.SUP: pgettext_lazy("proposal", "take the passage out"),
    OperationKind.NOC: pgettext_lazy("proposal", "keep it as it stands"),
    OperationKind.ALT: pgettext_lazy("proposal", "a wording beside it"),
}
"""What each kind of proposal asks for."""


@dataclass(frozen=True)
class Offer:
    """A proposal, or the draft of one; the chair's own has no side."""

    proposal: Proposal
    kind: str | Promise
    changes: tuple[ChangedWords, ...]
    rationale: Mapping[str, str]
    agreed: tuple[Side, ...]
    waiting: tuple[Side, ...]

    @property
    def is_draft(self) -> bool:
        return self.proposal.state == ProposalState.DRAFT


def offer_of(proposal: Proposal, now: NegotiatedText, sides: Mapping[str, Side]) -> Offer:
    """What a proposal would do to the text as it stands."""
    operation = operation_from(proposal.operation)
    return Offer(
        proposal,
        ACTS[operation.kind],
        _changes(proposal, now),
        operation.rationale,
        tuple(one for code, one in sides.items() if code in proposal.agreed),
        tuple(one for code, one in sides.items() if code not in proposal.agreed),
    )


def _changes(proposal: Proposal, now: NegotiatedText) -> tuple[ChangedWords, ...]:
    """A draft that has lost its place is shown in the words that were kept of it."""
    if proposal.state != ProposalState.DRAFT or not proposal.language:
        return words_changed_by(now, operation_from(proposal.operation))
    source = now.unit(proposal.unit).texts.get(proposal.language, "")
    return (changed_words(source, words_of(source, proposal), proposal.language),)
