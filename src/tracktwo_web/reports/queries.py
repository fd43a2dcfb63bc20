"""What pages ask of drafts and issues."""

from django.db.models import QuerySet
from django.http import Http404

from tracktwo_web.dialogues.models import Dialogue, Side
from tracktwo_web.reports.domain.compose import drafts_of, newest_draft
from tracktwo_web.reports.models import BriefFile, Draft, DraftFile, DraftPage, Issue, IssueFile


def newest_done(dialogue: Dialogue) -> Draft | None:
    """The newest draft that can be read, while a newer one may be in the making."""
    found = drafts_of(dialogue).filter(state="done").select_related("dialogue")
    return found.order_by("-number").first()


def find_done(dialogue: Dialogue) -> Draft:
    """The newest draft that can be read; `Http404` where there is none."""
    draft = newest_done(dialogue)
    if draft is None:
        raise Http404
    return draft


def in_the_making(dialogue: Dialogue) -> Draft | None:
    """A draft that is ordered, being made, or has failed, where it is the newest."""
    newest = newest_draft(dialogue)
    return newest if newest and not newest.is_done else None


def page_of(draft: Draft, language: str) -> str:
    """A draft in a language as a page shows it; `Http404` for a language that it has not."""
    found = DraftPage.objects.filter(draft=draft, language=language).values_list("body", flat=True)
    body = found.first()
    if body is None:
        raise Http404
    return body


def files_of(draft: Draft) -> QuerySet[DraftFile]:
    """The files of a draft, without their contents."""
    return draft.files.defer("content").order_by("language", "kind")


def issues_of(dialogue: Dialogue) -> QuerySet[Issue]:
    """The issues, the newest first."""
    return dialogue.report_issues.defer("canonical").order_by("-number")


def find_issue(dialogue: Dialogue, number: int) -> Issue:
    """An issue by its number; `Http404` where there is none."""
    found = dialogue.report_issues.select_related("dialogue").filter(number=number).first()
    if found is None:
        raise Http404
    return found


def issue_files_of(issue: Issue) -> QuerySet[IssueFile]:
    """The files of an issue, without their contents."""
    return issue.files.defer("content").order_by("language", "kind")


def briefs_of(draft: Draft, side: Side) -> QuerySet[BriefFile]:
    """A side's own brief as files, without their contents."""
    found = BriefFile.objects.filter(draft=draft, side=side)
    return found.defer("content").order_by("language", "kind")
