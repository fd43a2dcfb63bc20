import json

from tests.influence.drawn import two_sides
from tracktwo.influence import Dynamics, Options, contrast, study, to_json
from tracktwo.influence.network import Network
from tracktwo.influence.start import start_of
from tracktwo.influence.tipping import tipping

DRAWN = two_sides()


def test_document_holds_what_the_study_found():
    found = study(DRAWN, Options(members=100, keep_trace=True))

    told = json.loads(to_json(found))

    assert told["version"] == 1
    assert told["settings"] == {
        "rule": "kosko",
        "transfer": "sigmoid:1",
        "taken": [],
        "start": {},
        "clamped": {},
        "ensemble": 100,
        "spread": 0.0,
        "least_share": 0.0,
        "loops": 10,
        "seed": 0,
    }
    assert told["concept_leverage"] == found.concept_levers
    assert told["run"]["states"] == found.states
    assert told["run"]["trace"][0] == [0.0, 0.0, *[1.0] * 8]
    assert told["run"]["certificate"]["unique"] is found.run.certificate.is_unique
    assert [
        set(one) >= {"risk", "source", "target", "value", "p_top"} for one in told["leverage"]
    ] == [True] * len(found.levers)
    loops = told["loops"]
    assert {one["polarity"] for one in loops} == {"reinforcing", "balancing"}
    assert all(one["proven"] and 0 < one["strength"] <= 1 for one in loops)
    assert (told["comparison"], told["tipping"]) == (None, None)


def test_same_study_gives_the_same_text():
    once, again = (to_json(study(DRAWN, Options(members=50))) for _ in range(2))

    assert once == again


def test_document_with_comparison_and_tipping():
    sides = [DRAWN.of_side(side) for side in "ab"]
    found = study(DRAWN, Options(dynamics=Dynamics.of("kosko", "step:0.5"), members=0))
    network, start = Network.of_map(found.drawn), start_of(found.drawn)
    ends = tipping(network, start, dynamics=found.options.dynamics, starts=40)

    told = json.loads(to_json(found, contrast=contrast(*sides, names=("a", "b")), tipping=ends))

    assert told["comparison"]["names"] == ["a", "b"]
    assert {one["kind"] for one in told["comparison"]["links"]} >= {
        "only_one",
        "only_other",
        "both",
    }
    assert len(told["comparison"]["consequences"]) == 6
    assert (
        sum(end["starts"] for end in told["tipping"]["ends"]) + told["tipping"]["unsettled"] == 40
    )
    assert told["run"]["certificate"] == {"unique": False, "contraction": None}
