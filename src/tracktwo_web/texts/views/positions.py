"""What the head says in the name of the side: positions on wordings and units, and moves."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import URLPattern, path
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from tracktwo.text.standing import Disagreement, MoveKind, Stance
from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.texts import rules
from tracktwo_web.texts.domain import voices
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.domain.standpoints import Stances, accept_as_read, speak_of_bracket
from tracktwo_web.texts.forms.positions import StanceForm
from tracktwo_web.texts.moves import form_of
from tracktwo_web.texts.table import Table
from tracktwo_web.texts.views.page import find_table, to_part, to_text, try_change
from tracktwo_web.texts.views.passages import find_unit
from tracktwo_web.texts.views.units import (
    Kept,
    package_choices,
    show_unit,
    to_unit,
)

_DONE: dict[MoveKind, str | Promise] = {
    MoveKind.REOPEN: gettext_lazy("The passage is reopened."),
    MoveKind.SETTLE: gettext_lazy("Your side’s objection is taken back."),
    MoveKind.PARK: gettext_lazy("The passage is parked."),
    MoveKind.RETURN: gettext_lazy("The passage is back on the table."),
    MoveKind.PACKAGE: gettext_lazy("The passage is bound to the others."),
    MoveKind.RELEASE: gettext_lazy("The passage no longer depends on others."),
}


@require_POST
@door(rules.may_see_texts)
def position(request: StandingRequest, text_id: uuid.UUID, bracket: str) -> HttpResponse:
    """Say where the side stands on the wordings of a bracket."""
    table = find_table(request, text_id)
    if not rules.may_take_position(request.standing, table.text):
        return refuse(request)
    found = next((one for one in table.open_ones if one.id == bracket), None)
    if found is None or not found.unit:
        messages.warning(request, gettext("This bracket is closed already."))
        return to_text(table.text)
    said = _told(request, found)
    if said is not None and _speak(request, table, found, said):
        return to_unit(table, found.unit)
    table = find_table(request, text_id)
    if found.unit not in table.now.places:
        return to_text(table.text)
    kept = Kept(bracket=bracket, told=request.POST)
    return show_unit(request, table, table.now.unit(found.unit), kept)


def _told(request: StandingRequest, found: Disagreement) -> Stances | None:
    """What was chosen for each wording; None where something cannot be read."""
    said: dict[int | None, tuple[Stance, bool]] = {}
    for alternative in (*range(found.wordings), None):
        form = StanceForm.on_wording(alternative, request.POST, None)
        if not form.is_valid():
            return None
        if form.cleaned_data["stance"]:
            stance = Stance(form.cleaned_data["stance"])
            said[alternative] = (stance, form.cleaned_data["ad_ref"])
    return said


def _speak(request: StandingRequest, table: Table, found: Disagreement, said: Stances) -> bool:
    side, seen = request.standing.side, request.POST.get("seen", "")
    assert side is not None
    return try_change(
        request,
        lambda: speak_of_bracket(table.text, side, found.id, said, seen=seen),
        done=gettext("The position of your side stands as you have marked it."),
    )


@require_POST
@door(rules.may_see_texts)
def unit_position(request: StandingRequest, text_id: uuid.UUID, unit: str) -> HttpResponse:
    """Accept a unit in the words that were read, or object to it."""
    table = find_table(request, text_id)
    if not rules.may_take_position(request.standing, table.text):
        return refuse(request)
    here, side = find_unit(table, unit), request.standing.side
    assert side is not None
    form = StanceForm(request.POST, auto_id="unit-%s")
    if form.is_valid() and try_change(
        request,
        lambda: voices.speak_of_unit(
            table.text,
            side,
            unit,
            Stance(form.cleaned_data["stance"]),
            words=request.POST.get("words", ""),
            ad_ref=form.cleaned_data["ad_ref"],
        ),
        done=gettext("The position of your side stands as you have marked it."),
    ):
        return to_unit(table, unit)
    return show_unit(request, table, here, Kept(stance=form))


@require_POST
@door(rules.may_see_texts)
def move(request: StandingRequest, text_id: uuid.UUID, unit: str) -> HttpResponse:
    """Reopen, settle, park, return, bind to others or release."""
    table = find_table(request, text_id)
    if not rules.may_take_position(request.standing, table.text):
        return refuse(request)
    here, side = find_unit(table, unit), request.standing.side
    assert side is not None
    kind = _kind(request)
    choices = package_choices(table, here, table.situations)
    form = form_of(kind, choices, request.POST)
    if form is not None and not form.is_valid():
        return show_unit(request, table, here, Kept(move=(kind, form)))
    said = form.cleaned_data if form else {}
    made = try_change(
        request,
        lambda: voices.make_move(table.text, side, kind, unit, **_as_told(said)),
        done=str(_DONE[kind]),
    )
    if made or form is None:
        return to_unit(table, unit)
    return show_unit(request, find_table(request, text_id), here, Kept(move=(kind, form)))


def _as_told(said: dict[str, Any]) -> dict[str, Any]:
    """The arguments of a move: units are kept as a tuple."""
    conditions = said.get("conditions")
    return said if conditions is None else {"conditions": tuple(conditions)}


@require_POST
@door(rules.may_see_texts)
def accept_clean(request: StandingRequest, text_id: uuid.UUID) -> HttpResponse:
    """Accept at once everything that stands without brackets, as it was read."""
    table = find_table(request, text_id)
    if not rules.may_take_position(request.standing, table.text):
        return refuse(request)
    side, version = request.standing.side, request.POST.get("version", "")
    assert side is not None
    units = request.POST.getlist("unit")
    read = int(version) if version.isascii() and version.isdecimal() else -1
    try:
        taken = accept_as_read(table.text, side, units, version=read)
    except CannotBe as wrong:
        messages.warning(request, str(wrong))
    else:
        said = ngettext(
            "Your side accepts %(n)s passage as it stands.",
            "Your side accepts %(n)s passages as they stand.",
            taken,
        )
        messages.success(request, said % {"n": taken})
    return to_part(table.text, next(iter(units), ""))


def _kind(request: StandingRequest) -> MoveKind:
    """A move that people make; that an agreement lapses is noted by the platform alone."""
    told = request.POST.get("kind", "")
    if told not in _DONE:
        raise Http404
    return MoveKind(told)


urls: list[URLPattern] = [
    path("texts/<uuid:text_id>/accept", accept_clean, name="text_accept_clean"),
    path("texts/<uuid:text_id>/brackets/<name:bracket>/position", position, name="text_position"),
    path(
        "texts/<uuid:text_id>/units/<name:unit>/position", unit_position, name="text_unit_position"
    ),
    path("texts/<uuid:text_id>/units/<name:unit>/move", move, name="text_move"),
]
