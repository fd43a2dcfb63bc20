"""Areas, options and joint conditions as the tables that the library reads again."""

import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tracktwo.exchange.risks.tables import Table, with_texts, write_table
from tracktwo_web.convergence.domain.amounts import written
from tracktwo_web.convergence.domain.conditions import joint_conditions_of
from tracktwo_web.convergence.models import Option
from tracktwo_web.convergence.queries import options_of
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.risks.cells import harmless

BELOW_0 = re.compile(r"-\d+(\.\d+)?", re.ASCII)
NAMES = ("options", "areas", "interests", "conditions", "amounts")


def table_of(dialogue: Dialogue, name: str) -> bytes:
    """One of the tables, by its name without `.csv`, as a CSV file."""
    header, rows = _WRITERS[name](dialogue)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / f"{name}.csv"
        write_table(path, header, [[_cell(cell) for cell in row] for row in rows])
        return path.read_bytes()


def _cell(cell: object) -> str:
    """A number below 0 is what a spreadsheet takes it for."""
    text = str(cell)
    return text if BELOW_0.fullmatch(text) else harmless(text)


def _options(dialogue: Dialogue) -> Table:
    options = options_of(dialogue)
    return with_texts(
        ("option", "area", "rung", "touches"),
        [
            [one.code, one.area.code if one.area else "", one.rung, "; ".join(one.touches)]
            for one in options
        ],
        text=[one.texts for one in options],
        obstacles=[one.obstacles for one in options],
        precedents=[one.precedents for one in options],
    )


def _areas(dialogue: Dialogue) -> Table:
    areas = list(dialogue.areas.order_by("position", "code"))
    return with_texts(("area",), [[one.code] for one in areas], text=[one.texts for one in areas])


def _interests(dialogue: Dialogue) -> Table:
    said = list(_said(options_of(dialogue)))
    return with_texts(
        ("option", "party"),
        [[code, side] for code, side, _ in said],
        text=[texts for *_, texts in said],
    )


def _said(options: Iterable[Option]) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    for one in options:
        for side, texts in one.interests.items():
            yield one.code, side, texts


def _conditions(dialogue: Dialogue) -> Table:
    stated = joint_conditions_of(dialogue)
    return with_texts(
        ("condition", "kind", "by", "options", "limit", "amount"),
        [
            [one.code, said.kind, "", "; ".join(said.options),
             "" if said.limit is None else written(said.limit), said.of]
            for one, said in stated
        ],
        text=[said.texts for _, said in stated],
    )  # fmt: skip


def _amounts(dialogue: Dialogue) -> Table:
    rows = [
        [taken["of"], one.code, taken["side"], written(taken["value"])]
        for one in options_of(dialogue)
        for taken in one.takes
    ]
    return ("amount", "option", "party", "value"), rows


_WRITERS = {
    "options": _options,
    "areas": _areas,
    "interests": _interests,
    "conditions": _conditions,
    "amounts": _amounts,
}
