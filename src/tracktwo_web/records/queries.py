"""The stored lines as the library's logs: each is checked to its last signature whenever it is read."""

from collections.abc import Iterable

from tracktwo.record import JointAct, Log, append, joint_acts, read_entry
from tracktwo_web.dialogues.models import Dialogue, Side
from tracktwo_web.records.models import Line


def log_of(side: Side) -> Log:
    """The log in which a side signs now: its last one, where keys were lost.

    Raises `RecordError` where its code can name none, or a stored line does not hold.
    """
    lines = side.lines.order_by("number").values_list("text", flat=True)
    return list(_read(side.code, lines).values())[-1]


def logs_of(dialogue: Dialogue) -> dict[str, Log]:
    """The logs of all sides by name, empty ones included. Raises `RecordError` like `log_of`."""
    lines: dict[str, list[str]] = {code: [] for code in _codes(dialogue)}
    for line in _lines_of(dialogue):
        lines[line.side.code].append(line.text)
    return {name: log for code, those in lines.items() for name, log in _read(code, those).items()}


def _read(code: str, lines: Iterable[str]) -> dict[str, Log]:
    """A side's logs in the order in which they were begun, its first one though it be empty."""
    logs = {code: Log(code)}
    for text in lines:
        entry = read_entry(text.encode())
        logs[entry.log] = append(logs.get(entry.log, Log(entry.log)), entry)
    return logs


def _codes(dialogue: Dialogue) -> list[str]:
    return list(dialogue.sides.values_list("code", flat=True))


def record_of(dialogue: Dialogue) -> bytes:
    """The record file: the lines as they are stored, so that whoever verifies it verifies those."""
    return b"".join(line.text.encode() + b"\n" for line in _lines_of(dialogue))


def key_of(side: Side) -> str | None:
    """The key that must sign a side's next entry; None for a side that has signed nothing yet."""
    return log_of(side).key


def joint_acts_of(dialogue: Dialogue) -> tuple[JointAct, ...]:
    """What sides have signed of what needs all of them, with those that have not signed it yet."""
    logs = logs_of(dialogue)
    return joint_acts(logs.values(), parties=_codes(dialogue))


def has_lines(dialogue: Dialogue) -> bool:
    """Whether any side has signed anything."""
    return Line.objects.filter(side__dialogue=dialogue).exists()


def _lines_of(dialogue: Dialogue) -> list[Line]:
    """By name as the library orders logs, which a database's collation may not, and by number."""
    found = Line.objects.filter(side__dialogue=dialogue).select_related("side")
    return sorted(found, key=lambda line: (line.side.code, line.number))
