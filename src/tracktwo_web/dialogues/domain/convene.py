"""Convening: a dialogue with its sides, themes and first rules of procedure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db import transaction

from tracktwo_web.accounts.models import User
from tracktwo_web.dialogues.models import Attribution, Dialogue, Procedure, Side, Theme

Texts = Mapping[str, str]


@dataclass(frozen=True)
class SidePlan:
    """A side as the convenor enters it."""

    code: str
    names: Texts
    time_zone: str = "UTC"
    size: int | None = None


@dataclass(frozen=True)
class DialoguePlan:
    """A dialogue as the convenor enters it."""

    title: Texts
    sides: Sequence[SidePlan]
    languages: Sequence[str] = ("en",)
    note: Texts = field(default_factory=dict)
    k: int = 3
    attribution: str = Attribution.SIDE
    is_open: bool = False
    procedure: Texts = field(default_factory=dict)
    themes: Sequence[tuple[str, Texts]] = ()


@transaction.atomic
def convene(plan: DialoguePlan, convenor: User) -> Dialogue:
    """Create a dialogue. Raises `ValueError` for fewer than two sides or a code given twice."""
    codes = [side.code for side in plan.sides]
    if len(codes) < 2:
        raise ValueError("a dialogue has at least two sides")
    if len(set(codes)) < len(codes):
        raise ValueError("two sides have the same code")
    dialogue = Dialogue.objects.create(
        title=dict(plan.title),
        note=dict(plan.note),
        languages=list(plan.languages),
        k=plan.k,
        attribution=plan.attribution,
        is_open=plan.is_open,
        convenor=convenor,
    )
    Side.objects.bulk_create(
        Side(
            dialogue=dialogue,
            code=side.code,
            names=dict(side.names),
            position=position,
            time_zone=side.time_zone,
            size=side.size,
        )
        for position, side in enumerate(plan.sides)
    )
    Theme.objects.bulk_create(
        Theme(dialogue=dialogue, code=code, names=dict(names), position=position)
        for position, (code, names) in enumerate(plan.themes)
    )
    if plan.procedure:
        publish_procedure(dialogue, plan.procedure)
    return dialogue


@transaction.atomic
def publish_procedure(dialogue: Dialogue, text: Texts) -> Procedure:
    """Put a new version of the rules of procedure in force: everybody is asked to accept it."""
    newest = dialogue.procedures.order_by("-version").first()
    version = newest.version + 1 if newest else 1
    return Procedure.objects.create(dialogue=dialogue, version=version, text=dict(text))
