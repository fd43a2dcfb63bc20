"""Who may do what in a dialogue: predicates over a standing. Views ask them through `doors`."""

from tracktwo_web.dialogues.bindings import is_bound
from tracktwo_web.dialogues.domain.enter_later import is_blind
from tracktwo_web.dialogues.models import Side
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.dialogues.standing import Standing


def is_present(standing: Standing) -> bool:
    """Everybody who has a place in the dialogue."""
    return standing.is_present


def is_convenor(standing: Standing) -> bool:
    return standing.is_convenor


def is_neutral(standing: Standing) -> bool:
    """The convenor and the neutral secretariat: those who run the dialogue and take no side."""
    return standing.is_convenor or standing.role == Role.SECRETARIAT


def is_seated(standing: Standing) -> bool:
    return standing.seat is not None


def is_sitting(standing: Standing) -> bool:
    """Whoever sits here in this browser: on a seat, or as a visitor."""
    return standing.role is not None


def is_delegate(standing: Standing) -> bool:
    return standing.is_delegate


def is_head(standing: Standing) -> bool:
    return standing.role == Role.HEAD


def sits_on(standing: Standing, side: Side) -> bool:
    """Whether this is a delegate of that very side: its room is open to nobody else."""
    return standing.is_delegate and standing.side == side


def has_a_room(standing: Standing) -> bool:
    return standing.is_delegate


def may_write_in_room(standing: Standing) -> bool:
    """Its delegates, but not while a round is open: a note could be laid beside the ballots."""
    return standing.is_delegate and not is_blind(standing)


def may_announce(standing: Standing) -> bool:
    return is_neutral(standing)


def may_move_stage(standing: Standing) -> bool:
    """The convenor, but not under an open round: it would end, or begin, what is being answered."""
    return standing.is_convenor and not is_blind(standing)


def may_change_sides(standing: Standing) -> bool:
    """The convenor, until the first round has been opened: its answers belong to these sides."""
    return standing.is_convenor and not is_bound(standing.dialogue)


def may_remove_seats(standing: Standing) -> bool:
    """The convenor, until the first round has been opened: later a seat is closed, not removed."""
    return standing.is_convenor and not is_bound(standing.dialogue)


def may_choose_passphrase(standing: Standing) -> bool:
    """A seat without one, while no round is open: another root would be another ballot."""
    key = standing.key
    return key is not None and not key.has_passphrase and not is_blind(standing)
