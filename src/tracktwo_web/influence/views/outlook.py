"""The outlook: which states of outside drivers hold together."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tracktwo.errors import InputError
from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.influence import rules, scenarios
from tracktwo_web.influence.domain.outlook import bring_in_outlook
from tracktwo_web.influence.forms.drawing import MatrixForm
from tracktwo_web.influence.models import Outlook
from tracktwo_web.influence.views.page import READ


@require_http_methods([*READ, "POST"])
@door(rules.may_see_maps)
def outlook(request: StandingRequest) -> HttpResponse:
    """The scenarios; `d0`, `d1` and so on in the address hold drivers. On POST, bring in a matrix."""
    dialogue = request.standing.dialogue
    may_bring_in = rules.may_bring_in_outlook(request.standing)
    if request.method == "POST" and not may_bring_in:
        return refuse(request)
    form = MatrixForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST" and form.is_valid():
        try:
            bring_in_outlook(dialogue, scenarios.read_upload(form.cleaned_data["file"]))
        except InputError as wrong:
            form.add_error("file", str(wrong))
        else:
            messages.success(request, gettext("The matrix is brought in."))
            return redirect("outlook", dialogue.id)
    facts: dict[str, object] = {"form": form, "may_bring_in": may_bring_in}
    kept = Outlook.objects.filter(dialogue=dialogue).first()
    if kept is not None:
        held = scenarios.held_in(scenarios.read_table(kept.table), request.GET)
        found = scenarios.study_of(kept.table, held)
        shown = found.found.scenarios[: scenarios.MOST_SHOWN]
        facts |= {
            "found": found.found,
            "rows": scenarios.rows_of(found, held),
            "weights": [found.basins.weight(one) for one in shown],
            "starts": found.basins.starts,
            "shown": shown,
            "n": len(found.found.scenarios),
            "held": held,
        }
    return render(request, "influence/outlook.html", facts)


urls: list[URLPattern] = [
    path("maps/outlook", outlook, name="outlook"),
]
