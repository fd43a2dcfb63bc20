"""Links entered in words: added, changed and removed one at a time."""

import uuid
from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.influence import queries, rules
from tracktwo_web.influence.domain import drawing
from tracktwo_web.influence.forms.drawing import LinkForm, NewLinkForm
from tracktwo_web.influence.models import Link, Map
from tracktwo_web.influence.views.maps import show_map
from tracktwo_web.influence.views.page import READ, find_map, seen_in, to_map, try_change

FIELDS = drawing.LINK_FIELDS


@require_POST
@door(rules.may_see_maps)
def link_add(request: StandingRequest, map_id: uuid.UUID) -> HttpResponse:
    """Draw a link between two concepts."""
    drawn = find_map(request, map_id)
    if not rules.may_draw(request.standing, drawn):
        return refuse(request)
    form = NewLinkForm(queries.concepts_on(drawn), request.POST)
    if not form.is_valid():
        return show_map(request, drawn, link=form)
    said = {name: form.cleaned_data[name] for name in FIELDS}
    source, target = (form.cleaned_data[name].id for name in ("source", "target"))
    add = partial(drawing.add_link, drawn, source, target, **said)
    try_change(request, add, done=gettext("The link is drawn."))
    return to_map(drawn)


@require_http_methods([*READ, "POST"])
@door(rules.may_see_maps)
def link(request: StandingRequest, map_id: uuid.UUID, link_id: uuid.UUID) -> HttpResponse:
    """Change what is said of a link."""
    drawn, one = _find(request, map_id, link_id)
    if not rules.may_draw(request.standing, drawn):
        return refuse(request)
    form = LinkForm(request.POST if request.method == "POST" else None, initial=_said(one))
    if request.method == "POST" and form.is_valid():
        change = partial(
            drawing.set_link,
            drawn,
            one.id,
            seen=seen_in(request),
            **{n: form.cleaned_data[n] for n in FIELDS},
        )
        if try_change(request, change, done=gettext("The link is changed.")):
            return to_map(drawn)
        return _show(request, drawn, one, form)
    return _show(request, drawn, one, form)


@require_POST
@door(rules.may_see_maps)
def link_remove(request: StandingRequest, map_id: uuid.UUID, link_id: uuid.UUID) -> HttpResponse:
    """Take a link off the map."""
    drawn, one = _find(request, map_id, link_id)
    if not rules.may_draw(request.standing, drawn):
        return refuse(request)
    remove = partial(drawing.remove_link, drawn, one.id, seen=seen_in(request))
    try_change(request, remove, done=gettext("The link is removed."))
    return to_map(drawn)


def _find(request: StandingRequest, map_id: uuid.UUID, link_id: uuid.UUID) -> tuple[Map, Link]:
    drawn = find_map(request, map_id)
    one = drawn.links.select_related("source", "target").filter(pk=link_id).first()
    if one is None:
        raise Http404
    return drawn, one


def _show(request: StandingRequest, drawn: Map, one: Link, form: LinkForm) -> HttpResponse:
    now = drawn.links.select_related("source", "target").filter(pk=one.id).first()
    return render(
        request, "influence/link.html", {"drawn": drawn, "link": now or one, "form": form}
    )


def _said(one: Link) -> dict[str, object]:
    percent = None if one.confidence is None else one.confidence * 100
    return {name: getattr(one, name) for name in FIELDS} | {
        "confidence": percent,
        "weight": f"{one.weight:g}",
    }


urls: list[URLPattern] = [
    path("maps/<uuid:map_id>/links", link_add, name="map_link_add"),
    path("maps/<uuid:map_id>/links/<uuid:link_id>/", link, name="map_link"),
    path("maps/<uuid:map_id>/links/<uuid:link_id>/remove", link_remove, name="map_link_remove"),
]
