"""The report as it can be composed now: what it holds, what is open, files, and the way to an issue."""

import gzip

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.dialogues.rules import is_neutral
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.records.groups import in_fours
from tracktwo_web.reports import gate_rows, papers, queries, rules
from tracktwo_web.reports.domain import release as releasing
from tracktwo_web.reports.domain import reviews
from tracktwo_web.reports.domain.answers import CannotBe
from tracktwo_web.reports.domain.compose import order_again, order_draft
from tracktwo_web.reports.domain.gates import gate_of, is_ready_to_sign, reviews_of
from tracktwo_web.reports.domain.material import mark_of
from tracktwo_web.reports.domain.printing import KINDS, is_whole
from tracktwo_web.reports.models import Draft
from tracktwo_web.reports.steps import step_in_words
from tracktwo_web.reports.views.page import READ, download


@require_http_methods(READ)
@door(rules.may_see_draft)
def report(request: StandingRequest) -> HttpResponse:
    """What the report holds, section by section, and what still stands in its way."""
    standing = request.standing
    draft, making = queries.newest_done(standing.dialogue), queries.in_the_making(standing.dialogue)
    facts: dict[str, object] = {
        "draft": draft,
        "making": making,
        "step": step_in_words(making.step) if making else "",
        "issues": queries.issues_of(standing.dialogue),
        "may_compose": rules.may_compose(standing),
        "may_consent": rules.may_consent(standing),
        "is_neutral": is_neutral(standing),
        "is_blind": standing.is_blind,
    }
    if draft:
        facts |= _of_draft(request, draft)
    return render(request, "reports/report.html", facts)


def _of_draft(request: StandingRequest, draft: Draft) -> dict[str, object]:
    standing, gate = request.standing, gate_of(draft)
    languages = draft.facts["languages"]
    shown = reader_language() if reader_language() in languages else languages[0]
    missing = gate.conditions[-1].missing
    is_issued = draft.dialogue.report_issues.filter(hash=draft.hash).exists()
    return {
        "shown_in": shown,
        "languages": languages,
        "sections": draft.facts["sections"][shown],
        "absent": [one for one in _PARTS if one not in draft.facts["holds"]],
        "gate": gate,
        "conditions": gate_rows.rows_of(standing, draft, gate),
        "fingerprint": in_fours(draft.hash),
        "is_stale": draft.mark != mark_of(draft.dialogue),
        "is_issued": is_issued,
        "sides": [
            (side, side.code not in missing) for side in sides_in_turn(draft.dialogue, request.path)
        ],
        "files": papers.rows_of(
            queries.files_of(draft),
            lambda one: reverse("report_file", args=[draft.dialogue_id, one.language, one.kind]),
        ),
        "briefs": _briefs(standing, draft),
        "may_sign": _may_sign(standing, missing) and is_ready_to_sign(gate),
        "may_release": rules.may_release(standing) and gate.is_clear and not is_issued,
    }


_PARTS = ("answers", "map", "risks", "options", "text", "roadmap", "chronology")


def _may_sign(standing: Standing, missing: tuple[str, ...]) -> bool:
    side = standing.side
    return rules.may_sign(standing) and side is not None and side.code in missing


def _briefs(standing: Standing, draft: Draft) -> list[papers.PaperRow]:
    """The brief of the reader's own side, for its head alone."""
    side = standing.side
    if side is None or not rules.may_read_brief(standing, side):
        return []
    return papers.rows_of(
        queries.briefs_of(draft, side),
        lambda one: reverse("report_brief", args=[draft.dialogue_id, one.language, one.kind]),
    )


@require_POST
@door(rules.may_compose)
def compose(request: StandingRequest) -> HttpResponse:
    """Order a draft, or order the one anew that has failed or got stuck."""
    dialogue = request.standing.dialogue
    making = queries.in_the_making(dialogue)
    try:
        if making and "again" in request.POST:
            order_again(making)
        else:
            order_draft(dialogue)
    except CannotBe as wrong:
        messages.warning(request, str(wrong))
    return redirect("report", dialogue.id)


