"""What was planted comes out under its right name."""

from dataclasses import replace

import numpy as np
import pytest

from tests.analysis.small_worlds import RATING, dialogue_of, with_predictions
from tracktwo.analysis import Analysis, GivenGroups, analyse
from tracktwo.dialogue import Dialogue
from tracktwo.errors import OptionError
from tracktwo.opinion import polis
from tracktwo.simulate import Misperception, perception_world, planted_groups
from tracktwo.votes import sweep_of, tally

SHARED, REJECTED, DIVIDED, MIXED = range(4)


@pytest.fixture(scope="module")
def planted() -> Dialogue:
    """Thirty a side: all agree with s1, all reject s2, s3 parts the sides, s4 parts each side."""
    rng = np.random.default_rng(3)
    agree = np.array([[0.95, 0.05, 0.95, 0.5], [0.95, 0.05, 0.05, 0.5]]).repeat(30, axis=0)
    table = np.where(rng.random(agree.shape) < agree, 1.0, -1.0)
    return dialogue_of(table, [0] * 30 + [1] * 30)


@pytest.fixture(scope="module")
def found(planted: Dialogue) -> Analysis:
    return analyse(planted, groups="parties")


def test_planted_shared_ground_ranks_first(found: Analysis) -> None:
    support = [row.shared_ground or 0.0 for row in found.statements]
    rejection = [row.shared_rejection or 0.0 for row in found.statements]

    assert int(np.argmax(support)) == SHARED
    assert int(np.argmax(rejection)) == REJECTED
    assert min(support[SHARED], rejection[REJECTED]) > 0.7
    assert max(support[DIVIDED], rejection[DIVIDED]) < 0.2


def test_planted_division_is_what_sets_sides_apart(found: Analysis) -> None:
    rows = [(row.group, row.statement, row.direction) for row in found.party_representative]

    assert rows == [("K", "s3", "agree"), ("L", "s3", "disagree")]


def test_planted_divisions_part_the_map() -> None:
    rng = np.random.default_rng(1)
    agree = np.repeat([[0.9] * 8, [0.1] * 8], 30, axis=0)
    table = np.where(rng.random(agree.shape) < agree, 1.0, -1.0)

    people = analyse(dialogue_of(table, [0] * 30 + [1] * 30)).participants

    position = people.position[:, 0] * np.where(people.party == 0, 1, -1)
    assert abs(np.sign(position).sum()) == 60


def test_bridging_is_highest_where_those_who_differ_agree(found: Analysis) -> None:
    bridging = [row.bridging for row in found.statements]

    assert int(np.argmax(bridging)) == SHARED
    assert int(np.argmin(bridging)) == REJECTED


def test_planted_quarrel_inside_sides_is_the_least_cohesive(found: Analysis) -> None:
    for side in "KL":
        index = {row.statement: row.agreement_index for row in found.cohesion if row.party == side}

        assert min(index, key=index.__getitem__) == "s4"


def test_planted_misperceptions_come_out_under_their_names() -> None:
    shares = np.array([[0.9, 0.9, 0.9], [0.9, 0.9, 0.1]])
    planted = [Misperception(0, 0, 1, -0.6), Misperception(2, 1, 0, -0.6)]
    world, _ = perception_world(seats=60, statements=3, planted=planted, shares=shares, seed=1)

    found = analyse(world)

    kinds = {(row.statement, row.of, row.about): row.kind for row in found.perceptions}
    claimed = {key for key in kinds if _row(found, *key).misperceived}
    assert claimed == {("s1", "A", "B"), ("s3", "B", "A")}
    assert kinds["s1", "A", "B"] == "hidden_agreement"
    assert kinds["s1", "B", "A"] == kinds["s2", "A", "B"] == "shared_known"
    assert kinds["s3", "B", "A"] == "hidden_disagreement"
    assert kinds["s3", "A", "B"] == "disagreement_known"


def _row(found: Analysis, statement: str, of: str, about: str) -> object:
    return next(
        row
        for row in found.perceptions
        if (row.statement, row.of, row.about) == (statement, of, about)
    )


def test_planted_groups_are_found_and_supported() -> None:
    world, truth = planted_groups(300, 30, groups=2, fill=0.9, contrast=4, seed=1)

    found = analyse(world)

    pairs = set(zip(found.participants.group.tolist(), truth.group.tolist(), strict=True))
    assert (found.grouping.k, found.grouping.supported, len(pairs)) == (2, True, 2)


@pytest.mark.parametrize("groups", ["parties", "polis", "model"])
def test_polis_figures_are_polis_formulas_on_the_groups(planted: Dialogue, groups: str) -> None:
    found = analyse(planted, groups=groups)

    counts = tally(sweep_of(planted), found.participants.group, len(found.groups))
    consensus = np.prod((counts.agree + 1) / (counts.n + 2), axis=0)
    n, agree, passes = (x.sum(axis=0) for x in (counts.n, counts.agree, counts.passes))
    extremity = np.array([row.polis.extremity for row in found.statements])
    importance = (1 - (passes + 1) / (n + 2)) * (1 + extremity) * (agree + 1) / (n + 2)
    priority = (importance * (1 + 8 * 2 ** (-n / 5))) ** 2
    told = [(row.polis.group_aware_consensus, row.polis.priority) for row in found.statements]
    assert np.allclose(told, np.column_stack([consensus, priority]), rtol=1e-12)


