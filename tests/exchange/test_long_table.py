import polars as pl
import pytest

from tracktwo.errors import OptionError
from tracktwo.exchange import read

ROLL_CALLS = (
    "rcid,state,vote,year\n9,USA,no,1990\n9,CHN,yes,1990\n10,CHN,abstain,1991\n10,USA,,1991\n"
)
COLUMNS = {"participant": "state", "statement": "rcid"}
VALUES = {"yes": 1, "abstain": 0, "no": -1}


def test_long_table_is_read_by_the_columns_and_values_told(folder_of, plain):
    path = folder_of({"calls.csv": ROLL_CALLS}) / "calls.csv"

    dialogue = plain(read(path, columns=COLUMNS, values=VALUES))

    assert dialogue["answers"] == {("USA", "9"): -1, ("CHN", "9"): 1, ("CHN", "10"): 0}
    assert dialogue["told"] == ({}, ("en",), 1, "", {})


def test_long_table_separated_by_tabs_is_read(folder_of, plain):
    path = folder_of({"calls.tsv": ROLL_CALLS.replace(",", "\t")}) / "calls.tsv"

    dialogue = plain(read(path, columns=COLUMNS, values=VALUES))

    assert dialogue["answers"] == {("USA", "9"): -1, ("CHN", "9"): 1, ("CHN", "10"): 0}


def test_long_table_in_parquet_is_read_whatever_stores_its_words(folder_of, plain):
    path = folder_of({}) / "calls.parquet"
    words = pl.Series(["no", "yes", None], dtype=pl.Categorical)
    pl.DataFrame({"rcid": [9, 9, 10], "state": ["USA", "CHN", "CHN"], "vote": words}).write_parquet(
        path
    )

    dialogue = plain(read(path, columns=COLUMNS, values=VALUES))

    assert dialogue["answers"] == {("USA", "9"): -1, ("CHN", "9"): 1}


def test_long_table_takes_codes_stored_as_numbers_for_words(folder_of, plain):
    path = folder_of({}) / "calls.parquet"
    frame = {"participant": ["a", "b"], "statement": ["s", "s"], "vote": [1.0, 6.0]}
    pl.DataFrame(frame).write_parquet(path)

    dialogue = plain(read(path, values={"1": 1, "6": -1}))

    assert dialogue["answers"] == {("a", "s"): 1, ("b", "s"): -1}


def test_long_table_gets_sides_and_predictions_from_other_files(folder_of, plain):
    folder = folder_of(
        {
            "calls.csv": "participant,statement,vote\nFRA,9,1\nCHN,9,1\nCHE,9,0\n",
            "sides.csv": "participant,party\nFRA,nato\nBEL,nato\nCHN,china\n",
            "guesses.csv": "participant,statement,party,value\nFRA,9,china,0.5\n",
        }
    )

    dialogue = plain(
        read(
            folder / "calls.csv",
            participants=folder / "sides.csv",
            predictions=folder / "guesses.csv",
        )
    )

    assert dialogue["participants"] == ("BEL", "CHE", "CHN", "FRA")
    assert dialogue["party_of"] == [0, -1, 1, 0]
    assert dialogue["predictions"] == {("FRA", "9", "china"): 0.5}


def test_long_table_with_sides_of_other_people_is_refused(folder_of, refusal):
    folder = folder_of(
        {
            "calls.csv": "participant,statement,vote\nFRA,9,1\n",
            "sides.csv": "participant,party\nFR,nato\n",
        }
    )

    refused = refusal(folder / "calls.csv", participants=folder / "sides.csv")

    message = "none of the participants listed here answers in calls.csv; compare the ids"
    assert refused == ("sides.csv", None, message)


def test_long_table_without_the_columns_says_how_to_name_them(folder_of, refusal):
    path = folder_of({"calls.csv": ROLL_CALLS}) / "calls.csv"

    refused = refusal(path)

    message = (
        "column 'participant' is missing (there are: rcid, state, vote, year); "
        "say which columns to read (columns, --columns)"
    )
    assert refused == ("calls.csv", 1, message)


def test_long_table_with_a_word_not_told_is_refused(folder_of, refusal):
    path = folder_of({"calls.csv": ROLL_CALLS}) / "calls.csv"

    refused = refusal(path, columns=COLUMNS, values={"yes": 1, "no": -1})

    assert refused == ("calls.csv", 4, "vote 'abstain' is not among the values told (yes, no)")


def test_long_table_of_another_kind_is_refused(folder_of, refusal):
    refused = refusal(folder_of({"calls.xlsx": b"PK\x03\x04"}) / "calls.xlsx")

    message = "this kind of file is not read; give a .csv, .tsv or .parquet table, or a folder"
    assert refused == ("calls.xlsx", None, message)


def test_long_table_with_columns_for_an_unknown_role_is_refused(folder_of):
    path = folder_of({"calls.csv": ROLL_CALLS}) / "calls.csv"

    with pytest.raises(OptionError) as caught:
        read(path, columns={"voter": "state"})

    assert str(caught.value) == "columns knows participant, statement, vote, not 'voter'"
