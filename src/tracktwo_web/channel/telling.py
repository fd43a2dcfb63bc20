"""Words for what a line holds, in the reader's language: kinds, times left, states, faults."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from tracktwo.channel.kinds import KINDS
from tracktwo.channel.wording import precedence_names, scope_names
from tracktwo.locale import translator
from tracktwo_web.channel.domain.exchange import other_end
from tracktwo_web.channel.models import Fault, Line
from tracktwo_web.kit.languages import reader_language, said_to_reader

Sentence = str | Promise

ANSWERS: Mapping[str, Sentence] = {
    "accepted": pgettext_lazy("answer", "accepted"),
    "deferred": pgettext_lazy("answer", "deferred"),
    "declined": pgettext_lazy("answer", "declined"),
    "clarification": pgettext_lazy("answer", "a clarification is asked for"),
}
STATUSES: Mapping[str, Sentence] = {
    "exercise": pgettext_lazy("status of a message", "exercise"),
    "actual": pgettext_lazy("status of a message", "meant, no exercise"),
    "test": pgettext_lazy("status of a message", "test of the line"),
    "system": pgettext_lazy("status of a message", "of the system"),
}
DOINGS: Mapping[str, Sentence] = {
    "update": pgettext_lazy("what a message does", "replaces"),
    "cancel": pgettext_lazy("what a message does", "cancels"),
    "reply": pgettext_lazy("what a message does", "answers"),
    "ack": pgettext_lazy("what a message does", "acknowledges"),
    "error": pgettext_lazy("what a message does", "could not take in"),
}
"""What a message does to others."""
FAULTS: Mapping[str, Sentence] = {
    Fault.LOST: _(
        "Entries of this office are missing here: the node was restored from an older copy. They come back from the other side. Until then nothing gets a number; what you write waits."
    ),
    Fault.FORKED: _(
        "Two entries stand at one place of a log. Nothing is sent until people have found out why. Tell your convenor, and tell the other side by another way."
    ),
}
NOT_CONNECTED = _("The other office’s card has not been taken yet: nothing can be sent.")
NOT_COMPARED = _(
    "The other node has not answered since this one started. What you write waits, and goes out by itself as soon as it has."
)
NOT_COMPARED_BY_HAND = _(
    "The other node has not answered since this one started. What you write waits. Carry a parcel there, and bring back one that is packed after it has been taken in."
)
WAYS_IN: Mapping[str, Sentence] = {
    "carried": pgettext_lazy("way of a parcel", "carried by hand"),
    "called": pgettext_lazy("way of a parcel", "the other node called"),
}
"""How a parcel came; an address where this node had called there."""
CLOCK_IS_OFF = 5
"""Seconds by which clocks may differ before a page says so with weight."""


def kind_name(code: str) -> str:
    """What a kind is called; its code where it is not known here."""
    return said_to_reader(KINDS[code].name) if code in KINDS else code


def precedence_name(value: str) -> str:
    names = precedence_names(translator(reader_language()))
    return next((name for one, name in names.items() if one.value == value), value)


def precedence_choices() -> list[tuple[str, str]]:
    names = precedence_names(translator(reader_language()))
    return [(one.value, name) for one, name in names.items()]


def scope_choices() -> list[tuple[str, str]]:
    names = scope_names(translator(reader_language()))
    return [(one.value, name) for one, name in names.items()]


def utc(moment: datetime) -> str:
    """A moment as operations rooms write it in a list."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def lasting(time: timedelta) -> str:
    """A length of time by its two largest units; below a minute, in seconds."""
    seconds = int(time.total_seconds())
    if seconds < 60:
        return ngettext("%(n)s second", "%(n)s seconds", seconds) % {"n": seconds}
    days, minutes = divmod(seconds // 60, 24 * 60)
    hours, minutes = divmod(minutes, 60)
    units = (
        (days, ngettext("%(n)s day", "%(n)s days", days)),
        (hours, ngettext("%(n)s hour", "%(n)s hours", hours)),
        (minutes, ngettext("%(n)s minute", "%(n)s minutes", minutes)),
    )
    told = [sentence % {"n": n} for n, sentence in units]
    first = next(place for place, (n, _sentence) in enumerate(units) if n)
    kept = [told[place] for place in range(first, min(first + 2, len(units))) if units[place][0]]
    return ("" if reader_language() == "zh" else " ").join(kept)


def faults_of(line: Line) -> list[str]:
    """What keeps messages from going out, in whole sentences."""
    if line.fault:
        return [str(FAULTS[line.fault])]
    if not line.peer_key:
        return [str(NOT_CONNECTED)]
    if line.is_compared:
        return []
    return [str(NOT_COMPARED if _goes_by_itself(line) else NOT_COMPARED_BY_HAND)]


def _goes_by_itself(line: Line) -> bool:
    """Over a wire, or to an end on the same server."""
    return line.routes.exists() or other_end(line) is not None


def clock_told(line: Line) -> str:
    """By how much the other side's clock is ahead or behind; empty before it has spoken."""
    if line.clock_ahead is None:
        return ""
    if line.clock_ahead == 0:
        return gettext("The other side’s clock shows the same as ours.")
    time = {"time": lasting(timedelta(seconds=abs(line.clock_ahead)))}
    if line.clock_ahead > 0:
        return gettext("The other side’s clock is ahead of ours by %(time)s.") % time
    return gettext("The other side’s clock is behind ours by %(time)s.") % time
