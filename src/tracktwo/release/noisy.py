"""Noisy counts: for consultations so large that noise which hides each person hides no finding."""

from functools import partial
from itertools import pairwise

import numpy as np

from tracktwo._typing import Ints, Longs
from tracktwo.dialogue import NO_PARTY, Dialogue
from tracktwo.errors import OptionError
from tracktwo.locale import english
from tracktwo.release.budget import Budget
from tracktwo.release.mechanism import noise_for, with_noise
from tracktwo.release.open_data import NO_SIDE, Column, OpenData, Table
from tracktwo.release.subjects import parties_table, shown_statements, statements_table
from tracktwo.votes import Block, Codebook, gather, sweep_of

_VOTES = ("disagree", "pass", "agree")


def noisy_counts(dialogue: Dialogue, budget: Budget) -> OpenData:
    """How often each answer was given, by side, with noise that hides whether anybody took part.

    Counted are the answers to statements that were not rejected, of each person at most
    `budget.answers`, drawn anew at each call. Noise goes to every possible answer of every side,
    given or not, and nothing but the dialogue's statements and sides is told besides. What is
    expected of other sides is left out.

    Every call spends its budget anew: whoever has two releases of one consultation knows what the
    sum of both budgets allows. Give away one.

    `OptionError` where nobody can be hidden in so few: where the noise is larger than half of what
    people there are.
    """
    noise = noise_for(budget)
    people = len(dialogue.participants)
    if 2 * noise.plus_minus > people:
        raise OptionError(
            english(
                "with this budget each count is off by up to {off}, and {n} people took part; noise is for thousands: give away aggregates, or let each person count in fewer answers",
                off=noise.plus_minus,
                n=people,
            )
        )
    released = np.array(shown_statements(dialogue), np.int64)
    book = Codebook(tuple(dialogue.statements[one].scale for one in released))
    counts = with_noise(_counted(dialogue, released, budget.answers), noise)
    rows = [
        (dialogue.statements[released[statement]].id, party, answer, int(count))
        for party, row in zip(_sides(dialogue), counts, strict=True)
        for statement, answer, count in zip(
            book.statement_of_cell, _answers(book), row, strict=True
        )
    ]
    answers = Table(
        "answers",
        english("How often one answer was given to a statement by one side, with noise"),
        (
            Column("statement", "string", english("id of the statement")),
            Column("party", "string", english("id of the side; empty for people of no side")),
            Column("answer", "string", english("agree, pass or disagree; the number given, or a range of numbers, where the statement was rated")),
            Column("count", "integer", english("answers, with noise: it may be below 0")),
        ),
        tuple(rows),
    )  # fmt: skip
    return OpenData(
        (statements_table(dialogue), parties_table(dialogue), answers),
        dialogue.title,
        dialogue.note,
        noise=noise,
    )


def _sides(dialogue: Dialogue) -> list[str]:
    """The sides, and at last people of none: also where there are none, which would tell of one."""
    return [*dialogue.party_ids, NO_SIDE]


def _counted(dialogue: Dialogue, released: Longs, most: int) -> Longs:
    """Answers of at most `most` a person by side (people of none last) and cell, exactly."""
    n_sides = len(dialogue.parties)
    sides = np.where(dialogue.party_of == NO_PARTY, n_sides, dialogue.party_of)
    place = np.full(len(dialogue.statements), -1, np.int64)
    place[released] = np.arange(len(released))
    return gather(
        sweep_of(dialogue), partial(_count_block, sides, n_sides + 1, place, most), np.add
    )


def _count_block(sides: Ints, n_sides: int, place: Longs, most: int, block: Block) -> Longs:
    """The counts of some people. A person's draw depends on nobody else."""
    matrix = block.matrix
    person = np.repeat(np.arange(matrix.n_participants), np.diff(matrix.starts))
    kept = np.flatnonzero(place[matrix.statement] >= 0)
    kept = kept[_first_of_each(person[kept], most)]
    book = Codebook(
        tuple(scale for scale, at in zip(matrix.codebook.scales, place, strict=True) if at >= 0)
    )
    cells = book.cells(place[matrix.statement[kept]].astype(np.int32), matrix.value[kept])
    labels = sides[block.rows][person[kept]].astype(np.int64)
    return np.bincount(labels * book.n_cells + cells, minlength=n_sides * book.n_cells).reshape(
        n_sides, book.n_cells
    )


def _first_of_each(person: Longs, most: int) -> Longs:
    """Places of at most `most` rows of each person, drawn at random.

    The draw is fair to statements; what hides people is the noise, whatever is drawn.
    """
    shuffled = np.random.default_rng().permutation(len(person))
    order = shuffled[np.argsort(person[shuffled], kind="stable")]
    sorted_people = person[order]
    start = np.searchsorted(sorted_people, sorted_people)
    return order[np.arange(len(order)) - start < most]


def _answers(book: Codebook) -> list[str]:
    """What each cell's answer is called."""
    return [
        name
        for scale, levels in zip(book.scales, book.levels.tolist(), strict=True)
        for name in (_VOTES if scale.is_vote else _steps(scale.low, scale.width, levels))
    ]


def _steps(low: float, width: float, levels: int) -> list[str]:
    """Whole steps by their number; the equal parts of a long scale by their ends."""
    if width == levels - 1:
        return [f"{low + step:g}" for step in range(levels)]
    ends = [low + width * step / levels for step in range(levels + 1)]
    return [f"{lower:g}..{upper:g}" for lower, upper in pairwise(ends)]
