"""What is said beside a unit: remarks to the table, and the side's own note."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.texts import rules
from tracktwo_web.texts.domain.answers import Meanwhile
from tracktwo_web.texts.domain.remarks import keep_note, remark_on
from tracktwo_web.texts.forms.remarks import NoteForm, RemarkForm
from tracktwo_web.texts.views.page import find_table, try_change
from tracktwo_web.texts.views.passages import find_unit
from tracktwo_web.texts.views.units import Kept, show_unit, to_unit


@require_POST
@door(rules.may_see_texts)
def remark(request: StandingRequest, text_id: uuid.UUID, unit: str) -> HttpResponse:
    """Say something of a unit to the whole table."""
    table = find_table(request, text_id)
    if not rules.may_remark(request.standing, table.text):
        return refuse(request)
    here, form = find_unit(table, unit), RemarkForm(request.POST, auto_id="remark-%s")
    side = rules.writes_for(request.standing)
    if form.is_valid() and try_change(
        request,
        lambda: remark_on(table.text, unit, side, form.cleaned_data["words"]),
        done=gettext("Your remark is on the table."),
    ):
        return to_unit(table, unit)
    return show_unit(request, table, here, Kept(remark=form))


@require_POST
@door(rules.may_see_texts)
def note(request: StandingRequest, text_id: uuid.UUID, unit: str) -> HttpResponse:
    """Keep the side's note on a unit; where a second pen was quicker, both are shown to choose from."""
    table = find_table(request, text_id)
    side = request.standing.side
    if side is None or not rules.may_keep_notes(request.standing):
        return refuse(request)
    here, form = find_unit(table, unit), NoteForm(request.POST, auto_id="note-%s")
    if not form.is_valid():
        return show_unit(request, table, here, Kept(note=form))
    said = form.cleaned_data
    try:
        keep_note(table.text, unit, side, said["words"], seen=said["seen"])
    except Meanwhile as other:
        again = {"words": said["words"], "seen": other.edition}
        kept = Kept(
            note=NoteForm(initial=again, auto_id="note-%s"),
            note_meanwhile=other.words or gettext("Somebody of your side has taken the note away."),
        )
        return show_unit(request, table, here, kept)
    messages.success(request, gettext("The note of your side is kept."))
    return to_unit(table, unit)


urls: list[URLPattern] = [
    path("texts/<uuid:text_id>/units/<name:unit>/remark", remark, name="text_remark"),
    path("texts/<uuid:text_id>/units/<name:unit>/note", note, name="text_note"),
]
