"""The maritime picture: a chart, a table beside it, and files of exactly what they show."""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping, Sequence

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tracktwo.channel.picture.chart import chart_of
from tracktwo.exchange.channel.chart_svg import Told, svg_of
from tracktwo.exchange.channel.places import Placed, geojson_of, places_to_csv
from tracktwo.exchange.channel.places.of_messages import placed
from tracktwo_web.channel import queries, rules
from tracktwo_web.channel.forms.picture import PictureForm
from tracktwo_web.channel.models import Line
from tracktwo_web.channel.picture import Picture, Row, meetings_told, picture_of, rows_of
from tracktwo_web.channel.place_names import names_on
from tracktwo_web.channel.views.page import READ, base_facts
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.kit.templatetags.words import side_class

ROWS_ON_PAGE = 200
MEETINGS_ON_PAGE = 50
FORMS: Mapping[str, tuple[str, Callable[[Sequence[Placed]], str]]] = {
    "csv": ("text/csv; charset=utf-8", places_to_csv),
    "geojson": ("application/geo+json", geojson_of),
}


@require_http_methods(READ)
@door(rules.may_read)
def line_picture(request: StandingRequest, line_id: uuid.UUID) -> HttpResponse:
    """What is meant, and with ?exercise what is exercised: never both on one chart."""
    line = queries.find_line(request.standing, line_id)
    form, picture = _asked(request, line)
    rows = rows_of(picture, _colours(request.standing, line))
    page = Paginator(rows, ROWS_ON_PAGE).get_page(request.GET.get("page"))
    question = _question(request, picture).urlencode()
    facts = base_facts(request, line, "picture") | {
        "form": form,
        "is_exercise": picture.asked.is_exercise,
        "asked": picture.asked,
        "page": page,
        "rows": _with_messages(line, page),
        "chart": _drawn(line, rows, page, question),
        "meetings": meetings_told(picture)[:MEETINGS_ON_PAGE],
        "more_meetings": max(0, len(picture.meetings) - MEETINGS_ON_PAGE),
        "files": [(name, f"marks.{name}?{question}") for name in FORMS],
    }
    return render(request, "channel/picture.html", facts)


@require_http_methods(READ)
@door(rules.may_read)
def line_picture_file(request: StandingRequest, line_id: uuid.UUID, form: str) -> HttpResponse:
    """The marks that the page shows for the same question; where it cannot be read, the page says why."""
    line = queries.find_line(request.standing, line_id)
    if form not in FORMS:
        raise Http404
    asked, picture = _asked(request, line)
    if not asked.is_valid():
        page = redirect("line_picture", request.standing.dialogue.id, line.pk)
        page["Location"] += f"?{request.GET.urlencode()}"
        return page
    kind, written = FORMS[form]
    headers = {"Content-Disposition": f'attachment; filename="{_name(line, picture)}.{form}"'}
    return HttpResponse(written([placed(one) for one in picture.marks]), kind, headers=headers)


def _asked(request: StandingRequest, line: Line) -> tuple[PictureForm, Picture]:
    """The form as it was filled in, and what it asks for."""
    form = PictureForm(line, request.GET, now=timezone.now().replace(microsecond=0))
    asked = form.asked(is_exercise="exercise" in request.GET)
    return form, picture_of(line, asked)


def _colours(standing: Standing, line: Line) -> dict[str, str]:
    """The colour of one's own side, and of the other where there is only one."""
    others = [one for one in standing.dialogue.sides.all() if one.pk != line.side_id]
    theirs = others[0] if len(others) == 1 else None
    return {line.office: side_class(line.side), line.peer: side_class(theirs)}


def _drawn(line: Line, rows: Sequence[Row], page: Page[Row], question: str) -> SafeString:
    """The chart of every mark; each leads to its row, also where that is on another page of the table."""
    pages = ["" if n == page.number else f"?{question}&page={n}" for n in page.paginator.page_range]
    told = [
        Told(
            one.number,
            one.mark.kind,
            one.text,
            one.css,
            f"{pages[(one.number - 1) // ROWS_ON_PAGE]}#row-{one.number}",
        )
        for one in rows
    ]
    drawing = svg_of(
        chart_of([one.mark.where for one in rows], names_on(line)),
        told,
        title=gettext("Chart of the marks in the table"),
    )
    return mark_safe(drawing)  # noqa: S308 -- drawn by the library, which escapes every text


def _with_messages(line: Line, page: Page[Row]) -> list[tuple[Row, uuid.UUID]]:
    """The rows of a page, each with the key of its message."""
    keys = queries.keys_of(line, (str(one.mark.message) for one in page))
    return [(one, keys[str(one.mark.message)]) for one in page]


def _question(request: StandingRequest, picture: Picture) -> QueryDict:
    """What was asked for with its moments written out, so that the answer stays the same later on."""
    asked, told = request.GET.copy(), picture.asked
    asked.pop("page", None)
    asked["at"] = _moment(told.at)
    if told.start:
        asked["start"] = _moment(told.start)
    return asked


def _moment(at: dt.datetime) -> str:
    return f"{at.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%S}"


def _name(line: Line, picture: Picture) -> str:
    """Whose line, what sort, and as of when."""
    sort = "exercise-" if picture.asked.is_exercise else ""
    return f"picture-{line.office}-{line.peer}-{sort}{picture.asked.at.astimezone(dt.UTC):%Y%m%dT%H%MZ}"


urls: list[URLPattern] = [
    path("line/<uuid:line_id>/picture/", line_picture, name="line_picture"),
    path(
        "line/<uuid:line_id>/picture/marks.<slug:form>", line_picture_file, name="line_picture_file"
    ),
]
