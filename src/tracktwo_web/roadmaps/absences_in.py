"""What a calendar file says about when an office cannot sit. The file is read once and not kept."""

import re
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext

from tracktwo.errors import InputError
from tracktwo.exchange.roadmap.ics import absences_of, read_events
from tracktwo.exchange.roadmap.ics.absences import uids_of
from tracktwo.roadmap import Seat
from tracktwo_web.kit.languages import said_to_reader
from tracktwo_web.roadmaps.as_library import roadmap_of
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.models import Plan

MOST_BYTES = 1_000_000
FOLDED = re.compile(rb"\r?\n[ \t]")
WITHIN_A_DAY = re.compile(
    rb"RRULE[^\r\n]*(HOURLY|MINUTELY|SECONDLY|BYHOUR|BYMINUTE|BYSECOND)", re.IGNORECASE
)
"""What repeats within a day is no absence, and unfolds into more events than anybody has time for."""


def absences_in(
    file: UploadedFile[Any], plan: Plan, office: Seat, *, share: float
) -> list[tuple[date, date]]:
    """The stretches of days that the events of a file take. `CannotBe` where it cannot be read.

    A day is taken where events take that share of its office hours. Meetings of the roadmap do not count.
    """
    content = file.read()
    if WITHIN_A_DAY.search(FOLDED.sub(b"", content)):
        raise CannotBe(
            gettext(
                "An event in this file repeats within a day: take it out, and read the file again."
            )
        )
    span = {"first": plan.first, "last": plan.last}
    with tempfile.TemporaryDirectory(prefix="tracktwo-") as scratch:
        path = Path(scratch) / "calendar.ics"
        path.write_bytes(content)
        try:
            events = read_events(path, zone=office.zone, **span)
        except InputError as error:
            raise CannotBe(said_to_reader(error.message)) from error
    own = uids_of(roadmap_of(plan, with_cancelled=True))
    found = absences_of(events, office, share=share, own=own, **span)
    return [(one.first, one.last) for one in found]
