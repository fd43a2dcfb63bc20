"""The JSON document, whole."""

import json

from tests.influence.scenarios.matrices import TRADE, of_rows
from tracktwo.influence.scenarios import scenarios_document, scenarios_to_json, study_scenarios

CALM = {"Trade": "open", "Pacts": "few"}
GRIM = {"Trade": "parted", "Pacts": "many"}


def test_document_says_everything_that_was_found() -> None:
    study = study_scenarios(TRADE, by=2.5, seed=7)

    assert scenarios_document(study) == {
        "schema": "tracktwo-scenarios/1",
        "settings": {"tolerance": 0.0, "succession": "global", "seed": 7, "held": {}},
        "descriptors": [
            {"id": "Trade", "states": ["open", "parted"]},
            {"id": "Pacts", "states": ["few", "many"]},
        ],
        "scenarios": {
            "complete": True,
            "stopped_by": None,
            "combinations": 4,
            "nodes": 4,
            "scenarios": [
                {"states": GRIM, "total_impact": 4.0, "margin": 2.0, "weight": 1},
                {"states": CALM, "total_impact": 3.0, "margin": 2.0, "weight": 1},
            ],
        },
        "basins": {
            "starts": 4,
            "sampled": False,
            "in_cycles": 2,
            "unsettled": 0,
            "found": 3,
            "attractors": [
                {
                    "weight": 2,
                    "scenarios": [
                        {"Trade": "open", "Pacts": "many"},
                        {"Trade": "parted", "Pacts": "few"},
                    ],
                },
                {"weight": 1, "scenarios": [CALM]},
                {"weight": 1, "scenarios": [GRIM]},
            ],
        },
        "held": None,
        "changes": {
            "complete": True,
            "scenarios": [],
            "changes": [
                _change("Trade=parted", "Pacts=few", 2.5, 0),
                _change("Trade=parted", "Pacts=many", -2.5, 0),
                _change("Pacts=few", "Trade=open", -2.5, 1),
                _change("Pacts=few", "Trade=parted", 2.5, 1),
            ],
        },
    }


def _change(source: str, target: str, by: float, vanishing: int) -> dict[str, object]:
    return {
        "source": source,
        "target": target,
        "by": by,
        "vanishing": [vanishing],
        "appearing": [],
    }


def test_document_compares_what_is_held_with_nothing_held() -> None:
    document = scenarios_document(study_scenarios(TRADE, held={"Trade": "parted"}))

    stays = {"states": GRIM, "total_impact": 4.0, "margin": 2.0}
    assert document["scenarios"]["scenarios"] == [stays | {"weight": 2}]
    assert document["held"] == {
        "complete": True,
        "starts_before": 4,
        "starts_after": 2,
        "staying": [stays | {"weight_before": 1, "weight_after": 2}],
        "appearing": [],
        "vanishing": [
            {
                "states": CALM,
                "total_impact": 3.0,
                "margin": 2.0,
                "weight_before": 1,
                "weight_after": 0,
            }
        ],
    }


def test_scenarios_that_appear_are_listed_once_and_pointed_to() -> None:
    """Trade decides on pacts, by 2 either way, and nothing on trade."""
    matrix = of_rows(
        {"Trade": ("open", "parted"), "Pacts": ("few", "many")},
        [[0, 0, 1, -1], [0, 0, -1, 1], [0, 0, 0, 0], [0, 0, 0, 0]],
    )

    changes = scenarios_document(study_scenarios(matrix, by=2))["changes"]

    against = {"total_impact": -1.0, "margin": -2.0}
    assert changes["scenarios"] == [
        {"states": {"Trade": "open", "Pacts": "many"}} | against,
        {"states": {"Trade": "parted", "Pacts": "few"}} | against,
    ]
    places = {(one["source"], one["target"]): one["appearing"] for one in changes["changes"]}
    assert {ends: place for ends, place in places.items() if place} == {
        ("Trade=open", "Pacts=few"): [0],
        ("Trade=open", "Pacts=many"): [0],
        ("Trade=parted", "Pacts=few"): [1],
        ("Trade=parted", "Pacts=many"): [1],
    }


def test_document_is_json_and_the_same_each_time() -> None:
    study = study_scenarios(TRADE)

    text = scenarios_to_json(study)

    assert json.loads(text) == scenarios_document(study)
    assert text == scenarios_to_json(study_scenarios(TRADE))
