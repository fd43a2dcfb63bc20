"""What must hold of every assessment, and how often claims are right on simulated dialogues.

Run as a program this prints the tables of claims of `docs/methods/perceptions.md`.
"""

import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.dialogue import Answers, Mirrored, Predictions
from tracktwo.perceptions import assess, assess_mirrored
from tracktwo.simulate import Misperception, perception_world
from tracktwo.votes import sweep_of, tally

SIZES = (5, 10, 30, 100, 200)


def _assess(dialogue):
    return assess(dialogue, tally(sweep_of(dialogue), dialogue.party_of, len(dialogue.parties)))


def _assess_mirrored(dialogue):
    counted = tally(sweep_of(dialogue), dialogue.party_of, len(dialogue.parties))
    return assess_mirrored(dialogue, counted)


worlds = st.builds(
    lambda **options: perception_world(**options)[0],
    seed=st.integers(0, 10_000),
    parties=st.integers(1, 3),
    seats=st.integers(1, 8),
    statements=st.integers(1, 5),
    passes=st.sampled_from([0.0, 0.3]),
    census=st.booleans(),
    k=st.integers(1, 4),
    prediction_noise=st.sampled_from([0.0, 0.1, 0.4]),
    mirrored=st.sampled_from([None, ()]),
)


@settings(max_examples=25, deadline=None)
@given(worlds, st.randoms(use_true_random=False))
def test_assess_is_blind_to_the_order_of_people_and_rows(dialogue, random):
    people = _shuffled(len(dialogue.participants), random)
    answers, predictions, told = dialogue.answers, dialogue.predictions, dialogue.mirrored
    a_row, p_row, m_row = (_shuffled(len(table), random) for table in (answers, predictions, told))
    new_code = np.argsort(people).astype(np.int32)

    moved = replace(
        dialogue,
        participants=tuple(dialogue.participants[old] for old in people),
        party_of=dialogue.party_of[people],
        answers=Answers(
            new_code[answers.participant[a_row]], answers.statement[a_row], answers.value[a_row]
        ),
        predictions=Predictions(
            new_code[predictions.participant[p_row]],
            predictions.statement[p_row],
            predictions.party[p_row],
            predictions.value[p_row],
        ),
        mirrored=Mirrored(
            new_code[told.participant[m_row]],
            told.statement[m_row],
            told.expected_by[m_row],
            told.party[m_row],
            told.value[m_row],
        ),
    )

    mirrored = [_assess_mirrored(one) for one in (dialogue, moved)]
    assert mirrored[0].meta_perceptions == mirrored[1].meta_perceptions
    before, after = _assess(dialogue), _assess(moved)
    assert after.perceptions == before.perceptions
    for pair, other in zip(after.pairs, before.pairs, strict=True):
        assert _figures(pair) == pytest.approx(_figures(other), abs=1e-9, nan_ok=True)


@settings(max_examples=25, deadline=None)
@given(worlds, st.randoms(use_true_random=False))
def test_assess_is_blind_to_the_order_of_sides(dialogue, random):
    sides = _shuffled(len(dialogue.parties), random)
    new_code = np.argsort(sides).astype(np.int32)

    moved = replace(
        dialogue,
        parties=tuple(dialogue.parties[old] for old in sides),
        party_of=new_code[dialogue.party_of],
        predictions=replace(dialogue.predictions, party=new_code[dialogue.predictions.party]),
        mirrored=replace(
            dialogue.mirrored,
            expected_by=new_code[dialogue.mirrored.expected_by],
            party=new_code[dialogue.mirrored.party],
        ),
    )

    mirrored = [set(_assess_mirrored(one).meta_perceptions) for one in (dialogue, moved)]
    assert mirrored[0] == mirrored[1]
    before, after = _assess(dialogue), _assess(moved)
    assert set(after.perceptions) == set(before.perceptions)
    assert {(p.of, p.about): p.accuracy for p in after.pairs} == {
        (p.of, p.about): p.accuracy for p in before.pairs
    }


@settings(max_examples=25, deadline=None)
@given(worlds)
def test_assess_is_blind_to_the_names_of_sides(dialogue):
    names = {party.id: f"side {party.id.lower()}" for party in dialogue.parties}

    renamed = replace(
        dialogue, parties=tuple(replace(party, id=names[party.id]) for party in dialogue.parties)
    )

    assert _assess(renamed).perceptions == tuple(
        replace(row, of=names[row.of], about=names[row.about])
        for row in _assess(dialogue).perceptions
    )


