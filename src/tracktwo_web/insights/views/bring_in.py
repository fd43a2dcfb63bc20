"""Bringing statements and answers in from files."""

import tempfile
from pathlib import Path

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from tracktwo.dialogue import Dialogue
from tracktwo.errors import InputError
from tracktwo.exchange import read
from tracktwo.text.negotiation import Negotiation
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.insights import rules
from tracktwo_web.insights.domain import bring_in as domain
from tracktwo_web.insights.domain.archive import unpack
from tracktwo_web.insights.forms import BringInForm
from tracktwo_web.insights.refusals import sentence_of
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.domain.folders import Told as Roadmap
from tracktwo_web.roadmaps.domain.folders import bring_in_plan, read_plan
from tracktwo_web.texts.domain.folders import bring_in_texts, read_texts
from tracktwo_web.texts.left_over import notes_on
from tracktwo_web.texts.models import JointText


@require_http_methods(["GET", "HEAD", "POST"])
@door(rules.may_bring_in)
def bring_in(request: StandingRequest) -> HttpResponse:
    """Take a zip, read it as the command would, and bring in what it holds: all of it or nothing."""
    form = _form(request)
    if not form.is_valid():
        return render(request, "insights/bring_in.html", {"form": form})
    try:
        found, texts, has_roadmap = _bring_in(request, form)
    except InputError as error:
        form.add_error("file", sentence_of(error))
        return render(request, "insights/bring_in.html", {"form": form})
    except CannotBe as wrong:
        form.add_error("file", str(wrong))
        return render(request, "insights/bring_in.html", {"form": form})
    for sentence in _told(found, texts, has_roadmap=has_roadmap):
        messages.success(request, sentence)
    for sentence in notes_on(texts):
        messages.warning(request, sentence)
    dialogue_id = request.standing.dialogue.id
    if found.round:
        return redirect("results", dialogue_id, found.round.id)
    return redirect("statements", dialogue_id)


def _form(request: StandingRequest) -> BringInForm:
    if request.method == "POST":
        return BringInForm(request.POST, request.FILES)
    return BringInForm(initial={"language": reader_language(), "with_answers": True})


@transaction.atomic
def _bring_in(
    request: StandingRequest, form: BringInForm
) -> tuple[domain.BroughtIn, list[JointText], bool]:
    """What came, the joint texts, and whether a roadmap came with them."""
    entered, dialogue = form.cleaned_data, request.standing.dialogue
    source, texts, roadmap = _read(entered["file"].read())
    found = domain.bring_in(
        dialogue,
        source,
        language=entered["language"],
        now=timezone.now(),
        with_answers=entered["with_answers"],
    )
    if roadmap:
        bring_in_plan(dialogue, roadmap)
    return found, bring_in_texts(dialogue, texts), roadmap is not None


def _read(content: bytes) -> tuple[Dialogue, list[Negotiation], Roadmap | None]:
    with tempfile.TemporaryDirectory(prefix="tracktwo-") as scratch:
        folder = Path(scratch)
        unpack(content, folder)
        return read(folder), read_texts(folder), read_plan(folder)


def _told(found: domain.BroughtIn, texts: list[JointText], *, has_roadmap: bool) -> list[str]:
    """A sentence about what is new, one about what was there, and about texts and roadmap where there were any."""
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
    laid = ngettext(
        "%(n)s joint text is on the table.", "%(n)s joint texts are on the table.", len(texts)
    )
    counted = ((added, found.added), (known, found.known), (laid, len(texts)))
    told = [one % {"n": n} for one, n in counted if n or one is added]
    return [*told, gettext("The roadmap is on the table.")] if has_roadmap else told


urls: list[URLPattern] = [path("bring-in/", bring_in, name="bring_in")]
