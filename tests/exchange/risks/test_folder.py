"""Folders of risks: read, written, and read again the same."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.risks.conftest import DIALOGUE, ESTIMATES, HEADER, RISKS, SEEDS_HEADER
from tracktwo.dialogue import Scale
from tracktwo.errors import OptionError
from tracktwo.exchange.risks import (
    RiskFolder,
    escalation_ladder,
    read_ladder,
    read_risks,
    write_ladder,
    write_risks,
)
from tracktwo.risk import Estimate, Estimates, Indicator, Ladder, Register, Risk, Rung, Seeds

FULL = {
    "estimates.csv": ESTIMATES,
    "risks.csv": (
        "risk,text_en,text_zh,mechanism,domain,onset,reversibility,period,scale,existing_en,"
        "proposed_fr,owner,agreed_by,outcome\n"
        'war,"War, at last.",战争。,threat; arms,military,Days,hard,2026,rating:0:100,Talks,Une ligne,'
        "both,north;south,no\n"
    ),
    "indicators.csv": "risk,indicator,text_en,threshold_en,state,by\nwar,i,Ships,three,Seen,north\n",
    "seeds.csv": SEEDS_HEADER
    + "q,e1,1,2,3,2.5,log,0.5,9\nq,e2,,,,2.5,log,0.5,9\nr,e2,4,5,6,1,lin,0,9\n",
    "ladder.csv": "rung,text_en,signs_en,off_ramp_fr,channel_zh\ntalk,Talks,Calm,,热线\n",
    "dialogue.toml": 'k = 4\ntitle = "Two"\n' + DIALOGUE,
}


def test_full_folder_is_read(folder_of: Callable[..., Path]) -> None:
    found = read_risks(folder_of(FULL))

    assert found.register == Register((
        Risk(
            "war", {"en": "War, at last.", "zh": "战争。"}, ("threat", "arms"), "military", "days",
            "hard", "2026", Scale("rating", 0, 100),
            (Indicator("i", {"en": "Ships"}, {"en": "three"}, "seen", "north"),),
            {"en": "Talks"}, {"fr": "Une ligne"}, "both", ("north", "south"), False,
        ),
    ))  # fmt: skip
    assert found.estimates.rows == (
        Estimate("war", "e1", "north", 1, "likelihood", 0.1, 0.2, 0.4, 0.8),
        Estimate("war", "e2", "south", 1, "likelihood", 0.3, 0.5, 0.6, None, "why"),
    )
    assert found.ladder == Ladder(
        (Rung("talk", {"en": "Talks"}, {"en": "Calm"}, {}, {"zh": "热线"}),)
    )
    assert (found.k, dict(found.title), [one.id for one in found.parties]) == (
        4, {"en": "Two"}, ["north", "south"],
    )  # fmt: skip


def test_seed_questions_are_read(folder_of: Callable[..., Path]) -> None:
    seeds = read_risks(folder_of(FULL)).seeds

    assert (seeds.experts, seeds.questions) == (("e1", "e2"), ("q", "r"))
    assert seeds.answered.tolist() == [[True, False], [False, True]]
    assert seeds.quantiles[0, 0].tolist() == [1, 2, 3]
    assert (seeds.truth.tolist(), seeds.is_log.tolist()) == ([2.5, 1.0], [True, False])
    assert seeds.agreed.tolist() == [[0.5, 9], [0, 9]]


def test_table_alone_is_read(folder_of: Callable[..., Path]) -> None:
    folder = folder_of({"any.tsv": ESTIMATES.replace(",", "\t")})

    found = read_risks(folder / "any.tsv")

    assert (found.register, found.k, found.estimates.sides) == (Register(), 3, ("north", "south"))


def test_round_and_comment_may_be_left_out(folder_of: Callable[..., Path]) -> None:
    text = "risk,expert,side,quantity,low,best,high\n war , e1,north,Severity,1,2.5,4\n"

    (row,) = read_risks(folder_of({"estimates.csv": text})).estimates.rows

    assert row == Estimate("war", "e1", "north", 1, "severity", 1, 2.5, 4)


def test_mark_and_windows_line_ends_are_read(folder_of: Callable[..., Path]) -> None:
    raw = b"\xef\xbb\xbf" + ESTIMATES.replace("\n", "\r\n").encode()

    assert len(read_risks(folder_of({"estimates.csv": raw})).estimates.rows) == 2


def test_question_left_open_is_no_estimate(folder_of: Callable[..., Path]) -> None:
    text = ESTIMATES + "war,e3,north,1,likelihood,,,,,\n"

    assert len(read_risks(folder_of({"estimates.csv": text})).estimates.rows) == 2


def test_scale_of_a_risk_holds_for_its_severity(folder_of: Callable[..., Path]) -> None:
    files = {
        "risks.csv": "risk,scale\nwar,rating:1:5\n",
        "estimates.csv": HEADER + "war,e1,north,1,severity,1,3,5,,\n",
    }

    assert read_risks(folder_of(files)).estimates.scale("war", "severity").high == 5


def test_folder_is_written_and_read_the_same(
    folder_of: Callable[..., Path], tmp_path: Path
) -> None:
    found = read_risks(folder_of(FULL))

    write_risks(found, tmp_path / "new")

    again = read_risks(tmp_path / "new")
    for name in ("register", "estimates", "ladder"):
        assert getattr(again, name) == getattr(found, name)
    for name in ("quantiles", "truth", "is_log", "agreed"):
        np.testing.assert_array_equal(getattr(again.seeds, name), getattr(found.seeds, name))
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [
        "estimates.csv", "indicators.csv", "ladder.csv", "risks.csv", "seeds.csv",
    ]  # fmt: skip


ids = st.text(
    st.characters(exclude_categories=["C", "Z"], exclude_characters=";"), min_size=1, max_size=6
)
texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=20
).map(str.strip)
by_language = st.dictionaries(
    st.sampled_from(["en", "zh-Hans", "fr"]), texts.filter(bool), max_size=3
)
ends = st.lists(st.floats(0, 1), min_size=3, max_size=3).map(sorted)
risks = st.builds(
    Risk, ids, by_language, st.lists(ids, max_size=2).map(tuple), texts,
    st.sampled_from(["", "weeks"]), st.sampled_from(["", "easy"]), texts,
    st.sampled_from([Scale("rating", 0, 10), Scale("rating", -0.5, 3)]), st.just(()),
    by_language, by_language, texts, st.lists(ids, max_size=2).map(tuple),
    st.sampled_from([None, True, False]),
)  # fmt: skip


@given(st.lists(risks, min_size=1, max_size=3, unique_by=lambda one: one.id), ends, texts, ids)
def test_whatever_is_written_is_read_the_same(register, interval, comment, expert) -> None:
    likelihood = Estimate(register[0].id, expert, "a", 1, "likelihood", *interval, 0.7, comment)
    severity = replace(likelihood, round=2, quantity="severity", sure=None)
    scales = {one.id: one.scale for one in register}
    given_ = RiskFolder(Register(tuple(register)), Estimates((likelihood, severity), scales))

    with tempfile.TemporaryDirectory() as folder:
        write_risks(given_, Path(folder) / "new")
        again = read_risks(Path(folder) / "new")

    assert (again.register, again.estimates) == (given_.register, given_.estimates)


def test_full_target_is_left_alone(folder_of: Callable[..., Path]) -> None:
    folder = folder_of(FULL)

    with pytest.raises(OptionError, match="exists and is not empty; name a new folder"):
        write_risks(read_risks(folder), folder)
    assert sorted(path.name for path in folder.iterdir()) == sorted(FULL)


def test_text_that_no_table_holds_writes_nothing(tmp_path: Path) -> None:
    estimate = Estimate("war", "e1", "a", 1, "likelihood", 0, 0.5, 1, None, "a\0b")

    with pytest.raises(OptionError, match="holds a character that a table cannot"):
        write_risks(RiskFolder(Register(), Estimates((estimate,))), tmp_path / "new")
    assert list(tmp_path.iterdir()) == []


def test_seeds_without_agreed_ranges_are_written(tmp_path: Path) -> None:
    estimates = Estimates((Estimate("war", "e1", "a", 1, "likelihood", 0, 0.5, 1),))
    seeds = Seeds(("e1",), ("q",), np.array([[[1.0, 2.5, 1e9]]]), np.array([3.0]))

    write_risks(RiskFolder(Register(), estimates, seeds), tmp_path / "new")

    again = read_risks(tmp_path / "new").seeds
    assert (again.agreed, again.quantiles.tolist()) == (None, seeds.quantiles.tolist())


def test_template_ladder_is_complete_in_three_languages(tmp_path: Path) -> None:
    ladder = escalation_ladder()

    write_ladder(ladder, tmp_path / "ladder.csv")

    assert read_ladder(tmp_path / "ladder.csv") == ladder
    assert len(ladder.rungs) == 7
    assert {
        tuple(sorted(texts))
        for rung in ladder.rungs
        for texts in (rung.texts, rung.signs, rung.off_ramp, rung.channel)
    } == {("en", "fr", "zh")}


def test_folder_of_risks_has_no_need_of_a_register(folder_of: Callable[..., Path]) -> None:
    assert read_risks(folder_of({"estimates.csv": ESTIMATES})).register == Register()
    assert read_risks(folder_of({"risks.csv": RISKS})).register.ids == ("war",)
