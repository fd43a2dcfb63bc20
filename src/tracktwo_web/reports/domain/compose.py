"""A draft of the report, from ordered to done: read, analysed, written, and kept as pages and files."""

import gzip
import logging
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from tracktwo._typing import Progress as Listener
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.events.publish import publish
from tracktwo_web.insights.domain.beat import Beat
from tracktwo_web.insights.models import Progress
from tracktwo_web.kit.zips import unzipped, zipped
from tracktwo_web.reports.domain.answers import CannotBe
from tracktwo_web.reports.domain.facts import facts_of
from tracktwo_web.reports.domain.material import has_material, mark_of, named_in, write_material
from tracktwo_web.reports.models import Draft, DraftPage

if TYPE_CHECKING:
    from tracktwo.reports import Report
    from tracktwo.reports.joint import Material

log = logging.getLogger(__name__)

FOLDER = "dialogue"
SHARES = {
    "gathering": 2,
    "fitting positions": 8,
    "counting": 15,
    "comparing perceptions": 18,
    "risks": 25,
    "calendar": 30,
    "writing the report": 40,
}
"""Percent done when a step begins."""


@dataclass(frozen=True)
class Composed:
    """What a frozen folder gives."""

    material: "Material"
    reports: Mapping[str, "Report"]

    @property
    def hash(self) -> str:
        from tracktwo.reports.canonical import report_fingerprint

        return report_fingerprint(self.reports.values())


@transaction.atomic
def order_draft(dialogue: Dialogue) -> Draft:
    """Order a draft of the report. `CannotBe` where one is being made, or there is nothing to report."""
    from tracktwo_web.reports.tasks import compose_draft

    Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    newest = newest_draft(dialogue)
    if newest and not (newest.is_done or newest.has_failed):
        raise CannotBe(gettext("The report is being composed already."))
    if not has_material(dialogue):
        raise CannotBe(gettext("There is nothing to report yet: nothing has been released."))
    made = Draft.objects.create(
        dialogue=dialogue,
        number=newest.number + 1 if newest else 1,
        composed_on=timezone.localdate(),
    )
    compose_draft.enqueue(str(made.pk))
    publish(dialogue.id, "report")
    return made


def newest_draft(dialogue: Dialogue) -> Draft | None:
    """The draft that was ordered last, without its contents."""
    return drafts_of(dialogue).order_by("-number").first()


def drafts_of(dialogue: Dialogue) -> QuerySet[Draft]:
    return dialogue.report_drafts.defer("canonical", "content")


@transaction.atomic
def order_again(draft: Draft) -> None:
    """Order a draft anew that has failed or got stuck. One that is done stays as it is."""
    from tracktwo_web.reports.tasks import compose_draft

    waiting = _not_done(draft).update(state=Progress.WAITING, step="", share=0, beat_at=None)
    if waiting:
        compose_draft.enqueue(str(draft.pk))


def compose(draft_id: str) -> Composed | None:
    """Make a draft and keep what it says; None where it was made already, or has failed."""
    draft = Draft.objects.select_related("dialogue").get(pk=draft_id)
    if draft.is_done:
        return None
    try:
        return _compose(draft, Beat(_not_done(draft), SHARES))
    except Exception as error:  # noqa: BLE001
        # The page must not wait for ever. A message may hold words of the table: the log gets the kind.
        _not_done(draft).update(state=Progress.FAILED, beat_at=timezone.now())
        log.error("a report has failed: %s", type(error).__name__)  # noqa: TRY400 -- see above
        return None


def composed_of(content: bytes, progress: Listener) -> Composed:
    """The report of a frozen folder, as `tracktwo report` makes it of the unpacked one."""
    from tracktwo.reports.joint import gathered, joint_reports

    with tempfile.TemporaryDirectory(prefix="tracktwo-") as scratch:
        unzipped(content, Path(scratch))
        material = gathered(Path(scratch) / FOLDER, progress=progress)
    progress("writing the report", 0, 0)
    return Composed(material, joint_reports(material))


def frozen(dialogue: Dialogue) -> bytes:
    """The folder of a dialogue as it stands."""
    with tempfile.TemporaryDirectory(prefix="tracktwo-") as scratch:
        folder = Path(scratch) / FOLDER
        folder.mkdir()
        write_material(dialogue, folder)
        return zipped(folder)


def _compose(draft: Draft, beat: Listener) -> Composed | None:
    from tracktwo.reports import to_sections
    from tracktwo.reports.canonical import canonical_report

    beat("gathering", 0, 0)
    dialogue = draft.dialogue
    mark, named, content = mark_of(dialogue), named_in(dialogue), frozen(dialogue)
    composed = composed_of(content, beat)
    pages = []
    for done, (language, report) in enumerate(composed.reports.items()):
        beat("writing the report", done, len(composed.reports))
        body = "\n".join(to_sections(report).values())
        pages.append(DraftPage(draft=draft, language=language, body=body))
    with transaction.atomic():
        is_first = _not_done(draft).update(
            state=Progress.DONE,
            step="",
            share=100,
            mark=mark,
            named=named,
            hash=composed.hash,
            facts=facts_of(composed.material, composed.reports),
            canonical=gzip.compress(canonical_report(composed.reports.values()), mtime=0),
            content=content,
        )
        if not is_first:  # another worker was quicker
            return None
        DraftPage.objects.bulk_create(pages)
        publish(dialogue.id, "report")
    return composed


def _not_done(draft: Draft) -> QuerySet[Draft]:
    return Draft.objects.filter(pk=draft.pk).exclude(state=Progress.DONE)
