import numpy as np
import polars as pl
import pytest

from tracktwo.datasets import ISSUES, published_ideal_points, un_roll_calls
from tracktwo.errors import OptionError


@pytest.fixture(scope="module")
def folder(reference):
    return reference("unga")


@pytest.fixture(scope="module")
def everything(folder):
    return un_roll_calls(folder)


def test_roll_calls_have_the_published_counts(everything, folder):
    answers = everything.answers
    cell = answers.statement * 3 + (answers.value + 1).astype(int)

    counts = np.bincount(cell, minlength=3 * len(everything.statements)).reshape(-1, 3)

    told = pl.read_parquet(folder / "rollcalls.parquet").sort("rcid")
    assert everything.statement_ids == tuple(str(rcid) for rcid in told["rcid"])
    assert counts.tolist() == told.select("no", "abstain", "yes").to_numpy().tolist()


def test_roll_calls_keep_namibia(everything):
    namibia = everything.participants.index("NAM")

    assert int((everything.answers.participant == namibia).sum()) == 1237


def test_roll_calls_of_one_session_and_issue_are_chosen(folder):
    dialogue = un_roll_calls(folder, sessions=[60], issue="me")

    first = dialogue.statements[0]
    assert dialogue.title == {
        "en": "UN General Assembly roll calls, session 60: Palestinian conflict"
    }
    assert {"me" in one.theme.split("|") for one in dialogue.statements} == {True}
    assert (first.id, first.source, first.kind) == ("4601", "R/60/183", "roll call")


@pytest.mark.parametrize(("session", "members"), [(27, 14), (40, 16), (54, 19), (60, 26)])
def test_nato_is_those_who_had_joined(folder, session, members):
    """14 voting members before West Germany came to the UN in 1973 and Spain to NATO in 1982."""
    dialogue = un_roll_calls(folder, sessions=[session])

    counts = np.bincount(dialogue.party_of[dialogue.party_of >= 0]).tolist()
    assert (dialogue.party_ids, counts) == (("nato", "china"), [members, 1])


def test_roll_calls_without_parties_have_none(folder):
    dialogue = un_roll_calls(folder, sessions=[60], parties=None)

    assert (dialogue.parties, set(dialogue.party_of.tolist())) == ((), {-1})


def test_every_issue_has_roll_calls(folder):
    counts = {issue: len(un_roll_calls(folder, issue=issue).statements) for issue in ISSUES}

    assert min(counts.values()) > 200


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ({"issue": "xx"}, "there is no issue 'xx'; known are me, nu, di, hr, co, ec"),
        ({"sessions": [1]}, "no roll call is left; choose other sessions or another issue"),
    ],
)
def test_choices_that_leave_nothing_are_refused(folder, chosen, sentence):
    with pytest.raises(OptionError) as caught:
        un_roll_calls(folder, **chosen)

    assert str(caught.value) == sentence


def votes_of(dialogue, state):
    answers, votes = dialogue.answers, np.full(len(dialogue.statements), np.nan)
    mine = answers.participant == dialogue.participants.index(state)
    votes[answers.statement[mine]] = answers.value[mine]
    return votes


def test_usa_and_china_vote_alike_as_rarely_as_told(everything, folder):
    """The share of equal votes where both voted, by decade."""
    decade = pl.read_parquet(folder / "rollcalls.parquet").sort("rcid")["year"].to_numpy() // 10
    usa, china = votes_of(everything, "USA"), votes_of(everything, "CHN")

    both = ~np.isnan(usa) & ~np.isnan(china)
    shares = [float((usa == china)[both & (decade == ten)].mean()) for ten in (197, 198, 199)]

    assert shares == pytest.approx([0.238, 0.143, 0.148], abs=5e-4)


def test_published_ideal_points_lie_inside_their_intervals(folder):
    points = published_ideal_points(folder)

    usa = points.state.index("USA")
    assert len(points.state) == 5685
    assert ((points.low <= points.point) & (points.point <= points.high)).all()
    assert (points.session[usa], points.point[usa], points.n_votes[usa]) == (26, 1.767618, 119)
