"""Concepts entered in words: added, changed and removed one at a time."""

import uuid
from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.influence import rules
from tracktwo_web.influence.domain import drawing
from tracktwo_web.influence.forms.drawing import ConceptForm
from tracktwo_web.influence.models import Concept, Map
from tracktwo_web.influence.views.maps import show_map
from tracktwo_web.influence.views.page import READ, find_map, seen_in, to_map, try_change

FIELDS = ("texts", "kind", "side")


@require_POST
@door(rules.may_see_maps)
def concept_add(request: StandingRequest, map_id: uuid.UUID) -> HttpResponse:
    """Put a concept on the map."""
    drawn = find_map(request, map_id)
    if not rules.may_draw(request.standing, drawn):
        return refuse(request)
    form = _form(drawn, request.POST)
    if not form.is_valid():
        return show_map(request, drawn, concept=form)
    said = form.cleaned_data
    add = partial(drawing.add_concept, drawn, said["texts"], kind=said["kind"], side=said["side"])
    try_change(request, add, done=gettext("The concept is on the map."))
    return to_map(drawn)


@require_http_methods([*READ, "POST"])
@door(rules.may_see_maps)
def concept(request: StandingRequest, map_id: uuid.UUID, concept_id: uuid.UUID) -> HttpResponse:
    """Change a concept of this very map."""
    drawn, one = _find(request, map_id, concept_id)
    if not rules.may_draw(request.standing, drawn):
        return refuse(request)
    initial = {"texts": one.texts, "kind": one.kind, "side": one.side and one.side.code}
    form = _form(drawn, request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        changes = {name: form.cleaned_data[name] for name in FIELDS}
        change = partial(drawing.set_concept, drawn, one.id, seen=seen_in(request), **changes)
        if try_change(request, change, done=gettext("The concept is changed.")):
            return to_map(drawn)
    now = drawn.concepts.filter(pk=one.id).first() or one
    return render(request, "influence/concept.html", {"drawn": drawn, "concept": now, "form": form})


@require_POST
@door(rules.may_see_maps)
def concept_remove(
    request: StandingRequest, map_id: uuid.UUID, concept_id: uuid.UUID
) -> HttpResponse:
    """Take a concept off the map, with its links."""
    drawn, one = _find(request, map_id, concept_id)
    if not rules.may_draw(request.standing, drawn):
        return refuse(request)
    remove = partial(drawing.remove_concept, drawn, one.id, seen=seen_in(request))
    try_change(request, remove, done=gettext("The concept is removed, with its links."))
    return to_map(drawn)


def _find(
    request: StandingRequest, map_id: uuid.UUID, concept_id: uuid.UUID
) -> tuple[Map, Concept]:
    drawn = find_map(request, map_id)
    one = drawn.concepts.select_related("side").filter(pk=concept_id).first()
    if one is None:
        raise Http404
    return drawn, one


def _form(drawn: Map, *told: object, **options: object) -> ConceptForm:
    sides = drawn.dialogue.sides.order_by("position")
    return ConceptForm(drawn.dialogue.languages, sides, *told, **options)


urls: list[URLPattern] = [
    path("maps/<uuid:map_id>/concepts", concept_add, name="map_concept_add"),
    path("maps/<uuid:map_id>/concepts/<uuid:concept_id>/", concept, name="map_concept"),
    path(
        "maps/<uuid:map_id>/concepts/<uuid:concept_id>/remove",
        concept_remove,
        name="map_concept_remove",
    ),
]
