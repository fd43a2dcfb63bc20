"""The duty officer of one node, in a process of its own: it does what it is told on stdin, a line each time.

python -m tests.faults.officer FOLDER [anew]
"""

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from tracktwo_web.operations import boot
from tracktwo_web.operations.serve import ask_other_offices_anew


def main(folder: Path, *, begins_anew: bool = False) -> None:
    boot.set_up(folder)
    if begins_anew:
        ask_other_offices_anew()
    tell({"is": "ready"})
    for line in sys.stdin:
        order = json.loads(line)
        try:
            told = ORDERS[order.pop("do")](**order)
        except Exception as error:  # noqa: BLE001 -- the harness hears of it
            told = {"error": f"{type(error).__name__}: {error}"}
        tell(told)


def tell(what: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def send(count: int) -> dict[str, Any]:
    """The codes of what was entered in the log; "" for what waits."""
    from django.utils import timezone

    from tests.channel.line.conftest import CALL
    from tracktwo.channel.messages import Status
    from tracktwo_web.channel.domain.send import send as send_one
    from tracktwo_web.channel.domain.wording import Wording

    codes = []
    try:
        for _ in range(count):
            wording = Wording("CR", CALL, status=Status.ACTUAL)
            codes.append(send_one(_line(), wording, now=timezone.now()).code)
    except Exception as error:  # noqa: BLE001
        return {"codes": codes, "error": f"{type(error).__name__}: {error}"}
    return {"codes": codes}


def read() -> dict[str, Any]:
    """Mark as read what has come."""
    from django.utils import timezone

    from tracktwo_web.channel.domain.read import mark_read

    unread = _line().messages.filter(is_own=False, read=None)
    return {"read": sum(mark_read(one, now=timezone.now()) for one in unread[:20])}


def pack(file: str) -> dict[str, Any]:
    """A parcel to be carried by hand."""
    from django.utils import timezone

    from tracktwo_web.channel.domain.parcels import make_parcel

    data = make_parcel(_line(), now=timezone.now(), most=100_000)
    Path(file).write_bytes(data)
    return {"bytes": len(data)}


def unpack(file: str) -> dict[str, Any]:
    """What became of a parcel that was carried here."""
    from django.utils import timezone

    from tracktwo_web.channel.domain.parcels import take

    taken = take(_line(), Path(file).read_bytes(), way="by hand", now=timezone.now())
    return {"new": taken.new, "refusal": taken.refusal}


def state() -> dict[str, Any]:
    """Where both logs end, whether all is told and read alike here, and what stands in the way."""
    line = _line()
    heads = {
        office: (
            line.logged.filter(is_own=is_own).order_by("-id").values_list("seq", "hash").first()
        )
        for office, is_own in ((line.office, True), (line.peer, False))
    }
    return {
        "heads": {office: list(head) if head else None for office, head in heads.items()},
        "fault": line.fault,
        "compared": line.is_compared,
        "waiting": line.messages.filter(entry=None).count(),
    }


def proof() -> dict[str, Any]:
    """Everything checked again from the logs alone; what the columns say, as a digest."""
    from tracktwo.channel.line import Traffic
    from tracktwo.record import read_entry, verify
    from tracktwo.record.lines import write_entries

    line = _line()
    rows = list(line.logged.order_by("log", "seq").values_list("log", "text"))
    entries = [read_entry(text.encode()) for _, text in rows]
    record = write_entries(entries)
    held = Traffic([entries]).messages
    columns = sorted(
        (one.code, str(one.received), str(one.read)) for one in line.messages.exclude(entry=None)
    )
    logs = sorted(
        (str(id_), str(one.acknowledged.received), str(one.acknowledged.read))
        for id_, one in held.items()
    )
    order = [
        list(line.messages.filter(is_own=is_own).order_by("entry").values_list("code", flat=True))
        for is_own in (True, False)
    ]
    return {
        "holds": verify(record).holds if entries else True,
        "record": hashlib.sha256(record).hexdigest(),
        "columns_say_it": columns == logs,
        "told": hashlib.sha256(repr(columns).encode()).hexdigest(),
        "in_order": all(one == sorted(one) for one in order),
        "codes": [code for code, *_ in columns],
        "refusals": line.refusals.count(),
    }


def _line() -> Any:
    from tracktwo_web.channel.models import Line

    return Line.objects.select_related("side").get()


ORDERS = {one.__name__: one for one in (send, read, pack, unpack, state, proof)}

if __name__ == "__main__":
    main(Path(sys.argv[1]), begins_anew=sys.argv[2:] == ["anew"])
