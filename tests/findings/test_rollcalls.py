"""What the page says of roll calls, against figures counted elsewhere and facts of record."""

import polars as pl
import pytest


def test_same_vote_of_the_usa_and_china_is_the_known_share(calls) -> None:
    from findings.rollcalls import PERIODS, usa_like_china
    from findings.un_opening import over

    shares = [round(over(calls, usa_like_china, period).value, 3) for period in PERIODS]

    # The first three are those published for whole decades; the last decade ends here in 2005.
    assert shares == [0.238, 0.143, 0.148, 0.123]


def test_members_of_nato_are_those_of_the_year(calls) -> None:
    members = {n: int(calls.during(range(n, n + 1)).members[0]) for n in (28, 36, 37, 54, 58, 59)}

    assert members == {28: 15, 36: 15, 37: 16, 54: 19, 58: 19, 59: 26}


def test_counts_equal_those_of_the_votes_themselves(calls, reference) -> None:
    votes = pl.read_parquet(reference("unga/votes.parquet"))

    assert len(calls) == 3662
    assert int(calls.all.sum()) == votes.height
    assert int(calls.all[:, 2].sum()) == votes.filter(pl.col("vote").cast(str) == "yes").height


def test_agreement_of_the_allies_is_hix_noury_and_rolands(calls) -> None:
    largest, voting = calls.allies.max(axis=1), calls.allies.sum(axis=1)
    voted = voting > 0

    expected = (largest - (voting - largest) / 2)[voted] / voting[voted]

    assert calls.agreement[voted] == pytest.approx(expected)


def test_positions_reach_the_published_ones(reference) -> None:
    from findings.positions import read_standings

    published = [standing.published for standing in read_standings(reference("unga"))]

    assert min(published) >= 0.97


def test_allies_and_china_agree_no_more_than_their_habits_give(calls) -> None:
    from findings.estimates import kappa
    from findings.rollcalls import PERIODS, majority

    periods = [calls.during(sessions) for sessions in PERIODS.values()]

    assert max(kappa(majority(period.allies), period.china) for period in periods) < 0.05


def test_allies_closed_ranks_on_every_issue(calls) -> None:
    from findings.rollcalls import agreement
    from findings.un_opening import FIRST, LAST, over

    from tracktwo.datasets import ISSUES

    first, last = ({i: over(calls, agreement, p, i) for i in ISSUES} for p in (FIRST, LAST))

    assert [issue for issue in ISSUES if first[issue].high >= last[issue].low] == []


def test_enlargement_did_not_move_agreement_with_china(calls) -> None:
    from findings.rollcalls import PERIODS, allies_like_china, first_members_like_china
    from findings.un_opening import over

    moved = [
        abs(
            over(calls, allies_like_china, p).value - over(calls, first_members_like_china, p).value
        )
        for p in PERIODS
    ]

    assert max(moved) < 0.02


def test_common_ground_is_mostly_that_of_the_assembly(calls) -> None:
    from findings.ground import is_common_ground

    shared = calls.where(is_common_ground(calls))

    assert (shared.all[:, 2] >= 0.9 * shared.all.sum(axis=1)).mean() > 0.5
