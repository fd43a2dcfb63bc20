"""Open data of released rounds: the figures of their report as tables, and nothing beside them."""

import logging
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from tracktwo._typing import Progress as Listener
from tracktwo.exchange import read
from tracktwo.locale import LANGUAGES
from tracktwo_web.events.publish import publish
from tracktwo_web.insights.domain.archive import unpack
from tracktwo_web.insights.domain.beat import Beat
from tracktwo_web.insights.domain.snapshot import freeze
from tracktwo_web.insights.models import Progress, Snapshot
from tracktwo_web.kit.zips import zipped
from tracktwo_web.perceptions.models import Round
from tracktwo_web.reports.domain.answers import CannotBe
from tracktwo_web.reports.domain.printing import Printed, columns_of
from tracktwo_web.reports.models import OpenData, OpenFile

if TYPE_CHECKING:
    from tracktwo.release import OpenData as Tables

log = logging.getLogger(__name__)

FOLDER = "open-data"


@transaction.atomic
def order_open_data(one: Round) -> OpenData:
    """Order the open data of a released round, once; anew where that has failed.

    `CannotBe` where the round holds nothing that may be told.
    """
    from tracktwo_web.reports.tasks import make_open_data

    snapshot = Snapshot.objects.select_related("round__dialogue").filter(round=one).first()
    if snapshot is None or freeze(snapshot).is_empty:
        raise CannotBe(gettext("This round holds no answers that may be told."))
    data, is_new = OpenData.objects.get_or_create(round=one)
    again = not is_new and _not_done(data).update(state=Progress.WAITING, step="", share=0)
    if is_new or again:
        make_open_data.enqueue(str(data.pk))
    return data


def make(data_id: str) -> None:
    """Make the files of open data. A failure is kept, for somebody to try again."""
    from tracktwo_web.insights.domain.compute import SHARES

    data = OpenData.objects.select_related("round__dialogue").get(pk=data_id)
    if data.is_done:
        return
    try:
        _make(data, Beat(_not_done(data), SHARES))
    except Exception as error:  # noqa: BLE001
        _not_done(data).update(state=Progress.FAILED, beat_at=timezone.now())
        log.error("open data have failed: %s", type(error).__name__)  # noqa: TRY400 -- may hold answers


def _make(data: OpenData, beat: Listener) -> None:
    snapshot = Snapshot.objects.get(round=data.round_id)
    tables = tables_of(bytes(snapshot.content or b""), beat)
    printed = [_printed(tables, language) for language in LANGUAGES]
    with transaction.atomic():
        if not _not_done(data).update(state=Progress.DONE, step="", share=100):
            return
        OpenFile.objects.bulk_create(OpenFile(data=data, **columns_of(one)) for one in printed)
        publish(data.round.dialogue_id, "report")


def tables_of(content: bytes, progress: Listener) -> "Tables":
    """The aggregates of a frozen round, as `tracktwo release` makes them of the folder."""
    from tracktwo.analysis import analyse
    from tracktwo.release import aggregates
    from tracktwo.release.aggregates import LEAST_K

    with tempfile.TemporaryDirectory(prefix="tracktwo-") as scratch:
        unpack(content, Path(scratch))
        dialogue = read(scratch)
    careful = replace(dialogue, k=max(dialogue.k, LEAST_K))
    return aggregates(careful, analyse(careful, progress=progress))


def _printed(tables: "Tables", language: str) -> Printed:
    from tracktwo.release import write_open_data

    with tempfile.TemporaryDirectory(prefix="tracktwo-") as scratch:
        folder = Path(scratch) / FOLDER
        write_open_data(tables, folder, language=language)
        return language, "zip", zipped(folder)


def _not_done(data: OpenData) -> QuerySet[OpenData]:
    return OpenData.objects.filter(pk=data.pk).exclude(state=Progress.DONE)
