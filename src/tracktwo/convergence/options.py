"""What the parties could do together: areas of interest, and options on the rungs of a ladder."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from tracktwo.dialogue import in_language
from tracktwo.errors import InputError

LADDER = (
    "contact", "test call", "notification", "observation",
    "rules of behaviour", "joint review", "norm", "agreement",
)  # fmt: skip
"""How far an option goes, from a first contact to an agreement."""


@dataclass(frozen=True, slots=True)
class Area:
    """A field in which interests may converge, with its texts by language."""

    id: str
    texts: Mapping[str, str] = field(default_factory=dict)

    def text(self, language: str = "en") -> str:
        """The text in a language, else in another, else the id."""
        return in_language(self.texts, language) or self.id


@dataclass(frozen=True, slots=True)
class Option:
    """Something the parties could agree to do, whole or not at all.

    `interests` says by party, then by language, what the party would have of it; `obstacles` and
    `precedents` are by language; `rung` is one of `LADDER`, or empty; `touches` are ids of risks or
    of concepts of an influence map that it bears on.
    """

    id: str
    area: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    interests: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    obstacles: Mapping[str, str] = field(default_factory=dict)
    precedents: Mapping[str, str] = field(default_factory=dict)
    rung: str = ""
    touches: tuple[str, ...] = ()

    def text(self, language: str = "en") -> str:
        """The text in a language, else in another, else the id."""
        return in_language(self.texts, language) or self.id


@dataclass(frozen=True)
class Options:
    """Areas and options in order, checked when made; `InputError` where something cannot be meant.

    >>> found = Options((Option("hotline", texts={"en": "A tested line"}, rung="test call"),))
    >>> found["hotline"].text("fr"), found.ids
    ('A tested line', ('hotline',))
    """

    options: tuple[Option, ...]
    areas: tuple[Area, ...] = ()

    def __post_init__(self) -> None:
        refuse_repeats((area.id for area in self.areas), "area")
        refuse_repeats((option.id for option in self.options), "option")
        for option in self.options:
            if wrong := what_is_wrong(option, {area.id for area in self.areas}):
                raise InputError(f"option {option.id!r}: {wrong}")

    @cached_property
    def ids(self) -> tuple[str, ...]:
        return tuple(option.id for option in self.options)

    @cached_property
    def _by_id(self) -> Mapping[str, Option]:
        return {option.id: option for option in self.options}

    def __getitem__(self, id_: str) -> Option:
        return self._by_id[id_]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._by_id

    def area(self, id_: str) -> Area:
        """The area with an id; one without a text where none is described."""
        return next((one for one in self.areas if one.id == id_), Area(id_))


def what_is_wrong(option: Option, areas: Container[str]) -> str:
    """What cannot be meant by an option, in one sentence; empty where all is well."""
    if option.rung and option.rung not in LADDER:
        return f"rung {option.rung!r} is not known; write one of {', '.join(LADDER)}, or nothing"
    if option.area and areas and option.area not in areas:
        return f"area {option.area!r} is not among the areas; add it there or correct it"
    return ""


def require_touched(options: Options, known: Container[str]) -> None:
    """Refuse options that touch a risk or concept that is not among those known.

    Raises `InputError` with the first option and id.

    >>> require_touched(Options((Option("talks", touches=("trust",)),)), {"trust"})
    """
    for option in options.options:
        for touched in option.touches:
            if touched not in known:
                raise InputError(
                    f"option {option.id!r} touches {touched!r}, which is neither a concept of the "
                    "map nor a risk; add it there or correct it"
                )


def refuse_repeats(ids: Iterable[str], what: str) -> None:
    """Raise `InputError` at the first id that is empty or stands twice."""
    seen: set[str] = set()
    for one in ids:
        if not one.strip():
            raise InputError(f"an entry has no id; give each {what} one")
        if one in seen:
            raise InputError(f"{what} {one!r} appears twice; ids must differ")
        seen.add(one)
