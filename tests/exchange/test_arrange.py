import gc

import numpy as np
import polars as pl
import pytest

from tracktwo.errors import InputError, OptionError
from tracktwo.exchange import arrange, read, write_folder
from tracktwo.votes import sweep_of, tally


def random_votes(rng, *, people=400, statements=30, answers=5000):
    key = rng.permutation(people * statements)[:answers]
    return pl.DataFrame(
        {
            "participant": [f"p{one}" for one in key // statements],
            "statement": key % statements,
            "vote": rng.integers(-1, 2, answers).astype(np.int8),
        }
    )


@pytest.fixture
def folder(folder_of, monkeypatch):
    """5,000 answers in many small pieces and buckets, as if memory held but a few hundred."""
    monkeypatch.setattr("tracktwo.exchange.table.PIECE_ROWS", 700)
    monkeypatch.setattr(arrange, "BUCKET_ANSWERS", 900)
    monkeypatch.setattr(arrange, "ROW_GROUP", 500)
    folder = folder_of({})
    random_votes(np.random.default_rng(1)).write_parquet(folder / "votes.parquet")
    return folder


def test_stored_answers_give_the_same_tally_as_those_in_memory(folder):
    in_memory, stored = read(folder), read(folder, keep_in_memory=100)

    labels = (np.arange(len(in_memory.participants)) % 3).astype(np.int32)
    first, second = (tally(sweep_of(one), labels, 3) for one in (in_memory, stored))
    assert (stored.stored.rows, len(stored.answers)) == (5000, 0)
    assert stored.participants == in_memory.participants
    assert first.counts.tolist() == second.counts.tolist()


def test_stored_answers_are_ordered_and_found_by_their_starts(folder):
    stored = read(folder, keep_in_memory=100).stored

    table = pl.read_parquet(stored.path)
    key = table["participant"].to_numpy().astype(np.int64) * 1000 + table["statement"].to_numpy()
    counts = np.bincount(table["participant"].to_numpy())
    assert table.schema == {"participant": pl.Int32, "statement": pl.Int32, "value": pl.Float32}
    assert (np.diff(key) > 0).all()
    assert np.diff(stored.starts).tolist() == counts.tolist()


def test_stored_ratings_keep_their_values(folder_of):
    folder = folder_of({"statements.csv": "statement,scale\na,rating:0:10\n"})
    frame = {"participant": [3, 1, 2], "statement": ["a"] * 3, "vote": [0.1, 9.75, 10.0]}
    pl.DataFrame(frame).write_parquet(folder / "votes.parquet")

    stored = read(folder, keep_in_memory=1).stored

    assert pl.read_parquet(stored.path)["value"].to_list() == [9.75, 10.0, pytest.approx(0.1)]


def test_stored_answers_go_with_the_last_who_hold_them(folder):
    dialogue = read(folder, keep_in_memory=100)
    path, sweep = dialogue.stored.path, sweep_of(dialogue)

    del dialogue
    gc.collect()
    while_swept = path.exists()
    del sweep
    gc.collect()

    assert (while_swept, path.parent.exists()) == (True, False)


def test_stored_answers_stay_where_the_caller_wants_them(folder, tmp_path):
    target = tmp_path / "kept" / "answers.parquet"

    dialogue = read(folder, keep_in_memory=100, arranged=target)

    assert (dialogue.stored.path, list(target.parent.iterdir())) == (target, [target])


def test_stored_answers_never_replace_a_file(folder, tmp_path):
    target = tmp_path / "answers.parquet"
    target.write_text("mine")

    with pytest.raises(OptionError) as caught:
        read(folder, keep_in_memory=100, arranged=target)

    sentence = f"{target} exists already; name a new file for the arranged answers"
    assert (str(caught.value), target.read_text()) == (sentence, "mine")


def test_stored_dialogue_is_written_and_read_back_equal(folder, tmp_path, plain):
    write_folder(read(folder, keep_in_memory=100), tmp_path / "new", format="parquet")

    assert plain(read(tmp_path / "new"))["answers"] == plain(read(folder))["answers"]


@pytest.mark.parametrize(
    ("column", "value", "sentence"),
    [
        ("vote", 5, "row 4901: vote 5 is out of range; use 1 (agree), 0 (pass) or -1 (disagree)"),
        ("statement", None, "row 4901: no statement is named"),
    ],
)
def test_stored_answers_are_checked_like_those_in_memory(folder, tmp_path, column, value, sentence):
    bad = pl.read_parquet(folder / "votes.parquet")
    bad[4900, column] = value
    bad.write_parquet(folder / "votes.parquet")

    with pytest.raises(InputError) as caught:
        read(folder, keep_in_memory=100, arranged=tmp_path / "kept" / "answers.parquet")

    assert caught.value.message.startswith(sentence)
    assert list((tmp_path / "kept").iterdir()) == []


def test_stored_answers_given_twice_are_refused(folder):
    votes = pl.read_parquet(folder / "votes.parquet")
    pl.concat([votes, votes[17:18]]).write_parquet(folder / "votes.parquet")

    with pytest.raises(InputError) as caught:
        read(folder, keep_in_memory=100)

    participant, statement = votes["participant"][17], votes["statement"][17]
    assert caught.value.message == (
        f"participant '{participant}' answers statement '{statement}' more than once; keep one answer"
    )


def test_stored_answers_damaged_inside_are_refused(folder):
    raw = bytearray((folder / "votes.parquet").read_bytes())
    raw[40:400] = bytes(360)
    (folder / "votes.parquet").write_bytes(raw)

    with pytest.raises(InputError) as caught:
        read(folder, keep_in_memory=100)

    message = "the Parquet file is truncated or damaged; copy or export it again"
    assert caught.value.message == message


def test_reading_tells_of_its_progress(folder):
    told = []

    read(folder, keep_in_memory=100, progress=lambda *event: told.append(event))

    arranging = [
        done for what, done, total in told if what == "arranging votes.parquet" and total == 10000
    ]
    assert (len(arranging) > 8, arranging == sorted(arranging), arranging[-1]) == (
        True,
        True,
        10000,
    )
