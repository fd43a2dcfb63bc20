import polars as pl
import pytest

from tracktwo.dialogue import Party, Scale, Statement
from tracktwo.exchange import read

VOTES = "participant,statement,vote\nann,s1,1\nbo,s1,-1\nann,s2,0\n"
TOML = """title = "Talks"
languages = ["en", "zh"]
stage = "perceive"
note = "simulated"

[[parties]]
id = "east"
names = { en = "East", zh = "东" }
size = 2

[[parties]]
id = "west"
"""
PEOPLE = "participant,party\nbo,west\nann,east\ncy,\n"
STATEMENTS = (
    "statement,theme,scale,text_en,text_zh,moderated,is_meta\n"
    's2,trade,vote,"Two,\nlines",二,1,true\n'
    "s1,,rating:1:7,One,,,\n"
)
PREDICTIONS = "participant,statement,party,value\nann,s2,west,0.25\nbo,s1,east,6.5\n"


def test_folder_with_everything_is_read_whole(folder_of, plain):
    folder = folder_of(
        {
            "dialogue.toml": TOML,
            "participants.csv": PEOPLE,
            "statements.csv": STATEMENTS,
            "votes.csv": "participant,statement,vote\nann,s1,7\nbo,s2,-1\n",
            "predictions.csv": PREDICTIONS,
        }
    )

    dialogue = read(folder)

    assert plain(dialogue) == {
        "participants": ("bo", "ann", "cy"),
        "statements": (
            Statement("s2", {"en": "Two,\nlines", "zh": "二"}, "trade", moderated=1, is_meta=True),
            Statement("s1", {"en": "One"}, scale=Scale("rating", 1, 7)),
        ),
        "parties": (Party("east", {"en": "East", "zh": "东"}, 2), Party("west")),
        "party_of": [1, 0, -1],
        "told": ({"en": "Talks"}, ("en", "zh"), 3, "perceive", {"en": "simulated"}),
        "answers": {("ann", "s1"): 7, ("bo", "s2"): -1},
        "predictions": {("ann", "s2", "west"): 0.25, ("bo", "s1", "east"): 6.5},
        "mirrored": {},
    }


MIRRORED = """participant,statement,party,value,expected_by
ann,s2,west,0.25,
ann,s2,east,0.75,west
bo,s1,east,6.5,
bo,s1,west,2,east
bo,s2,west,,east
"""


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_predictions_that_name_who_expects_are_mirrored(folder_of, plain, kind):
    folder = folder_of(
        {
            "dialogue.toml": TOML,
            "participants.csv": PEOPLE,
            "statements.csv": STATEMENTS,
            "votes.csv": "participant,statement,vote\nann,s1,7\nbo,s2,-1\n",
            "predictions.csv": MIRRORED,
        }
    )
    if kind == "parquet":
        pl.read_csv(folder / "predictions.csv").write_parquet(folder / "predictions.parquet")
        (folder / "predictions.csv").unlink()

    found = plain(read(folder))

    assert found["predictions"] == {("ann", "s2", "west"): 0.25, ("bo", "s1", "east"): 6.5}
    assert found["mirrored"] == {
        ("ann", "s2", "west", "east"): 0.75,
        ("bo", "s1", "east", "west"): 2.0,
    }


def test_an_empty_column_of_who_expects_changes_nothing(folder_of, plain):
    rows = [f"{row}," for row in PREDICTIONS.splitlines()]
    rows[0] += "expected_by"
    files = {"dialogue.toml": TOML, "participants.csv": PEOPLE, "statements.csv": STATEMENTS}
    files["votes.csv"] = "participant,statement,vote\nann,s1,7\nbo,s2,-1\n"
    plainly = plain(read(folder_of({**files, "predictions.csv": PREDICTIONS})))

    found = plain(read(folder_of({**files, "predictions.csv": "\n".join(rows) + "\n"})))

    assert found == plainly


def test_folder_with_votes_alone_has_everybody_and_everything_answered(folder_of, plain):
    dialogue = read(folder_of({"votes.csv": VOTES}))

    assert plain(dialogue) == {
        "participants": ("ann", "bo"),
        "statements": (Statement("s1"), Statement("s2")),
        "parties": (),
        "party_of": [-1, -1],
        "told": ({}, ("en",), 1, "", {}),
        "answers": {("ann", "s1"): 1, ("bo", "s1"): -1, ("ann", "s2"): 0},
        "predictions": {},
        "mirrored": {},
    }


