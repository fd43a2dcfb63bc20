"""Names of places on the chart of a line: read by the side, given by its officer and its head."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.channel import queries, rules
from tracktwo_web.channel.domain.name_place import forget_name, name_place
from tracktwo_web.channel.forms.place_names import PlaceNameForm
from tracktwo_web.channel.views.page import READ, base_facts, try_change
from tracktwo_web.dialogues.doors import StandingRequest, door, refuse


@require_http_methods([*READ, "POST"])
@door(rules.may_read)
def line_place_names(request: StandingRequest, line_id: uuid.UUID) -> HttpResponse:
    """The names, and a form for another."""
    line, standing = queries.find_line(request.standing, line_id), request.standing
    may_name = rules.may_name_places(standing)
    if request.method == "POST" and not may_name:
        return refuse(request)
    form = PlaceNameForm(
        standing.dialogue.languages, request.POST if request.method == "POST" else None
    )
    if form.is_valid():
        told = form.cleaned_data

        def change() -> None:
            name_place(line, told["position"], told["own"], told["theirs"])

        if try_change(request, change, done=gettext("Named.")):
            return redirect("line_place_names", standing.dialogue.id, line.pk)
    facts = base_facts(request, line, "picture") | {
        "form": form if may_name else None,
        "names": line.place_names.order_by("position"),
    }
    return render(request, "channel/place_names.html", facts)


@require_POST
@door(rules.may_name_places)
def line_place_name_remove(
    request: StandingRequest, line_id: uuid.UUID, name_id: uuid.UUID
) -> HttpResponse:
    """Take a place's names off the chart."""
    line = queries.find_line(request.standing, line_id)
    place = line.place_names.filter(pk=name_id).first()
    if place is None:
        raise Http404
    try_change(request, lambda: forget_name(place), done=gettext("Taken off the chart."))
    return redirect("line_place_names", request.standing.dialogue.id, line.pk)


urls: list[URLPattern] = [
    path("line/<uuid:line_id>/picture/names", line_place_names, name="line_place_names"),
    path(
        "line/<uuid:line_id>/picture/names/<uuid:name_id>/remove",
        line_place_name_remove,
        name="line_place_name_remove",
    ),
]
