"""Packages in words: what is in them, what each side would have of them, what is firm, what would have to change.

Everything comes from the document that was kept at the release. Sides are told in the order of the page.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import gettext, pgettext

from tracktwo_web.convergence.domain.conditions import Stated
from tracktwo_web.convergence.ladder import Step, step_of
from tracktwo_web.convergence.models import Option, ValueRound
from tracktwo_web.convergence.stated_words import in_words
from tracktwo_web.dialogues.models import Side

JSON = Mapping[str, Any]
Texts = Mapping[str, str]
SOLUTIONS = ("nash", "kalai_smorodinsky")


@dataclass(frozen=True)
class Piece:
    """An option in a package."""

    code: str
    texts: Texts
    area: Texts
    step: Step | None
    standing: str
    interests: tuple[tuple[Side, Texts], ...]
    obstacles: Texts
    precedents: Texts

    @property
    def standing_word(self) -> str:
        return standing_word(self.standing)


@dataclass(frozen=True)
class Told:
    """A package: by what it was chosen, its options by area, and what each side would have of it."""

    names: tuple[str, ...]
    areas: tuple[tuple[Texts, tuple[Piece, ...]], ...]

    @property
    def key(self) -> str:
        return self.names[0]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return tuple(piece for _, there in self.areas for piece in there)

    @property
    def reasons(self) -> list[str]:
        """Why it was chosen, one sentence a way of choosing."""
        return [_reason(name) for name in self.names]

    def gains(self) -> list[tuple[Side, list[Texts]]]:
        """By side: the interests that the package serves."""
        sides = [side for side, _ in self.pieces[0].interests] if self.pieces else []
        return [
            (
                side,
                [texts for one in self.pieces for s, texts in one.interests if s == side and texts],
            )
            for side in sides
        ]


@dataclass(frozen=True)
class Change:
    """Options that come in and go out."""

    adds: tuple[Piece, ...]
    drops: tuple[Piece, ...]


class Teller:
    """Tells a released round to a reader."""

    def __init__(self, found: JSON, sides: Sequence[Side]) -> None:
        self.found, self.sides = found, sides
        areas = {one["id"]: one["texts"] for one in found["areas"]}
        self._pieces = {one["id"]: self._piece(one, areas) for one in found["options"]}

    @property
    def is_agreed(self) -> bool:
        return bool(self.found["agreed"])

    def packages(self) -> list[Told]:
        """Each package once, under all ways of choosing that lead to it."""
        names: dict[tuple[str, ...], list[str]] = {}
        for name in SOLUTIONS:
            if package := self.found[name]:
                names.setdefault(tuple(package["options"]), []).append(name)
        return [Told(tuple(ways), self._by_area(codes)) for codes, ways in names.items()]

    def package(self, key: str) -> Told | None:
        return next((one for one in self.packages() if one.key == key), None)

    def standing(self) -> list[tuple[str, str, list[Piece]]]:
        """Firm, contested, never: the word, what it means, and the options that stand so."""
        return [
            (standing_word(word), _meaning(word), there)
            for word in ("firm", "contested", "never")
            if (there := [one for one in self._pieces.values() if one.standing == word])
        ]

    def firm(self) -> list[Piece]:
        """What stands in the package whoever is asked."""
        return [one for one in self._pieces.values() if one.standing == "firm"]

    def trade(self) -> Change | None:
        """The smallest change to the package on the table from which every side gains."""
        trade = self.found["trade"]
        return self._change(trade["adds"], trade["drops"]) if trade else None

    def apart(self) -> Change | None:
        """What parts the two packages: in the first alone, in the second alone."""
        packages = self.packages()
        if len(packages) < 2:
            return None
        first, second = ({one.code for one in each.pieces} for each in packages)
        return self._change(sorted(first - second), sorted(second - first))

    def clash(self, options: Iterable[Option]) -> list[str]:
        """The joint conditions that clash by themselves; empty where something else is in the way."""
        wanted = {id_ for each in self.found["conflicts"] for id_ in each["conditions"]}
        stated = [one for one in self.found["conditions"] if one["id"] in wanted]
        return [in_words(_stated(one), options) for one in stated]

    def _change(self, adds: Iterable[str], drops: Iterable[str]) -> Change:
        return Change(tuple(map(self.piece, adds)), tuple(map(self.piece, drops)))

    def piece(self, code: str) -> Piece:
        return self._pieces[code]

    def _by_area(self, codes: Sequence[str]) -> tuple[tuple[Texts, tuple[Piece, ...]], ...]:
        pieces = [one for code, one in self._pieces.items() if code in codes]
        grouped = groupby(pieces, key=lambda one: dict(one.area))
        return tuple((area, tuple(there)) for area, there in grouped)

    def _piece(self, one: JSON, areas: Mapping[str, Texts]) -> Piece:
        return Piece(
            one["id"],
            one["texts"],
            areas.get(one["area"], {}),
            step_of(one["rung"]),
            self.found["standing"].get(one["id"], "never"),
            tuple((side, one["interests"].get(side.code, {})) for side in self.sides),
            one["obstacles"],
            one["precedents"],
        )


@dataclass(frozen=True)
class OwnRow:
    """What an option is worth to a side: the mean of its experts and, of enough of them, least and most."""

    piece: Piece
    mean: int | None
    low: int | None
    high: int | None


def own_rows(own: JSON, teller: Teller, side: Side) -> list[OwnRow]:
    """Every option of the round with the side's own points; the dearest first."""
    rows = []
    for one in own["options"]:
        value = one["values"][side.code] or {}
        piece = teller.piece(one["id"])
        rows.append(OwnRow(piece, value.get("mean"), value.get("low"), value.get("high")))
    return sorted(rows, key=lambda row: -1000 if row.mean is None else -row.mean)


def own_gains(own: JSON, side: Side) -> list[tuple[str, int | None]]:
    """The side's own gain from each package, in whole points above no agreement."""
    return [(package_name(name), own[name]["gains"][side.code]) for name in SOLUTIONS if own[name]]


def package_name(name: str) -> str:
    """What a way of choosing is called."""
    if name == "nash":
        return gettext("The package with the largest product of gains")
    return gettext("The package of equal shares")


def title_of(names: Iterable[str]) -> str:
    """What a package is called that one way of choosing, or both, lead to."""
    there = list(names)
    if len(there) > 1:
        return gettext("One package, by both ways of choosing")
    return package_name(there[0])


def rationale_of(name: str, one: ValueRound) -> str:
    """What is said beside each proposal that comes from a package."""
    told = {"number": one.number, "package": package_name(name)}
    return gettext("From valuing %(number)s: %(package)s.") % told


def standing_word(standing: str) -> str:
    return {
        "firm": pgettext("standing of an option", "firm"),
        "contested": pgettext("standing of an option", "contested"),
        "never": pgettext("standing of an option", "in no package"),
    }[standing]


def _reason(name: str) -> str:
    if name == "nash":
        return gettext(
            "No other package has a larger product of what the sides gain above no agreement: what one "
            "side gains counts the more, the less it would have (Nash)."
        )
    return gettext(
        "Each side comes as near as the other to the most it could have without loss to anybody (Kalai "
        "and Smorodinsky)."
    )


def _meaning(standing: str) -> str:
    return {
        "firm": gettext("In the package whichever experts of the sides had been asked."),
        "contested": gettext(
            "In the package or not, depending on which experts had been asked: worth talking about first."
        ),
        "never": gettext("Out of the package whichever experts of the sides had been asked."),
    }[standing]


def _stated(one: JSON) -> Stated:
    return Stated(one["kind"], tuple(one["options"]), one["limit"], one["of"], one["texts"])
