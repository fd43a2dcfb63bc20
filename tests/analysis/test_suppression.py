"""Attacks on what is published: nobody may work out a count that rests on fewer than k people."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.small_worlds import dialogue_of, small_dialogues, with_predictions
from tracktwo.analysis import Analysis, GivenGroups, analyse, document
from tracktwo.analysis.assembly import statements
from tracktwo.analysis.result import PolisFigures
from tracktwo.analysis.split import everyone, into_groups, into_sides
from tracktwo.analysis.suppression import blurred, only, shown_sizes, visible
from tracktwo.dialogue import NO_PARTY, Answers, Dialogue, Mirrored
from tracktwo.locale import translator
from tracktwo.opinion import polis, shared_ground
from tracktwo.reports import findings, report_of
from tracktwo.reports.tree import FigureBlock
from tracktwo.votes import LEVEL, sweep_of

K = 3
Vectors = list[np.ndarray]


@settings(max_examples=120, deadline=None)
@given(small_dialogues(k=K), st.sampled_from(["model", "parties", "polis", "file"]), st.data())
def test_no_sum_or_difference_of_published_counts_rests_on_fewer_than_k_people(
    dialogue: Dialogue, groups: str, data: st.DataObject
) -> None:
    people = len(dialogue.participants)
    labels = data.draw(st.lists(st.integers(-1, 2), min_size=people, max_size=people))
    given_groups = GivenGroups(np.array(labels, np.int32), ("1", "2", "3"))

    found = analyse(dialogue, groups=given_groups if groups == "file" else groups)

    assert list(_exposed(found, dialogue)) == []


@settings(max_examples=60, deadline=None)
@given(small_dialogues(k=K))
def test_no_count_of_a_public_table_without_sides_rests_on_fewer_than_k_people(
    dialogue: Dialogue,
) -> None:
    nobody = np.full_like(dialogue.party_of, NO_PARTY)
    given_groups = GivenGroups(dialogue.party_of, dialogue.party_ids)
    empty = replace(dialogue.predictions, **_no_rows(dialogue))
    table = replace(
        dialogue, parties=(), party_of=nobody, predictions=empty, mirrored=Mirrored.none()
    )

    found = analyse(table, groups=given_groups)

    assert list(_exposed(found, table)) == []


def _exposed(found: Analysis, dialogue: Dialogue) -> Iterator[str]:
    """Counts of 1 to k - 1 people that published figures give away.

    The attacker is stronger than any real one: whoever sees a figure is taken to know how many
    people of every part it was computed from answered, and who of the others did not answer.
    """
    for code, id_ in enumerate(dialogue.statement_ids):
        cells = _cells(found, dialogue, code)
        told = np.unique(_told(found, id_, cells), axis=0)
        signs = np.array(list(product((-1, 0, 1), repeat=len(told))))
        reached = (signs @ told)[:, cells["n"] > 0]
        is_count = ((reached == 0) | (reached == 1)).all(axis=1)
        size = reached @ cells["n"][cells["n"] > 0]
        small = is_count & (size > 0) & (size < dialogue.k)
        yield from (f"{id_}: {row.tolist()}" for row in reached[small][:1])


def _cells(found: Analysis, dialogue: Dialogue, statement: int) -> dict[str, np.ndarray]:
    """Answers to a statement by side and group, those outside included, as flat columns."""
    sides, groups = len(dialogue.parties) + 1, len(found.groups) + 1
    asked = dialogue.answers.statement == statement
    who = dialogue.answers.participant[asked]
    side, group = dialogue.party_of[who] % sides, found.participants.group[who] % groups
    n = np.bincount(side * groups + group, minlength=sides * groups)
    place = np.indices((sides, groups)).reshape(2, -1)
    return {"n": n, "side": place[0], "group": place[1]}


def _told(found: Analysis, statement: str, cells: dict[str, np.ndarray]) -> Vectors:
    """Which cells each published figure adds up, as rows of zeros and ones."""
    figures = found.statement(statement)
    sides = {party.id: (cells["side"] == i) for i, party in enumerate(found.parties)}
    groups = {group.id: (cells["group"] == i) for i, group in enumerate(found.groups)}
    everybody = np.ones(len(cells["n"]), np.bool_)
    told = [np.zeros(len(cells["n"]), np.bool_)]
    told += [everybody] if figures.n is not None or figures.bridging is not None else []
    told += [sides[id_] for id_, one in figures.by_party.items() if one.n is not None]
    told += [groups[id_] for id_, one in figures.by_group.items() if one.n is not None]
    if figures.shared_ground is not None or figures.shared_rejection is not None:
        told += list((sides or groups).values())
    if figures.polis != PolisFigures(None, None, None):
        told += list(groups.values())
    for own, rows in ((groups, found.representative), (sides, found.party_representative)):
        if any(row.statement == statement for row in rows):
            told += list(own.values())
    told += [
        sides[row.about]
        for row in found.perceptions
        if row.statement == statement and (row.n_about or row.actual is not None)
    ]
    told += [
        sides[row.of]
        for row in found.meta_perceptions
        if row.statement == statement and row.actual is not None
    ]
    told += [sides[row.party] for row in found.cohesion if row.statement == statement]
    return [row.astype(np.int64) for row in told]


def _no_rows(dialogue: Dialogue) -> dict[str, np.ndarray]:
    told = dialogue.predictions
    return {
        name: getattr(told, name)[:0] for name in ("participant", "statement", "party", "value")
    }


def test_every_hidden_count_has_another_that_would_be_published_alike() -> None:
    """All worlds of two sides that meet two groups, up to 3 answers each: one statement a world.

    Whoever knows how figures are held back can do no better than to look for the worlds that would
    have been published exactly so. No side, group or meeting of the two below k may have the same
    number of answers, or of agreements, in all of them.
    """
    worlds = list(product([(yes, n) for n in range(4) for yes in range(n + 1)], repeat=4))
    dialogue, group_of = _one_statement_a_world(worlds)

    rows = _published(dialogue, group_of)

    assert _pinned_down(np.array(worlds), rows) == []


def _one_statement_a_world(worlds: list) -> tuple[Dialogue, np.ndarray]:
    """Three people in each of four cells (two sides by two groups) answer as each world says."""
    table = np.full((12, len(worlds)), np.nan, np.float32)
    for (place, cell), seat in product(enumerate(np.array(worlds).transpose(1, 2, 0)), range(3)):
        yes, n = cell
        table[3 * place + seat] = np.where(seat < yes, 1, np.where(seat < n, -1, np.nan))
    side_of, group_of = np.repeat([0, 0, 1, 1], 3), np.repeat([0, 1, 0, 1], 3)
    return dialogue_of(table, side_of.tolist(), k=K), group_of.astype(np.int32)


def _published(dialogue: Dialogue, group_of: np.ndarray) -> list[tuple]:
    sweep = sweep_of(dialogue)
    sides, groups = into_sides(dialogue, sweep), into_groups(group_of, ("1", "2"), sweep)
    people = everyone(sweep)
    shown = visible(sides, groups, people, sweep, K)
    consensus = polis.group_aware_consensus(groups.answers)
    rows = statements(
        dialogue,
        people,
        sides,
        groups,
        shown=shown,
        ground=shared_ground(sides.answers, fewest=K),
        bridges=np.zeros(people.n.shape[1]),
        polis=[PolisFigures(float(one), None, None) for one in consensus],
        level=LEVEL,
    )
    compared = zip(
        *(
            only(split.answers, flags).counts.reshape(2, -1, 3).transpose(1, 0, 2).tolist()
            for split, flags in ((sides, shown.sums), (groups, shown.group_sums))
        ),
        strict=True,
    )
    return [
        (str(replace(row, statement=None)), str(one))  # type: ignore[arg-type]
        for row, one in zip(rows, compared, strict=True)
    ]


def _pinned_down(worlds: np.ndarray, rows: list[tuple]) -> list[str]:
    """Counts between 1 and k - 1 that are the same in all worlds published alike."""
    alike = defaultdict(list)
    for place, row in enumerate(rows):
        alike[row].append(place)
    parts = {"side": [0, 1], "group": [0, 2], "meeting": [0]}
    return [
        f"{name}: {row}"
        for row, places in alike.items()
        for name, part in parts.items()
        if _is_known(worlds[places], part)
    ]


def _is_known(worlds: np.ndarray, part: list[int]) -> bool:
    counts = worlds[:, part].sum(axis=1)
    small = (counts[:, 1] > 0) & (counts[:, 1] < K)
    secret = np.ptp(counts, axis=0) > 0
    return bool(small.all() and not (secret.all() or _is_told_by_unanimity(worlds[0], part)))


def _is_told_by_unanimity(world: np.ndarray, part: list[int]) -> bool:
    """Where k people or more of a side all answer alike, so did each of them: that is no leak."""
    sides = {place // 2 for place in part if world[place, 1]}
    counts = [world[[2 * side, 2 * side + 1]].sum(axis=0).tolist() for side in sides]
    return all(n >= K and yes in (0, n) for yes, n in counts)


def test_what_two_delegates_of_a_thin_side_answered_changes_nothing_published() -> None:
    rng = np.random.default_rng(1)
    table = rng.choice([1.0, -1.0, 0.0], (18, 4))
    table[16:], turned = 1.0, table.copy()
    turned[16:] = -1.0
    party_of = [0] * 8 + [1] * 8 + [2] * 2
    told = with_predictions(dialogue_of(table, party_of, k=K), 1)
    opposite = replace(told, answers=dialogue_of(turned, party_of, k=K).answers)

    one, other = analyse(told), analyse(opposite)

    assert _counted(one) == _counted(other)
    assert findings(one, translator("en")) == findings(other, translator("en"))
    assert _said(one) == _said(other)


def _counted(found: Analysis) -> dict:
    """The document without single people and without what a model of all answers says."""
    public = document(found)
    for key in ("participants", "grouping", "groups", "representative"):
        del public[key]
    for row in public["statements"]:
        del row["by_group"], row["bridging"], row["polis"]
    return public


def _said(found: Analysis) -> list:
    sections = report_of(found).sections
    blocks = [
        block
        for section in sections
        if section.id not in ("map", "groups")
        for block in section.blocks
    ]
    return [
        (block.title, block.alt, block.table) if isinstance(block, FigureBlock) else block
        for block in blocks
    ]


def test_sizes_of_groups_are_left_out_together() -> None:
    people = np.array([9, 2])

    assert shown_sizes(people, 0, K) == [None, None]
    assert shown_sizes(people, 0, 1) == [9, 2]
    assert shown_sizes(np.array([9, 4]), 1, K) == [None, None]


def test_model_figures_are_exact_where_every_answer_is_public() -> None:
    figures = np.array([0.123456])

    assert blurred(figures, 1).tolist() == [0.123456]
    assert blurred(figures, 2).tolist() == [0.12]


def test_everything_is_shown_where_k_is_1() -> None:
    dialogue = dialogue_of(np.array([[1.0], [-1.0], [np.nan]]), [0, 1, 1])

    found = analyse(dialogue, groups="parties").statements[0]

    assert (found.n, found.by_party["K"].agree, found.by_party["L"].disagree) == (2, 1, 1)


def test_answers_are_not_modified_by_what_is_left_out() -> None:
    dialogue = dialogue_of(np.array([[1.0, -1.0]] * 4), [0] * 4, k=K)
    before = Answers(*(getattr(dialogue.answers, name).copy() for name in Answers.__slots__))

    analyse(dialogue)

    for name in Answers.__slots__:
        assert (getattr(dialogue.answers, name) == getattr(before, name)).all()
