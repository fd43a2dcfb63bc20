"""The analysis of a snapshot, from waiting to done: kept as text and as pages ready to be sent.

It may be run twice, or by two workers at once: the same snapshot and library give the same bytes,
and whoever comes second finds the work done.
"""

import gzip
import logging
import tempfile
from collections.abc import Iterable
from pathlib import Path

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from tracktwo import __version__
from tracktwo._typing import Progress as Listener
from tracktwo._typing import silent
from tracktwo.analysis import Analysis, analyse, to_json
from tracktwo.exchange import read
from tracktwo_web.events.publish import publish
from tracktwo_web.insights.domain.archive import unpack
from tracktwo_web.insights.domain.beat import Beat
from tracktwo_web.insights.domain.pages import Page, pages_of, theme_pages_of
from tracktwo_web.insights.domain.snapshot import freeze
from tracktwo_web.insights.models import Fragment, Progress, ReportFile, Result, Snapshot, Whole

log = logging.getLogger(__name__)

SHARES = {
    "fitting positions": 10,
    "finding groups": 20,
    "fitting groups": 25,
    "looking for bridges": 40,
    "counting": 45,
    "comparing perceptions": 50,
    "drawing": 60,
}
"""Percent done when a step begins. Steps the library does not announce leave the share as it is."""


def compute(result_id: str) -> Result:
    """Analyse a snapshot and keep what is found. A failure is kept too, for somebody to try again."""
    result = _find(result_id)
    if result.is_done:
        return result
    try:
        _compute(result, Beat(_not_done(result), SHARES))
    except Exception as error:  # noqa: BLE001
        # Whatever went wrong, the page must not wait for ever. A message may hold answers: the log
        # gets the kind of error only.
        _not_done(result).update(state=Progress.FAILED, beat_at=timezone.now())
        log.error("an analysis has failed: %s", type(error).__name__)  # noqa: TRY400 -- see above
    result.refresh_from_db()
    return result


def draw_themes(result_id: str) -> None:
    """Draw the pages about each theme, which nobody needs to wait for."""
    result = _find(result_id)
    content = bytes(result.snapshot.content or b"")
    themes = list(result.snapshot.round.dialogue.themes.order_by("position"))
    if not content or result.fragments.exclude(theme="").exists():
        return
    for pages in theme_pages_of(analysed(content, silent), [theme.code for theme in themes]):
        _keep_pages(result, pages)


def _find(result_id: str) -> Result:
    return Result.objects.select_related("snapshot__round__dialogue").get(pk=result_id)


def _not_done(result: Result) -> QuerySet[Result]:
    return Result.objects.filter(pk=result.pk).exclude(state=Progress.DONE)


def _compute(result: Result, beat: Listener) -> None:
    beat("freezing", 0, 0)
    snapshot = freeze(result.snapshot)
    if snapshot.is_empty:
        _not_done(result).update(state=Progress.DONE, step="", share=100)
        return
    analysis = analysed(bytes(snapshot.content or b""), beat)
    drawn = list(pages_of(analysis, beat))
    with transaction.atomic():
        if _finish(result, snapshot, analysis):
            for language, report, pages in drawn:
                ReportFile.objects.create(result=result, language=language, content=_small(report))
                _keep_pages(result, pages)
            publish(snapshot.round.dialogue_id, "results")


def analysed(content: bytes, progress: Listener) -> Analysis:
    """The analysis of a packed dialogue folder, as `tracktwo analyse` makes it of the unpacked one."""
    with tempfile.TemporaryDirectory(prefix="tracktwo-") as scratch:
        unpack(content, Path(scratch))
        return analyse(read(scratch), progress=progress)


def _finish(result: Result, snapshot: Snapshot, analysis: Analysis) -> bool:
    """Write the result down, unless another worker was quicker."""
    is_first = _not_done(result).update(
        state=Progress.DONE,
        step="",
        share=100,
        version=__version__,
        input_sha256=snapshot.sha256,
        document=to_json(analysis, with_participants=False),
    )
    if is_first:
        Whole.objects.create(result=result, document=_small(to_json(analysis)))
    return bool(is_first)


def _keep_pages(result: Result, pages: Iterable[Page]) -> None:
    Fragment.objects.bulk_create(
        (
            Fragment(
                result=result, language=one.language, theme=one.theme, part=one.part, body=one.body
            )
            for one in pages
        ),
        ignore_conflicts=True,
    )


def _small(text: str) -> bytes:
    return gzip.compress(text.encode(), mtime=0)
