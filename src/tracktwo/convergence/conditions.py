"""Conditions on what may stand in one package, each with the party that states it.

    needs       the first option only with all the others
    excludes    not two of them together
    at_most     no more than `limit` of them
    at_least    no fewer than `limit` of them
    must        all of them
    never       none of them
    budget      amounts of a kind, added up over what is chosen, stay within `limit`
    balance     between any two parties, their amounts of a kind differ by at most `limit`

Every condition is a set of linear inequalities over yes and no, so that each way of searching takes
all of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations, permutations
from math import lcm
from typing import Literal, get_args

Kind = Literal["needs", "excludes", "at_most", "at_least", "must", "never", "budget", "balance"]
KINDS: tuple[Kind, ...] = get_args(Kind)
COUNTED = ("at_most", "at_least")
WEIGHED = ("budget", "balance")
FEWEST = {"needs": 2, "excludes": 2, "budget": 0, "balance": 0}
"""How many options a condition names at least, where it is not 1."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition, stated by a party (`by`) or jointly (`by` empty).

    `limit` is a count, or the most of an amount; `of` is the kind of amount, for `budget` and
    `balance`. `texts` say it in the parties' own words, by language.

    >>> Condition("line-first", "needs", ("visits", "line")).kind
    'needs'
    """

    id: str
    kind: Kind
    options: tuple[str, ...] = ()
    limit: Fraction | None = None
    of: str = ""
    by: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Amount:
    """What an option takes of something, such as money or openness: of a party, or of all jointly."""

    of: str
    option: str
    party: str
    value: Fraction


@dataclass(frozen=True, slots=True)
class Row:
    """An inequality: the weights of the chosen options, in their order, sum to `most` or less."""

    condition: str
    weights: tuple[int, ...]
    most: int


def what_is_wrong(
    one: Condition, *, options: Sequence[str], parties: Sequence[str], amounts: Sequence[str]
) -> str:
    """What cannot be meant by a condition, in one sentence; empty where all is well."""
    if one.kind not in KINDS:
        return f"kind {one.kind!r} is not known; write one of {', '.join(KINDS)}"
    if one.by and one.by not in parties:
        return f"party {one.by!r} is not among the parties ({', '.join(parties)})"
    for option in one.options:
        if option not in options:
            return f"option {option!r} is not among the options; add it there or correct it"
    if len(set(one.options)) < len(one.options):
        return "an option stands twice; keep one"
    return _wrong_options(one) or _wrong_limit(one) or _wrong_amount(one, amounts)


def _wrong_options(one: Condition) -> str:
    fewest = FEWEST.get(one.kind, 1)
    if len(one.options) < fewest:
        return f"{one.kind} names {len(one.options)} options; name {fewest} or more"
    if one.kind in WEIGHED and one.options:
        return f"{one.kind} is about all options; name none"
    return ""


def _wrong_limit(one: Condition) -> str:
    if one.kind not in COUNTED + WEIGHED:
        return "" if one.limit is None else f"{one.kind} has no limit; leave it empty"
    if one.limit is None or one.limit < 0:
        return f"{one.kind} needs a limit of 0 or more"
    if one.kind in COUNTED and one.limit.denominator != 1:
        return f"{one.kind} counts options; its limit must be a whole number"
    if one.kind == "at_least" and one.limit > len(one.options):
        return f"at least {one.limit} of {len(one.options)} options can never be; lower the limit"
    return ""


def _wrong_amount(one: Condition, amounts: Sequence[str]) -> str:
    if one.kind not in WEIGHED:
        return f"{one.kind} is not about amounts; leave of empty" if one.of else ""
    if one.of not in amounts:
        told = ", ".join(amounts) or "none"
        return f"amounts of {one.of!r} are not given (there are: {told})"
    return ""


def rows_of(
    one: Condition, options: Sequence[str], parties: Sequence[str], amounts: Sequence[Amount]
) -> Iterator[Row]:
    """The inequalities that say a condition.

    >>> [row.weights for row in rows_of(Condition("c", "needs", ("b", "a")), ("a", "b"), (), ())]
    [(-1, 1)]
    """
    if one.kind == "budget":
        yield _weighed(one, dict.fromkeys((*parties, ""), 1), options, amounts)
    elif one.kind == "balance":
        for more, less in permutations(parties, 2):
            yield _weighed(one, {more: 1, less: -1}, options, amounts)
    else:
        for weights, most in _counted(one):
            yield Row(one.id, tuple(weights.get(option, 0) for option in options), most)


def _counted(one: Condition) -> Iterator[tuple[Mapping[str, int], int]]:
    """Weights of options and the most of their sum, for conditions that count."""
    first, *others = one.options
    some, less = dict.fromkeys(one.options, 1), dict.fromkeys(one.options, -1)
    count = int(one.limit or 0)
    match one.kind:
        case "needs":
            yield from (({first: 1, other: -1}, 0) for other in others)
        case "excludes":
            yield from ((dict.fromkeys(pair, 1), 1) for pair in combinations(one.options, 2))
        case "at_most":
            yield some, count
        case "at_least":
            yield less, -count
        case "must":
            yield less, -len(less)
        case _:
            yield some, 0


def _weighed(
    one: Condition, signs: Mapping[str, int], options: Sequence[str], amounts: Sequence[Amount]
) -> Row:
    """Amounts of the parties with their signs, in the coarsest whole numbers that are exact."""
    total = dict.fromkeys(options, Fraction())
    for amount in amounts:
        if amount.of == one.of:
            total[amount.option] += signs.get(amount.party, 0) * amount.value
    limit = one.limit or Fraction()
    scale = lcm(limit.denominator, *(value.denominator for value in total.values()))
    return Row(one.id, tuple(int(total[one] * scale) for one in options), int(limit * scale))
