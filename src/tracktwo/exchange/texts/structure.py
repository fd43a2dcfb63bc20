"""What a row of units implies: which lead-in opens a list, and what stands under what."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tracktwo.text.units import Unit, UnitKind

COLONS = (":", "：")


def with_chapeaux(units: Iterable[Unit]) -> list[Unit]:
    """The units, each paragraph that ends in a colon before an item being a chapeau.

    >>> units = [Unit("a", texts={"en": "They agree:"}), Unit("b", UnitKind.ITEM)]
    >>> [one.kind.value for one in with_chapeaux(units)]
    ['chapeau', 'item']
    """
    row = list(units)
    for place, one in enumerate(row[:-1]):
        before_item = row[place + 1].kind is UnitKind.ITEM
        if before_item and one.kind is UnitKind.PARAGRAPH and opens_a_list(one.texts):
            row[place] = replace(one, kind=UnitKind.CHAPEAU)
    return row


def opens_a_list(texts: Mapping[str, str]) -> bool:
    """Whether a text ends as a lead-in does."""
    return any(source.rstrip().endswith(COLONS) for source in texts.values())


def parents(units: Iterable[Unit]) -> list[str | None]:
    """The parent that each unit has by its place: the nearest heading above it of a lower level, the
    chapeau of its list, or the item that a deeper item belongs to stays under the same chapeau.

    >>> units = [Unit("a", UnitKind.HEADING), Unit("b"), Unit("c", UnitKind.HEADING, level=2), Unit("d")]
    >>> parents(units)
    [None, 'a', 'a', 'c']
    """
    headings: list[Unit] = []
    chapeau: str | None = None
    found: list[str | None] = []
    for one in units:
        if one.kind is UnitKind.HEADING:
            while headings and headings[-1].level >= one.level:
                headings.pop()
        above = headings[-1].id if headings else None
        found.append(chapeau or above if one.kind is UnitKind.ITEM else above)
        if one.kind is UnitKind.HEADING:
            headings.append(one)
        if one.kind is not UnitKind.ITEM:
            chapeau = one.id if one.kind is UnitKind.CHAPEAU else None
    return found


def structured(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """The units with chapeaux and parents as their places imply."""
    row = with_chapeaux(units)
    return tuple(replace(one, parent=parent) for one, parent in zip(row, parents(row), strict=True))
