"""The list of maps, a map's page with its table, and its release."""

import json
import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.dialogues.domain.enter_later import is_blind
from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.influence import queries, rules
from tracktwo_web.influence.domain import maps as domain
from tracktwo_web.influence.forms.drawing import ConceptForm, NewLinkForm
from tracktwo_web.influence.models import Map
from tracktwo_web.influence.picture import picture_of
from tracktwo_web.influence.rows import NOBODY, concept_rows, link_rows
from tracktwo_web.influence.views.page import READ, find_map, to_map
from tracktwo_web.influence.words import editor_words


@require_http_methods(READ)
@door(rules.may_see_maps)
def maps(request: StandingRequest) -> HttpResponse:
    """The maps that are open to the reader, and where to go on from them."""
    standing = request.standing
    found = queries.maps_seen_by(standing)
    own = next((one for one in found if one.side and one.side == standing.side), None)
    facts = {
        "own": own,
        "joint": next((one for one in found if one.is_joint), None),
        "released": [one for one in found if one.is_released and one != own],
        "waiting": standing.dialogue.maps.exclude(side=None).filter(is_released=False).count(),
        "can_compare": sum(one.is_released for one in found) > 1,
        "may_lay_out": rules.may_lay_out(standing) and queries.lacks_a_map(standing.dialogue),
    }
    return render(request, "influence/maps.html", facts)


@require_POST
@door(rules.may_see_maps)
def maps_lay_out(request: StandingRequest) -> HttpResponse:
    """Lay out an empty map for each side and the joint one, where there is none yet."""
    if not rules.may_lay_out(request.standing):
        return refuse(request)
    domain.open_maps(request.standing.dialogue)
    return redirect("maps", request.standing.dialogue.id)


@require_http_methods(READ)
@door(rules.may_see_maps)
def map_page(request: StandingRequest, map_id: uuid.UUID) -> HttpResponse:
    """A map: its drawing, and the table that is always in step with it."""
    drawn = find_map(request, map_id)
    return show_map(request, drawn)


def show_map(
    request: StandingRequest,
    drawn: Map,
    *,
    link: NewLinkForm | None = None,
    concept: ConceptForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a map, with forms that were not accepted where there are any."""
    standing, sheet = request.standing, queries.sheet_of(drawn)
    facts = {
        "drawn": drawn,
        "picture": picture_of(sheet),
        "links": link_rows(sheet),
        "concepts": concept_rows(sheet),
        "nobody": NOBODY,
        "may_draw": rules.may_draw(standing, drawn),
        "may_release": rules.may_release(standing, drawn),
        "is_blind": is_blind(standing),
        "link_form": link or NewLinkForm(queries.concepts_on(drawn)),
        "concept_form": concept
        or ConceptForm(drawn.dialogue.languages, drawn.dialogue.sides.order_by("position")),
        "words": json.dumps(editor_words(), ensure_ascii=False),
    }
    return render(request, "influence/map.html", facts, status=status)


@require_http_methods([*READ, "POST"])
@door(rules.may_see_maps)
def map_release(request: StandingRequest, map_id: uuid.UUID) -> HttpResponse:
    """Ask the head once more, then show the side's map to all."""
    drawn = find_map(request, map_id)
    if not rules.may_release(request.standing, drawn):
        return refuse(request)
    if request.method != "POST":
        return render(request, "influence/release.html", {"drawn": drawn})
    if domain.release_map(drawn):
        messages.success(request, gettext("Your side’s map is open to the whole table."))
    return to_map(drawn)


urls: list[URLPattern] = [
    path("maps/", maps, name="maps"),
    path("maps/lay-out", maps_lay_out, name="maps_lay_out"),
    path("maps/<uuid:map_id>/", map_page, name="map"),
    path("maps/<uuid:map_id>/release", map_release, name="map_release"),
]