def test_map_of_polis_is_its_projection(planted: Dialogue) -> None:
    found = analyse(planted, map="polis")

    expected = polis.fit_map(sweep_of(planted).matrix).projection  # type: ignore[attr-defined]
    assert np.allclose(found.participants.position, expected, rtol=0, atol=1e-12)
    assert np.isnan(found.participants.position_se).all()


def test_given_groups_are_the_groups(planted: Dialogue) -> None:
    label = np.array([0, 1, -1] * 20, np.int32)

    found = analyse(planted, groups=GivenGroups(label, ("x", "y")))

    assert [(group.id, group.size) for group in found.groups] == [("x", 20), ("y", 20)]
    assert (found.participants.group == label).all()
    assert (found.grouping.method, found.settings.groups) == ("file", "file")
    assert set(found.statements[0].by_group) == {"x", "y"}


@pytest.mark.parametrize(
    ("rule", "right"), [("party:K", "K"), ("party:L", "L"), ("statement:s3", "K")]
)
def test_orientation_turns_the_named_to_the_right(planted: Dialogue, rule: str, right: str) -> None:
    found = analyse(planted, orientation=rule)

    side = found.participants.party == "KL".index(right)
    assert found.participants.position[side, 0].mean() > 0


def test_smallest_effect_is_what_an_error_must_exceed() -> None:
    shares = np.full((2, 2), 0.8)
    world, _ = perception_world(
        seats=60, statements=2, planted=[Misperception(0, 0, 1, -0.4)], shares=shares, seed=2
    )

    claimed = [
        sum(row.misperceived for row in analyse(world, smallest_effect=effect).perceptions)
        for effect in (0.1, 0.6)
    ]

    assert claimed == [1, 0]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"groups": "tribes"}, "groups 'tribes' are not known; write model, parties, polis or a file"),
        ({"map": "globe"}, "map 'globe' is not known; write ideal-point or polis"),
        ({"smallest_effect": -1}, "the smallest effect is -1; it must lie between 0 and 1"),
        ({"false_discovery_rate": 2}, "the false discovery rate is 2; it must lie between 0 and 1"),
        ({"level": 1.0}, "the level is 1; it must lie between 0 and 1"),
        ({"smallest_effect": float("nan")}, "the smallest effect is nan; it must lie between 0 and 1"),
        ({"orientation": "up"}, "'up' does not orient a map; write party:ID, participant:ID or statement:ID"),
    ],
)  # fmt: skip
def test_settings_that_do_not_fit_are_refused(
    planted: Dialogue, options: dict[str, object], sentence: str
) -> None:
    with pytest.raises(OptionError) as refused:
        analyse(planted, **options)  # type: ignore[arg-type]

    assert str(refused.value) == sentence


@pytest.mark.parametrize("rate", [0, 0.0])
def test_a_rate_of_nothing_is_refused_before_the_work(planted: Dialogue, rate: float) -> None:
    told: list[str] = []

    with pytest.raises(OptionError) as refused:
        analyse(planted, false_discovery_rate=rate, progress=lambda what, *_: told.append(what))

    assert str(refused.value) == "the false discovery rate is 0; it must lie between 0 and 1"
    assert told == []


def test_groups_cannot_be_parties_nobody_belongs_to(planted: Dialogue) -> None:
    nobodys = replace(planted, parties=(), party_of=np.full(60, -1, np.int32))

    with pytest.raises(OptionError) as refused:
        analyse(nobodys, groups="parties")

    assert str(refused.value) == "groups cannot be the parties: no participant belongs to one"


def test_a_dialogue_nobody_answered_is_refused() -> None:
    with pytest.raises(OptionError) as refused:
        analyse(dialogue_of(np.full((3, 2), np.nan), [0, 0, 1]))

    assert str(refused.value) == "there is nothing to analyse: nobody answered anything"


@pytest.mark.parametrize(
    "options",
    [
        {"map": "polis"},
        {"groups": "polis"},
    ],
)
def test_polis_needs_votes(options: dict[str, object]) -> None:
    rated = dialogue_of(np.array([[1.0, 2.0]] * 4), [0, 0, 1, 1], scales=(RATING, RATING))

    with pytest.raises(OptionError) as refused:
        analyse(rated, **options)  # type: ignore[arg-type]

    sentence = "Polis's figures need votes; leave out statements that are rated"
    assert str(refused.value) == sentence


def test_progress_names_every_long_step() -> None:
    told: list[str] = []
    dialogue = with_predictions(dialogue_of(np.ones((30, 3)), [0] * 15 + [1] * 15), 1)

    analyse(dialogue, progress=lambda what, *_: told.append(what))

    assert {"fitting positions", "looking for bridges", "counting", "comparing perceptions"} <= set(
        told
    )


def test_statement_is_found_by_its_id(found: Analysis) -> None:
    assert found.statement("s3") is found.statements[DIVIDED]
