"""What one seat is asked to value, and what its ballot gives already."""

from dataclasses import dataclass

from tracktwo_web.convergence.domain.cast import Given, given_by
from tracktwo_web.convergence.models import AskedOption, ValueRound
from tracktwo_web.convergence.queries import asked_in
from tracktwo_web.dialogues.secrets import Root


@dataclass(frozen=True)
class Paper:
    """The options of a round in the order of the plan, and what this ballot gives them."""

    round: ValueRound
    asked: tuple[AskedOption, ...]
    given: Given | None

    @property
    def is_complete(self) -> bool:
        return self.given is not None and self.given.is_complete


def paper_of(root: Root, one: ValueRound) -> Paper:
    """The paper of the seat with this root."""
    return Paper(one, tuple(asked_in(one)), given_by(root, one))
