"""Agreeing the register: each side's word on a risk, shown to the others when every side has spoken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from tracktwo_web.dialogues.models import Side
from tracktwo_web.events.publish import publish
from tracktwo_web.risks.domain.quiet import require_no_open_round
from tracktwo_web.risks.models import Agreement, Risk, Word
from tracktwo_web.risks.queries import was_released
from tracktwo_web.rounds.states import NotNow


@dataclass(frozen=True)
class Heard:
    """What the sides have said of a risk so far. Pages ask `words_for`."""

    sides: tuple[Side, ...]
    said: Mapping[UUID, Word]

    @property
    def is_revealed(self) -> bool:
        """Whether every side has spoken."""
        return bool(self.sides) and all(side.id in self.said for side in self.sides)

    @property
    def is_agreed(self) -> bool:
        return self.is_revealed and set(self.said.values()) == {Word.AGREED}

    def words_for(self, reader: Side | None) -> list[tuple[Side, Word | None, bool]]:
        """Each side, its word as far as the reader may know it, and whether it has spoken."""
        return [
            (
                side,
                self.said.get(side.id) if self.is_revealed or side == reader else None,
                side.id in self.said,
            )
            for side in self.sides
        ]

    def agreed_by(self) -> list[str]:
        """Codes of the sides that agree, with or without a reserve; none before all have spoken."""
        if not self.is_revealed:
            return []
        return sorted(s.code for s in self.sides if self.said[s.id] != Word.NOT_AGREED)


def heard_of(risk: Risk, sides: Sequence[Side]) -> Heard:
    """What was said of a risk. Prefetch `agreements` where there are many."""
    said = {one.side_id: Word(one.word) for one in risk.agreements.all()}
    return Heard(tuple(sides), said)


@transaction.atomic
def agree(risk: Risk, side: Side, word: Word) -> bool:
    """Say for a side whether it agrees the risk. True where every side has now spoken."""
    require_no_open_round(risk.dialogue)
    if not was_released(risk):
        raise NotNow("nobody has seen yet what the sides think of it")
    Agreement.objects.update_or_create(risk=risk, side=side, defaults={"word": word})
    spoken = Agreement.objects.filter(risk=risk).count()
    is_revealed = spoken == Side.objects.filter(dialogue=risk.dialogue_id).count()
    if is_revealed:
        publish(risk.dialogue_id, "risks")
    return is_revealed
