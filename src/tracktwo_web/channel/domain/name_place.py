"""Giving a place on the chart its names, and taking them away. Nothing of it goes over the line."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.channel.sphere import Position
from tracktwo_web.channel.domain.answers import CannotBe
from tracktwo_web.channel.domain.logs import held
from tracktwo_web.channel.models import Line, PlaceName
from tracktwo_web.channel.place_names import MOST


@transaction.atomic
def name_place(
    line: Line, where: Position, own: Mapping[str, str], theirs: Mapping[str, str]
) -> PlaceName:
    """Name a place, or name one anew; `CannotBe` where there are too many names already."""
    line = held(line)
    position = where.imo()
    is_new = not line.place_names.filter(position=position).exists()
    if is_new and line.place_names.count() >= MOST:
        raise CannotBe(gettext("The chart has %(n)s names. Take one away first.") % {"n": MOST})
    names = {"own": dict(own), "theirs": dict(theirs)}
    return line.place_names.update_or_create(position=position, defaults=names)[0]


def forget_name(place: PlaceName) -> None:
    """Take the names of a place off the chart."""
    place.delete()
