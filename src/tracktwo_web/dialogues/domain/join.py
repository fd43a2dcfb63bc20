"""Joining an open consultation: a place without an invitation, for one browser."""

from tracktwo_web.dialogues.cookie import Sitting
from tracktwo_web.dialogues.models import Dialogue, Side
from tracktwo_web.dialogues.secrets import Root


def join(dialogue: Dialogue, side: Side | None) -> Sitting:
    """Sit down as a member of the public, who thereby accepts the rules. Nothing is written."""
    newest = dialogue.procedures.order_by("-version").first()
    return Sitting(
        root=Root.drawn(),
        side=side.id if side else None,
        accepted=newest.version if newest else 0,
    )
