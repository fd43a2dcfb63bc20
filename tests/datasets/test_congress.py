import csv
import gzip

import numpy as np
import polars as pl
import pytest

from tracktwo.datasets import us_senate
from tracktwo.errors import OptionError


def test_senate_parties_are_those_of_the_published_result(reference):
    dialogue = us_senate(reference("congress"), "sen90")

    told = pl.read_csv(reference("congress/sen90_wnominate_result.csv"))
    letters = [dialogue.party_ids[code] for code in dialogue.party_of]
    assert list(dialogue.participants) == told["legislator"].to_list()
    assert letters == told["party"].to_list()


@pytest.mark.parametrize("name", ["sen90", "s109"])
def test_senate_votes_are_yea_and_nay(reference, name):
    dialogue = us_senate(reference("congress"), name)

    with gzip.open(reference(f"congress/{name}_votes_wide.csv.gz"), "rt") as file:
        codes = np.array([row[1:] for row in list(csv.reader(file))[1:]], float)
    yea, nay = int(np.isin(codes, (1, 2, 3)).sum()), int(np.isin(codes, (4, 5, 6)).sum())
    values, counts = np.unique(dialogue.answers.value, return_counts=True)
    assert (len(dialogue.participants), len(dialogue.statements)) == codes.shape
    assert (values.tolist(), counts.tolist()) == ([-1, 1], [nay, yea])


def test_senate_leaves_an_independent_on_no_side(reference):
    dialogue = us_senate(reference("congress"), "s109")

    alone = [dialogue.participants[i] for i in np.flatnonzero(dialogue.party_of < 0)]
    assert alone == ["JEFFORDS (Indep VT)"]


def test_senate_that_is_not_there_is_refused(reference):
    with pytest.raises(OptionError) as caught:
        us_senate(reference("congress"), "sen91")

    assert str(caught.value) == "there is no senate 'sen91'; known are sen90, s109"
