"""What was released: the archive, and each issue with its number, signatures and files."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.records.groups import in_fours
from tracktwo_web.reports import papers, queries, rules
from tracktwo_web.reports.domain.issue_files import (
    is_what_was_signed,
    order_files_again,
    signatures_under,
)
from tracktwo_web.reports.domain.printing import KINDS, is_whole
from tracktwo_web.reports.steps import step_in_words
from tracktwo_web.reports.views.page import READ, download


@require_http_methods(READ)
@door(rules.may_read_issues)
def issues(request: StandingRequest) -> HttpResponse:
    """Every issue, the newest first."""
    facts = {
        "issues": queries.issues_of(request.standing.dialogue),
        "may_see_draft": rules.may_see_draft(request.standing),
    }
    return render(request, "reports/issues.html", facts)


@require_http_methods(READ)
@door(rules.may_read_issues)
def issue(request: StandingRequest, number: int) -> HttpResponse:
    """An issue: its number, who signed it, its files, and how anybody checks it."""
    one = queries.find_issue(request.standing.dialogue, number)
    signed = signatures_under(one)
    facts = {
        "issue": one,
        "step": step_in_words(one.step),
        "fingerprint": in_fours(one.hash),
        "is_whole": is_what_was_signed(one),
        "problem": signed.problem,
        "sides": [
            (side, side.code in signed.signed) for side in sides_in_turn(one.dialogue, request.path)
        ],
        "files": papers.rows_of(
            queries.issue_files_of(one),
            lambda each: reverse(
                "report_issue_file",
                args=[one.dialogue_id, one.number, each.language, each.kind],
            ),
        ),
        "may_see_draft": rules.may_see_draft(request.standing),
        "may_order": rules.may_release(request.standing),
    }
    return render(request, "reports/issue.html", facts)


@require_http_methods(READ)
@door(rules.may_read_issues)
def issue_file(request: StandingRequest, number: int, language: str, kind: str) -> HttpResponse:
    """An issue as a file. One that is no longer what was made is told, and not given."""
    one = queries.find_issue(request.standing.dialogue, number)
    found = one.files.filter(language=language, kind=kind).first() if kind in KINDS else None
    if found is None:
        raise Http404
    if not is_whole(found):
        return render(request, "reports/altered.html", {"issue": one}, status=409)
    return download(bytes(found.content), kind, f"report-{one.number}.{language}.{kind}")


@require_http_methods(READ)
@door(rules.may_read_issues)
def issue_exact(request: StandingRequest, number: int) -> HttpResponse:
    """The bytes whose SHA-256 every side signed."""
    one = queries.find_issue(request.standing.dialogue, number)
    return download(bytes(one.canonical), "json", f"report-{one.number}.json")


@require_POST
@door(rules.may_release)
def issue_again(request: StandingRequest, number: int) -> HttpResponse:
    """Make the files of an issue again that have failed or got stuck."""
    one = queries.find_issue(request.standing.dialogue, number)
    order_files_again(one)
    return redirect("report_issue", one.dialogue_id, one.number)


_AT = "report/issues/<int:number>/"
urls: list[URLPattern] = [
    path("report/issues/", issues, name="report_issues"),
    path(_AT, issue, name="report_issue"),
    path(f"{_AT}report.<str:language>.<slug:kind>", issue_file, name="report_issue_file"),
    path(f"{_AT}exact", issue_exact, name="report_issue_exact"),
    path(f"{_AT}again", issue_again, name="report_issue_again"),
]
