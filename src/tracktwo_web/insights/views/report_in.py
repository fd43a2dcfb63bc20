"""Statements from a report document: proposed by a program, taken one by one by a person."""

import tempfile
from pathlib import Path, PurePath
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo.dialogue import Statement
from tracktwo.errors import InputError
from tracktwo.exchange import Proposal, read_report
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.insights import rules
from tracktwo_web.insights.domain.statements import take_statements
from tracktwo_web.insights.forms import ProposedForms, ReportForm
from tracktwo_web.insights.proposed import initial_of
from tracktwo_web.insights.refusals import sentence_of
from tracktwo_web.kit.languages import CALLED, NAMES

KINDS_READ = frozenset({".txt", ".md", ".docx", ".text", ".markdown"})


@require_http_methods(["GET", "HEAD", "POST"])
@door(rules.may_bring_in)
def report_in(request: StandingRequest) -> HttpResponse:
    """Read a report, and show what it proposes. Nothing is kept until a person takes it."""
    form = ReportForm(request.POST, request.FILES) if request.method == "POST" else ReportForm()
    if not form.is_valid():
        return render(request, "insights/report_in.html", {"form": form})
    try:
        proposal = _proposal(form.cleaned_data["file"])
    except InputError as error:
        form.add_error("file", sentence_of(error))
        return render(request, "insights/report_in.html", {"form": form})
    sides = list(request.standing.dialogue.sides.order_by("position"))
    forms = ProposedForms(initial=initial_of(proposal, sides), form_kwargs=_choices(request))
    return _confirm(request, forms, proposal.language)


@require_POST
@door(rules.may_bring_in)
def report_take(request: StandingRequest) -> HttpResponse:
    """Put what was taken onto the list."""
    forms = ProposedForms(request.POST, form_kwargs=_choices(request))
    language = request.POST.get("language", "")
    language = language if language in NAMES else "en"
    if not forms.is_valid():
        return _confirm(request, forms, language)
    taken = [_statement(one, language) for one in forms.cleaned_data if one.get("take")]
    added = take_statements(request.standing.dialogue, taken)
    told = ngettext(
        "%(n)s statement was added to the list.", "%(n)s statements were added to the list.", added
    )
    messages.success(request, told % {"n": added})
    return redirect("statements", request.standing.dialogue.id)


def _confirm(request: StandingRequest, forms: Any, language: str) -> HttpResponse:  # noqa: ANN401 -- a formset
    facts = {"forms": forms, "language": language, "language_name": CALLED[language]}
    return render(request, "insights/report_take.html", facts)


def _proposal(file: Any) -> Proposal:  # noqa: ANN401 -- as Django gives it
    """What a document proposes; its name is not trusted beyond its kind."""
    kind = PurePath(file.name).suffix.lower()
    with tempfile.TemporaryDirectory(prefix="tracktwo-") as scratch:
        copy = Path(scratch) / f"report{kind if kind in KINDS_READ else '.txt'}"
        copy.write_bytes(file.read())
        return read_report(copy)


def _statement(entered: dict[str, Any], language: str) -> Statement:
    return Statement(
        id="",
        texts={language: entered["text"]},
        theme=entered["theme"],
        about=entered["about"],
        source=entered["source"],
    )


def _choices(request: StandingRequest) -> dict[str, Any]:
    sides = request.standing.dialogue.sides.order_by("position")
    return {"sides": [(side.code, str(side)) for side in sides]}


urls: list[URLPattern] = [
    path("bring-in/report/", report_in, name="report_in"),
    path("bring-in/report/take", report_take, name="report_take"),
]