@settings(max_examples=25, deadline=None)
@given(worlds)
def test_assess_claims_nothing_without_an_interval_that_says_so(dialogue):
    for row in _assess(dialogue).perceptions:
        if row.misperceived:
            assert row.low > 0.1 or row.high < -0.1
            assert row.low <= row.error <= row.high
        if row.kind.startswith("hidden"):
            assert row.misperceived
        if row.n_of is None or row.n_about is None:
            assert (row.actual, row.predicted, row.error, row.kind) == (None, None, None, "unknown")


@settings(max_examples=25, deadline=None)
@given(worlds)
def test_what_is_believed_is_claimed_and_shown_as_what_is_expected(dialogue):
    for row in _assess_mirrored(dialogue).meta_perceptions:
        if row.misperceived:
            assert row.low > 0.1 or row.high < -0.1
            assert row.low <= row.error <= row.high
        if row.n_of is None or row.n_by is None:
            assert (row.actual, row.expected, row.believed, row.error) == (None,) * 4


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 30), st.integers(1, 4), st.booleans(), st.integers(0, 10_000))
def test_assess_finds_no_misperception_where_everyone_predicts_what_is(
    seats, statements, census, seed
):
    world, _ = perception_world(
        seats=seats, statements=statements, census=census, prediction_noise=0, seed=seed
    )
    agree = world.answers.value.reshape(2, seats, statements) == 1
    share = agree.mean(axis=1)
    told = world.predictions

    perfect = replace(
        world,
        predictions=replace(told, value=share[told.party, told.statement].astype(np.float32)),
    )

    assert not any(row.misperceived for row in _assess(perfect).perceptions)


def _shuffled(length, random):
    order = list(range(length))
    random.shuffle(order)
    return np.array(order, np.int64)


def _figures(pair):
    values = [getattr(pair, name) for name in ("statements", "accuracy", "bias", "exaggeration")]
    return [np.nan if value is None else float(value) for value in values]


@pytest.mark.parametrize("census", [False, True])
def test_more_answers_never_widen_an_interval_in_expectation(census):
    widths = []
    for heard in (5, 10, 20, 40):
        width = []
        for seed in range(12):
            world, _ = perception_world(seats=40, statements=10, census=census, seed=seed)
            rows = _assess(_first(world, heard)).perceptions
            width.append(np.mean([row.high - row.low for row in rows if not row.misperceived]))
        widths.append(np.mean(width))

    assert (np.diff(widths) < 0).all()


def _first(world, heard):
    """The same dialogue when only the first few of each side have been heard."""
    early = np.arange(len(world.participants)) % 40 < heard
    a_row, p_row = early[world.answers.participant], early[world.predictions.participant]
    answers, predictions = world.answers, world.predictions
    return replace(
        world,
        answers=Answers(answers.participant[a_row], answers.statement[a_row], answers.value[a_row]),
        predictions=Predictions(
            predictions.participant[p_row],
            predictions.statement[p_row],
            predictions.party[p_row],
            predictions.value[p_row],
        ),
    )


def found_and_false(repeats, seats, **options):
    """Share of planted misperceptions found, of claims that are false, of dialogues with a false one.

    An error up to the smallest effect is not a misperception.
    """
    found, false, any_false = [], [], []
    for seed in range(repeats):
        world, truth = perception_world(seats=seats, seed=seed, **options)
        rows = _assess(world).perceptions
        planted = np.abs(truth.error).transpose(2, 0, 1).ravel() > 0.1 + 1e-9
        claimed = np.array([row.misperceived for row in rows])
        found.append(claimed[planted].mean() if planted.any() else 0.0)
        false.append(claimed[~planted].sum() / max(claimed.sum(), 1))
        any_false.append(claimed[~planted].any())
    return float(np.mean(found)), float(np.mean(false)), float(np.mean(any_false))


def planted(error, statements=10):
    return [Misperception(statement, 0, 1, -error) for statement in range(statements)]


NULLS = {
    "no error": {},
    "error of exactly the smallest effect": {"error": 0.1},
    "the same, people err alike": {"error": 0.1, "style": 0.3},
    "the same, all shares .7, scattered predictions": {
        "error": 0.1,
        "shares": np.full((2, 20), 0.7),
        "prediction_noise": 0.4,
    },
}


