"""Everything that reads what another side has written: each with good input to begin with."""

import hashlib
import json
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from tests.channel.line.conftest import KEYS, NOON, a_message, sends
from tests.exchange.channel.messages import AN, NW
from tracktwo.channel.activities import Margin
from tracktwo.channel.kinds import check_message
from tracktwo.channel.line import Parcel, Traffic, new_value, read_parcel, write_parcel
from tracktwo.channel.line.parcel import SIGNED
from tracktwo.channel.messages.as_json import message_from, message_json
from tracktwo.channel.wording import model_text
from tracktwo.errors import InputError, RecordError
from tracktwo.exchange.channel.cap.of_message import alert_of, message_of_alert
from tracktwo.exchange.channel.cap.read import read_cap
from tracktwo.exchange.channel.cap.write import write_cap
from tracktwo.exchange.channel.check import check_traffic
from tracktwo.exchange.channel.drill_file import read_drill
from tracktwo.exchange.channel.forms import EACH, TOGETHER, read_checked_messages, read_messages
from tracktwo.exchange.channel.meeting import meetings
from tracktwo.exchange.channel.navarea.of_message import fields_of_warning, warning_of
from tracktwo.exchange.channel.navarea.read import read_navarea
from tracktwo.exchange.channel.navarea.write import write_navarea
from tracktwo.exchange.channel.notam.of_message import fields_of_notice, notice_of
from tracktwo.exchange.channel.notam.read import read_notam
from tracktwo.exchange.channel.notam.write import write_notam
from tracktwo.exchange.channel.places.geojson_in import read_geojson
from tracktwo.exchange.channel.places.geojson_out import geojson_of
from tracktwo.exchange.channel.places.of_messages import placed_in
from tracktwo.exchange.channel.places.table import places_to_csv, read_places_csv
from tracktwo.exchange.channel.slash.of_message import read_slash, write_slash
from tracktwo.exchange.channel.traffic_file import Line, read_traffic
from tracktwo.locale import translator
from tracktwo.record import Log, canonical, read_canonical, read_entry, verify, verify_chain
from tracktwo.record.base64url import to_text
from tracktwo.record.entry import read_draft
from tracktwo.record.head import head_of
from tracktwo.record.lines import write_entries

EXAMPLES = Path(__file__).parents[2] / "examples"
EXAMPLE, DRILLS = EXAMPLES / "nato-china/channel/traffic.jsonl", EXAMPLES / "drills"


@dataclass(frozen=True)
class Parser:
    """Reads bytes, or raises `InputError` or `OptionError`."""

    name: str
    read: Callable[[bytes], object]
    seeds: tuple[bytes, ...]


