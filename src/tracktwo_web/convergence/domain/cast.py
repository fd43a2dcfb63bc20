"""Dividing a hundred points: one transaction, on disk before anybody is told so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from tracktwo.convergence.valuation import WHOLE
from tracktwo_web.convergence.models import Valuation, ValueRound
from tracktwo_web.convergence.sealing import opened_for, sealed_for
from tracktwo_web.dialogues.models import Side
from tracktwo_web.dialogues.secrets import Root
from tracktwo_web.kit.locks import share
from tracktwo_web.rounds.states import NotNow

WHAT = "points"


@dataclass(frozen=True)
class Given:
    """Whole points by asked option: above 0 where it serves the side, below 0 where it costs it."""

    points: Mapping[UUID, int]

    def __post_init__(self) -> None:
        if any(not -WHOLE <= one <= WHOLE for one in self.points.values()):
            raise ValueError("points lie between -100 and 100")

    @property
    def divided(self) -> int:
        """What is given to options that serve the side."""
        return sum(max(one, 0) for one in self.points.values())

    @property
    def left(self) -> int:
        """What is still to be given; below 0 where it is too much."""
        return WHOLE - self.divided

    @property
    def is_complete(self) -> bool:
        return self.left == 0


@transaction.atomic
def cast(one: ValueRound, root: Root, side: Side, given: Given, *, now: datetime) -> None:
    """Record what a ballot gives, or change it; `NotNow` when nothing is taken.

    What does not sum to a hundred is kept as a draft. Waits for nobody but a round that is closing.
    """
    share(one.id)
    one = ValueRound.objects.defer("found").get(pk=one.pk)
    if not one.is_open or one.closes_at is None or one.closes_at <= now:
        raise NotNow("no points are taken now")
    ballot = root.ballot(one.id)
    told = {str(key): points for key, points in given.points.items()}
    kept = {
        "side": side,
        "is_complete": given.is_complete,
        "sealed": sealed_for(WHAT, one.id, ballot.hex(), {"points": told}),
    }
    Valuation.objects.update_or_create(round=one, ballot=ballot, defaults=kept)


def given_by(root: Root, one: ValueRound) -> Given | None:
    """What this seat's ballot gives; None where nothing is kept. Nobody else can derive its key."""
    row = Valuation.objects.filter(round=one, ballot=root.ballot(one.id)).first()
    return given_in(row) if row else None


def given_in(row: Valuation) -> Given:
    """What a ballot gives, opened."""
    kept = opened_for(WHAT, row.round_id, bytes(row.ballot).hex(), row.sealed)
    return Given({UUID(key): int(points) for key, points in kept["points"].items()})
