import pytest

from tests.influence.drawn import two_sides
from tracktwo.errors import OptionError
from tracktwo.influence import Options, study, what_if

DRAWN = two_sides()


def test_one_measure_does_what_a_study_says_of_it():
    options = Options(members=300)
    effects = {one.risk: one for one in study(DRAWN, options).effects if one.measure == "c1"}

    for found in what_if(DRAWN, ["c1"], options):
        effect = effects[found.risk]
        assert found.change == pytest.approx(effect.value, abs=1e-8)
        assert (found.low, found.high) == pytest.approx((effect.low, effect.high), abs=1e-8)


def test_no_measure_changes_nothing():
    assert {(one.change, one.low, one.high) for one in what_if(DRAWN, [])} == {(0, 0, 0)}


def test_two_measures_act_together():
    alone = what_if(DRAWN, ["c0"])
    both = what_if(DRAWN, ["c0", "c1"])

    assert [one.before for one in alone] == [one.before for one in both]
    assert [one.after for one in alone] != [one.after for one in both]


def test_measure_that_is_not_there_is_refused():
    with pytest.raises(OptionError, match="there is no concept 'c77' on the map"):
        what_if(DRAWN, ["c77"])