@pytest.mark.parametrize("null", NULLS)
@pytest.mark.parametrize(("seats", "repeats"), [(5, 60), (10, 60), (30, 60), (200, 25)])
def test_planted_nulls_are_called_at_most_at_the_stated_rate(null, seats, repeats):
    _, _, any_false = found_and_false(repeats, seats, **NULLS[null])

    # Two standard errors of a rate of .05 over so many dialogues.
    assert any_false <= 0.05 + 2 * (0.05 * 0.95 / repeats) ** 0.5


@pytest.mark.parametrize(
    ("seats", "error", "at_least"),
    [(10, 0.7, 0.7), (30, 0.4, 0.5), (30, 0.5, 0.85), (100, 0.3, 0.8), (200, 0.3, 0.95)],
)
def test_planted_misperceptions_are_found_at_the_stated_rate(seats, error, at_least):
    found, false, _ = found_and_false(25, seats, planted=planted(error))

    assert found >= at_least
    assert false <= 0.05


def mirrored_found_and_false(repeats, seats, *, wrong=0.0, **options):
    """Share of planted errors about the other's expectation found, and of dialogues with a false claim."""
    found, any_false = [], []
    planted = [Misperception(statement, 0, 1, -wrong) for statement in range(10)] if wrong else ()
    for seed in range(repeats):
        world, _ = perception_world(seats=seats, seed=seed, **{"mirrored": planted, **options})
        claims = {
            (row.statement, row.of): row.misperceived
            for row in _assess_mirrored(world).meta_perceptions
        }
        true = {(f"s{one.statement + 1}", "A") for one in planted}
        found.append(np.mean([claims[key] for key in true]) if true else 0.0)
        any_false.append(any(is_claim for key, is_claim in claims.items() if key not in true))
    return float(np.mean(found)), float(np.mean(any_false))


AT_THE_BOUND = [
    Misperception(statement, of, 1 - of, 0.1) for statement in range(20) for of in (0, 1)
]
MIRRORED_NULLS = {
    "no error": {},
    "error of exactly the smallest effect": {"mirrored": AT_THE_BOUND},
    "the same, people err alike": {"mirrored": AT_THE_BOUND, "style": 0.3},
    "the same, all shares .7, scattered predictions": {
        "mirrored": AT_THE_BOUND,
        "shares": np.full((2, 20), 0.7),
        "prediction_noise": 0.4,
    },
}


@pytest.mark.parametrize("null", MIRRORED_NULLS)
@pytest.mark.parametrize(("seats", "repeats"), [(5, 40), (10, 40), (30, 40), (100, 40)])
def test_mirrored_nulls_are_called_at_most_at_the_stated_rate(null, seats, repeats):
    _, any_false = mirrored_found_and_false(repeats, seats, **MIRRORED_NULLS[null])

    assert any_false <= 0.05 + 2 * (0.05 * 0.95 / repeats) ** 0.5


@pytest.mark.parametrize(
    ("seats", "wrong", "at_least"), [(5, 0.7, 0.7), (10, 0.4, 0.6), (30, 0.3, 0.9), (100, 0.2, 0.9)]
)
def test_mirrored_errors_are_found_at_the_stated_rate(seats, wrong, at_least):
    found, _ = mirrored_found_and_false(20, seats, wrong=wrong)

    assert found >= at_least


def _table(repeats):
    for error in (0.2, 0.3, 0.4, 0.5, 0.7):
        row = [found_and_false(repeats, seats, planted=planted(error))[0] for seats in SIZES]
        yield f"| found: {error} | " + " | ".join(f"{value:.2f}" for value in row) + " |\n"
    for name, options in NULLS.items():
        row = [found_and_false(repeats, seats, **options)[2] for seats in SIZES]
        yield f"| {name} | " + " | ".join(f"{value:.3f}" for value in row) + " |\n"


def _mirrored_table(repeats):
    for wrong in (0.2, 0.3, 0.4, 0.5, 0.7):
        row = [mirrored_found_and_false(repeats, seats, wrong=wrong)[0] for seats in SIZES]
        yield f"| found: {wrong} | " + " | ".join(f"{value:.2f}" for value in row) + " |\n"
    for name, options in MIRRORED_NULLS.items():
        row = [mirrored_found_and_false(repeats, seats, **options)[1] for seats in SIZES]
        yield f"| {name} | " + " | ".join(f"{value:.3f}" for value in row) + " |\n"


if __name__ == "__main__":
    sys.stdout.writelines(_table(200))
    sys.stdout.writelines(_mirrored_table(200))
