"""What the dialogue is called and what it promises; its rules of procedure; its announcements."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.dialogues.domain.amend import amend
from tracktwo_web.dialogues.domain.announce import announce, take_back
from tracktwo_web.dialogues.domain.convene import publish_procedure
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.forms.dialogue import AnnouncementForm, ProcedureForm, SettingsForm
from tracktwo_web.dialogues.procedure_template import TEMPLATE
from tracktwo_web.dialogues.queries import announcements_of, procedures_of
from tracktwo_web.dialogues.rules import is_convenor, may_announce
from tracktwo_web.dialogues.views.office.page import office_page


@require_http_methods(["GET", "HEAD", "POST"])
@door(is_convenor)
def office_settings(request: StandingRequest) -> HttpResponse:
    """The dialogue's terms."""
    dialogue = request.standing.dialogue
    form = SettingsForm(dialogue, request.POST if request.method == "POST" else None)
    if form.is_valid():
        amend(dialogue, form.terms())
        messages.info(request, _("Settings saved."))
        return redirect("office_settings", dialogue_id=dialogue.id)
    return office_page(request, "settings", "office_settings", form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@door(is_convenor)
def office_procedure(request: StandingRequest) -> HttpResponse:
    """The rules in force and those before; on POST, a new version that all are asked to accept."""
    standing = request.standing
    text = standing.procedure.text if standing.procedure else TEMPLATE
    form = ProcedureForm(
        standing.dialogue.languages,
        request.POST if request.method == "POST" else None,
        initial={"procedure": text},
    )
    if form.is_valid():
        publish_procedure(standing.dialogue, form.cleaned_data["procedure"])
        messages.info(request, _("The new version is in force. Everybody is asked to accept it."))
        return redirect("office_procedure", dialogue_id=standing.dialogue.id)
    versions = procedures_of(standing.dialogue)
    return office_page(request, "procedure", "office_procedure", form=form, versions=versions)


@require_http_methods(["GET", "HEAD", "POST"])
@door(may_announce)
def office_announce(request: StandingRequest) -> HttpResponse:
    """What stands on the first page; on POST, one thing more."""
    dialogue = request.standing.dialogue
    form = AnnouncementForm(dialogue.languages, request.POST if request.method == "POST" else None)
    if form.is_valid():
        announce(dialogue, form.cleaned_data["text"])
        messages.info(request, _("Announced on the dialogue’s first page."))
        return redirect("office_announce", dialogue_id=dialogue.id)
    announcements = announcements_of(dialogue)
    return office_page(
        request, "announce", "office_announce", form=form, announcements=announcements
    )


@require_POST
@door(may_announce)
def office_take_back(request: StandingRequest, announcement_id: uuid.UUID) -> HttpResponse:
    """Remove an announcement."""
    dialogue = request.standing.dialogue
    take_back(get_object_or_404(dialogue.announcements, pk=announcement_id))
    messages.info(request, _("Announcement removed."))
    return redirect("office_announce", dialogue_id=dialogue.id)
