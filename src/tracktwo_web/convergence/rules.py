"""Who may do what with options, and with rounds in which they are valued."""

from tracktwo_web.convergence.models import Option
from tracktwo_web.convergence.queries import is_running
from tracktwo_web.dialogues import stages
from tracktwo_web.dialogues.roles import DRAFTERS, VOICES, Role
from tracktwo_web.dialogues.rules import is_head, is_neutral, is_present
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.roadmaps import rules as rules_of_roadmaps
from tracktwo_web.rounds.states import RoundState

may_read_options = is_present
may_see_rounds = is_present


def writes_options(standing: Standing) -> bool:
    """Whose office it is: the convenor and the secretariat, in a dialogue among delegations."""
    return is_neutral(standing) and not standing.dialogue.is_open


def may_change_options(standing: Standing) -> bool:
    """While no round of any kind is open, and no options are being valued."""
    is_at_rest = not standing.is_blind and not is_running(standing.dialogue)
    return writes_options(standing) and is_at_rest


def is_stage_of_values(standing: Standing) -> bool:
    return stages.opens(standing.dialogue.stage, stages.Act.VALUE)


def may_propose_option(standing: Standing) -> bool:
    """Delegates, at its stage and while nothing is open: what is written could be laid beside ballots."""
    is_at_rest = not standing.is_blind and not is_running(standing.dialogue)
    return standing.role in DRAFTERS and is_stage_of_values(standing) and is_at_rest


def may_see_option(standing: Standing, option: Option) -> bool:
    """What is on offer, everybody present; what is proposed, those who may put it there."""
    return standing.is_present and (option.is_on_offer or is_neutral(standing))


def may_run_rounds(standing: Standing) -> bool:
    """The secretariat, in a dialogue among delegations: the public holds no seat to value from."""
    return is_neutral(standing) and not standing.dialogue.is_open


def has_a_voice(standing: Standing) -> bool:
    """Those who divide a hundred points for themselves."""
    return standing.role in VOICES


def speaks_for_side(standing: Standing) -> bool:
    """The head of a delegation, or its secretary on the head's behalf: their side's limits are theirs."""
    return standing.side is not None and standing.role in (Role.HEAD, Role.SECRETARY)


def may_state_limits(standing: Standing, state: str) -> bool:
    """Before anybody values: what is written of a side must not lie beside its ballots."""
    is_early = state == RoundState.PLANNED and is_stage_of_values(standing)
    return speaks_for_side(standing) and is_early and not standing.is_blind


def may_read_packages(standing: Standing) -> bool:
    """Everybody present, once the stage opens it: released to all at once, observers included."""
    return standing.is_present and stages.opens(standing.dialogue.stage, stages.Act.READ_RESULTS)


def may_see_own(standing: Standing) -> bool:
    """The delegates of a side see what is their side's alone."""
    return standing.is_delegate and may_read_packages(standing)


def may_table_packages(standing: Standing) -> bool:
    """Propose a package in a joint text: the head in the side's name, and the chair."""
    return may_read_packages(standing) and (is_head(standing) or is_neutral(standing))


def may_plan_packages(standing: Standing) -> bool:
    """Propose a package as items of the roadmap: whoever may propose an item there."""
    return may_read_packages(standing) and rules_of_roadmaps.may_propose(standing)
