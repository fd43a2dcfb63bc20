import numpy as np
import polars as pl
import pytest

from tracktwo.dialogue import Answers, Dialogue, Party, Predictions, Scale, Statement
from tracktwo.perceptions import SurprisinglyPopular, surprisingly_popular
from tracktwo.simulate import perception_world


def test_surprisingly_popular_answer_may_differ_from_the_majority(counted, small_dialogue):
    side = [(1, (0.25, None))] * 2 + [(-1, (0.25, None))] * 3
    dialogue = small_dialogue(side, [(1, (None, None))])

    found = surprisingly_popular(dialogue, counted(dialogue))

    assert found == (SurprisinglyPopular("s", "A", 5, 0.4, 0.25, "disagree", "agree"),)


def test_surprisingly_popular_has_no_answer_on_a_tie(counted, small_dialogue):
    dialogue = small_dialogue([(1, (0.5, None)), (-1, (0.5, None))], [])

    (row,) = surprisingly_popular(dialogue, counted(dialogue))

    assert (row.majority, row.answer) == (None, None)


def test_surprisingly_popular_leaves_out_sides_below_k(counted, small_dialogue):
    dialogue = small_dialogue([(1, (0.5, None))] * 2, [(1, (None, 0.5))] * 3, k=3)

    assert [row.party for row in surprisingly_popular(dialogue, counted(dialogue))] == ["B"]


def test_surprisingly_popular_leaves_out_ratings(counted):
    world, _ = perception_world(scale=Scale("rating", 1, 5), seed=1)

    assert surprisingly_popular(world, counted(world)) == ()


def _study(table):
    """One study as a dialogue with one side: everybody."""
    questions = table["question"].unique(maintain_order=True).to_list()
    subjects = table["subject"].unique(maintain_order=True).to_list()
    person = np.array([subjects.index(subject) for subject in table["subject"]], np.int32)
    question = np.array([questions.index(question) for question in table["question"]], np.int32)
    guessed = table["meta"].is_not_null().to_numpy()
    answered = table["own"].is_not_null().to_numpy()
    return Dialogue(
        participants=tuple(subjects),
        statements=tuple(Statement(question) for question in questions),
        answers=Answers(
            person[answered],
            question[answered],
            np.where(table["own"].to_numpy()[answered] == 1, 1, -1).astype(np.float32),
        ),
        predictions=Predictions(
            person[guessed],
            question[guessed],
            np.zeros(guessed.sum(), np.int32),
            table["meta"].to_numpy()[guessed].astype(np.float32),
        ),
        parties=(Party("all"),),
        party_of=np.zeros(len(subjects), np.int32),
    )


def _errors(answers, truth):
    """Wrong answers, ties counted as half."""
    return sum(
        0.5 if answer is None else float(answer != right)
        for answer, right in zip(answers, truth, strict=True)
    )


def test_surprisingly_popular_halves_the_errors_on_state_capitals(counted, reference):
    folder = reference("meta_prelec2017")
    responses = pl.read_parquet(folder / "responses.parquet")
    published = pl.read_csv(folder / "reference_questions.csv")
    majority = popular = 0.0

    for study in ("1a", "1b", "1c"):
        dialogue = _study(responses.filter(pl.col("study") == study))
        theirs = {
            row["question"]: row for row in published.filter(pl.col("study") == study).to_dicts()
        }
        found = surprisingly_popular(dialogue, counted(dialogue))
        rows = [theirs[row.statement] for row in found]
        truth = ["agree" if row["actual"] else "disagree" for row in rows]
        assert [row.share for row in found] == pytest.approx(
            [row["share_yes"] for row in rows], abs=1e-5
        )
        assert [row.predicted for row in found] == pytest.approx(
            [row["mean_predicted_yes"] for row in rows], abs=1e-5
        )
        majority += _errors([row.majority for row in found], truth)
        popular += _errors([row.answer for row in found], truth)

    assert (majority, popular) == (54.0, 28.0)
