"""The order in which a ballot's questions are put."""

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tracktwo_web.perceptions.order import alternating, clashes, order_of

sizes = st.lists(st.integers(1, 12), min_size=1, max_size=5).map(lambda s: sorted(s, reverse=True))


def _about(*counts: int) -> tuple[str, ...]:
    return tuple(f"party {i}" for i, count in enumerate(counts) for _ in range(count))


@given(
    st.lists(st.sampled_from("abc"), max_size=30).map(tuple), st.binary(min_size=16, max_size=16)
)
def test_order_asks_every_question_once_and_the_same_again(about, ballot) -> None:
    order = order_of(about, ballot)

    assert sorted(order) == list(range(len(about)))
    assert order_of.__wrapped__(about, ballot) == order


@given(sizes)
def test_circle_holds_every_party_as_often_as_it_has_questions(counts) -> None:
    assert Counter(alternating(counts)) == dict(enumerate(counts))


@given(sizes)
def test_circle_has_no_more_neighbours_alike_than_must_be(counts) -> None:
    least = max(0, 2 * max(counts) - sum(counts)) if sum(counts) > 1 else 1

    assert clashes(alternating(counts)) == least


def test_two_parties_alternate_strictly_in_every_ballot() -> None:
    about = _about(10, 10)

    for number in range(50):
        parties = [about[place] for place in order_of(about, number.to_bytes(16))]

        assert all(one != other for one, other in pairwise(parties))


def test_each_party_stands_at_each_place_equally_often_over_the_turns_of_the_circle() -> None:
    circle = alternating((7, 4, 3))
    turned = [circle[start:] + circle[:start] for start in range(len(circle))]

    at_each_place = [Counter(circle[place] for circle in turned) for place in range(len(circle))]

    assert at_each_place == [Counter({0: 7, 1: 4, 2: 3})] * 14


def test_each_question_stands_in_each_quarter_equally_often_over_ballots() -> None:
    about, ballots, quarter = _about(12, 8, 4), 6000, 6
    quarters = Counter()

    for number in range(ballots):
        for at, place in enumerate(order_of(about, number.to_bytes(16))):
            quarters[place, at // quarter] += 1

    expected = ballots / 4
    assert len(quarters) == len(about) * 4
    assert max(abs(count - expected) for count in quarters.values()) < 5 * (expected * 0.75) ** 0.5


def test_two_questions_come_in_either_order_equally_often() -> None:
    about, ballots = _about(5, 5), 4000
    orders = [order_of(about, number.to_bytes(16)) for number in range(ballots)]

    first = Counter(order.index(0) < order.index(1) for order in orders)

    assert abs(first[True] - ballots / 2) < 5 * (ballots / 4) ** 0.5
