"""Drafts of a reader's own side that no passage shows: its passage is gone, or it is for the very beginning."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracktwo.text.changes.history_json import operation_from
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.texts.domain.drafts import words_of
from tracktwo_web.texts.marks_aside import without_marks
from tracktwo_web.texts.models import Proposal, ProposalState
from tracktwo_web.texts.rules import may_write, writes_for
from tracktwo_web.texts.table import Table


@dataclass(frozen=True)
class Apart:
    """A draft with its words by language, to be copied."""

    draft: Proposal
    words: Mapping[str, str]

    @property
    def is_gone(self) -> bool:
        return bool(self.draft.unit)


def drafts_apart(standing: Standing, table: Table) -> list[Apart]:
    """Nothing for those who write no drafts."""
    if not may_write(standing, table.text):
        return []
    own = table.text.proposals.filter(state=ProposalState.DRAFT, side=writes_for(standing))
    apart = [one for one in own.order_by("session", "id") if one.unit not in table.now.places]
    return [Apart(one, _words(one)) for one in apart]


def _words(draft: Proposal) -> dict[str, str]:
    if draft.language:
        return {draft.language: without_marks(words_of("", draft))}
    added = operation_from(draft.operation).added
    return {} if added is None else {one: without_marks(it) for one, it in added.texts.items()}
