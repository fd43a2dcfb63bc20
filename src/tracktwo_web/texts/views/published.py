"""A published text for everybody in the dialogue, and the exact bytes whose hash was signed."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from tracktwo.text.brackets.escapes import unescaped
from tracktwo.text.standing import Stage, canonical_text
from tracktwo.text.views import clean
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.rules import is_present
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.records.groups import in_fours
from tracktwo_web.texts import rules
from tracktwo_web.texts.domain.adopt import signatures_of
from tracktwo_web.texts.models import JointText
from tracktwo_web.texts.table import Table
from tracktwo_web.texts.views.page import READ

JSON = "application/json; charset=utf-8"


@require_http_methods(READ)
@door(is_present)
def text_published(request: StandingRequest, text_id: uuid.UUID) -> HttpResponse:
    """The public text in one of its languages, who signed it, and how anybody checks that."""
    table = _find(request, text_id, Stage.PUBLISHED)
    now, signatures = clean(table.now), signatures_of(table.text)
    asked = request.GET.get("language", reader_language())
    language = asked if asked in now.languages else now.languages[0]
    facts = {
        "text": table.text,
        "shown_in": language,
        "languages": now.languages,
        "title": unescaped(now.title.get(language, "")),
        "units": [(unit, unescaped(source)) for unit, source in now.sources(language)],
        "fingerprint": in_fours(signatures.hash),
        "sides": [side for code, side in table.sides.items() if code in signatures.signed],
        "may_see_texts": rules.may_see_texts(request.standing),
    }
    return render(request, "texts/published.html", facts)


@require_http_methods(READ)
@door(is_present)
def text_exact(request: StandingRequest, text_id: uuid.UUID) -> HttpResponse:
    """The bytes whose SHA-256 is the fingerprint: whoever signs can hash them on a computer of their own."""
    table = _find(request, text_id, Stage.UNDER_SILENCE, Stage.ADOPTED, Stage.PUBLISHED)
    headers = {"Content-Disposition": 'attachment; filename="text.json"'}
    return HttpResponse(canonical_text(table.now), content_type=JSON, headers=headers)


def _find(request: StandingRequest, text_id: uuid.UUID, *stages: Stage) -> Table:
    """A text at one of these stages; before it is published, only for those who may see its making."""
    found = JointText.objects.filter(pk=text_id, dialogue=request.standing.dialogue)
    text = found.defer("first").select_related("dialogue").first()
    if text is None or rules.stage_of(text) not in stages:
        raise Http404
    if rules.stage_of(text) is not Stage.PUBLISHED and not rules.may_see_texts(request.standing):
        raise Http404
    return Table(text, request.path)


urls: list[URLPattern] = [
    path("texts/<uuid:text_id>/published/", text_published, name="text_published"),
    path("texts/<uuid:text_id>/exact", text_exact, name="text_exact"),
]
