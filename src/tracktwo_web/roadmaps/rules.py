"""Who may read a roadmap, propose for it, agree to it, and run its calendar."""

import uuid

from tracktwo_web.dialogues import stages
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.dialogues.rules import is_head, is_neutral
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.roadmaps.models import Item, Plan, StepState, Subscription

PROPOSERS = frozenset({Role.HEAD, Role.MEMBER})
"""They propose in the name of their side, as they lay proposals on the table of a text."""


def may_see_roadmap(standing: Standing) -> bool:
    """Everybody who sits at the table or runs it, observers included."""
    return standing.seat is not None or standing.is_convenor


def is_open_for_work(standing: Standing) -> bool:
    """At its stages, and not while a round is open: what is written could be laid beside the ballots."""
    return stages.opens(standing.dialogue.stage, stages.Act.PLAN) and not standing.is_blind


def may_run(standing: Standing) -> bool:
    """The convenor and the secretariat keep the calendar; they take no side."""
    return is_neutral(standing) and is_open_for_work(standing)


def may_propose(standing: Standing) -> bool:
    """Heads and members in the name of their side, and the secretariat."""
    proposes = standing.role in PROPOSERS or is_neutral(standing)
    return proposes and is_open_for_work(standing)


def may_agree(standing: Standing) -> bool:
    """The head speaks for the side."""
    return is_head(standing) and is_open_for_work(standing)


def may_tell(standing: Standing) -> bool:
    """Heads and members tell what happened, as their side has it."""
    return standing.role in PROPOSERS and is_open_for_work(standing)


def may_change_item(standing: Standing, item: Item) -> bool:
    """While it is proposed: the side that proposed it, and the secretariat what it proposed itself."""
    is_own = is_neutral(standing) if item.side is None else standing.side == item.side
    return item.state == "proposed" and is_own and may_propose(standing)


def may_keep_absences(standing: Standing) -> bool:
    """Delegates those of their side's offices; the secretariat those of any."""
    keeps = standing.role in (Role.HEAD, Role.MEMBER, Role.SECRETARY) or is_neutral(standing)
    return keeps and is_open_for_work(standing)


def may_subscribe(standing: Standing) -> bool:
    """Delegates for their side, the secretariat for the table; what is fetched is read, not written."""
    return (standing.is_delegate or is_neutral(standing)) and not standing.is_blind


def keeps_subscription(standing: Standing, one: Subscription) -> bool:
    """A side's addresses are its own, the secretariat's the secretariat's."""
    if one.side is None:
        return is_neutral(standing)
    return standing.is_delegate and standing.side == one.side


def has_open_step(item: Item) -> bool:
    return item.steps.filter(state=StepState.OPEN).exists()


def may_listen(standing: Standing, room: uuid.UUID) -> bool:
    """Whether somebody may hear what happens to a roadmap."""
    return (
        may_see_roadmap(standing)
        and Plan.objects.filter(pk=room, dialogue=standing.dialogue).exists()
    )
