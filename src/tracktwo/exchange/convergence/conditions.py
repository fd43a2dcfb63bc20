"""conditions.csv and amounts.csv: what may stand together, and what options take of something."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from tracktwo.convergence.conditions import Amount, Condition, Kind, what_is_wrong
from tracktwo.exchange.convergence.options import check_option, check_party
from tracktwo.exchange.convergence.values import exact_in
from tracktwo.exchange.lists import check_id
from tracktwo.exchange.risks.rows import ids_in, read_rows, texts_of

OPTIONAL = ("by", "options", "limit", "amount")


def read_conditions(
    path: Path, *, options: Sequence[str], parties: tuple[str, ...], amounts: Sequence[Amount]
) -> tuple[Condition, ...]:
    """Conditions, each checked on its row."""
    seen: dict[str, int] = {}
    kinds = tuple(dict.fromkeys(one.of for one in amounts))
    found = []
    for row in read_rows(path, ("condition", "kind"), optional=OPTIONAL, texts=("text",)):
        one = Condition(
            check_id(row, "condition", seen),
            cast("Kind", row["kind"].lower().replace(" ", "_")),
            ids_in(row, "options"),
            exact_in(row, "limit") if row["limit"] else None,
            row["amount"],
            row["by"],
            texts_of(row, "text"),
        )
        if wrong := what_is_wrong(one, options=options, parties=parties, amounts=kinds):
            row.refuse(wrong)
        found.append(one)
    return tuple(found)


def read_amounts(
    path: Path, *, options: Sequence[str], parties: tuple[str, ...]
) -> tuple[Amount, ...]:
    """What options take of something; a row without a party is of all jointly."""
    found = []
    for row in read_rows(path, ("amount", "option", "value"), optional=("party",)):
        if not row["amount"]:
            row.refuse("no amount is named; write what it is of, such as money")
        check_option(row, row["option"], options)
        if row["party"]:
            check_party(row, row["party"], parties)
        found.append(Amount(row["amount"], row["option"], row["party"], exact_in(row, "value")))
    return tuple(found)
