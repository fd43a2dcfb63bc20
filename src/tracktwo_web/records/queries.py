"""The stored lines as the library's logs: each is checked to its last signature whenever it is read."""

from tracktwo.record import JointAct, Log, append, joint_acts, read_entry
from tracktwo_web.dialogues.models import Dialogue, Side
from tracktwo_web.records.models import Line


def log_of(side: Side) -> Log:
    """A side's log. Raises `RecordError` where its code can name none, or a stored line does not hold."""
    log = Log(side.code)
    for text in side.lines.order_by("number").values_list("text", flat=True):
        log = append(log, read_entry(text.encode()))
    return log


def logs_of(dialogue: Dialogue) -> dict[str, Log]:
    """The logs of all sides by name, empty ones included. Raises `RecordError` like `log_of`."""
    logs = {code: Log(code) for code in dialogue.sides.values_list("code", flat=True)}
    for line in _lines_of(dialogue):
        logs[line.side.code] = append(logs[line.side.code], read_entry(line.text.encode()))
    return logs


def record_of(dialogue: Dialogue) -> bytes:
    """The record file: the lines as they are stored, so that whoever verifies it verifies those."""
    return b"".join(line.text.encode() + b"\n" for line in _lines_of(dialogue))


def key_of(side: Side) -> str | None:
    """The key that must sign a side's next entry; None for a side that has signed nothing yet."""
    return log_of(side).key


def joint_acts_of(dialogue: Dialogue) -> tuple[JointAct, ...]:
    """What sides have signed of what needs all of them, with those that have not signed it yet."""
    logs = logs_of(dialogue)
    return joint_acts(logs.values(), parties=logs.keys())


def has_lines(dialogue: Dialogue) -> bool:
    """Whether any side has signed anything."""
    return Line.objects.filter(side__dialogue=dialogue).exists()


def _lines_of(dialogue: Dialogue) -> list[Line]:
    """By name as the library orders logs, which a database's collation may not, and by number."""
    found = Line.objects.filter(side__dialogue=dialogue).select_related("side")
    return sorted(found, key=lambda line: (line.side.code, line.number))
