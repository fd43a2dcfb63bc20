"""Progress of a job as pages show it: step, percent, and a sign of life every now and then."""

from collections.abc import Mapping
from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from tracktwo_web.insights.models import Progress

if TYPE_CHECKING:
    from django.db.models import QuerySet

EVERY = 0.5
"""Seconds between two signs of life, so that progress costs few writes."""


class Beat:
    """Tells a row how far its job is; `shares`: percent done when a step begins.

    Steps that are not in `shares` leave the share as it is.
    """

    def __init__(self, rows: "QuerySet[Any]", shares: Mapping[str, int]) -> None:
        self._rows, self._shares = rows, shares
        self._step, self._share, self._last = "", 0, 0.0

    def __call__(self, what: str, done: int, total: int) -> None:
        begins = self._shares.get(what, self._share)
        share = begins + (100 - begins) * done // total if total else begins
        is_new = what != self._step
        self._step, self._share = what, max(share, self._share)
        if is_new or monotonic() - self._last > EVERY:
            self._last = monotonic()
            self._write(timezone.now())

    def _write(self, now: datetime) -> None:
        self._rows.update(
            state=Progress.RUNNING, step=self._step[:40], share=self._share, beat_at=now
        )
