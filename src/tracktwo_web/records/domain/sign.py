"""A side's next entry: drafted by the server, signed elsewhere, and entered if it says what was asked."""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.errors import RecordError
from tracktwo.record import (
    LOG_REPLACES,
    Draft,
    Entry,
    Head,
    Json,
    Log,
    append,
    canonical,
    drafted,
    entry_bytes,
)
from tracktwo.record.head import party_of
from tracktwo_web.dialogues.models import Side
from tracktwo_web.events.publish import publish
from tracktwo_web.records.models import Line
from tracktwo_web.records.queries import log_of, logs_of

KEY_BEGUN = "key.begun"
"""The first entry of a log: a side shows its key before it signs anything else with it."""
GOOD_FOR = dt.timedelta(hours=1)
"""How far the time in an entry may lie from that of its entering."""


def draft_next(
    side: Side, *, kind: str, body: Mapping[str, Json], key: str, now: dt.datetime
) -> Draft:
    """What a side is asked to sign next, with where the other sides' logs end now. Raises `RecordError`."""
    log = _log_for(side, kind)
    others = (one for name, one in logs_of(side.dialogue).items() if party_of(name) != side.code)
    seen = tuple(one.head for one in others if one.head)
    at = now.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return drafted(log, at=at, kind=kind, body=body, key=key, seen=seen)


def given_up(side: Side) -> dict[str, Json]:
    """What the first entry of a log says that takes the place of the one whose key is lost: where that ends."""
    head = log_of(side).head
    if head is None:
        raise RecordError(gettext("Your side has shown no key yet: none can be lost."))
    return {"log": head.log, "seq": head.seq, "hash": head.hash}


def _log_for(side: Side, kind: str) -> Log:
    """The log that an entry of a kind goes into: a new one, if it takes the place of another."""
    now = log_of(side)
    if kind != LOG_REPLACES:
        return now
    number = int(now.name.partition(".")[2] or 1)
    return Log(f"{side.code}.{number + 1}")


@transaction.atomic
def enter(
    side: Side, entry: Entry, *, kind: str, body: Mapping[str, Json], now: dt.datetime
) -> Entry:
    """Add a signed entry to a side's log, which only ever grows.

    `kind` and `body` are what the side was asked to sign. Raises `RecordError`, and enters nothing, for
    any other entry and for whatever the library refuses.
    """
    # Two entries for one place wait for each other here; the second then finds the place taken.
    side = Side.objects.select_for_update().get(pk=side.pk)
    append(_log_for(side, kind), entry)
    _require_asked(entry, kind, body)
    _require_key_first(entry)
    _require_recent(entry, now)
    _require_seen(side, entry)
    number = side.lines.count() + 1
    Line.objects.create(side=side, number=number, text=entry_bytes(entry).decode())
    publish(side.dialogue_id, "record")
    return entry


def _require_asked(entry: Entry, kind: str, body: Mapping[str, Json]) -> None:
    if entry.kind != kind or canonical(entry.body) != canonical(body):
        raise RecordError(
            gettext(
                "This entry says something else than what is to be signed here; sign the draft below."
            )
        )


def _require_key_first(entry: Entry) -> None:
    if (entry.seq == 1) != (entry.kind in (KEY_BEGUN, LOG_REPLACES)):
        raise RecordError(gettext("A side shows its key first, by the first entry of its log."))


def _require_recent(entry: Entry, now: dt.datetime) -> None:
    if abs(dt.datetime.fromisoformat(entry.at) - now) > GOOD_FOR:
        raise RecordError(
            gettext("The time in this entry lies more than an hour from now; sign the draft below.")
        )


def _require_seen(side: Side, entry: Entry) -> None:
    """Heads of other logs as they are or were here: the others may have signed since the draft was made."""
    logs = logs_of(side.dialogue) if entry.seen else {}
    unknown = [head for head in entry.seen if not _holds(logs, head)]
    if unknown:
        raise RecordError(
            gettext("This entry names an end of the log of %(log)s that is not here.")
            % {"log": unknown[0].log}
        )


def _holds(logs: Mapping[str, Log], head: Head) -> bool:
    return head.log in logs and logs[head.log].holds(head)
