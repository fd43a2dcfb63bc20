"""What is on offer here, as the library knows it."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from tracktwo import convergence as library
from tracktwo_web.convergence.models import Area, AskedOption, Option
from tracktwo_web.dialogues.models import Dialogue


def options_as_library(dialogue: Dialogue, options: Iterable[Option]) -> library.Options:
    """Options in an order, with the areas they lie in."""
    areas = dialogue.areas.order_by("position", "code")
    return library.Options(tuple(map(option_as_library, options)), tuple(map(_area, areas)))


def asked_as_library(dialogue: Dialogue, asked: Iterable[AskedOption]) -> library.Options:
    """The options of a round, in the words that were put to the seats."""
    options = []
    for one in asked:
        option = one.option
        option.texts = one.texts or option.texts
        options.append(option)
    return options_as_library(dialogue, options)


def option_as_library(one: Option) -> library.Option:
    return library.Option(
        id=one.code,
        area=one.area.code if one.area else "",
        texts=one.texts,
        interests=one.interests,
        obstacles=one.obstacles,
        precedents=one.precedents,
        rung=one.rung,
        touches=tuple(one.touches),
    )


def amounts_of(options: Iterable[Option]) -> Iterator[library.Amount]:
    """What options take, by kind."""
    for one in options:
        for taken in one.takes:
            value = Fraction(str(taken["value"]))
            yield library.Amount(taken["of"], one.code, taken["side"], value)


def kinds_of_amount(options: Iterable[Option]) -> list[str]:
    """What there are amounts of, in order of appearance."""
    return list(dict.fromkeys(taken["of"] for one in options for taken in one.takes))


def _area(one: Area) -> library.Area:
    return library.Area(one.code, one.texts)
