"""The files of an issue: made of what its draft had frozen, and only if they say what was signed."""

import logging
from dataclasses import replace
from hashlib import sha256

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from tracktwo._typing import Progress as Listener
from tracktwo_web.events.publish import publish
from tracktwo_web.insights.domain.beat import Beat
from tracktwo_web.insights.models import Progress
from tracktwo_web.records.joint import Signatures
from tracktwo_web.reports.domain.compose import SHARES, Composed, composed_of
from tracktwo_web.reports.domain.draft_files import brief_files
from tracktwo_web.reports.domain.printing import (
    KINDS,
    Printed,
    columns_of,
    in_each_language,
    side_by_side,
)
from tracktwo_web.reports.domain.signatures import signatures_of
from tracktwo_web.reports.models import BriefFile, Issue, IssueFile

log = logging.getLogger(__name__)

_SHARES = SHARES | {"making files": 45, "making files in two languages": 70, "making briefs": 85}


class OtherWords(Exception):  # noqa: N818 -- an answer, not a fault
    """What can be made of the draft today is not what was signed: the program is another one."""


@transaction.atomic
def order_files_again(issue: Issue) -> None:
    """Order the files of an issue anew that have failed or got stuck."""
    from tracktwo_web.reports.tasks import print_issue

    if _not_done(issue).update(state=Progress.WAITING, step="", share=0, beat_at=None):
        print_issue.enqueue(str(issue.pk))


def print_files(issue_id: str) -> None:
    """Make the files of an issue, once. A failure is kept, for somebody to try again."""
    issue = Issue.objects.select_related("dialogue", "draft__dialogue").get(pk=issue_id)
    if issue.is_done:
        return
    try:
        _print(issue, Beat(_not_done(issue), _SHARES))
    except Exception as error:  # noqa: BLE001
        _not_done(issue).update(state=Progress.FAILED, beat_at=timezone.now())
        log.error("files of an issue have failed: %s", type(error).__name__)  # noqa: TRY400


def is_what_was_signed(issue: Issue) -> bool:
    """Whether the words that are kept still have the hash that they were released with."""
    return sha256(issue.canonical).hexdigest() == issue.hash


def signatures_under(issue: Issue) -> Signatures:
    """Who has signed an issue, as the record proves it today."""
    return signatures_of(issue.dialogue, issue.hash, issue.languages)


def _print(issue: Issue, beat: Listener) -> None:
    signed = dict(signatures_under(issue).by_side)
    composed = _released(issue, signed, beat)
    printed: list[Printed] = [
        *in_each_language(composed.reports, KINDS, beat),
        *side_by_side(composed.reports, beat),
    ]
    beat("making briefs", 0, 0)
    own = list(brief_files(issue.draft, composed, _unheard_of, signatures=signed))
    with transaction.atomic():
        if not _not_done(issue).update(state=Progress.DONE, step="", share=100):
            return
        IssueFile.objects.bulk_create(IssueFile(issue=issue, **columns_of(one)) for one in printed)
        BriefFile.objects.filter(draft=issue.draft).delete()
        BriefFile.objects.bulk_create(own)
        publish(issue.dialogue_id, "report")


def _released(issue: Issue, signed: dict[str, str], beat: Listener) -> Composed:
    """The report as released: every condition is met, so that no page calls it a draft."""
    from tracktwo.reports.joint import joint_reports

    found = composed_of(bytes(issue.draft.content), beat)
    material = replace(found.material, reviewed=tuple(issue.languages))
    released = Composed(material, joint_reports(material, signatures=signed))
    if released.hash != issue.hash or any(one.banner for one in released.reports.values()):
        raise OtherWords
    return released


def _unheard_of(what: str, done: int, total: int) -> None:
    """Briefs are one step to whoever watches."""


def _not_done(issue: Issue) -> QuerySet[Issue]:
    return Issue.objects.filter(pk=issue.pk).exclude(state=Progress.DONE)
