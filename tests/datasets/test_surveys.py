import numpy as np
import polars as pl
import pytest

from tracktwo.datasets import anes_1988, prelec_2017, saudi_2020
from tracktwo.errors import InputError, OptionError

DEMOCRAT, REPUBLICAN = 0, 1


def own(dialogue, side, statement):
    answers = dialogue.answers
    chosen = (dialogue.party_of[answers.participant] == side) & (answers.statement == statement)
    return answers.value[chosen].mean()


def placed(dialogue, by, party, statement):
    told = dialogue.predictions
    chosen = (
        (dialogue.party_of[told.participant] == by)
        & (told.party == party)
        & (told.statement == statement)
    )
    return told.value[chosen].mean()


def test_anes_means_are_those_of_the_reference(reference):
    folder = reference("meta_anes1988")
    dialogue = anes_1988(folder)

    for row in pl.read_csv(folder / "reference_means.csv").iter_rows(named=True):
        at = dialogue.statement_ids.index(row["scale"])
        found = {
            "D_self": own(dialogue, DEMOCRAT, at),
            "R_self": own(dialogue, REPUBLICAN, at),
            "dem_party_placed_by_R": placed(dialogue, REPUBLICAN, DEMOCRAT, at),
            "rep_party_placed_by_D": placed(dialogue, DEMOCRAT, REPUBLICAN, at),
            "dem_party_placed_by_D": placed(dialogue, DEMOCRAT, DEMOCRAT, at),
            "rep_party_placed_by_R": placed(dialogue, REPUBLICAN, REPUBLICAN, at),
        }
        assert found == pytest.approx({name: row[name] for name in found}, abs=0.0051)


def test_anes_gap_on_defence_is_exaggerated_by_both_parties(reference):
    dialogue = anes_1988(reference("meta_anes1988"))
    at = dialogue.statement_ids.index("defense spending")

    real = own(dialogue, REPUBLICAN, at) - own(dialogue, DEMOCRAT, at)
    by_democrats = placed(dialogue, DEMOCRAT, REPUBLICAN, at) - own(dialogue, DEMOCRAT, at)
    by_republicans = own(dialogue, REPUBLICAN, at) - placed(dialogue, REPUBLICAN, DEMOCRAT, at)

    # The published figures are differences of rounded means.
    seen = [float(gap) for gap in (real, by_democrats, by_republicans)]
    assert seen == pytest.approx([0.81, 1.84, 1.06], abs=0.0101)


@pytest.mark.parametrize("study", ["1a", "1b", "1c"])
def test_prelec_shares_are_those_of_the_reference(reference, study):
    folder = reference("meta_prelec2017")
    dialogue = prelec_2017(folder, study)

    told = pl.read_csv(folder / "reference_questions.csv").filter(pl.col("study") == study)
    for row in told.iter_rows(named=True):
        at = dialogue.statement_ids.index(row["question"])
        answers, expected = dialogue.answers, dialogue.predictions
        votes = answers.value[answers.statement == at]
        found = (len(votes), (votes == 1).mean(), expected.value[expected.statement == at].mean())
        assert found == pytest.approx(
            (row["n"], row["share_yes"], row["mean_predicted_yes"]), abs=1e-4
        )


def test_prelec_has_no_fourth_study(reference):
    with pytest.raises(OptionError) as caught:
        prelec_2017(reference("meta_prelec2017"), "2")

    assert str(caught.value) == "there is no study '2'; known are 1a, 1b, 1c"


def test_saudi_support_is_larger_than_guessed(reference):
    dialogue = saudi_2020(reference("meta_saudi2020"))

    support, guessed = (dialogue.answers.value == 1).mean(), dialogue.predictions.value.mean()

    assert (dialogue.n_answers, len(dialogue.predictions)) == (703, 703)
    assert (float(support), float(guessed)) == pytest.approx((0.84068, 0.55754), abs=1e-5)


def test_everybody_belongs_to_the_one_party(reference):
    dialogue = saudi_2020(reference("meta_saudi2020"))

    assert (dialogue.party_ids, np.unique(dialogue.party_of).tolist()) == (("all",), [0])


def test_folder_without_the_file_is_refused(tmp_path):
    with pytest.raises(InputError) as caught:
        anes_1988(tmp_path)

    told = "there is no such file; check the folder or download the data"
    assert (caught.value.file, caught.value.message) == (str(tmp_path / "long.parquet"), told)


def test_damaged_file_is_refused(tmp_path):
    (tmp_path / "long.parquet").write_bytes(b"PAR1")

    with pytest.raises(InputError) as caught:
        anes_1988(tmp_path)

    assert caught.value.message == "the Parquet file is damaged; download it again"
