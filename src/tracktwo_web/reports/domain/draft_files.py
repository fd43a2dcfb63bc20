"""The files of a draft and of each side's brief, made once its pages are there."""

import logging
from collections.abc import Iterator

from django.db import transaction

from tracktwo._typing import Progress as Listener
from tracktwo._typing import silent
from tracktwo_web.dialogues.models import Side
from tracktwo_web.events.publish import publish
from tracktwo_web.kit.sealed import seal_bytes
from tracktwo_web.reports.domain.compose import Composed, composed_of
from tracktwo_web.reports.domain.printing import KINDS, ON_PAPER, columns_of, in_each_language
from tracktwo_web.reports.models import BriefFile, Draft, DraftFile

log = logging.getLogger(__name__)


def print_draft(draft_id: str, composed: Composed | None = None) -> None:
    """Make the files of a draft that has none; a failure leaves it without, for somebody to try again."""
    draft = Draft.objects.select_related("dialogue").get(pk=draft_id)
    if not draft.is_done or draft.has_files:
        return
    try:
        _print(draft, composed or composed_of(bytes(draft.content), silent))
    except Exception as error:  # noqa: BLE001 -- the draft is there, its pages are read
        log.error("files of a report have failed: %s", type(error).__name__)  # noqa: TRY400


def _print(draft: Draft, composed: Composed) -> None:
    files = [
        DraftFile(draft=draft, **columns_of(one))
        for one in in_each_language(composed.reports, KINDS, silent)
    ]
    own = list(brief_files(draft, composed, silent))
    with transaction.atomic():
        if not Draft.objects.filter(pk=draft.pk, has_files=False).update(has_files=True):
            return
        DraftFile.objects.bulk_create(files)
        BriefFile.objects.bulk_create(own)
        _forget_older(draft)
        publish(draft.dialogue_id, "report")


def brief_files(
    draft: Draft,
    composed: Composed,
    progress: Listener,
    *,
    signatures: dict[str, str] | None = None,
) -> Iterator[BriefFile]:
    """Each side's brief, sealed to the side."""
    from tracktwo.reports.brief import briefs

    for side in draft.dialogue.sides.order_by("position"):
        reports = briefs(composed.material, side.code, signatures=signatures)
        for printed in in_each_language(reports, ON_PAPER, progress):
            columns = columns_of(printed)
            columns["content"] = seal_bytes(printed[2], purpose=purpose_of(side))
            yield BriefFile(draft=draft, side=side, **columns)


def purpose_of(side: Side) -> str:
    """What a side's brief is sealed for."""
    return f"brief of {side.id}"


def _forget_older(draft: Draft) -> None:
    """Files of earlier drafts go; what was released stays."""
    older = {"draft__dialogue": draft.dialogue_id, "draft__number__lt": draft.number}
    DraftFile.objects.filter(**older).delete()
    BriefFile.objects.filter(**older, draft__issue=None).delete()
