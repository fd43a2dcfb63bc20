"""Options, and rounds in which they are valued, made as the platform itself makes them."""

import datetime as dt
from collections.abc import Mapping, Sequence

from django.utils import timezone

from tracktwo_web.convergence.domain import rounds
from tracktwo_web.convergence.domain.cast import Given, cast
from tracktwo_web.convergence.domain.options import Offer, add_area, add_option
from tracktwo_web.convergence.models import Area, Option, ValueRound
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.secrets import Root

TEXTS = {
    "hotline": {"en": "A tested line.", "zh": "经测试的热线。", "fr": "Une ligne essayée."},
    "visits": {"en": "Port visits.", "zh": "港口互访。", "fr": "Des escales."},
    "notices": {"en": "Notice of exercises.", "zh": "通报演习。", "fr": "L’annonce d’exercices."},
    "norm": {"en": "A norm for cables.", "zh": "海缆规范。", "fr": "Une norme sur les câbles."},
}
INTERESTS = {
    "nato": {"en": "Somebody answers.", "zh": "有人接听。", "fr": "Quelqu’un répond."},
    "china": {"en": "Equal standing.", "zh": "地位平等。", "fr": "Un rang égal."},
}
CODES = tuple(TEXTS)
Points = Sequence[int]
"""What one ballot gives the options of a round, in their order."""
APART: Mapping[str, Sequence[Points]] = {
    "nato": [(40, 30, 30, -20), (45, 25, 30, -20), (50, 20, 30, -25), (55, 20, 25, -30)],
    "china": [(20, 50, -30, 30), (25, 45, -30, 30), (20, 45, -25, 35), (25, 50, -30, 25)],
}
"""Both sides want line and visits; each would have one thing more that costs the other."""


def an_area(dialogue: Dialogue, code: str = "maritime", **texts) -> Area:
    told = texts or {"en": "At sea", "zh": "海上", "fr": "En mer"}
    return add_area(dialogue, code, told)


def an_option(dialogue: Dialogue, code: str = "hotline", *, takes=(), **offer) -> Option:
    told = {
        "texts": TEXTS.get(code, {"en": f"Option {code}."}),
        "interests": INTERESTS,
        "rung": "test call",
    } | offer
    return add_option(dialogue, code, Offer(**told), takes=takes)


def all_options(dialogue: Dialogue) -> list[Option]:
    known = {one.code: one for one in dialogue.options.all()}
    return [known.get(code) or an_option(dialogue, code) for code in CODES]


def a_planned_round(dialogue: Dialogue, *options: Option, table=(), **plan) -> ValueRound:
    asked = options or all_options(dialogue)
    return rounds.plan_round(dialogue, rounds.Plan(**plan), asked, table=table)


def opened(one: ValueRound) -> ValueRound:
    """A planned round, open for a day."""
    now = timezone.now()
    return rounds.open_round(one, now=now, closes_at=now + dt.timedelta(days=1))


def an_open_round(dialogue: Dialogue, *options: Option, **plan) -> ValueRound:
    return opened(a_planned_round(dialogue, *options, **plan))


def given(one: ValueRound, points: Points) -> Given:
    asked = one.asked.order_by("position").values_list("id", flat=True)
    return Given(dict(zip(asked, points, strict=True)))


def value_all(
    one: ValueRound,
    by_side: Mapping[str, Sequence[Points]] = APART,
    *,
    roots: Mapping[str, Sequence[Root]] | None = None,
) -> dict[str, list[Root]]:
    """A ballot for each row of points, of new seats or of those with the roots given."""
    known = {side: list((roots or {}).get(side, ())) for side in by_side}
    for side, rows in by_side.items():
        known[side] += [Root.drawn() for _ in range(len(rows) - len(known[side]))]
        at = one.dialogue.sides.get(code=side)
        for root, points in zip(known[side], rows, strict=False):
            cast(one, root, at, given(one, points), now=timezone.now())
    return known


def a_closed_round(dialogue: Dialogue, by_side=APART, **plan) -> ValueRound:
    one = an_open_round(dialogue, **plan)
    value_all(one, by_side)
    return rounds.close_round(one)


def a_released_round(dialogue: Dialogue, by_side=APART, **plan) -> ValueRound:
    return rounds.release(a_closed_round(dialogue, by_side, **plan), now=timezone.now())


def entered(one: ValueRound, points: Points = (40, 30, 30, -20)) -> dict[str, object]:
    """The form on which points are divided, filled in."""
    filled: dict[str, object] = {}
    for key, value in given(one, points).points.items():
        filled[f"points_{key}"] = str(abs(value))
        if value < 0:
            filled[f"costs_{key}"] = "on"
    return filled
