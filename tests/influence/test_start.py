import pytest

from tracktwo.errors import OptionError
from tracktwo.influence import Concept, InfluenceMap
from tracktwo.influence.start import start_of

DRAWN = InfluenceMap((Concept("hotline", kind="measure"), Concept("threat"), Concept("trust")))


def test_measures_are_not_taken_unless_said():
    assert start_of(DRAWN).values.tolist() == [0, 1, 1]
    assert start_of(DRAWN, taken=["hotline"]).values.tolist() == [1, 1, 1]
    assert start_of(DRAWN, taken=["hotline"]).held.tolist() == [True, False, False]


def test_other_concepts_may_start_elsewhere_or_be_held_there():
    start = start_of(DRAWN, values={"trust": 0.2}, clamped={"threat": -0.5})

    assert (start.values.tolist(), start.held.tolist()) == ([0, -0.5, 0.2], [True, True, False])


def test_concept_that_is_not_there_is_named_with_the_nearest():
    with pytest.raises(OptionError) as caught:
        start_of(DRAWN, clamped={"treat": 1.0})

    assert str(caught.value) == "there is no concept 'treat' on the map; did you mean 'threat'?"


def test_value_that_no_concept_can_have_is_refused():
    with pytest.raises(OptionError, match=r"threat=7: values lie in -1\.\.1"):
        start_of(DRAWN, values={"threat": 7})
