"""The archive: every message of a line, a part of it, and that part as a file."""

import uuid
from typing import cast
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from tracktwo.exchange.channel.traffic_file import MOST
from tracktwo_web.channel import queries, rules
from tracktwo_web.channel.archive import found_in, lines_of_file
from tracktwo_web.channel.forms.archive import ArchiveForm
from tracktwo_web.channel.telling import kind_name
from tracktwo_web.channel.views.page import READ, base_facts
from tracktwo_web.channel.watch import Shown
from tracktwo_web.dialogues.doors import StandingRequest, door

ON_A_PAGE = 50


@require_http_methods(READ)
@door(rules.may_read)
def line_archive(request: StandingRequest, line_id: uuid.UUID) -> HttpResponse:
    """What was sent, page by page."""
    line = queries.find_line(request.standing, line_id)
    form = ArchiveForm(line, request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    page = Paginator(found_in(line, asked), ON_A_PAGE).get_page(request.GET.get("page"))
    told = {name: request.GET[name] for name in form.fields if request.GET.get(name)}
    facts = base_facts(request, line, "archive") | {
        "form": form,
        "page": page,
        "shown": [Shown(one, kind_name(one.kind)) for one in page],
        "is_exercise": asked.get("sort") == "exercise",
        "is_filtered": bool(told),
        "asked": urlencode(told),
    }
    return render(request, "channel/archive.html", facts)


@require_http_methods(READ)
@door(rules.may_read)
def line_archive_file(request: StandingRequest, line_id: uuid.UUID) -> HttpResponse:
    """The same part as JSON Lines, as many messages as a file may hold."""
    line = queries.find_line(request.standing, line_id)
    form = ArchiveForm(line, request.GET)
    found = found_in(line, form.cleaned_data if form.is_valid() else {}).order_by("sent", "code")
    headers = {"Content-Disposition": f'attachment; filename="{line.office}-{line.peer}.jsonl"'}
    content = lines_of_file(found[:MOST].iterator(chunk_size=500))
    answer = StreamingHttpResponse(content, content_type="application/x-ndjson", headers=headers)
    return cast("HttpResponse", answer)  # the door asks for nothing that a stream has not


urls: list[URLPattern] = [
    path("line/<uuid:line_id>/archive/", line_archive, name="line_archive"),
    path("line/<uuid:line_id>/archive/file", line_archive_file, name="line_archive_file"),
]
