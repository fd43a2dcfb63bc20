"""A small reader of RFC 5545, line by line, that shares nothing with what wrote the file."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta


@dataclass
class Part:
    """A component: its name, its properties as (name, parameters, value), and the components in it."""

    name: str
    properties: list[tuple[str, dict[str, str], str]] = field(default_factory=list)
    inside: list["Part"] = field(default_factory=list)

    def all(self, name: str) -> list["Part"]:
        return [one for one in self.inside if one.name == name]

    def value(self, name: str) -> str:
        return next((value for key, _, value in self.properties if key == name), "")

    def parameters(self, name: str) -> dict[str, str]:
        return next((told for key, told, _ in self.properties if key == name), {})


def read(raw: bytes) -> Part:
    """The calendar in a file. Fails where a line is too long, badly folded or badly ended."""
    assert raw.endswith(b"\r\n")
    lines = raw[:-2].split(b"\r\n")
    assert all(b"\n" not in one and b"\r" not in one for one in lines)
    assert max(map(len, lines)) <= 75
    for one in lines:
        one.decode("utf-8")  # no character is cut in two
    unfolded: list[str] = []
    for one in lines:
        if one.startswith(b" "):
            unfolded[-1] += one[1:].decode()
        else:
            unfolded.append(one.decode())
    return _parts(unfolded)


def _parts(lines: list[str]) -> Part:
    whole = Part("")
    stack = [whole]
    for one in lines:
        name, parameters, value = _property(one)
        if name == "BEGIN":
            stack.append(Part(value))
            stack[-2].inside.append(stack[-1])
        elif name == "END":
            assert stack.pop().name == value
        else:
            stack[-1].properties.append((name, parameters, value))
    assert len(stack) == 1
    (calendar,) = whole.inside
    return calendar


def _property(line: str) -> tuple[str, dict[str, str], str]:
    found = re.fullmatch(r"([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:\"[^\"]*\"|[^\";:,]*))*):(.*)", line)
    assert found, line
    told = re.findall(r";([A-Z0-9-]+)=(\"[^\"]*\"|[^\";:,]*)", found[2])
    return found[1], {key: value.strip('"') for key, value in told}, found[3]


def text(value: str) -> str:
    """A text without its escapes."""
    return re.sub(r"\\(.)", lambda one: "\n" if one[1] in "nN" else one[1], value)


def moment(calendar: Part, event: Part, name: str) -> datetime:
    """When something is, in UTC, by the VTIMEZONE of the file itself and nothing else."""
    zone = event.parameters(name)["TZID"]
    clock = _clock(event.value(name))
    (told,) = [one for one in calendar.all("VTIMEZONE") if one.value("TZID") == zone]
    onsets = []
    for one in told.inside:
        onset = _clock(one.value("DTSTART"))
        onsets.append(
            (onset - _offset(one.value("TZOFFSETFROM")), _offset(one.value("TZOFFSETTO")))
        )
    onsets.sort()
    candidates = [clock - offset for _, offset in onsets]
    fitting = [
        utc
        for place, utc in enumerate(candidates)
        if onsets[place][0] <= utc and (place + 1 == len(onsets) or utc < onsets[place + 1][0])
    ]
    return fitting[0].replace(tzinfo=UTC)


def _clock(told: str) -> datetime:
    return datetime.fromisoformat(told)


def _offset(told: str) -> timedelta:
    sign = -1 if told[0] == "-" else 1
    return sign * timedelta(hours=int(told[1:3]), minutes=int(told[3:5]))
