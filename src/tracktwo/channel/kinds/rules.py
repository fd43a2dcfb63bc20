"""Rules that several kinds share: what fields must hold together."""

from collections.abc import Callable

from tracktwo.channel.kinds.fields import Fields
from tracktwo.channel.kinds.read_values import groups_in, moment_in, text_in, whole_in
from tracktwo.locale import english


def ends_after_start(fields: Fields) -> str | None:
    """The end lies after the start.

    >>> ends_after_start({"start": "2026-11-26T09:00:00Z", "end": "2026-11-25T09:00:00Z"})
    'the end lies before the start or with it; give a later end'
    """
    start, end = moment_in(fields, "start"), moment_in(fields, "end")
    if start is None or end is None or start < end:
        return None
    return english("the end lies before the start or with it; give a later end")


def each_ends_after_start(name: str) -> Callable[[Fields], str | None]:
    """In every group of a list the end lies after the start."""

    def rule(fields: Fields) -> str | None:
        return next(filter(None, map(ends_after_start, groups_in(fields, name))), None)

    return rule


def upper_over_lower(lower: str, upper: str) -> Callable[[Fields], str | None]:
    """The upper limit is not under the lower."""

    def rule(fields: Fields) -> str | None:
        low, high = whole_in(fields, lower), whole_in(fields, upper)
        if low is None or high is None or low <= high:
            return None
        return english("the upper limit {high} lies under the lower limit {low}", high=high, low=low)  # fmt: skip

    return rule


def has_place(fields: Fields) -> str | None:
    """A position or an area is given."""
    if fields.get("position") or fields.get("positions") or fields.get("areas"):
        return None
    return english("no place is given; give a position or an area")


def imo_number(fields: Fields) -> str | None:
    """The last digit of an IMO number is the last of the sum of the others, times 7 down to 2.

    Source: IMO resolution A.1117(30), ship identification number scheme.

    >>> imo_number({"imo": "9074729"}) is None
    True
    """
    digits = [int(one) for one in text_in(fields, "imo")]
    if not digits or sum(n * (7 - place) for place, n in enumerate(digits[:6])) % 10 == digits[6]:
        return None
    return english("{imo} is no IMO number: its last digit does not fit the others", imo=text_in(fields, "imo"))  # fmt: skip
