"""Bringing statements and answers in from files."""

import tempfile
from pathlib import Path

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from tracktwo.dialogue import Dialogue
from tracktwo.errors import InputError
from tracktwo.exchange import read
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.insights import rules
from tracktwo_web.insights.domain import bring_in as domain
from tracktwo_web.insights.domain.archive import unpack
from tracktwo_web.insights.forms import BringInForm
from tracktwo_web.insights.refusals import sentence_of
from tracktwo_web.kit.languages import reader_language


@require_http_methods(["GET", "HEAD", "POST"])
@door(rules.may_bring_in)
def bring_in(request: StandingRequest) -> HttpResponse:
    """Take a zip, read it as the command would, and bring in what it holds: all of it or nothing."""
    form = _form(request)
    if not form.is_valid():
        return render(request, "insights/bring_in.html", {"form": form})
    try:
        found = _bring_in(request, form)
    except InputError as error:
        form.add_error("file", sentence_of(error))
        return render(request, "insights/bring_in.html", {"form": form})
    for sentence in _told(found):
        messages.success(request, sentence)
    dialogue_id = request.standing.dialogue.id
    if found.round:
        return redirect("results", dialogue_id, found.round.id)
    return redirect("statements", dialogue_id)


def _form(request: StandingRequest) -> BringInForm:
    if request.method == "POST":
        return BringInForm(request.POST, request.FILES)
    return BringInForm(initial={"language": reader_language(), "with_answers": True})


def _bring_in(request: StandingRequest, form: BringInForm) -> domain.BroughtIn:
    entered = form.cleaned_data
    return domain.bring_in(
        request.standing.dialogue,
        _read(entered["file"].read()),
        language=entered["language"],
        now=timezone.now(),
        with_answers=entered["with_answers"],
    )


def _read(content: bytes) -> Dialogue:
    with tempfile.TemporaryDirectory(prefix="tracktwo-") as scratch:
        unpack(content, Path(scratch))
        return read(scratch)


def _told(found: domain.BroughtIn) -> list[str]:
    """A sentence about what is new, and one about what was there, if anything was."""
    added = ngettext(
        "%(n)s statement was added to the list.",
        "%(n)s statements were added to the list.",
        found.added,
    )
    known = ngettext(
        "%(n)s statement of the file was on it already.",
        "%(n)s statements of the file were on it already.",
        found.known,
    )
    told = [added % {"n": found.added}]
    return [*told, known % {"n": found.known}] if found.known else told


urls: list[URLPattern] = [path("bring-in/", bring_in, name="bring_in")]
