"""The one door out for talks: tables in a new folder, all of them or nothing."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from os import PathLike
from pathlib import Path

from tracktwo.convergence.talks import Talks
from tracktwo.errors import OptionError
from tracktwo.exchange.placing import new_folder
from tracktwo.exchange.risks.tables import Table, with_texts, write_table


def write_convergence(talks: Talks, path: str | PathLike[str]) -> None:
    """Write options, points and conditions as tables that `read_convergence` gives back equal.

    The folder appears under its name only when it is complete. dialogue.toml is not written: it
    belongs to the dialogue. Raises `OptionError` where the target exists and is not empty.
    """
    with new_folder(Path(path)) as folder:
        for name, table in _tables(talks):
            if table[1]:
                write_table(folder / f"{name}.csv", *table)


def _tables(talks: Talks) -> Iterator[tuple[str, Table]]:
    options, areas = talks.options.options, talks.options.areas
    yield (
        "areas",
        with_texts(("area",), [[one.id] for one in areas], text=[one.texts for one in areas]),
    )
    yield (
        "options",
        with_texts(
            ("option", "area", "rung", "touches"),
            [[one.id, one.area, one.rung, "; ".join(one.touches)] for one in options],
            text=[one.texts for one in options],
            obstacles=[one.obstacles for one in options],
            precedents=[one.precedents for one in options],
        ),
    )
    said = [(one.id, party, texts) for one in options for party, texts in one.interests.items()]
    yield (
        "interests",
        with_texts(
            ("option", "party"),
            [[id_, party] for id_, party, _ in said],
            text=[texts for *_, texts in said],
        ),
    )
    yield (
        "values",
        (
            ("expert", "party", "option", "points"),
            [
                [one.expert, one.party, one.option, written(one.points)]
                for one in talks.valuation.rows
            ],
        ),
    )
    yield (
        "no_agreement",
        (
            ("party", "points"),
            [[party, written(points)] for party, points in talks.no_agreement.items()],
        ),
    )
    yield (
        "amounts",
        (
            ("amount", "option", "party", "value"),
            [[one.of, one.option, one.party, written(one.value)] for one in talks.amounts],
        ),
    )
    yield "conditions", with_texts(
        ("condition", "kind", "by", "options", "limit", "amount"),
        [
            [one.id, one.kind, one.by, "; ".join(one.options),
             "" if one.limit is None else written(one.limit), one.of]
            for one in talks.conditions
        ],
        text=[one.texts for one in talks.conditions],
    )  # fmt: skip


def written(number: Fraction) -> str:
    """A decimal number, exact: what is read has a finite number of digits.

    >>> written(Fraction("12.50")), written(Fraction(-3)), written(Fraction("-0.05"))
    ('12.5', '-3', '-0.05')
    """
    text = f"{(Decimal(number.numerator) / Decimal(number.denominator)).normalize():f}"
    if Fraction(text) != number:
        raise OptionError(f"{number} has no end as a decimal number; round it")
    return text