@cache
def parsers() -> tuple[Parser, ...]:
    lines = EXAMPLE.read_bytes().splitlines(keepends=True)
    messages = [one.message for one in read_traffic(EXAMPLE)]
    known = {one.id: one for one in messages}
    navarea, notam = (
        a_message("NATO-NW 0001/26", fields=NW),
        a_message("NATO-AN 0001/26", fields=AN),
    )
    every = [*messages, navarea, notam]
    placed = placed_in(every)
    log = Log("NATO")
    for n in (1, 2, 3):
        log = sends(log, a_message(f"NATO-CR {n:04}/26", minutes=n))
    entries = write_entries(log.entries)
    alerts = [write_cap(alert_of(one, known)) for one in _of_each_kind(every) if not one.refs]
    slashes = [write_slash(one) for one in _of_each_kind(every)]
    return (
        Parser("message lines", _file(read_traffic, check_traffic), tuple(lines[:40:4])),
        Parser("messages, told in every form", _file(read_checked_messages, _told, suffix=".jsonl"), tuple(lines[:40:4])),
        Parser("file of slashes", _file(read_messages, check_traffic), _bytes(["\n".join(slashes[:3]), *slashes[:3]])),
        Parser("message JSON", _json(lambda told: check_message(message_from(told)[0], {})),
               tuple(canonical(message_json(one)) for one in _of_each_kind(every))),
        Parser("NAVAREA", _text(lambda text: fields_of_warning(read_navarea(text))),
               _bytes([write_navarea(warning_of(navarea))])),
        Parser("NOTAM", _text(lambda text: fields_of_notice(read_notam(text))),
               _bytes([write_notam(notice_of(notam, known))])),
        Parser("CAP", _file(read_cap, message_of_alert), _bytes(alerts)),
        Parser("GeoJSON", _text(read_geojson), _bytes([geojson_of(placed), geojson_of(placed[:2])])),
        Parser("places, CSV", _file(read_places_csv), _bytes([places_to_csv(placed[:9])])),
        Parser("slashes", _text(read_slash), _bytes(slashes)),
        Parser("drill", _file(read_drill, suffix=".yaml"), tuple(one.read_bytes() for one in sorted(DRILLS.glob("*.yaml")))),
        Parser("canonical JSON", read_canonical, (entries.splitlines()[0], b'{"a":[1,2.5,"x"]}')),
        Parser("entry", read_entry, tuple(entries.splitlines())),
        Parser("entry, spelled right", _spelled(read_entry), tuple(entries.splitlines())),
        Parser("draft", _spelled(read_draft), (canonical({name: value for name, value in json.loads(entries.splitlines()[0]).items() if name != "signature"}),)),
        Parser("head", _text(head_of), _bytes([str(log.head)])),
        Parser("record", verify, (entries,)),
        Parser("record, quickly", lambda data: verify_chain(BytesIO(data)), (entries,)),
        Parser("parcel", read_parcel, (_parcel(log),)),
        Parser("parcel, truly signed", lambda data: Traffic([read_parcel(_signed(data)).entries]), (entries,)),
    )  # fmt: skip


def _of_each_kind(messages: list[Any]) -> list[Any]:
    return list({one.kind: one for one in messages}.values())


def _bytes(texts: list[str]) -> tuple[bytes, ...]:
    return tuple(one.encode() for one in texts)


def _told(lines: Sequence[Line]) -> None:
    """A file's messages in words, and in each form; a form may refuse what it cannot hold."""
    messages = [one.message for one in lines]
    known = {one.id: one for one in messages}
    for message in messages:
        model_text(message, translator("zh"))
        for form in EACH.values():
            with suppress(InputError):
                form(message, known)
    for together in TOGETHER.values():
        with suppress(InputError):
            together(messages)
    meetings(messages, Margin())


def _text(read: Callable[[str], object]) -> Callable[[bytes], object]:
    return lambda data: read(data.decode(errors="replace"))


def _file(
    read: Callable[[Path], Any],
    then: Callable[[Any], object] = lambda found: found,
    *,
    suffix: str = ".txt",
) -> Callable[[bytes], object]:
    """For what reads a file: one that is written anew each time."""

    def read_bytes(data: bytes) -> object:
        with tempfile.NamedTemporaryFile(suffix=suffix) as file:
            file.write(data)
            file.flush()
            return then(read(Path(file.name)))

    return read_bytes


def _json(read: Callable[[Any], object]) -> Callable[[bytes], object]:
    return lambda data: read(read_canonical(_respelled(data)))


def _spelled(read: Callable[[bytes], object]) -> Callable[[bytes], object]:
    return lambda data: read(_respelled(data))


def _respelled(data: bytes) -> bytes:
    """The same JSON in its one spelling, so that more than the spelling is looked at; else as it is."""
    try:
        return canonical(json.loads(data))
    except (ValueError, RecursionError, RecordError):
        return data


def _parcel(log: Log) -> bytes:
    sent = Parcel("NATO", "CHINA", NOON, None, log.head, log.entries, asks=new_value())
    return write_parcel(sent, KEYS["NATO"])


def _signed(lines: bytes) -> bytes:
    """A parcel with these lines, whatever they are, signed by the office's key."""
    told = json.loads(_parcel(Log("NATO")))
    count = len(lines.removesuffix(b"\n").split(b"\n")) if lines else 0
    told |= {"entries": count, "sha256": hashlib.sha256(lines).hexdigest()}
    del told["signature"]
    signature = to_text(KEYS["NATO"].sign(SIGNED + canonical(told)))
    return canonical({**told, "signature": signature}) + b"\n" + lines
