"""What one seat is asked in the part that is open, and what its ballot says already."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from tracktwo_web.dialogues.secrets import Root
from tracktwo_web.risks.domain.cast import Said, said_in
from tracktwo_web.risks.models import AskedRisk, EstimateRound
from tracktwo_web.risks.queries import asked_in, own_estimates


@dataclass(frozen=True)
class Paper:
    """The risks that a seat may estimate now, in the order of the plan, and its estimates by part."""

    round: EstimateRound
    asked: tuple[AskedRisk, ...]
    first: Mapping[UUID, Said]
    second: Mapping[UUID, Said]

    @property
    def now(self) -> Mapping[UUID, Said]:
        """What was said in the part that is open."""
        return self.first if self.round.part == 1 else self.second

    @property
    def left(self) -> list[AskedRisk]:
        """The risks without an estimate in this part."""
        return [one for one in self.asked if one.id not in self.now]

    @property
    def done(self) -> int:
        return len(self.asked) - len(self.left)

    def find(self, asked_id: UUID) -> AskedRisk | None:
        return next((one for one in self.asked if one.id == asked_id), None)

    def before(self, asked: AskedRisk) -> Said | None:
        """What the form begins with: this part's estimate, else that of the first part."""
        return self.now.get(asked.id) or self.first.get(asked.id)

    def next_after(self, asked: AskedRisk | None) -> AskedRisk | None:
        """The next risk without an estimate, going round from one."""
        place = self.asked.index(asked) + 1 if asked in self.asked else 0
        around = (*self.asked[place:], *self.asked[:place])
        return next((one for one in around if one.id not in self.now), None)

    def rows(self) -> list[tuple[AskedRisk, bool]]:
        """Every risk, and whether it is estimated in this part."""
        return [(one, one.id in self.now) for one in self.asked]


def paper_of(root: Root, one: EstimateRound) -> Paper:
    """The paper of the seat with this root. In the second part it has what was estimated alone."""
    first, second = (_said(root, one, part) for part in (1, 2))
    asked = asked_in(one)
    if one.part == 2:
        asked = [each for each in asked if each.id in first]
    return Paper(one, tuple(asked), first, second)


def _said(root: Root, one: EstimateRound, part: int) -> dict[UUID, Said]:
    return {key: said_in(row) for key, row in own_estimates(root, one, part).items()}
