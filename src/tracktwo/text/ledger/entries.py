"""Every disagreement of a text as an entry with its age, and how many there are of each sort."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, TypeAlias

from tracktwo.errors import OptionError
from tracktwo.text.brackets.check import BracketKind
from tracktwo.text.standing.bracket_facts import BracketFacts, BracketReason
from tracktwo.text.standing.disagreements import Disagreement, OpenWords, disagreements
from tracktwo.text.standing.nameless import tells_a_side
from tracktwo.text.standing.sources import TITLE
from tracktwo.text.units import NegotiatedText

Policy: TypeAlias = Literal["side", "hidden"]
"""Whether a reader may know which side holds what."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One disagreement as it stands.

    `words` say where it stands in each language, and its wordings there. `age` counts the sessions
    since it arose, None where it is not noted. `holders` are empty where nobody is noted or the
    policy hides them. `languages_of_unit` are those the unit is written in.
    """

    id: str
    unit: str
    number: str
    words: tuple[OpenWords, ...]
    reason: BracketReason | None
    holders: tuple[str, ...]
    since: int | None
    age: int | None
    inside: str
    languages_of_unit: tuple[str, ...]

    @property
    def kind(self) -> BracketKind:
        """What it is in the first language in which it stands."""
        return self.words[0].kind

    @property
    def depth(self) -> int:
        """1 where it stands in no other."""
        return self.words[0].depth


@dataclass(frozen=True)
class Ledger:
    """What is open in a version of a text, in the order of the text. `session` is the one now."""

    session: int | None
    policy: Policy
    entries: tuple[Entry, ...]

    @cached_property
    def by_reason(self) -> Mapping[str, int]:
        """Entries by reason; "" where none is noted."""
        return Counter(one.reason or "" for one in self.entries)

    @cached_property
    def by_holder(self) -> Mapping[str, int]:
        """Entries by side that holds them; one that two hold counts for both."""
        return Counter(side for one in self.entries for side in one.holders)

    @cached_property
    def by_unit(self) -> Mapping[str, int]:
        """Entries by unit; "" is the title."""
        return Counter(one.unit for one in self.entries)

    @cached_property
    def by_depth(self) -> Mapping[int, int]:
        """Entries by depth, 1 for those that stand in no other."""
        return Counter(one.depth for one in self.entries)

    @cached_property
    def by_age(self) -> Mapping[int | None, int]:
        """Entries by the sessions since they arose; None where that is not noted."""
        return Counter(one.age for one in self.entries)


def ledger(
    text: NegotiatedText,
    *,
    session: int | None = None,
    policy: Policy = "side",
    sides: tuple[str, ...] = (),
) -> Ledger:
    """The ledger of a text at a session: the last one that any mark names, where none is given.

    With the policy "hidden" no holder and no label of a wording that names a side is in it, nor an
    id in which a side is named: such a bracket is called after its unit and its place in the ledger.
    What the wordings themselves say stays. `sides` are names that label wordings. Raises
    `BracketError` and `MarkError` as `disagreements` does, and `OptionError` where a disagreement is
    younger than the session.

    >>> from tracktwo.text.units import Unit
    >>> source = "We [shall/may]{id:b1 since:2 reason:waiting holder:china} meet."
    >>> found = ledger(NegotiatedText({}, ("en",), (Unit("u1", texts={"en": source}),)), session=4)
    >>> [(one.id, one.age, one.holders) for one in found.entries]
    [('b1', 2, ('china',))]
    """
    found = disagreements(text, sides=sides, named=policy == "side")
    shown = found if policy == "side" else _without_names(found, sides)
    dated = [one.facts.since for one in found if one.facts.since is not None]
    now = max(dated, default=None) if session is None else session
    units = {unit.id: _languages(text, unit.texts) for unit in text.units}
    units[TITLE] = _languages(text, text.title)
    return Ledger(now, policy, tuple(_entry(one, now, policy, units[one.unit]) for one in shown))


def _languages(text: NegotiatedText, texts: Mapping[str, str]) -> tuple[str, ...]:
    """The authentic languages in which something is written."""
    return tuple(one for one in text.languages if texts.get(one))


def _entry(one: Disagreement, now: int | None, policy: Policy, languages: tuple[str, ...]) -> Entry:
    return Entry(
        one.id,
        one.unit,
        one.number,
        one.words,
        one.facts.reason,
        one.facts.holders if policy == "side" else (),
        one.facts.since,
        _age(one.id, one.facts, now),
        one.inside,
        languages,
    )


def _age(name: str, facts: BracketFacts, now: int | None) -> int | None:
    if facts.since is None or now is None:
        return None
    if facts.since > now:
        message = f"bracket {name} arose in session {facts.since}, which is after session {now}"
        raise OptionError(f"{message}; give a later session")
    return now - facts.since


def _without_names(
    found: tuple[Disagreement, ...], sides: tuple[str, ...]
) -> tuple[Disagreement, ...]:
    """The same disagreements, called by ids that name no side."""
    holders = {holder for one in found for holder in one.facts.holders}
    neutral = {
        one.id: f"{one.unit}#n{place}" if tells_a_side(one.id, {*holders, *sides}) else one.id
        for place, one in enumerate(found, start=1)
    }
    return tuple(
        replace(one, id=neutral[one.id], inside=neutral.get(one.inside, "")) for one in found
    )