@require_http_methods(READ)
@door(rules.may_see_draft)
def progress(request: StandingRequest) -> HttpResponse:
    """How far the report is, as a piece of the page; when it is done, the page is asked for anew."""
    making = queries.in_the_making(request.standing.dialogue)
    facts: dict[str, object] = {
        "making": making,
        "step": step_in_words(making.step) if making else "",
        "may_compose": rules.may_compose(request.standing),
    }
    response = render(request, "reports/job.html", facts)
    if making is None:
        response["HX-Refresh"] = "true"
    return response


@require_http_methods(READ)
@door(rules.may_see_draft)
def read(request: StandingRequest, language: str) -> HttpResponse:
    """The draft in one of its languages, and whether that one was reviewed."""
    draft = queries.find_done(request.standing.dialogue)
    body = queries.page_of(draft, language)
    found = [one for one in reviews_of(draft) if one.language == language]
    own = request.standing.side if request.standing.is_delegate else None
    facts: dict[str, object] = {
        "draft": draft,
        "shown_in": language,
        "languages": draft.facts["languages"],
        "sections": draft.facts["sections"][language],
        "reviews": found,
        "seen": draft.facts["hashes"][language],
        "is_issued": draft.dialogue.report_issues.filter(hash=draft.hash).exists(),
        "may_review": rules.may_review(request.standing)
        and not any(one.side == own for one in found),
        # Made by the library, which escapes every text where it is written.
        "body": mark_safe(body),  # noqa: S308
    }
    return render(request, "reports/read.html", facts)


@require_POST
@door(rules.may_review)
def review(request: StandingRequest, language: str) -> HttpResponse:
    """Confirm a language, as it was read."""
    standing = request.standing
    draft = queries.find_done(standing.dialogue)
    if language not in draft.facts["languages"]:
        raise Http404
    side = standing.side if standing.is_delegate else None
    try:
        reviews.review(draft, language, request.POST.get("seen", ""), side)
    except CannotBe as wrong:
        messages.warning(request, str(wrong))
        return redirect("report_read", standing.dialogue.id, language)
    messages.success(request, gettext("The language is confirmed."))
    return redirect("report", standing.dialogue.id)


@require_http_methods(READ)
@door(rules.may_see_draft)
def file(request: StandingRequest, language: str, kind: str) -> HttpResponse:
    """The draft as a file; each of its pages says that it is a draft."""
    draft = queries.find_done(request.standing.dialogue)
    found = draft.files.filter(language=language, kind=kind).first() if kind in KINDS else None
    if found is None or not is_whole(found):
        raise Http404
    return download(bytes(found.content), kind, f"draft-{draft.number}.{language}.{kind}")


@require_http_methods(READ)
@door(rules.may_see_draft)
def exact(request: StandingRequest) -> HttpResponse:
    """The bytes whose SHA-256 is signed."""
    draft = queries.find_done(request.standing.dialogue)
    return download(gzip.decompress(draft.canonical), "json", "report.json")


@require_http_methods(READ)
@door(is_neutral)
def folder(request: StandingRequest) -> HttpResponse:
    """The folder that the draft was made of: with ballots, for who runs the dialogue alone."""
    draft = queries.find_done(request.standing.dialogue)
    return download(bytes(draft.content), "zip", f"report-folder-{draft.number}.zip")


@require_POST
@door(rules.may_release)
def release(request: StandingRequest) -> HttpResponse:
    """Release the report that everybody has signed."""
    dialogue = request.standing.dialogue
    try:
        issue = releasing.release(
            dialogue, request.POST.get("hash", ""), today=timezone.localdate()
        )
    except CannotBe as wrong:
        messages.warning(request, str(wrong))
        return redirect("report", dialogue.id)
    messages.success(request, gettext("The report is released. Its files are being made."))
    return redirect("report_issue", dialogue.id, issue.number)


urls: list[URLPattern] = [
    path("report/", report, name="report"),
    path("report/compose", compose, name="report_compose"),
    path("report/progress", progress, name="report_progress"),
    path("report/read/<str:language>/", read, name="report_read"),
    path("report/read/<str:language>/confirm", review, name="report_review"),
    path("report/files/report.<str:language>.<slug:kind>", file, name="report_file"),
    path("report/exact", exact, name="report_exact"),
    path("report/folder.zip", folder, name="report_folder"),
    path("report/release", release, name="report_release"),
]
