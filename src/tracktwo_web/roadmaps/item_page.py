"""What the page of an item shows: its words, who has agreed to what is asked, and what may be done."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from tracktwo.roadmap import ItemStep
from tracktwo_web.dialogues.models import Side
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.dialogues.rules import is_neutral
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.roadmaps import rules
from tracktwo_web.roadmaps.domain.steps import JOINT, OF_THE_CALENDAR, steps_open_to
from tracktwo_web.roadmaps.frame import frame_from
from tracktwo_web.roadmaps.models import Item, JointStep, StepState
from tracktwo_web.roadmaps.queries import asked_of_item, meetings_of
from tracktwo_web.roadmaps.telling import STEPS, office_names, state_name, stream_name


@dataclass(frozen=True)
class Asked:
    """A step that the sides are asked for: who has agreed, and whether the reader is asked."""

    step: JointStep
    sentence: str
    sides: tuple[tuple[Side, bool], ...]
    may_agree: bool
    may_decline: bool
    is_own: bool


@dataclass(frozen=True)
class Past:
    """A step that was settled: what it was and what became of it."""

    step: JointStep
    sentence: str
    outcome: str


@dataclass(frozen=True)
class Link:
    """Another item or a meeting that this one names."""

    name: str
    url: str
    about: str = ""


def item_facts(standing: Standing, item: Item, path: str) -> dict[str, object]:
    """What the page shows."""
    plan, sides = item.plan, sides_in_turn(item.plan.dialogue, path)
    frame = frame_from(plan.frame)
    return {
        "item": item,
        "state": state_name(item.state),
        "stream": stream_name(item.stream),
        "leads": [
            (side, office_names(frame, [item.lead[side.code]])[0] if side.code in item.lead else "")
            for side in sides
        ],
        "asked": asked_for(standing, item, sides),
        "past": list(_past(item)),
        "meetings": list(_meetings(item)),
        "depends": list(_items(item, item.depends)),
        "waiting": list(_waiting(item)),
        "may_change": rules.may_change_item(standing, item),
        "may_ask": _may_ask(standing, item),
        "may_note": _may_note(standing, item),
    }


def asked_for(standing: Standing, item: Item, sides: list[Side]) -> Asked | None:
    """The step that is asked for, as its reader sees it."""
    step = asked_of_item(item)
    if step is None:
        return None
    side = None if is_neutral(standing) else standing.side
    is_own = step.side == side and rules.may_propose(standing)
    has_agreed = side is not None and side.code in step.agreed
    speaks = rules.may_agree(standing)
    return Asked(
        step,
        str(STEPS[ItemStep(step.step)]),
        tuple((one, one.code in step.agreed) for one in sides),
        may_agree=speaks and not has_agreed,
        may_decline=is_own or speaks,
        is_own=is_own,
    )


def _past(item: Item) -> Iterator[Past]:
    settled = item.steps.exclude(state=StepState.OPEN).select_related("side").order_by("-number")
    for one in settled:
        yield Past(one, str(STEPS[ItemStep(one.step)]), str(StepState(one.state).label))


def _may_ask(standing: Standing, item: Item) -> list[str]:
    """The steps that the reader can ask the sides for."""
    if not rules.may_propose(standing) or asked_of_item(item):
        return []
    return [one.value for one in steps_open_to(item) if one in JOINT]


def _may_note(standing: Standing, item: Item) -> list[str]:
    if not rules.may_run(standing):
        return []
    return [one.value for one in steps_open_to(item) if one in OF_THE_CALENDAR]


def _meetings(item: Item) -> Iterator[Link]:
    for one in meetings_of(item.plan):
        if one.code in item.meetings:
            url = reverse("roadmap_meeting", args=[item.plan.dialogue_id, one.id])
            yield Link(str(one), url)


def _items(item: Item, codes: list[str]) -> Iterator[Link]:
    for one in item.plan.items.filter(code__in=codes).order_by("position"):
        yield Link(str(one), _url(item, one), state_name(one.state))


def _waiting(item: Item) -> Iterator[Link]:
    """The items that wait for this one."""
    for one in item.plan.items.order_by("position"):
        if item.code in one.depends:
            yield Link(str(one), _url(item, one), state_name(one.state))


def _url(item: Item, other: Item) -> str:
    return reverse("roadmap_item", args=[item.plan.dialogue_id, other.id])
