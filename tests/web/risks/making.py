"""Registers and rounds of estimates, made as the platform itself makes them."""

import datetime as dt
from collections.abc import Mapping, Sequence

from django.utils import timezone

from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.secrets import Root
from tracktwo_web.risks.domain import rounds
from tracktwo_web.risks.domain.cast import Said, Span, cast, give_reason
from tracktwo_web.risks.domain.register import Entry, Sign, add_indicator, add_risk
from tracktwo_web.risks.models import AskedRisk, EstimateRound, Risk

TEXTS = {
    "trade-loss": {
        "en": "Trade breaks off.",
        "zh": "贸易中断。",
        "fr": "Le commerce s’interrompt.",
    },
    "collision": {"en": "Ships collide.", "zh": "船只相撞。", "fr": "Des navires se heurtent."},
    "blackout": {"en": "Power fails.", "zh": "电力中断。", "fr": "Le courant est coupé."},
}
Numbers = tuple[float, float]
"""The best likelihood in percent, and the best severity."""
ALIKE: Mapping[str, Sequence[Numbers]] = {
    "nato": [(30, 5), (32, 5.2), (34, 5.4), (36, 5.6)],
    "china": [(30, 5), (32, 5.2), (34, 5.4), (36, 5.6)],
}
APART: Mapping[str, Sequence[Numbers]] = {
    "nato": [(10, 5), (12, 5.2), (14, 5.4), (16, 5.6)],
    "china": [(70, 5), (72, 5.2), (74, 5.4), (76, 5.6)],
}


def a_risk(dialogue: Dialogue, code: str = "trade-loss", **entry) -> Risk:
    told = {"texts": TEXTS.get(code, {"en": f"Risk {code}."}), "period": "2027–2029"} | entry
    return add_risk(dialogue, code, Entry(**told))


def an_indicator(risk: Risk, code: str = "tariffs", **sign):
    told = {
        "texts": {"en": "Tariffs rise.", "zh": "关税上升。", "fr": "Les droits montent."}
    } | sign
    return add_indicator(risk, code, Sign(**told))


def a_planned_round(dialogue: Dialogue, *risks: Risk, **plan) -> EstimateRound:
    return rounds.plan_round(dialogue, rounds.Plan(**plan), risks or [a_risk(dialogue)])


def an_open_round(dialogue: Dialogue, *risks: Risk, **plan) -> EstimateRound:
    """The first part, open for a day."""
    return opened(a_planned_round(dialogue, *risks, **plan))


def opened(one: EstimateRound) -> EstimateRound:
    """The next part of a round, open for a day."""
    now = timezone.now()
    step = rounds.open_first_part if one.state == "planned" else rounds.open_second_part
    return step(one, now=now, closes_at=now + dt.timedelta(days=1))


def said(likely: float, severe: float, *, reach: float = 10) -> Said:
    """An estimate around two best values, sure to four fifths."""
    return Said(
        Span(max(likely - reach, 0) / 100, likely / 100, min(likely + reach, 100) / 100, 0.8),
        Span(max(severe - 1, 0), severe, min(severe + 1, 10), 0.8),
    )


def asked_of(one: EstimateRound, place: int = 0) -> AskedRisk:
    return one.asked.select_related("risk").order_by("position")[place]


def estimate_all(
    one: EstimateRound,
    by_side: Mapping[str, Sequence[Numbers]],
    *,
    roots: Mapping[str, Sequence[Root]] | None = None,
    place: int = 0,
    reason: str = "",
) -> dict[str, list[Root]]:
    """A ballot for each pair of numbers, of new seats or of those with the roots given."""
    known = {side: list((roots or {}).get(side, ())) for side in by_side}
    for side, numbers in by_side.items():
        known[side] = known[side] or [Root.drawn() for _ in numbers]
        at = one.dialogue.sides.get(code=side)
        for number, (root, (likely, severe)) in enumerate(zip(known[side], numbers, strict=False)):
            now = timezone.now()
            cast(asked_of(one, place), root, at, said(likely, severe), now=now)
            if reason:
                give_reason(asked_of(one, place), root, f"{reason} {side} {number}", now=now)
    return known


def a_released_round(
    dialogue: Dialogue,
    by_risk: Mapping[str, Mapping[str, Sequence[Numbers]]] | None = None,
    *,
    own: Root | None = None,
) -> EstimateRound:
    """Both parts estimated alike, closed and released; `own`: a seat that is the first of NATO's."""
    told = by_risk or {"trade-loss": ALIKE, "collision": APART}
    risks = [dialogue.risks.filter(code=code).first() or a_risk(dialogue, code) for code in told]
    one = an_open_round(dialogue, *risks)
    roots = {side: [Root.drawn() for _ in range(9)] for side in ("nato", "china")}
    roots["nato"][0] = own or roots["nato"][0]
    for _ in range(2):
        for place, by_side in enumerate(told.values()):
            estimate_all(one, by_side, roots=roots, place=place)
        one = rounds.close_part(one)
        one = opened(one) if one.state == "between" else one
    return rounds.release(one, now=timezone.now())


def entered(likely: float = 30, severe: float = 5, **fields: object) -> dict[str, object]:
    """The form of an estimate, filled in."""
    return {
        "likely_low": likely - 10, "likely_high": likely + 10, "likely_best": likely,
        "likely_sure": 80, "severe_low": severe - 1, "severe_high": severe + 1,
        "severe_best": severe, "severe_sure": 80, "reason": "", "go": "save",
    } | fields  # fmt: skip
