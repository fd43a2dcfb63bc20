"""Who may see a draft of the report, say how to be named, review, sign and release it."""

from tracktwo_web.dialogues import stages
from tracktwo_web.dialogues.models import Side
from tracktwo_web.dialogues.roles import VOICES, Role
from tracktwo_web.dialogues.rules import is_head, is_neutral, is_present, sits_on
from tracktwo_web.dialogues.standing import Standing

may_read_issues = is_present
"""An issue is for everybody who is present, observers and visitors included."""


def is_open_for_work(standing: Standing) -> bool:
    """At its stage, and not while a round is open: nothing is written about seats then."""
    return stages.opens(standing.dialogue.stage, stages.Act.REPORT) and not standing.is_blind


def may_see_draft(standing: Standing) -> bool:
    """The delegations and who runs the dialogue; others read what is released."""
    return standing.is_delegate or is_neutral(standing)


def may_compose(standing: Standing) -> bool:
    """The convenor and the secretariat."""
    return is_neutral(standing) and is_open_for_work(standing)


def is_author(standing: Standing) -> bool:
    """Those who answered for themselves answer for the report."""
    return standing.role in VOICES


def may_consent(standing: Standing) -> bool:
    return is_author(standing) and is_open_for_work(standing)


def may_review(standing: Standing) -> bool:
    """Those who know the languages: interpreters, heads, and the secretariat."""
    knows = standing.role in (Role.INTERPRETER, Role.HEAD) or is_neutral(standing)
    return knows and is_open_for_work(standing)


def may_sign(standing: Standing) -> bool:
    """The head of a delegation, for its own side."""
    return is_head(standing) and is_open_for_work(standing)


def may_read_brief(standing: Standing, side: Side) -> bool:
    """The head of that very side, and nobody else."""
    return is_head(standing) and sits_on(standing, side)


may_release = may_compose
may_give_away = is_neutral
