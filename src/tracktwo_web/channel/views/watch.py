"""The watch: a line as its officer on duty sees it."""

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.channel import queries, rules
from tracktwo_web.channel.domain.drills import open_drill
from tracktwo_web.channel.models import Line
from tracktwo_web.channel.views.page import LIGHT, LIGHTS, READ, base_facts, light_of, lines_shown
from tracktwo_web.channel.watch import state_of, watch_of
from tracktwo_web.dialogues.doors import StandingRequest, door, refuse

A_YEAR = 365 * 24 * 3600


@require_http_methods(READ)
@door(rules.may_see_state)
def line_home(request: StandingRequest) -> HttpResponse:
    """The line there is; where there are several, a list of them."""
    standing = request.standing
    found = lines_shown(standing)
    if len(found) == 1:
        [(line, is_read)] = found
        return redirect("line_watch" if is_read else "line_state", standing.dialogue.id, line.pk)
    facts = {
        "lines": found,
        "may_open": rules.may_open(standing),
        "light": light_of(request),
    }
    return render(request, "channel/home.html", facts)


@require_http_methods(READ)
@door(rules.may_read)
def line_watch(request: StandingRequest, line_id: uuid.UUID) -> HttpResponse:
    """What is meant, and with ?exercise what is exercised: never both in one list."""
    line = queries.find_line(request.standing, line_id)
    return render(request, "channel/watch.html", facts_of(request, line))


def facts_of(request: StandingRequest, line: Line) -> dict[str, object]:
    now, is_exercise = timezone.now(), "exercise" in request.GET
    return base_facts(request, line, "exercise" if is_exercise else "watch") | {
        "is_exercise": is_exercise,
        "watch": watch_of(line, is_exercise=is_exercise, now=now),
        "state": state_of(line, now),
        "unread_here": queries.unread_of(line, is_exercise=is_exercise).count(),
        "unread_there": queries.unread_of(line, is_exercise=not is_exercise).count(),
        "drill": open_drill(line, now),
        "now": now,
    }


@require_POST
@door(rules.may_see_state)
def line_light(request: StandingRequest) -> HttpResponse:
    """Switch between day, night, and what the browser asks for; kept in this browser alone."""
    told = request.POST.get("light", "")
    if told not in LIGHTS:
        return refuse(request)
    answer = redirect("line_home", request.standing.dialogue.id)
    answer.set_cookie(
        LIGHT, told, max_age=A_YEAR, httponly=True, samesite="Lax", secure=request.is_secure()
    )
    return answer


urls: list[URLPattern] = [
    path("line/", line_home, name="line_home"),
    path("line/light", line_light, name="line_light"),
    path("line/<uuid:line_id>/", line_watch, name="line_watch"),
]
