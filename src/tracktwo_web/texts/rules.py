"""Who may read, write and decide on a joint text."""

import uuid

from tracktwo.text.standing import Stage
from tracktwo_web.dialogues import stages
from tracktwo_web.dialogues.models import Side
from tracktwo_web.dialogues.roles import DRAFTERS, Role
from tracktwo_web.dialogues.rules import is_head, is_neutral, sits_on
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.texts.models import JointText, Proposal, ProposalState

PROPOSERS = frozenset({Role.HEAD, Role.MEMBER})
"""They lay a proposal on the table in the name of their side."""
_FROZEN = (Stage.UNDER_SILENCE, Stage.ADOPTED, Stage.PUBLISHED)


def may_see_texts(standing: Standing) -> bool:
    """Everybody who sits at the table or runs it."""
    return standing.seat is not None or standing.is_convenor


def is_open_for_work(standing: Standing) -> bool:
    """At its stage, and not while a round is open: what is written could be laid beside the ballots."""
    return stages.opens(standing.dialogue.stage, stages.Act.NEGOTIATE) and not standing.is_blind


def may_lay_on_table(standing: Standing) -> bool:
    """The convenor and the secretariat."""
    return is_neutral(standing) and is_open_for_work(standing)


def may_chair(standing: Standing) -> bool:
    """Whoever takes no side: it accepts what both sides agree to, and enters in brackets what they do not."""
    return is_neutral(standing) and is_open_for_work(standing)


def may_change(standing: Standing, text: JointText) -> bool:
    """The chair, while the words may move: not under silence, and never once adopted."""
    return may_chair(standing) and not is_frozen(text)


def may_take_back(standing: Standing, text: JointText) -> bool:
    """The chair, from the asking of silence until the last signature."""
    return may_chair(standing) and stage_of(text) is Stage.UNDER_SILENCE


def may_write(standing: Standing, text: JointText) -> bool:
    """Delegates, and the chair, while the words may move."""
    writes = standing.role in DRAFTERS or is_neutral(standing)
    return writes and is_open_for_work(standing) and not is_frozen(text)


def may_table(standing: Standing, text: JointText) -> bool:
    """The head and members of a delegation in its name, and the chair."""
    return may_write(standing, text) and (standing.role in PROPOSERS or is_neutral(standing))


def may_take_position(standing: Standing, text: JointText) -> bool:
    """The head speaks for the side, until the text is adopted."""
    is_over = stage_of(text) in (Stage.ADOPTED, Stage.PUBLISHED)
    return is_head(standing) and is_open_for_work(standing) and not is_over


def may_remark(standing: Standing, text: JointText) -> bool:
    """Delegates and the chair, until the text is adopted."""
    is_over = stage_of(text) in (Stage.ADOPTED, Stage.PUBLISHED)
    speaks = standing.role in DRAFTERS or is_neutral(standing)
    return speaks and is_open_for_work(standing) and not is_over


def may_keep_notes(standing: Standing) -> bool:
    """Delegates, in their own room, but not while a round is open."""
    return standing.is_delegate and not standing.is_blind


def may_review(standing: Standing, text: JointText) -> bool:
    """Those who know both languages: interpreters, and the chair."""
    knows = standing.role == Role.INTERPRETER or is_neutral(standing)
    return knows and is_open_for_work(standing) and stage_of(text) is not Stage.PUBLISHED


def may_see_proposal(standing: Standing, proposal: Proposal) -> bool:
    """A draft is its side's alone, the chair's own the chair's; what is tabled, everybody's."""
    if not may_see_texts(standing):
        return False
    if proposal.state != ProposalState.DRAFT:
        return True
    return is_neutral(standing) if proposal.side is None else sits_on(standing, proposal.side)


def writes_for(standing: Standing) -> Side | None:
    """The side in whose name somebody writes; None is the chair."""
    return standing.side if standing.is_delegate else None


def stage_of(text: JointText) -> Stage:
    return Stage(text.document["stage"])


def is_frozen(text: JointText) -> bool:
    """Whether no word moves any more: under silence, adopted, published."""
    return stage_of(text) in _FROZEN


def may_listen(standing: Standing, room: uuid.UUID) -> bool:
    """Whether somebody may hear what happens to a text."""
    return may_see_texts(standing) and standing.dialogue.joint_texts.filter(pk=room).exists()
