"""Who may see and draw which map."""

import uuid

from tracktwo_web.dialogues import stages
from tracktwo_web.dialogues.domain.enter_later import is_blind
from tracktwo_web.dialogues.roles import DRAFTERS
from tracktwo_web.dialogues.rules import is_head, is_neutral, sits_on
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.influence.models import Map


def may_see_maps(standing: Standing) -> bool:
    """Everybody who sits at the table or runs it; maps are not for an open consultation's visitors."""
    return standing.seat is not None or standing.is_convenor


def may_see(standing: Standing, drawn: Map) -> bool:
    """The joint map and released ones; a side's own before that, and nobody else's."""
    if not may_see_maps(standing):
        return False
    return drawn.side is None or drawn.is_released or sits_on(standing, drawn.side)


def may_lay_out(standing: Standing) -> bool:
    """Whoever may draw on the joint map may lay the maps out, all at once."""
    is_open = stages.opens(standing.dialogue.stage, stages.Act.DRAW) and not is_blind(standing)
    return is_open and (standing.role in DRAFTERS or is_neutral(standing))


def may_draw(standing: Standing, drawn: Map) -> bool:
    """A side in its own room until it releases its map; everybody who drafts on the joint one.

    Not while a round is open: what is drawn could be laid beside the ballots, in the order of writing.
    """
    if drawn.side is None:
        return may_lay_out(standing)
    return may_lay_out(standing) and not drawn.is_released and sits_on(standing, drawn.side)


def may_release(standing: Standing, drawn: Map) -> bool:
    """The head of the delegation, once."""
    return may_draw(standing, drawn) and not drawn.is_joint and is_head(standing)


def may_listen(standing: Standing, room: uuid.UUID) -> bool:
    """Whether somebody may hear what changes on a map."""
    drawn = Map.objects.select_related("side").filter(pk=room, dialogue=standing.dialogue).first()
    return drawn is not None and may_see(standing, drawn)


def may_bring_in_outlook(standing: Standing) -> bool:
    """The convenor and the secretariat, while maps may be drawn."""
    return is_neutral(standing) and may_lay_out(standing)
