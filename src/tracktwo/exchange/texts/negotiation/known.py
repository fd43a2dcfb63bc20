"""What a row may name: the sides at the table, and every unit and bracket that the text ever had."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from tracktwo.text.changes.history import History
from tracktwo.text.standing.disagreements import disagreements
from tracktwo.text.standing.sources import TITLE
from tracktwo.text.units import NegotiatedText, Unit


@dataclass(frozen=True)
class Known:
    """The history of a text and the sides; without `sides` any name is one.

    A bracket that was closed, or a unit that was taken out, stays known: what was said of it then
    stays in the log.
    """

    history: History
    sides: tuple[str, ...] = ()
    _counted: dict[str, Mapping[str, int]] = field(default_factory=dict, repr=False, compare=False)

    def is_side(self, side: str) -> bool:
        """Whether a side of this name sits at the table."""
        return side in self.sides if self.sides else bool(side)

    def has_unit(self, unit: str) -> bool:
        """Whether a unit of this id ever stood in the text; that of the title always does."""
        return unit == TITLE or unit in self._versions

    def wordings(self, unit: str) -> Mapping[str, int]:
        """How many wordings each bracket of a unit has or had, the most it ever offered.

        >>> first = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": "We [shall/may]{id:b1} meet."}),))
        >>> dict(Known(History(first)).wordings("u1"))
        {'b1': 2}
        """
        if unit not in self._counted:
            self._counted[unit] = _most_wordings(self._texts(unit))
        return self._counted[unit]

    def _texts(self, unit: str) -> list[NegotiatedText]:
        first = self.history.first
        if unit == TITLE:
            return [NegotiatedText(first.title, first.languages)]
        alone = (replace(one, parent=None) for one in self._versions[unit])
        return [NegotiatedText({}, first.languages, (one,)) for one in alone]

    @cached_property
    def _versions(self) -> Mapping[str, list[Unit]]:
        """Each unit as it stood, one entry for every change of it."""
        found: dict[str, list[Unit]] = {one.id: [one] for one in self.history.first.gone}
        for text in self.history.states:
            for unit in text.units:
                row = found.setdefault(unit.id, [])
                if not row or row[-1] is not unit:
                    row.append(unit)
        return found


def _most_wordings(texts: Iterable[NegotiatedText]) -> dict[str, int]:
    found: dict[str, int] = {}
    for text in texts:
        for one in disagreements(text):
            found[one.id] = max(one.wordings, found.get(one.id, 0))
    return found
