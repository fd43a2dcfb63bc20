"""Folders of talks: read, written, read again the same, and refused with file and line."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from tests.exchange.convergence.conftest import Refused
from tracktwo.convergence import Amount, Condition
from tracktwo.errors import InputError, OptionError
from tracktwo.exchange.convergence import read_convergence, write_convergence

VALUES = "expert,party,option,points\n"


def test_talks_are_read_with_what_the_dialogue_says(dialogue: Path) -> None:
    given = read_convergence(dialogue)

    talks = given.talks
    line = talks.options["line"]
    assert (line.text("zh"), line.area, line.rung, line.touches) == ("热线", "sea", "test call", ("war",))  # fmt: skip
    assert line.interests == {"north": {"en": "Less doubt"}, "south": {"en": "Warning"}}
    assert (line.obstacles, line.precedents) == ({"en": "Cost"}, {"en": "INCSEA 1972"})
    assert talks.options.area("sea").text() == "The sea"
    assert talks.parties == ("north", "south")
    assert talks.valuation.of("north")[1].mean == Fraction("9.75")
    assert talks.no_agreement == {"north": 5}
    assert talks.conditions == (
        Condition("first", "needs", ("visits", "line"), by="north", texts={"en": "Visits after the line works"}),
        Condition("fair", "balance", (), Fraction("2.5"), "openness"),
    )  # fmt: skip
    assert talks.amounts[1] == Amount("openness", "visits", "south", Fraction("1.5"))
    assert (given.k, given.parties[0].name("fr")) == (2, "Nord")


def test_the_folder_itself_knows_the_dialogue_above_it(dialogue: Path) -> None:
    assert read_convergence(dialogue / "convergence") == read_convergence(dialogue)


def test_talks_alone_need_no_dialogue(dialogue: Path) -> None:
    for name in ("dialogue.toml", "risks.csv"):
        (dialogue / name).unlink()

    given = read_convergence(dialogue / "convergence")

    assert (given.k, given.parties) == (3, ())


def test_what_is_written_is_read_again_the_same(dialogue: Path, tmp_path: Path) -> None:
    given = read_convergence(dialogue)

    write_convergence(given.talks, tmp_path / "again")

    assert read_convergence(tmp_path / "again").talks == given.talks


def test_a_number_without_end_is_not_written(dialogue: Path, tmp_path: Path) -> None:
    talks = read_convergence(dialogue).talks
    third = replace(talks, no_agreement={"north": Fraction(1, 3)})

    with pytest.raises(OptionError, match="1/3 has no end as a decimal number; round it"):
        write_convergence(third, tmp_path / "again")

    assert not (tmp_path / "again").exists()


def test_nothing_is_written_over(dialogue: Path) -> None:
    with pytest.raises(OptionError):
        write_convergence(read_convergence(dialogue).talks, dialogue / "convergence")


@pytest.mark.parametrize(
    ("files", "refusal"),
    [
        ({"options.csv": ""}, ("convergence", None, "there is no options.csv here; it holds what is on offer")),
        ({"values.csv": ""}, ("convergence", None, "there is no values.csv here; it holds the points that experts divide")),
        ({"options.csv": "option,rung\nline,hotline\nvisits,\n"}, ("options.csv", 2, "rung 'hotline' is not known; write one of contact, test call, notification, observation, rules of behaviour, joint review, norm, agreement, or nothing")),
        ({"options.csv": "option,touches\nline,trust\nvisits,\n"}, ("options.csv", 2, "'trust' is neither a concept of the map nor a risk; add it there or correct it")),
        ({"options.csv": "option,area\nline,air\nvisits,\n"}, ("options.csv", 2, "area 'air' is not among the areas; add it there or correct it")),
        ({"interests.csv": "option,party,text_en\nline,east,Much\n"}, ("interests.csv", 2, "party 'east' is not among the parties (north, south)")),
        ({"interests.csv": "option,party,text_en\ntalks,north,Much\n"}, ("interests.csv", 2, "option 'talks' is not in options.csv; add it there or correct it")),
        ({"interests.csv": "option,party,text_en\nline,north,a\nline,north,b\n"}, ("interests.csv", 3, "the interest of 'north' in 'line' is already there; keep one")),
        ({"values.csv": VALUES + "n1,north,line,60\nn1,north,visits,30\ns1,south,line,100\n"}, ("values.csv", 3, "expert 'n1' gave 90 points in all to options that serve the side; they must sum to 100")),
        ({"values.csv": VALUES + 'n1,north,line,"60,5"\n'}, ("values.csv", 2, "points '60,5' has a decimal comma; write 60.5")),
        ({"values.csv": VALUES + "n1,north,line,100\nn1,south,visits,0\n"}, ("values.csv", 3, "expert 'n1' sits for 'north' and here for 'south'; an expert sits on one side")),
        ({"values.csv": VALUES + "n1,north,line,100\n"}, ("values.csv", None, "points come from one side only; packages are between two or more")),
        ({"values.csv": VALUES + "n1,north,line,150\n"}, ("values.csv", 2, "points 150 are out of range; they lie between -100 and 100")),
        ({"conditions.csv": "condition,kind,options\na,needs,line\n"}, ("conditions.csv", 2, "needs names 1 options; name 2 or more")),
        ({"conditions.csv": "condition,kind,options\na,must,line\na,must,visits\n"}, ("conditions.csv", 3, "condition 'a' is already on line 2; keep one")),
        ({"conditions.csv": "condition,kind,limit,amount\na,budget,3,money\n"}, ("conditions.csv", 2, "amounts of 'money' are not given (there are: openness)")),
        ({"amounts.csv": "amount,option,party,value\nopenness,line,west,1\n"}, ("amounts.csv", 2, "party 'west' is not among the parties (north, south)")),
        ({"no_agreement.csv": "party,points\nnorth,5\nnorth,6\n"}, ("no_agreement.csv", 3, "party 'north' is already there; keep one")),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(refused: Refused, files, refusal) -> None:
    assert refused(files) == refusal


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "values.csv").write_text("x", encoding="utf-8")

    for path, sentence in ((tmp_path / "none", "there is no such file"), (tmp_path / "values.csv", "this is a file")):  # fmt: skip
        with pytest.raises(InputError, match=sentence):
            read_convergence(path)
