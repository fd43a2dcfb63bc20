"""Drills: the scripts, proposing one, playing one's own side of it, and what came of it."""

import uuid
from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.channel import playing, queries, rules
from tracktwo_web.channel.domain import drills
from tracktwo_web.channel.forms.drills import DrillForm
from tracktwo_web.channel.scripts import shipped_scripts
from tracktwo_web.channel.views.page import READ, base_facts, try_change
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.kit.languages import in_reader_language

MOST_LISTED = 50


@require_http_methods(READ)
@door(rules.may_read)
def line_drills(request: StandingRequest, line_id: uuid.UUID) -> HttpResponse:
    """The drill that is open, the scripts, and the drills before."""
    line = queries.find_line(request.standing, line_id)
    now = timezone.now()
    listed = [playing.listed(one, now) for one in line.drills.order_by("-start")[:MOST_LISTED]]
    scripts = [
        (name, playing.title_of(one), in_reader_language(one.purpose))
        for name, one in shipped_scripts().items()
    ]
    facts = base_facts(request, line, "drills") | {
        "open": [one for one in listed if one.state.is_open],
        "past": [one for one in listed if not one.state.is_open],
        "scripts": scripts,
    }
    return render(request, "channel/drills.html", facts)


@require_http_methods([*READ, "POST"])
@door(rules.may_send)
def line_drill_new(request: StandingRequest, line_id: uuid.UUID, script: str) -> HttpResponse:
    """Say which side one's own office plays, and when it begins; the other office is asked."""
    line = queries.find_line(request.standing, line_id)
    chosen = shipped_scripts().get(script)
    if chosen is None:
        raise Http404
    form = DrillForm(chosen, request.POST if request.method == "POST" else None)
    if form.is_valid():
        now = timezone.now()
        change = partial(drills.propose_drill, line, form.proposed(line, now), now=now)
        if try_change(request, change, done=gettext("Proposed. The other office is asked.")):
            return redirect("line_drills", request.standing.dialogue.id, line.pk)
    facts = base_facts(request, line, "drills") | {
        "form": form,
        "title": playing.title_of(chosen),
        "purpose": in_reader_language(chosen.purpose),
        "hours": chosen.lasts.total_seconds() / 3600,
    }
    return render(request, "channel/drill_new.html", facts)


@require_http_methods(READ)
@door(rules.may_read)
def line_drill(request: StandingRequest, drill_id: uuid.UUID) -> HttpResponse:
    """What has happened to one's own side; after the end, what came of it, the same for both sides."""
    drill = queries.find_drill(request.standing, drill_id)
    now = timezone.now()
    shown, proposed = playing.listed(drill, now), playing.proposed_in(drill)
    role = proposed.drill.sides[playing.role_of(proposed, drill.line.office)]
    facts = base_facts(request, drill.line, "drills") | {
        "drill": drill,
        "title": shown.title,
        "state": shown.state,
        "purpose": in_reader_language(proposed.drill.purpose),
        "role": in_reader_language(role),
        "events": playing.events_of(drill, now),
        "report": playing.report_of(drill) if shown.state.has_report else None,
        "may_agree": shown.state is playing.State.PROPOSED and not drill.is_own,
        "now": now,
    }
    return render(request, "channel/drill.html", facts)


@require_POST
@door(rules.may_send)
def line_drill_agree(request: StandingRequest, drill_id: uuid.UUID) -> HttpResponse:
    """Agree for one's own office."""
    drill = queries.find_drill(request.standing, drill_id)
    change = partial(drills.agree_drill, drill, now=timezone.now())
    try_change(request, change, done=gettext("Agreed. The drill begins at its time."))
    return redirect("line_drill", request.standing.dialogue.id, drill.pk)


@require_POST
@door(rules.may_send)
def line_drill_stop(request: StandingRequest, drill_id: uuid.UUID) -> HttpResponse:
    """Stop it for both."""
    drill = queries.find_drill(request.standing, drill_id)
    change = partial(drills.stop_drill, drill, now=timezone.now())
    try_change(request, change, done=gettext("The drill is stopped."))
    return redirect("line_drill", request.standing.dialogue.id, drill.pk)


urls: list[URLPattern] = [
    path("line/<uuid:line_id>/drills/", line_drills, name="line_drills"),
    path("line/<uuid:line_id>/drills/new/<slug:script>", line_drill_new, name="line_drill_new"),
    path("line/drills/<uuid:drill_id>/", line_drill, name="line_drill"),
    path("line/drills/<uuid:drill_id>/agree", line_drill_agree, name="line_drill_agree"),
    path("line/drills/<uuid:drill_id>/stop", line_drill_stop, name="line_drill_stop"),
]
