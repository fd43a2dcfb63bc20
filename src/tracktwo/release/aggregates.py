"""Aggregates: the figures that a report shows, as tables, and nothing beside them."""

import numpy as np

from tracktwo.analysis import Analysis
from tracktwo.analysis.result import Perception, SideFigures, StatementFigures
from tracktwo.dialogue import Dialogue, Statement
from tracktwo.errors import OptionError
from tracktwo.locale import english
from tracktwo.release.open_data import Cell, Column, OpenData, Table
from tracktwo.release.subjects import parties_table, shown_statements, statements_table
from tracktwo.votes import sweep_of, tally

LEAST_K = 3
"""A figure of two people tells each of them what the other answered."""
DECIMALS = 4

_COUNTS = (
    Column("n", "integer", english("people who answered, those who passed included")),
    Column("agree", "integer", english("of them agreed")),
    Column("pass", "integer", english("of them passed")),
    Column("disagree", "integer", english("of them disagreed")),
)


def aggregates(dialogue: Dialogue, found: Analysis) -> OpenData:
    """What each side answered and what it expects of the others, with intervals.

    A figure is empty where it rests on fewer than k people, and where it could be worked out from
    others that do (see `analysis.suppression`): `found` has left it out already. So the tables tell
    nothing that the report of the same analysis does not. People, positions and groups found in the
    answers are in none of them.

    `OptionError` where the dialogue's k is below 3.
    """
    if found.k < LEAST_K:
        raise OptionError(
            english(
                "k is {k}: a figure of so few people tells what each of them answered; it must be {least} or more",
                k=found.k,
                least=LEAST_K,
            )
        )
    shown = {dialogue.statements[place].id for place in shown_statements(dialogue)}
    figures = [one for one in found.statements if one.statement.id in shown]
    tables = (
        statements_table(dialogue),
        parties_table(dialogue),
        _answers(figures, found.settings.level),
        _together(dialogue, figures),
        _expectations(
            [one for one in found.perceptions if one.statement in shown], found.settings.level
        ),
    )
    return OpenData(tables, dialogue.title, dialogue.note, k=found.k)


def _answers(figures: list[StatementFigures], level: float) -> Table:
    return Table(
        "answers",
        english("What one side answered to one statement"),
        (
            Column("statement", "string", english("id of the statement")),
            Column("party", "string", english("id of the side")),
            *_COUNTS,
            Column("figure", "number", english("share that agrees, passes included; the mean, where the statement was rated")),
            *_interval(level),
        ),
        tuple(
            (one.statement.id, party, *_of_side(side, one.statement))
            for one in figures
            for party, side in one.by_party.items()
        ),
    )  # fmt: skip


def _of_side(side: SideFigures, statement: Statement) -> tuple[Cell, ...]:
    figure = side.share if statement.scale.is_vote else side.mean
    counts = (side.n, side.agree, side.passes, side.disagree)
    return *counts, _rounded(figure), _rounded(side.low), _rounded(side.high)


def _together(dialogue: Dialogue, figures: list[StatementFigures]) -> Table:
    """Of all people at once; empty where a side too small could be found by taking away the others."""
    sweep = sweep_of(dialogue)
    everybody = tally(sweep, np.zeros(sweep.n_participants, np.int32), 1)
    place = {one: at for at, one in enumerate(dialogue.statement_ids)}

    def counts(one: StatementFigures) -> tuple[Cell, ...]:
        if not one.n or not one.statement.scale.is_vote:
            return one.n, None, None, None
        at = place[one.statement.id]
        told = (everybody.agree[0, at], everybody.passes[0, at], everybody.disagree[0, at])
        return one.n, *map(int, told)

    return Table(
        "together",
        english("What everybody together answered to one statement"),
        (Column("statement", "string", english("id of the statement")), *_COUNTS),
        tuple((one.statement.id, *counts(one)) for one in figures),
    )


def _expectations(rows: list[Perception], level: float) -> Table:
    return Table(
        "expectations",
        english("What one side expects another, or itself, to answer to one statement"),
        (
            Column("statement", "string", english("id of the statement")),
            Column("of", "string", english("id of the side that expects")),
            Column("about", "string", english("id of the side of which it is expected")),
            Column("n", "integer", english("people who said what they expect")),
            Column("expected", "number", english("share expected to agree, on average; the mean expected, where the statement was rated")),
            *_interval(level),
        ),
        tuple(
            (one.statement, one.of, one.about, one.n_of, _rounded(one.predicted), _rounded(one.predicted_low), _rounded(one.predicted_high))
            for one in rows
        ),
    )  # fmt: skip


def _interval(level: float) -> tuple[Column, Column]:
    percent = round(100 * level)
    return (
        Column("low", "number", english("lower end of its interval at {percent} %", percent=percent)),
        Column("high", "number", english("upper end of its interval at {percent} %", percent=percent)),
    )  # fmt: skip


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, DECIMALS)
