"""Who reads results, and who takes data in and out."""

from tracktwo_web.dialogues import stages
from tracktwo_web.dialogues.roles import VOICES, Role
from tracktwo_web.dialogues.rules import is_neutral
from tracktwo_web.dialogues.standing import Standing


def may_read_results(standing: Standing) -> bool:
    """Everybody present, once the stage opens it: released to all at once, observers included."""
    return standing.is_present and stages.opens(standing.dialogue.stage, stages.Act.READ_RESULTS)


def may_see_own(standing: Standing) -> bool:
    """Whoever holds a ballot: a seat with a voice, or a visitor. Nobody sees it for another."""
    has_ballot = standing.role in VOICES or standing.role == Role.PUBLIC
    return has_ballot and may_read_results(standing)


may_take_out = is_neutral
may_bring_in = is_neutral
may_order_analysis = is_neutral
