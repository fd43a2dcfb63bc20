"""The roadmap as a board and as a table, and its beginning."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.dialogues.rules import is_neutral
from tracktwo_web.roadmaps import queries, rules
from tracktwo_web.roadmaps.board import Card, cards_of, columns_of
from tracktwo_web.roadmaps.domain.folders import folder_of
from tracktwo_web.roadmaps.domain.lay import begin_roadmap
from tracktwo_web.roadmaps.forms.begin import BeginForm
from tracktwo_web.roadmaps.models import Plan
from tracktwo_web.roadmaps.views.page import READ, base_facts, try_change


@require_http_methods(READ)
@door(rules.may_see_roadmap)
def roadmap(request: StandingRequest) -> HttpResponse:
    """The items by how far they have come."""
    plan = queries.plan_of(request.standing.dialogue)
    if plan is None:
        return render(request, "roadmaps/none.html", {"may_run": rules.may_run(request.standing)})
    facts = base_facts(request, plan, "board") | {"columns": columns_of(_cards(request, plan))}
    return render(request, "roadmaps/board.html", facts)


@require_http_methods(READ)
@door(rules.may_see_roadmap)
def roadmap_table(request: StandingRequest) -> HttpResponse:
    """Every item as a line: for those who compare and print."""
    plan = queries.find_plan(request.standing)
    facts = base_facts(request, plan, "table") | {
        "cards": _cards(request, plan),
        "sides": sides_in_turn(plan.dialogue, request.path),
        "may_take_folder": is_neutral(request.standing),
    }
    return render(request, "roadmaps/table.html", facts)


def _cards(request: StandingRequest, plan: Plan) -> list[Card]:
    sides = sides_in_turn(plan.dialogue, request.path)
    found = queries.items_of(plan)
    return list(cards_of(found, sides, plan, today=timezone.localdate()))


@require_http_methods([*READ, "POST"])
@door(rules.may_run)
def roadmap_begin(request: StandingRequest) -> HttpResponse:
    """Begin a roadmap: its time, and where each side is at home."""
    dialogue = request.standing.dialogue
    if queries.plan_of(dialogue):
        return redirect("roadmap", dialogue.id)
    form = BeginForm(dialogue, request.POST if request.method == "POST" else None)
    if form.is_valid():
        entered = form.cleaned_data
        begun = try_change(
            request,
            lambda: begin_roadmap(
                dialogue,
                title=entered["title"],
                first=entered["first"],
                last=entered["last"],
                homes=form.homes(),
            ),
            done=gettext(
                "The roadmap is begun. Add the offices that meet, then items and meetings."
            ),
        )
        if begun:
            return redirect("roadmap", dialogue.id)
    return render(request, "roadmaps/begin.html", {"form": form})


@require_http_methods(READ)
@door(rules.may_see_roadmap)
def roadmap_folder(request: StandingRequest) -> HttpResponse:
    """The roadmap as a folder of tables, for those who run the dialogue."""
    if not is_neutral(request.standing):
        return refuse(request)
    content = folder_of(queries.find_plan(request.standing))
    headers = {"Content-Disposition": 'attachment; filename="roadmap.zip"'}
    return HttpResponse(content, "application/zip", headers=headers)


urls: list[URLPattern] = [
    path("roadmap/", roadmap, name="roadmap"),
    path("roadmap/table/", roadmap_table, name="roadmap_table"),
    path("roadmap/begin", roadmap_begin, name="roadmap_begin"),
    path("roadmap/roadmap.zip", roadmap_folder, name="roadmap_folder"),
]
