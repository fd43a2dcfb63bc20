"""Who may do what with the register and with rounds of estimates."""

from tracktwo_web.dialogues import stages
from tracktwo_web.dialogues.domain.enter_later import is_blind
from tracktwo_web.dialogues.roles import VOICES, Role
from tracktwo_web.dialogues.rules import is_head, is_neutral, is_present
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.risks.queries import is_running

may_read_register = is_present
may_see_rounds = is_present


def writes_the_register(standing: Standing) -> bool:
    """Whose office it is: the secretariat, and the heads of the delegations."""
    return is_neutral(standing) or is_head(standing)


def may_change_register(standing: Standing) -> bool:
    """While no round of any kind is open, and no round of estimates is on its way."""
    is_at_rest = not is_blind(standing) and not is_running(standing.dialogue)
    return writes_the_register(standing) and is_at_rest


def may_run_rounds(standing: Standing) -> bool:
    """The secretariat, in a dialogue among delegations: the public holds no seat to estimate from."""
    return is_neutral(standing) and not standing.dialogue.is_open


def is_stage_of_estimates(standing: Standing) -> bool:
    return stages.opens(standing.dialogue.stage, stages.Act.ESTIMATE)


def has_a_voice(standing: Standing) -> bool:
    """Those who estimate for themselves."""
    return standing.role in VOICES


def may_read_results(standing: Standing) -> bool:
    """Everybody present, once the stage opens it: released to all at once, observers included."""
    return standing.is_present and stages.opens(standing.dialogue.stage, stages.Act.READ_RESULTS)


def may_see_own(standing: Standing) -> bool:
    """Whoever holds a ballot. Nobody sees it for another."""
    return has_a_voice(standing) and may_read_results(standing)


def speaks_for_side(standing: Standing) -> bool:
    """The head of a delegation, or its secretary on the head's behalf."""
    return standing.role in (Role.HEAD, Role.SECRETARY)


def may_agree(standing: Standing) -> bool:
    """Say a side's word, while the stage opens it and no round is open."""
    is_its_stage = stages.opens(standing.dialogue.stage, stages.Act.AGREE)
    return speaks_for_side(standing) and is_its_stage and not is_blind(standing)
