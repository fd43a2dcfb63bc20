"""What pages ask of a dialogue's tables."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, F, OuterRef, QuerySet

from tracktwo_web.accounts.models import User
from tracktwo_web.dialogues.models import (
    Acceptance,
    Announcement,
    Dialogue,
    Key,
    Procedure,
    RoomNote,
    Seat,
    Side,
)
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.kit.turns import in_turn

if TYPE_CHECKING:
    import uuid


def sides_in_turn(dialogue: Dialogue, path: str) -> list[Side]:
    """The sides, beginning with another one from page to page, and always the same on one page."""
    sides = sorted(dialogue.sides.all(), key=lambda side: side.position)
    return in_turn(sides, f"{dialogue.id}{path}")


def dialogues_of(convenor: User) -> list[Dialogue]:
    """A convenor's dialogues by title as it is read, with their sides and the number of seats."""
    found = (
        Dialogue.objects.filter(convenor=convenor)
        .annotate(seat_count=Count("seats"))
        .prefetch_related("sides")
    )
    return sorted(found, key=str)


@dataclass(frozen=True)
class KnownSeat:
    """A seat with what the convenor may know of it: is there a link, were the rules accepted."""

    seat: Seat
    has_link: bool
    has_passphrase: bool
    has_accepted: bool


def seats_of(dialogue: Dialogue) -> list[KnownSeat]:
    """The seats by side and label."""
    live = Key.objects.filter(seat=OuterRef("pk"), revoked_at=None)
    found = (
        dialogue.seats.select_related("side", "dialogue")
        .annotate(
            has_link=Exists(live),
            has_passphrase=Exists(live.filter(has_passphrase=True)),
            has_accepted=Exists(_acceptances_in_force(dialogue)),
        )
        .order_by(F("side__position").asc(nulls_last=True), "label")
    )
    return [KnownSeat(one, one.has_link, one.has_passphrase, one.has_accepted) for one in found]


def _acceptances_in_force(dialogue: Dialogue) -> QuerySet[Acceptance]:
    newest = dialogue.procedures.order_by("-version").values("pk")[:1]
    return Acceptance.objects.filter(seat=OuterRef("pk"), procedure__in=newest)


def seats_without_link(dialogue: Dialogue) -> list[Seat]:
    """The seats that nobody can take yet."""
    return [known.seat for known in seats_of(dialogue) if not known.has_link]


@dataclass(frozen=True)
class Delegation:
    """A side at the table: how many sit there in which role. Never who."""

    side: Side | None
    roles: tuple[tuple[Role, int], ...]

    @property
    def seats(self) -> int:
        return sum(count for _, count in self.roles)


def table_of(dialogue: Dialogue, path: str) -> list[Delegation]:
    """Who sits where, by role and number: the sides in turn, then those who sit on no side."""
    counted = dialogue.seats.values("side", "role").annotate(seats=Count("id")).order_by()
    by_side: dict[uuid.UUID | None, dict[str, int]] = {}
    for row in counted:
        by_side.setdefault(row["side"], {})[row["role"]] = row["seats"]
    delegations = [
        Delegation(side, _in_order(by_side.get(side.id, {})))
        for side in sides_in_turn(dialogue, path)
    ]
    neutral = Delegation(None, _in_order(by_side.get(None, {})))
    return [*delegations, neutral] if neutral.roles else delegations


def _in_order(counts: dict[str, int]) -> tuple[tuple[Role, int], ...]:
    return tuple((role, counts[role]) for role in Role if role in counts)


def announcements_of(dialogue: Dialogue) -> QuerySet[Announcement]:
    """The newest first."""
    return dialogue.announcements.order_by("-number")


def procedures_of(dialogue: Dialogue) -> QuerySet[Procedure]:
    """Every version of the rules, the newest first, with the number of seats that accepted it."""
    return dialogue.procedures.annotate(accepted=Count("acceptances")).order_by("-version")


def notes_of(side: Side) -> QuerySet[RoomNote]:
    """A side's notes in the order in which they were written."""
    return side.notes.order_by("number")
