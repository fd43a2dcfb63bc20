"""What is watched for a risk: adding it, saying that it was seen, taking it out."""

import uuid
from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.risks import queries, rules
from tracktwo_web.risks.domain import register as domain
from tracktwo_web.risks.forms.register import (
    IndicatorEditForm,
    IndicatorForm,
    initial_of_indicator,
)
from tracktwo_web.risks.models import Indicator, Risk
from tracktwo_web.rounds.states import NotNow
from tracktwo_web.rounds.steps import try_step

READ = ("GET", "HEAD")
FORM = "risks/indicator_form.html"


@require_http_methods([*READ, "POST"])
@door(rules.may_change_register)
def indicator_new(request: StandingRequest, risk_id: uuid.UUID) -> HttpResponse:
    """Add something to watch."""
    risk = queries.find_risk(request.standing.dialogue, risk_id)
    form = IndicatorForm(risk.dialogue, request.POST if request.method == "POST" else None)
    facts = {"form": form, "risk": risk}
    if not form.is_valid():
        return render(request, FORM, facts)
    try:
        domain.add_indicator(risk, form.cleaned_data["code"], form.sign())
    except domain.CodeTaken:
        form.add_error("code", gettext("Another indicator of this risk has this short name."))
        return render(request, FORM, facts)
    except NotNow:
        form.add_error(None, gettext("Nothing was entered: a round has been opened meanwhile."))
        return render(request, FORM, facts)
    return redirect("risk", risk.dialogue_id, risk.id)


@require_http_methods([*READ, "POST"])
@door(rules.may_change_register)
def indicator_edit(
    request: StandingRequest, risk_id: uuid.UUID, indicator_id: uuid.UUID
) -> HttpResponse:
    """Change an indicator, or say that it was seen."""
    risk = queries.find_risk(request.standing.dialogue, risk_id)
    one = _find(risk, indicator_id)
    entered = request.POST if request.method == "POST" else None
    form = IndicatorEditForm(risk.dialogue, entered, initial=initial_of_indicator(one))
    facts = {"form": form, "risk": risk, "indicator": one}
    if not form.is_valid():
        return render(request, FORM, facts)
    try:
        domain.change_indicator(one, form.sign(), as_read=form.cleaned_data["as_read"])
    except NotNow:
        now = _find(risk, indicator_id)
        form.show_what_was_written_meanwhile(now, domain.mark_of_indicator(now))
        return render(request, FORM, facts)
    return redirect("risk", risk.dialogue_id, risk.id)


@require_POST
@door(rules.may_change_register)
def indicator_remove(
    request: StandingRequest, risk_id: uuid.UUID, indicator_id: uuid.UUID
) -> HttpResponse:
    """Take an indicator out."""
    risk = queries.find_risk(request.standing.dialogue, risk_id)
    one = _find(risk, indicator_id)
    step = partial(domain.remove_indicator, one)
    try_step(request, step, done=gettext("The indicator was taken out."))
    return redirect("risk", risk.dialogue_id, risk.id)


def _find(risk: Risk, indicator_id: uuid.UUID) -> Indicator:
    found = risk.indicators.select_related("risk__dialogue").filter(pk=indicator_id).first()
    if found is None:
        raise Http404
    return found


_AT = "risks/<uuid:risk_id>/indicators/"
urls: list[URLPattern] = [
    path(f"{_AT}new", indicator_new, name="indicator_new"),
    path(f"{_AT}<uuid:indicator_id>/", indicator_edit, name="indicator_edit"),
    path(f"{_AT}<uuid:indicator_id>/remove", indicator_remove, name="indicator_remove"),
]
