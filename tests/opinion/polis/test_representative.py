import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.opinion.polis.blobs import tally_of
from tracktwo.opinion.polis import RepresentativeStatement, representative_statements

COUNTS = st.tuples(*[st.integers(0, 12)] * 3)


def test_representative_statements_equal_polis(blob):
    chosen = representative_statements(blob.groups, hidden=blob.zeroed)

    for label, ours in enumerate(chosen):
        theirs = blob.result["repness"][str(label)]
        assert [as_polis_writes(blob.tids[one.statement], one) for one in ours] == [
            {key: pytest.approx(value) for key, value in one.items() if key != "repful-for"}
            | {"repful-for": one["repful-for"]}
            for one in theirs
        ]


def as_polis_writes(tid: int, one: RepresentativeStatement) -> dict[str, object]:
    written = {
        "tid": tid,
        "n-success": one.successes,
        "n-trials": one.trials,
        "p-success": one.share,
        "p-test": one.share_z,
        "repness": one.ratio,
        "repness-test": one.ratio_z,
        "repful-for": one.direction,
    }
    return written | ({"best-agree": True, "n-agree": one.agreeing} if one.is_best_agree else {})


def shown(group: tuple[RepresentativeStatement, ...]) -> list[tuple[int, str]]:
    return [(one.statement, one.direction) for one in group]


def test_statement_of_hand_computed_example_is_chosen_with_its_numbers():
    # Agreeing: 8 of 8 against 0 of 3; disagreeing: 0 of 8 against 3 of 3.
    groups = tally_of([(0, 0, 8)], [(3, 0, 0)])

    first, second = representative_statements(groups)

    # 9 of 9 against 1 of 4: z = .75 / sqrt(10/13 * 3/13 * (1/9 + 1/4)) = 2.9623.
    assert first == (
        RepresentativeStatement(
            statement=0,
            direction="agree",
            successes=8,
            trials=8,
            share=9 / 10,
            share_z=3.0,
            ratio=pytest.approx((9 / 10) / (1 / 5)),
            ratio_z=pytest.approx(0.75 / np.sqrt(10 / 13 * 3 / 13 * (1 / 9 + 1 / 4))),
            agreeing=8,
            disagreeing=0,
            is_best_agree=True,
        ),
    )
    assert shown(second) == [(0, "disagree")]
    assert not second[0].is_best_agree


def test_statement_most_agree_with_can_be_labelled_disagree_as_in_polis():
    # 14 of 18 agree here and all do elsewhere: the group differs by disagreeing.
    groups = tally_of([(3, 1, 14)], [(0, 0, 40)])

    (best,), _ = representative_statements(groups)

    assert (best.direction, best.agreeing, best.disagreeing) == ("disagree", 14, 3)
    assert best.is_best_agree
    assert best.contradicts_majority


def test_label_of_the_majority_does_not_contradict_it():
    (first,), (second,) = representative_statements(tally_of([(0, 0, 8)], [(8, 0, 0)]))

    assert (first.direction, first.contradicts_majority) == ("agree", False)
    assert (second.direction, second.contradicts_majority) == ("disagree", False)


def test_agrees_come_before_disagrees_and_stronger_before_weaker():
    groups = tally_of(
        [(30, 0, 0), (0, 0, 20), (0, 0, 30), (20, 0, 0)],
        [(0, 0, 30), (20, 0, 0), (30, 0, 0), (0, 0, 20)],
    )

    first, second = representative_statements(groups)

    assert shown(first) == [(2, "agree"), (1, "agree"), (0, "disagree"), (3, "disagree")]
    assert shown(second) == [(0, "agree"), (3, "agree"), (2, "disagree"), (1, "disagree")]


def test_at_most_the_number_asked_for_is_shown():
    groups = tally_of([(0, 0, 9 + i) for i in range(8)], [(9, 0, 0)] * 8)

    default, two = (representative_statements(groups, most=most)[0] for most in (5, 2))

    assert shown(default) == [(7, "agree"), (6, "agree"), (5, "agree"), (4, "agree"), (3, "agree")]
    assert two == default[:2]


def test_hidden_statements_are_left_out():
    groups = tally_of([(0, 0, 9), (0, 0, 8)], [(9, 0, 0), (8, 0, 0)])

    first, _ = representative_statements(groups, hidden=np.array([True, False]))

    assert shown(first) == [(1, "agree")]


def test_without_candidates_and_agreement_the_statement_furthest_apart_is_shown():
    # In group 0 nobody agrees; differences are too small to be significant.
    groups = tally_of([(1, 3, 0), (2, 2, 0)], [(1, 3, 0), (1, 3, 0)])

    first, _ = representative_statements(groups)

    assert shown(first) == [(1, "disagree")]
    assert not first[0].is_best_agree


def test_nothing_is_shown_where_everything_is_hidden():
    groups = tally_of([(0, 0, 9)], [(9, 0, 0)])

    assert representative_statements(groups, hidden=np.array([True])) == ((), ())


@given(st.lists(st.tuples(COUNTS, COUNTS), min_size=1, max_size=8))
def test_every_group_shows_at_most_five_different_statements(pairs):
    groups = tally_of([one for one, _ in pairs], [other for _, other in pairs])

    for group in representative_statements(groups):
        statements = [one.statement for one in group]
        assert 1 <= len(statements) <= 5
        assert len(set(statements)) == len(statements)
        assert sum(one.is_best_agree for one in group) <= 1


@given(st.lists(st.tuples(COUNTS, COUNTS), min_size=1, max_size=8))
def test_renaming_groups_renames_the_result(pairs):
    one, other = [a for a, _ in pairs], [b for _, b in pairs]

    assert representative_statements(tally_of(other, one)) == tuple(
        reversed(representative_statements(tally_of(one, other)))
    )
