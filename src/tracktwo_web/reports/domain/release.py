"""Releasing the report: once everything holds and every side has signed, it becomes an issue."""

import datetime as dt
import gzip

from django.db import transaction
from django.utils.translation import gettext

from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.events.publish import publish
from tracktwo_web.reports.domain.answers import CannotBe
from tracktwo_web.reports.domain.compose import newest_draft
from tracktwo_web.reports.domain.gates import gate_of
from tracktwo_web.reports.models import Draft, Issue


@transaction.atomic
def release(dialogue: Dialogue, seen: str, *, today: dt.date) -> Issue:
    """Release the newest draft. `seen` is the hash that whoever releases it has before them.

    `CannotBe` while a condition is open, and for words that were released already.
    """
    from tracktwo_web.reports.tasks import print_issue

    Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    newest = newest_draft(dialogue)
    if newest is None or not newest.is_done or newest.hash != seen:
        raise CannotBe(gettext("Nothing was released: the report has been composed anew."))
    draft = Draft.objects.select_related("dialogue").get(pk=newest.pk)
    if dialogue.report_issues.filter(hash=draft.hash).exists():
        raise CannotBe(gettext("This report has been released already."))
    if not gate_of(draft).is_clear:
        raise CannotBe(gettext("Nothing was released: a condition is still open."))
    issue = Issue.objects.create(
        dialogue=dialogue,
        draft=draft,
        number=dialogue.report_issues.count() + 1,
        released_on=today,
        hash=draft.hash,
        languages=draft.facts["languages"],
        canonical=gzip.decompress(draft.canonical),
    )
    print_issue.enqueue(str(issue.pk))
    publish(dialogue.id, "report")
    return issue
