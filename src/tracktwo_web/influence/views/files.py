"""A map brought in from a file, and taken out as one."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tracktwo.errors import InputError
from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.influence import rules, studies
from tracktwo_web.influence.domain.answers import CannotBe
from tracktwo_web.influence.domain.bring_in import bring_in
from tracktwo_web.influence.forms.drawing import BringInForm
from tracktwo_web.influence.views.page import READ, find_map, to_map
from tracktwo_web.influence.written import FORMS, read_upload, written


@require_http_methods([*READ, "POST"])
@door(rules.may_see_maps)
def map_files(request: StandingRequest, map_id: uuid.UUID) -> HttpResponse:
    """Take the map out in any format; bring links in from a file."""
    drawn = find_map(request, map_id)
    may_draw = rules.may_draw(request.standing, drawn)
    if request.method == "POST" and not may_draw:
        return refuse(request)
    form = BringInForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST" and form.is_valid():
        try:
            taken = bring_in(drawn, read_upload(form.cleaned_data["file"]))
        except (InputError, CannotBe) as wrong:
            form.add_error("file", str(wrong))
        else:
            messages.success(
                request,
                gettext("Brought in: %(concepts)s new concepts, %(links)s links.")
                % {"concepts": taken.concepts, "links": taken.links},
            )
            return to_map(drawn)
    facts = {
        "drawn": drawn,
        "form": form,
        "may_draw": may_draw,
        "is_empty": not drawn.links.exists(),
    }
    return render(request, "influence/files.html", facts)


@require_http_methods(READ)
@door(rules.may_see_maps)
def map_file(request: StandingRequest, map_id: uuid.UUID, form: str) -> HttpResponse:
    """The map as a file."""
    drawn = find_map(request, map_id)
    if form not in FORMS or not drawn.links.exists():
        raise Http404
    content = written(studies.drawn_on([drawn]), form)
    headers = {"Content-Disposition": f'attachment; filename="map.{form}"'}
    return HttpResponse(content, content_type=FORMS[form], headers=headers)


urls: list[URLPattern] = [
    path("maps/<uuid:map_id>/files/", map_files, name="map_files"),
    path("maps/<uuid:map_id>/files/map.<str:form>", map_file, name="map_file"),
]
