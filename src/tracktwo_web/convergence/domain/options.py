"""Putting options on offer, proposing them, changing them; the areas they lie in."""

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import Max

from tracktwo_web.convergence.domain.quiet import require_options_at_rest
from tracktwo_web.convergence.models import Area, Option, Taken
from tracktwo_web.convergence.queries import is_in_a_round
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.events.publish import publish
from tracktwo_web.rounds.states import NotNow

Texts = Mapping[str, str]


class CodeTaken(Exception):  # noqa: N818 -- an answer, not a fault
    """Another option, or another area, of the dialogue has that code."""


@dataclass(frozen=True)
class Offer:
    """An option as somebody enters it. Texts are by language, interests by side and language."""

    texts: Texts
    area: Area | None = None
    interests: Mapping[str, Texts] = field(default_factory=dict)
    obstacles: Texts = field(default_factory=dict)
    precedents: Texts = field(default_factory=dict)
    rung: str = ""
    touches: Sequence[str] = ()


@transaction.atomic
def add_option(
    dialogue: Dialogue, code: str, offer: Offer, *, takes: Sequence[Taken] = ()
) -> Option:
    """Put an option on offer under a new code. Raises `CodeTaken`, `NotNow`."""
    require_options_at_rest(dialogue)
    if dialogue.options.filter(code=code).exists():
        raise CodeTaken(code)
    option = Option(dialogue=dialogue, code=code, position=_next(dialogue.options.all()))
    option.takes = list(takes)
    return _describe(option, offer)


@transaction.atomic
def propose_option(dialogue: Dialogue, offer: Offer) -> Option:
    """Propose an option to the secretariat; nobody is told, and nothing keeps, by whom it is."""
    require_options_at_rest(dialogue)
    code = f"proposal-{secrets.token_hex(4)}"
    proposed = Option(dialogue=dialogue, code=code, is_on_offer=False)
    return _describe(proposed, offer)


@transaction.atomic
def change_option(
    option: Option,
    offer: Offer,
    *,
    takes: Sequence[Taken] | None = None,
    as_read: str = "",
    code: str = "",
) -> Option:
    """Change an option; one that was proposed is on offer from then on, under a code.

    `takes`: what it takes from now on; None leaves that as it is.

    `as_read`: the mark of what the writer had before them; `NotNow` where it is no longer so.
    """
    option = _locked(option)
    if as_read and as_read != mark_of(option):
        raise NotNow("somebody else has changed it")
    if code and code != option.code:
        if option.dialogue.options.filter(code=code).exists():
            raise CodeTaken(code)
        option.code = code
    if not option.is_on_offer:
        option.is_on_offer, option.position = True, _next(option.dialogue.options.all())
    if takes is not None:
        option.takes = list(takes)
    return _describe(option, offer)


@transaction.atomic
def remove_option(option: Option) -> None:
    """Take an option off, or turn a proposal down. One that a round asks about stays."""
    option = _locked(option)
    if is_in_a_round(option):
        raise NotNow("a round asks about it")
    option.asked.all().delete()
    option.delete()
    publish(option.dialogue_id, "options")


@transaction.atomic
def add_area(dialogue: Dialogue, code: str, texts: Texts) -> Area:
    """Open a field in which options are looked for. Raises `CodeTaken`, `NotNow`."""
    require_options_at_rest(dialogue)
    if dialogue.areas.filter(code=code).exists():
        raise CodeTaken(code)
    made = Area.objects.create(
        dialogue=dialogue, code=code, texts=dict(texts), position=_next(dialogue.areas.all())
    )
    publish(dialogue.id, "options")
    return made


@transaction.atomic
def change_area(area: Area, texts: Texts) -> Area:
    require_options_at_rest(area.dialogue)
    area.texts = dict(texts)
    area.save(update_fields=["texts"])
    publish(area.dialogue_id, "options")
    return area


def mark_of(option: Option) -> str:
    """What a form carries to tell, without a time of writing, whether somebody else has written since."""
    takes = [sorted(one.items()) for one in option.takes]
    told = (option.area_id, option.rung, option.touches, option.is_on_offer, takes)
    texts = (option.texts, option.obstacles, option.precedents, *option.interests.values())
    sorted_texts = [sorted(one.items()) for one in texts]
    return hashlib.sha256(repr((told, sorted_texts)).encode()).hexdigest()[:16]


def _next(rows: Any) -> int:  # noqa: ANN401 -- rows of areas or options
    newest = rows.aggregate(last=Max("position"))["last"]
    return 0 if newest is None else int(newest) + 1


def _locked(option: Option) -> Option:
    """The option as it is now, nobody else changing any; `NotNow` where it is gone."""
    require_options_at_rest(option.dialogue)
    found = Option.objects.select_related("dialogue").filter(pk=option.pk).first()
    if found is None:
        raise NotNow("it is gone")
    return found


def _describe(option: Option, offer: Offer) -> Option:
    option.texts, option.area = dict(offer.texts), offer.area
    option.interests = {side: dict(texts) for side, texts in offer.interests.items() if texts}
    option.obstacles, option.precedents = dict(offer.obstacles), dict(offer.precedents)
    option.rung, option.touches = offer.rung, list(offer.touches)
    option.save()
    publish(option.dialogue_id, "options")
    return option
