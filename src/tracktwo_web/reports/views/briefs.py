"""A side's private brief. To everybody but the head of that side there is no such file."""

from django.http import Http404, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.rules import is_head
from tracktwo_web.kit.sealed import unseal_bytes
from tracktwo_web.reports import queries, rules
from tracktwo_web.reports.domain.draft_files import purpose_of
from tracktwo_web.reports.domain.printing import ON_PAPER
from tracktwo_web.reports.views.page import READ, download


@require_http_methods(READ)
@door(is_head, hides=True)
def brief(request: StandingRequest, language: str, kind: str) -> HttpResponse:
    """The brief of the reader's own side: no address and no form says whose."""
    side = request.standing.side
    if side is None or kind not in ON_PAPER or not rules.may_read_brief(request.standing, side):
        raise Http404
    draft = queries.find_done(request.standing.dialogue)
    found = draft.briefs.filter(side=side, language=language, kind=kind).first()
    content = unseal_bytes(bytes(found.content), purpose=purpose_of(side)) if found else None
    if content is None:
        raise Http404
    return download(content, kind, f"brief.{language}.{kind}")


urls: list[URLPattern] = [
    path("report/brief.<str:language>.<slug:kind>", brief, name="report_brief")
]
