"""Of several ways to write one thing, those that a text uses less."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from tracktwo.text.lint.flaw import Passage

Thing = TypeVar("Thing", bound=Hashable)


class Written(NamedTuple, Generic[Thing]):
    """One use: the thing, how it is written, and where."""

    thing: Thing
    way: str
    passage: Passage
    start: int
    end: int


def minority(uses: Iterable[Written[Thing]]) -> Iterator[tuple[Written[Thing], str]]:
    """Each use that is not in the most usual way, with that way; of two equal ones the first used."""
    of_thing: defaultdict[Thing, list[Written[Thing]]] = defaultdict(list)
    for use in uses:
        of_thing[use.thing].append(use)
    for found in of_thing.values():
        usual = Counter(use.way for use in found).most_common(1)[0][0]
        yield from ((use, usual) for use in found if use.way != usual)