def test_folder_without_toml_takes_parties_and_languages_from_the_tables(folder_of):
    statements = "statement,text_fr,text_en\ns1,Un,One\ns2,,\n"
    people = "participant,party\nbo,west\nann,east\n"

    dialogue = read(
        folder_of({"votes.csv": VOTES, "participants.csv": people, "statements.csv": statements})
    )

    assert (dialogue.party_ids, dialogue.languages, dialogue.k) == (
        ("west", "east"),
        ("fr", "en"),
        1,
    )


def test_folder_gives_the_same_dialogue_whatever_the_order_of_rows(folder_of, plain):
    first = plain(read(folder_of({"votes.csv": VOTES})))
    header, *rows = VOTES.splitlines()

    again = plain(read(folder_of({"votes.csv": "\n".join([header, *reversed(rows)])})))

    assert again == first


def test_folder_orders_numbers_as_numbers_and_keeps_them_as_text(folder_of):
    votes = "participant,statement,vote\n10,007,1\n9,1,1\n"

    dialogue = read(folder_of({"votes.csv": votes}))

    assert (dialogue.participants, dialogue.statement_ids) == (("9", "10"), ("1", "007"))


def test_folder_takes_an_empty_answer_as_no_answer(folder_of, plain):
    votes = 'participant,statement,vote\nann,s1,1\nbo,s1,\ncy,s2,""\n\n'

    dialogue = plain(read(folder_of({"votes.csv": votes})))

    assert (dialogue["participants"], dialogue["answers"]) == (("ann",), {("ann", "s1"): 1})


@pytest.mark.parametrize(
    "text",
    [VOTES.replace("\n", "\r\n"), "\ufeff" + VOTES, VOTES.rstrip(), VOTES.replace("ann", '"ann"')],
)
def test_folder_reads_usual_variants_of_csv(folder_of, plain, text):
    dialogue = plain(read(folder_of({"votes.csv": text})))

    assert dialogue["answers"] == {("ann", "s1"): 1, ("bo", "s1"): -1, ("ann", "s2"): 0}


def test_folder_reads_words_by_the_values_told(folder_of, plain):
    folder = folder_of({"votes.csv": "participant,statement,vote\nann,s1,for\nbo,s1,against\n"})

    dialogue = plain(read(folder, values={"for": 1, "against": -1}))

    assert dialogue["answers"] == {("ann", "s1"): 1, ("bo", "s1"): -1}


@pytest.mark.parametrize("dtype", [pl.String, pl.Categorical, pl.Int16, pl.UInt64, pl.Float64])
def test_folder_reads_parquet_whatever_the_type_of_its_ids(folder_of, plain, dtype):
    folder = folder_of({})
    ids = pl.Series(["10", "9", "9"]).cast(pl.String if dtype == pl.Categorical else pl.Int64)
    frame = pl.DataFrame(
        {"participant": ids.cast(dtype), "statement": ["a", "a", "b"], "vote": [1, -1, None]}
    )
    frame.write_parquet(folder / "votes.parquet")

    dialogue = plain(read(folder))

    assert dialogue["answers"] == {("10", "a"): 1, ("9", "a"): -1}


def test_folder_takes_a_missing_number_as_no_answer(folder_of, plain):
    folder = folder_of({})
    frame = {"participant": ["a", "b"], "statement": ["s", "s"], "vote": [1.0, float("nan")]}
    pl.DataFrame(frame).write_parquet(folder / "votes.parquet")

    dialogue = plain(read(folder))

    assert (dialogue["participants"], dialogue["answers"]) == (("a",), {("a", "s"): 1})


def test_folder_reads_the_participants_and_predictions_named_by_the_caller(folder_of):
    folder = folder_of(
        {
            "votes.csv": VOTES,
            "participants.csv": "participant,party\nann,x\nbo,y\n",
            "sides.csv": "participant,party\nbo,west\nann,east\n",
            "guesses.csv": "participant,statement,party,value\nbo,s1,east,1\n",
        }
    )

    dialogue = read(folder, participants=folder / "sides.csv", predictions=folder / "guesses.csv")

    assert (dialogue.party_ids, len(dialogue.predictions)) == (("west", "east"), 1)
