import polars as pl
import pytest

from tests.datasets.rda import Symbols, reals, strings
from tracktwo.datasets.unga_source import convert, ideal_points, roll_call_votes, roll_calls, states
from tracktwo.errors import InputError

IDEAL_POINTS = (
    "Row,ccode,session,NVotes,IdealPoint,QO%,Q5%,Q10%,Q50%,Q90%,Q95%,Q100%,iso3c,Countryname\n"
    "25,2,26,119,1.75,1.4,1.5,1.6,1.7,1.8,1.9,2.1,USA,United States\n"
)


@pytest.fixture
def source(tmp_path):
    """The published files with three votes and two roll calls."""
    votes, calls, issues = Symbols(), Symbols(), Symbols()
    for symbols, name in (
        (votes, "un_votes"),
        (calls, "un_roll_calls"),
        (issues, "un_roll_call_issues"),
    ):
        symbols.seen.append(name)
    tables = {
        "un_votes": votes.document(
            "un_votes",
            votes.frame(
                {
                    "rcid": reals([3, 3, 4]),
                    "country": strings(["Namibia", "Zanzibar", "France"]),
                    "country_code": strings(["NA", None, "FR"]),
                    "vote": votes.factor([1, 3, 2], ["yes", "abstain", "no"]),
                },
                3,
            ),
        ),
        "un_roll_calls": calls.document(
            "un_roll_calls",
            calls.frame(
                {
                    "rcid": reals([4, 3]),
                    "session": reals([27, 26]),
                    "date": reals([1000, 364]),
                    "unres": strings(["R/27/1", "R/26/1"]),
                    "short": strings([None, "TRADE"]),
                },
                2,
            ),
        ),
        "un_roll_call_issues": issues.document(
            "un_roll_call_issues",
            issues.frame(
                {"rcid": reals([4, 4]), "short_name": issues.factor([1, 2], ["nu", "di"])}, 2
            ),
        ),
    }
    for name, document in tables.items():
        (tmp_path / f"{name}.rda").write_bytes(document)
    (tmp_path / "ideal_points.csv").write_text(IDEAL_POINTS)
    return tmp_path


def test_votes_are_told_by_state(source):
    votes = roll_call_votes(source)

    assert votes.rows() == [(3, "NAM", "yes"), (3, "EAZ", "no"), (4, "FRA", "abstain")]


def test_roll_calls_carry_their_year_and_issues(source):
    calls = roll_calls(source).select("rcid", "session", "year", "unres", "short", "issues")

    assert calls.rows() == [
        (3, 26, 1970, "R/26/1", "TRADE", ""),
        (4, 27, 1972, "R/27/1", None, "di|nu"),
    ]


def test_ideal_points_keep_the_interval(source):
    points = ideal_points(source / "ideal_points.csv")

    assert points.row(0, named=True) == {
        "state": "USA", "session": 26, "n_votes": 119, "ideal_point": 1.75,
        "q05": 1.5, "q10": 1.6, "q50": 1.7, "q90": 1.8, "q95": 1.9,
    }  # fmt: skip


def test_another_version_of_the_files_is_refused(source, tmp_path):
    with pytest.raises(InputError) as caught:
        convert(source, tmp_path)

    assert caught.value.message == (
        "sessions 26 to 60 have 2 roll calls and 3 votes, not 3662 and 537715; "
        "this is not the version expected"
    )


def test_states_are_those_of_the_reference(reference):
    told = pl.read_csv(reference("unga/states.csv"), infer_schema=False)
    expected = set(told.select("state", "nato_since").rows())

    ours = set(states().with_columns(pl.col("nato_since").cast(pl.String)).rows())

    joined_since_the_reference_was_made = {("FIN", None), ("SWE", None)}
    assert expected - ours == joined_since_the_reference_was_made
    assert {state for state, _ in ours} == {state for state, _ in expected}
