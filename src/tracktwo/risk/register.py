"""A register of risks: what is feared, how it would come about, what to watch, what is done about it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from tracktwo.dialogue import Scale, in_language
from tracktwo.errors import InputError
from tracktwo.influence.maps import InfluenceMap

ONSETS = ("hours", "days", "weeks", "months", "years")
"""How fast a risk unfolds once it begins, quickest first."""

REVERSIBILITY = ("easy", "hard", "impossible")
"""How hard it is to undo."""

STATES = ("", "not seen", "seen")
"""What is known of an indicator; empty where nobody has looked."""

SEVERITY = Scale("rating", 0.0, 10.0)
"""The scale of severity where a risk states no other: 0 is no harm, 10 the worst that can be meant."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """Something to watch: what it is, from when on it counts, whether it was seen and by whom.

    `texts` and `threshold` are by language; `state` is one of `STATES`; `by` is a side or a name of
    an office, as the parties write it.
    """

    id: str
    texts: Mapping[str, str] = field(default_factory=dict)
    threshold: Mapping[str, str] = field(default_factory=dict)
    state: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Risk:
    """One record: a consequence that is feared, and what the parties hold about it.

    `mechanism` names concepts of an influence map, in the order in which they lead to it. `period`
    is the stretch of time that its likelihood speaks of, `scale` what its severity is stated on.
    `existing` and `proposed` are measures by language. `agreed_by` are ids of sides. `outcome` says
    whether it came about in the period, None while nobody can tell.
    """

    id: str
    texts: Mapping[str, str] = field(default_factory=dict)
    mechanism: tuple[str, ...] = ()
    domain: str = ""
    onset: str = ""
    reversibility: str = ""
    period: str = ""
    scale: Scale = SEVERITY
    indicators: tuple[Indicator, ...] = ()
    existing: Mapping[str, str] = field(default_factory=dict)
    proposed: Mapping[str, str] = field(default_factory=dict)
    owner: str = ""
    agreed_by: tuple[str, ...] = ()
    outcome: bool | None = None

    def text(self, language: str = "en") -> str:
        """The text in a language, else in another, else the id."""
        return in_language(self.texts, language) or self.id


@dataclass(frozen=True)
class Register:
    """Risks in order, checked when made; `InputError` where something cannot be meant.

    >>> register = Register((Risk("trade-loss", {"en": "Trade is lost."}, onset="months"),))
    >>> register["trade-loss"].text("fr")
    'Trade is lost.'
    """

    risks: tuple[Risk, ...] = ()

    def __post_init__(self) -> None:
        refuse_repeats((risk.id for risk in self.risks), "risk")
        for risk in self.risks:
            if wrong := what_is_wrong(risk):
                raise InputError(wrong)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        return tuple(risk.id for risk in self.risks)

    @cached_property
    def _by_id(self) -> Mapping[str, Risk]:
        return {risk.id: risk for risk in self.risks}

    def __getitem__(self, id_: str) -> Risk:
        return self._by_id[id_]


def what_is_wrong(risk: Risk) -> str:
    """What cannot be meant by a record, in one sentence; empty where all is well."""
    for name, value, known in (
        ("onset", risk.onset, ONSETS),
        ("reversibility", risk.reversibility, REVERSIBILITY),
    ):
        if value and value not in known:
            return f"{name} {value!r} is not known; write {', '.join(known)} or nothing"
    if risk.scale.is_vote:
        return "severity is not voted on; state its scale as rating:MIN:MAX"
    for indicator in risk.indicators:
        if indicator.state not in STATES:
            return f"state {indicator.state!r} is not known; write seen, not seen or nothing"
    return ""


def require_concepts(register: Register, drawn: InfluenceMap) -> None:
    """Refuse a register whose mechanisms name concepts that an influence map does not have.

    Raises `InputError` with the first risk and concept.
    """
    for risk in register.risks:
        for concept in risk.mechanism:
            if concept not in drawn.place_of:
                raise InputError(
                    f"risk {risk.id!r}: concept {concept!r} of its mechanism is not in the influence "
                    "map; add it there or correct it"
                )


def refuse_repeats(ids: Iterable[str], what: str) -> None:
    """Raise `InputError` at the first id that is empty or stands twice."""
    seen: set[str] = set()
    for one in ids:
        if not one.strip():
            raise InputError(f"a {what} has no id")
        if one in seen:
            raise InputError(f"{what} {one!r} appears twice; ids must differ")
        seen.add(one)
