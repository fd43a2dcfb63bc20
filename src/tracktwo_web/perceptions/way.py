"""The way of a ballot through its paper: which question comes next, which came before."""

from tracktwo_web.perceptions.order import order_of
from tracktwo_web.perceptions.paper import Asked, Paper
from tracktwo_web.perceptions.routing import routed
from tracktwo_web.perceptions.tally import published
from tracktwo_web.perceptions.voter import Voter


def way_of(voter: Voter, paper: Paper) -> tuple[int, ...]:
    """Places on the paper in the order in which this ballot meets them."""
    if paper.is_open_consultation:
        return routed(paper, voter.side, voter.ballot, published(paper.round_id))
    return order_of(paper.about, voter.ballot)


def next_question(
    voter: Voter, paper: Paper, *, after: int | None = None, answered: Asked | None = None
) -> Asked | None:
    """The first question without an answer, after a place and then from the beginning again.

    `answered`: a question answered just now, which the voter's own list does not hold yet.
    """
    way = way_of(voter, paper)
    start = way.index(after) + 1 if after in way else 0
    done = voter.answered | {answered.key} if answered else voter.answered
    for place in way[start:] + way[:start]:
        if paper.asked[place].key not in done:
            return paper.asked[place]
    return None


def question_before(voter: Voter, paper: Paper, place: int) -> Asked | None:
    """The question that came before on this ballot's way; None before the first."""
    way = way_of(voter, paper)
    at = way.index(place)
    return paper.asked[way[at - 1]] if at else None
