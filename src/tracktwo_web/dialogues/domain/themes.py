"""The themes under which statements are read together."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.text import slugify

from tracktwo_web.dialogues.domain.convene import Texts
from tracktwo_web.dialogues.models import Dialogue, Theme
from tracktwo_web.events.publish import publish


@dataclass(frozen=True)
class ThemePlan:
    """A theme as the convenor enters it: a new one has no id yet."""

    names: Texts
    id: uuid.UUID | None = None


@transaction.atomic
def arrange_themes(dialogue: Dialogue, plans: Sequence[ThemePlan]) -> None:
    """Make these the themes, in this order. Statements about a theme left out stay, without it."""
    Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    kept = {theme.id: theme for theme in dialogue.themes.all()}
    wanted = {plan.id for plan in plans}
    dialogue.themes.exclude(pk__in=[pk for pk in wanted if pk in kept]).delete()
    for position, plan in enumerate(plans):
        theme = kept.get(plan.id) if plan.id else None
        if theme is None:
            theme = Theme(dialogue=dialogue, code=free_code(plan.names, _codes(dialogue)))
        theme.names, theme.position = dict(plan.names), position
        theme.save()
    publish(dialogue.id, "dialogue")


def free_code(names: Texts, taken: Sequence[str]) -> str:
    """A short word for a theme in files, made of its English name where there is one."""
    base = slugify(names.get("en", ""))[:50].strip("-") or "theme"
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return next(code for code in (base, *numbered) if code not in taken)


def _codes(dialogue: Dialogue) -> list[str]:
    return list(dialogue.themes.values_list("code", flat=True))
