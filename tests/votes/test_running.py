import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.votes.tables import matrix_of, random_votes, vote_tables
from tracktwo.dialogue import VOTE, Scale
from tracktwo.errors import InputError, OptionError
from tracktwo.votes import Codebook, MemorySweep
from tracktwo.votes.axes import principal_axes
from tracktwo.votes.moments import Moments, moments
from tracktwo.votes.running import Ballot, RunningMoments


def moments_of(table):
    return moments(MemorySweep(matrix_of(table)))


def sums(found):
    return [found.xx.tolist(), found.xm.tolist(), found.mm.tolist()]


def ballot(row):
    statement = np.flatnonzero(~np.isnan(row))
    return Ballot(statement.astype(np.int32), row[statement].astype(np.float32))


def votes(**by_statement):
    codes = [int(name[1:]) for name in by_statement]
    return Ballot(np.array(codes, np.int32), np.array([*by_statement.values()], np.float32))


@given(vote_tables(least_people=1), st.data())
def test_running_moments_equal_those_from_scratch_after_any_changes(table, data):
    n_changes = data.draw(st.integers(0, 8))
    running = RunningMoments(moments_of(table), axes=1)
    now = table.copy()

    for _ in range(n_changes):
        person = data.draw(st.integers(0, len(table) - 1))
        row = data.draw(
            st.lists(
                st.sampled_from([-1.0, 0.0, 1.0, np.nan]),
                min_size=table.shape[1],
                max_size=table.shape[1],
            )
        )
        running.change(ballot(now[person]), ballot(np.array(row)))
        now[person] = row

    assert sums(running.moments()) == sums(moments_of(now))
    assert running.imputed_scatter().tolist() == moments_of(now).imputed_scatter.tolist()


@given(vote_tables(least_people=1), st.randoms(use_true_random=False))
def test_people_may_come_and_go_in_any_order(table, random):
    order = list(range(len(table)))
    random.shuffle(order)
    running = RunningMoments(Moments.none(Codebook((VOTE,) * table.shape[1])), axes=1)

    for person in order:
        running.add(ballot(table[person]))
    everybody = sums(running.moments())
    for person in range(len(table)):
        running.withdraw(ballot(table[person]))

    assert everybody == sums(moments_of(table))
    assert sums(running.moments()) == sums(Moments.none(running.moments().codebook))


def test_running_moments_of_ratings_stay_close_to_those_from_scratch():
    random = np.random.default_rng(1)
    table = (1 + 6 * random.random((60, 5))).astype(np.float32).astype(float)
    scales = (Scale("rating", 1, 7),) * 5
    running = RunningMoments(Moments.none(Codebook(scales)))

    for row in table:
        running.add(ballot(row))

    assert np.allclose(running.moments().xx, table.T @ table, rtol=1e-12)


def test_the_moments_given_at_the_start_and_handed_out_are_left_alone():
    start = moments_of(random_votes(people=10))
    running = RunningMoments(start)
    before, handed_out = sums(start), running.moments()

    running.add(votes(s0=1, s3=-1))

    assert sums(start) == before
    assert sums(handed_out) == before


@pytest.mark.parametrize("statements", [30, 150])
def test_refreshed_axes_are_those_from_scratch(statements):
    random = np.random.default_rng(11)
    leaning, loading = random.normal(size=(600, 2)), random.normal(size=(2, statements))
    loading[1] /= 2
    table = np.sign(leaning @ loading + 0.3 * random.normal(size=(600, statements)))
    table[random.random(table.shape) < 0.7] = np.nan
    running = RunningMoments(moments_of(table[:500]))

    for row in table[500:]:
        running.add(ballot(row))
    axes = running.refresh_axes(close=1e-9)

    known = principal_axes(moments_of(table).imputed_scatter)
    assert axes.residual <= 1e-9
    assert np.allclose(axes.eigenvalues, known.eigenvalues, rtol=1e-12)
    assert np.allclose(np.abs((axes.directions * known.directions).sum(axis=0)), 1, atol=1e-12)


def test_axes_appear_when_people_join_an_empty_dialogue():
    random = np.random.default_rng(12)
    leaning, loading = random.normal(size=80), random.normal(size=120)
    table = np.sign(np.outer(leaning, loading))
    running = RunningMoments(Moments.none(Codebook((VOTE,) * 120)), axes=1)

    for row in table:
        running.add(ballot(row))
        axes = running.refresh_axes(close=1e-9)

    known = principal_axes(moments_of(table).imputed_scatter, count=1)
    assert abs(axes.directions[:, 0] @ known.directions[:, 0]) > 1 - 1e-12


def test_an_axis_does_not_flip_between_refreshes():
    running = RunningMoments(moments_of(random_votes(answered=0.9)))
    first = running.refresh_axes()

    running.add(votes(s0=1, s1=1, s2=-1))
    second = running.refresh_axes()

    assert ((first.directions * second.directions).sum(axis=0) > 0.9).all()


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (votes(s9=1), "a statement code lies outside 0..2"),
        (votes(s0=0.5), "answer 0.5 lies outside the scale vote"),
        (votes(s0=2), "answer 2 lies outside the scale vote"),
        (votes(s0=np.nan), "answer nan lies outside the scale vote"),
        (Ballot(np.array([1, 1], np.int32), np.ones(2, np.float32)), "each of its statements once"),
        (Ballot(np.array([1], np.int32), np.ones(2, np.float32)), "each of its statements once"),
    ],
)
def test_a_bad_ballot_is_refused_and_changes_nothing(bad, message):
    running = RunningMoments(moments_of(np.ones((2, 3))))

    with pytest.raises(InputError, match=message):
        running.add(bad)

    assert sums(running.moments()) == sums(moments_of(np.ones((2, 3))))


def test_answers_that_were_never_counted_cannot_be_withdrawn():
    running = RunningMoments(Moments.none(Codebook((VOTE, VOTE))))

    with pytest.raises(OptionError, match="never counted"):
        running.withdraw(votes(s1=1))
