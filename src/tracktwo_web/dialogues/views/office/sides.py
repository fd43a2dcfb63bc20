"""The sides and the themes of a dialogue."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tracktwo_web.dialogues.domain.sides import (
    Fixed,
    add_side,
    can_be_removed,
    describe_side,
    remove_side,
)
from tracktwo_web.dialogues.domain.themes import arrange_themes
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.forms.sides import NewSideForm, SideForm, Themes, themes_in
from tracktwo_web.dialogues.models import Side
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.dialogues.rules import is_convenor, may_change_sides
from tracktwo_web.dialogues.views.office.page import office_page, side_of


@require_http_methods(["GET", "HEAD", "POST"])
@door(is_convenor)
def office_sides(request: StandingRequest) -> HttpResponse:
    """The sides; on POST, one more."""
    dialogue = request.standing.dialogue
    form = _form_of_a_new_side(request)
    if form.is_valid() and may_change_sides(request.standing):
        try:
            add_side(dialogue, form.plan(dialogue.sides.count() + 1))
        except Fixed:
            form.add_error("code", _("Another side has this short word already."))
        else:
            messages.info(request, _("Side added."))
            return redirect("office_sides", dialogue_id=dialogue.id)
    return _sides_page(request, form, {})


@require_http_methods(["GET", "HEAD", "POST"])
@door(is_convenor)
def office_side(request: StandingRequest, code: str) -> HttpResponse:
    """Give a side other names or another time zone, or take it out."""
    side = side_of(request, code)
    if request.method != "POST":
        return redirect("office_sides", dialogue_id=side.dialogue_id)
    if "remove" in request.POST:
        return _removed(request, side)
    form = _form_of(side, request)
    if not form.is_valid():
        return _sides_page(request, _form_of_a_new_side(request, is_typed=False), {side.id: form})
    describe_side(side, names=form.cleaned_data["names"], time_zone=form.cleaned_data["time_zone"])
    messages.info(request, _("Side saved."))
    return redirect("office_sides", dialogue_id=side.dialogue_id)


@require_http_methods(["GET", "HEAD", "POST"])
@door(is_convenor)
def office_themes(request: StandingRequest) -> HttpResponse:
    """All themes at once, in their order."""
    dialogue = request.standing.dialogue
    themes = Themes(
        request.POST if request.method == "POST" else None,
        initial=[
            {"id": theme.id, "names": theme.names} for theme in dialogue.themes.order_by("position")
        ],
        form_kwargs={"languages": tuple(dialogue.languages)},
        prefix="themes",
    )
    if themes.is_bound and themes.is_valid():
        arrange_themes(dialogue, themes_in(themes))
        messages.info(request, _("Themes saved."))
        return redirect("office_themes", dialogue_id=dialogue.id)
    return office_page(request, "themes", "office_themes", themes=themes)


def _removed(request: StandingRequest, side: Side) -> HttpResponse:
    try:
        remove_side(side)
    except Fixed:
        messages.warning(
            request, _("This side must stay: somebody sits there, or only two remain.")
        )
    else:
        messages.info(request, _("Side removed."))
    return redirect("office_sides", dialogue_id=side.dialogue_id)


def _sides_page(
    request: StandingRequest, new: NewSideForm, typed: dict[object, SideForm]
) -> HttpResponse:
    rows = [
        {"side": side, "form": typed.get(side.id) or _form_of(side), "goes": can_be_removed(side)}
        for side in sides_in_turn(request.standing.dialogue, request.path)
    ]
    may_add = may_change_sides(request.standing)
    facts = {"rows": rows, "new": new, "may_add": may_add}
    return office_page(request, "sides", "office_sides", **facts)


def _form_of(side: Side, request: StandingRequest | None = None) -> SideForm:
    return SideForm(
        request.POST if request else None,
        languages=side.dialogue.languages,
        zone=side.time_zone,
        prefix=f"side-{side.code}",
        initial={"names": side.names},
    )


def _form_of_a_new_side(request: StandingRequest, *, is_typed: bool = True) -> NewSideForm:
    return NewSideForm(
        request.POST if is_typed and request.method == "POST" else None,
        languages=request.standing.dialogue.languages,
        prefix="new",
    )
