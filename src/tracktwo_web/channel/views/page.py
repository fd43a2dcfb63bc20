"""What the pages of a line share: whose it is, by day or by night, trying a change."""

from collections.abc import Callable

from django.contrib import messages

from tracktwo.errors import InputError
from tracktwo_web.channel import queries, rules
from tracktwo_web.channel.domain.answers import CannotBe
from tracktwo_web.channel.models import Line
from tracktwo_web.dialogues.doors import StandingRequest
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.kit.languages import said_to_reader

READ = ("GET", "HEAD")
LIGHT = "watch_light"
"""The cookie that keeps whether the room is dark."""
LIGHTS = ("usual", "day", "night")


def base_facts(request: StandingRequest, line: Line, tab: str = "") -> dict[str, object]:
    """What every page of a line needs."""
    standing = request.standing
    return {
        "line": line,
        "here": f"{line.office} – {line.peer}",
        "tab": tab,
        "light": light_of(request),
        "may_read": rules.reads_of(standing, line.side_id) and rules.may_read(standing),
        "may_send": rules.reads_of(standing, line.side_id) and rules.may_send(standing),
        "may_connect": rules.reads_of(standing, line.side_id) and rules.may_connect(standing),
        "other_lines": [one for one in lines_shown(standing) if one[0].pk != line.pk],
    }


def lines_shown(standing: Standing) -> list[tuple[Line, bool]]:
    """The lines that somebody sees, and whether they read them."""
    reads = rules.may_read(standing)
    return [
        (one, reads and rules.reads_of(standing, one.side_id))
        for one in queries.lines_seen(standing)
    ]


def light_of(request: StandingRequest) -> str:
    """As the browser asks, unless somebody has switched."""
    told = request.COOKIES.get(LIGHT, "")
    return told if told in LIGHTS else LIGHTS[0]


def try_change(request: StandingRequest, change: Callable[[], object], *, done: str) -> bool:
    """Do something on a line; where that cannot be, say why and show how things stand now."""
    try:
        change()
    except CannotBe as wrong:
        messages.warning(request, str(wrong))
        return False
    except InputError as wrong:
        messages.warning(request, said_to_reader(wrong.message))
        return False
    messages.success(request, done)
    return True
