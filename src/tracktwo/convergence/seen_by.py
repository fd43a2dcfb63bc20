"""What one side may see: its own points, and packages, without anything the other's points follow from.

Left out, with the reason:

    the frontier        its packages in order say how the other side ranks them
    ideals              the largest gain without loss to the other says what the other would just bear
    egalitarian         whoever knows that all gain about alike, and its own gain, knows the other's
    further trades      which small changes are missing says what the other side would refuse
    shares of draws     they move with the other side's spread; firm, contested or never is told
    exaggeration        it would say how to exaggerate
    why none            a clash in which somebody's gain takes part says whose

Own figures rest on k experts or more, and none can be had as a difference of others.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction

from tracktwo.convergence.firmness import Standing
from tracktwo.convergence.result import Package
from tracktwo.convergence.study import Study
from tracktwo.convergence.valuation import Spread
from tracktwo.errors import OptionError


@dataclass(frozen=True, slots=True)
class OwnPackage:
    """A package and the side's own gain, in whole points; None where it may not be told."""

    options: tuple[str, ...]
    gain: int | None
    proven: bool


@dataclass(frozen=True, slots=True)
class OwnTrade:
    """The smallest change to the package on the table from which every side gains."""

    adds: tuple[str, ...]
    drops: tuple[str, ...]
    more: int | None


@dataclass(frozen=True, slots=True)
class Seen:
    """What a side may see.

    `values` has an entry an option, None where fewer than k experts of the side spoke of it.
    `standing` is firm, contested or never, by option. `clash` are conditions that clash by
    themselves. `trade` is None where nothing lies on the table, or no trade was found.
    """

    party: str
    agreed: bool
    values: Mapping[str, Spread | None]
    no_agreement: Fraction
    nash: OwnPackage | None
    kalai_smorodinsky: OwnPackage | None
    standing: Mapping[str, Standing]
    trade: OwnTrade | None
    clash: tuple[str, ...]


def seen_by(study: Study, party: str) -> Seen:
    """What a side may see of a study. Raises `OptionError` where there is no such side.

    >>> from tracktwo.convergence import Option, Options, Points, Talks, Valuation
    >>> from tracktwo.convergence.study import study
    >>> rows = tuple(
    ...     Points(f"{party}{n}", party, option, Fraction(value))
    ...     for party, values in (("north", (70, 30)), ("south", (40, 60)))
    ...     for n in range(3)
    ...     for option, value in zip("ab", values)
    ... )
    >>> seen = seen_by(study(Talks(Options((Option("a"), Option("b"))), Valuation(rows))), "north")
    >>> int(seen.values["a"].mean), seen.nash.gain
    (70, 100)
    """
    if party not in study.talks.parties:
        known = ", ".join(study.talks.parties)
        raise OptionError(f"party {party!r} is not among the parties ({known})")
    agreement, firm = study.agreement, study.firmness
    values = told_values(study, party)
    told = {option for option, value in values.items() if value is not None}
    conflict = agreement.conflict
    return Seen(
        party,
        agreed=agreement.nash is not None,
        values=values,
        no_agreement=study.talks.no_agreement.get(party, Fraction()),
        nash=_own(agreement.nash, party, told),
        kalai_smorodinsky=_own(agreement.kalai_smorodinsky, party, told),
        standing={option: firm.standing(option) for option in firm.share},
        trade=_trade(study, party, told),
        clash=conflict.conditions if conflict and not conflict.parties else (),
    )


def told_values(study: Study, party: str) -> Mapping[str, Spread | None]:
    """What each option is worth to a side, where k experts or more spoke of it.

    Points above 0 sum to a hundred, so that a single option left out could be had from the others:
    the one next to it in number of experts is then left out too.
    """
    spreads = study.talks.valuation.of(party, study.talks.options.ids)
    k = study.settings.k
    ranked = sorted(spreads, key=lambda one: (one.n, one.option))
    few = [one.option for one in ranked if one.n < k]
    if len(few) == 1:
        few = [one.option for one in ranked[:2]]
    return {one.option: None if one.option in few else one for one in spreads}


def _own(package: Package | None, party: str, told: Collection[str]) -> OwnPackage | None:
    if package is None:
        return None
    gain = round(package.gains[party]) if set(package.options) <= set(told) else None
    return OwnPackage(package.options, gain, package.proven)


def _trade(study: Study, party: str, told: Collection[str]) -> OwnTrade | None:
    if study.trades is None or not study.trades.trades:
        return None
    first = study.trades.trades[0]
    is_told = {*first.adds, *first.drops} <= set(told)
    return OwnTrade(first.adds, first.drops, round(first.more[party]) if is_told else None)
