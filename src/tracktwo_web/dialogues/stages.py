"""The stages of a dialogue, as data: what each is called and what it opens.

A dialogue moves through them in order, forwards or back, by the convenor's hand. Rules ask
`opens(stage, act)`; nothing else in the platform compares stages.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Act(StrEnum):
    """What a stage may open."""

    PROPOSE = "propose"
    ANSWER = "answer"
    READ_RESULTS = "read results"
    CLASSIFY = "classify"
    DRAW = "draw"
    ESTIMATE = "estimate"
    VALUE = "value"
    AGREE = "agree"
    NEGOTIATE = "negotiate"
    REPORT = "report"
    PLAN = "plan"
    SPEAK = "speak"


@dataclass(frozen=True)
class Stage:
    """One part of the way from first contact to a published report."""

    id: str
    name: str | Promise
    purpose: str | Promise
    opens: frozenset[Act] = frozenset()


_PERCEIVED = frozenset({Act.READ_RESULTS, Act.CLASSIFY})
_WEIGHED = _PERCEIVED | {Act.AGREE}
_WRITTEN = _WEIGHED | {Act.NEGOTIATE}
_PLANNED = _WRITTEN | {Act.PLAN}

STAGES = (
    Stage(
        "convene",
        pgettext_lazy("stage", "Convene"),
        _("Delegations are invited and the rules of procedure are agreed."),
        frozenset({Act.PROPOSE}),
    ),
    Stage(
        "perceive",
        pgettext_lazy("stage", "Perceive"),
        _("Each side says what it believes, and what it expects the other to believe."),
        _PERCEIVED | {Act.PROPOSE, Act.ANSWER},
    ),
    Stage(
        "risks",
        pgettext_lazy("stage", "Risks"),
        _("The sides look at what may follow from what they believe."),
        _WEIGHED | {Act.DRAW, Act.ESTIMATE},
    ),
    Stage(
        "converge",
        pgettext_lazy("stage", "Converge"),
        _("The sides look for options that both prefer."),
        _WEIGHED | {Act.DRAW, Act.VALUE},
    ),
    Stage(
        "text",
        pgettext_lazy("stage", "Text"),
        _("The sides negotiate a joint text."),
        _WRITTEN,
    ),
    Stage(
        "roadmap",
        pgettext_lazy("stage", "Roadmap"),
        _("The sides agree on steps and dates."),
        _PLANNED,
    ),
    Stage(
        "channel",
        pgettext_lazy("stage", "Channel"),
        _("The sides keep a channel open."),
        _PLANNED | {Act.SPEAK},
    ),
    Stage(
        "report",
        pgettext_lazy("stage", "Report"),
        _("The sides publish what they found."),
        frozenset({Act.READ_RESULTS, Act.NEGOTIATE, Act.REPORT, Act.SPEAK}),
    ),
)
_BY_ID = {stage.id: stage for stage in STAGES}
FIRST = STAGES[0].id
IDS = tuple(_BY_ID)


def stage(id_: str) -> Stage:
    """The stage of that id. Raises `KeyError` for another."""
    return _BY_ID[id_]


def opens(id_: str, act: Act) -> bool:
    """Whether a stage opens an act."""
    return act in _BY_ID[id_].opens


@dataclass(frozen=True)
class Step:
    """A stage as the line on top of each page shows it."""

    stage: Stage
    number: int
    is_past: bool = False
    is_now: bool = False


@cache
def way(id_: str) -> tuple[Step, ...]:
    """All stages, seen from the one a dialogue is in."""
    here = IDS.index(id_)
    return tuple(
        Step(one, number, is_past=number <= here, is_now=number == here + 1)
        for number, one in enumerate(STAGES, start=1)
    )
