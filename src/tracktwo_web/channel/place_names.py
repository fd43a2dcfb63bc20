"""What places on the chart are called: by each side in its own way, and neither instead of the other."""

from collections.abc import Mapping

from tracktwo.channel.sphere import Position
from tracktwo_web.channel.models import Line, PlaceName
from tracktwo_web.kit.languages import in_reader_language

MOST = 200
"""Names that a line may have."""
BETWEEN = " / "


def names_on(line: Line) -> Mapping[Position, str]:
    """Names by where they stand; both where the sides differ, in the reader's language."""
    return {Position.from_imo(one.position): both_names(one) for one in line.place_names.all()}


def both_names(place: PlaceName) -> str:
    """The name on this side, and behind it the other side’s unless that is the same."""
    names = [in_reader_language(one) for one in (place.own, place.theirs) if one]
    return BETWEEN.join(dict.fromkeys(names))
