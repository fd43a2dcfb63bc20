"""The JSON document: its schema holds, and figures are too coarse to work back."""

import json

import jsonschema
import pytest

from tests.risk.conftest import rows
from tracktwo.dialogue import Scale
from tracktwo.risk import (
    Estimates,
    Indicator,
    Register,
    Risk,
    assess,
    document,
    json_schema,
    to_json,
)

RISK = Risk(
    "war", {"en": "War.", "zh": "战争。"}, ("threat",), onset="days", reversibility="hard",
    indicators=(Indicator("i", {"en": "Ships"}, state="seen"),), agreed_by=("north",), outcome=False,
)  # fmt: skip
GIVEN = Estimates(
    (
        *rows({"north": [0.21, 0.34, 0.47], "south": [0.5, 0.6, 0.9]}),
        *rows({"north": [3.1, 4.2, 5.6], "south": [1, 2]}, quantity="severity"),
    )
)


@pytest.mark.parametrize("k", [1, 3, 4])
def test_document_meets_its_schema(k) -> None:
    told = json.loads(to_json(assess(Register((RISK,)), GIVEN, k=k), note={"en": "Simulated."}))

    jsonschema.validate(told, json_schema(), cls=jsonschema.Draft202012Validator)
    assert told["version"] == 1


def test_schema_itself_is_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_figures_are_rounded_where_people_are_held_back() -> None:
    (risk,) = document(assess(Register((RISK,)), GIVEN))["risks"]

    likelihood, severity = (risk["quantities"][name] for name in ("likelihood", "severity"))
    assert [side["best"] for side in likelihood["sides"]] == [0.34, 0.67]
    assert [side["best"] for side in severity["sides"]] == [4.3, None]


def test_nothing_is_rounded_where_nobody_is() -> None:
    (risk,) = document(assess(Register((RISK,)), GIVEN, k=1))["risks"]

    best = risk["quantities"]["likelihood"]["sides"][1]["best"]
    assert best == pytest.approx(2 / 3, abs=1e-11)


def test_wide_scale_is_told_in_whole_numbers() -> None:
    wide = Risk("war", scale=Scale("rating", 0, 1000))
    given = Estimates(
        tuple(rows({"north": [3.1, 4.2, 5.6]}, quantity="severity")), {"war": wide.scale}
    )

    (risk,) = document(assess(Register((wide,)), given))["risks"]

    assert risk["quantities"]["severity"]["sides"][0]["best"] == 4.0


def test_same_input_gives_the_same_bytes() -> None:
    assert to_json(assess(Register((RISK,)), GIVEN)) == to_json(assess(Register((RISK,)), GIVEN))


def test_no_expert_is_named() -> None:
    text = to_json(assess(Register((RISK,)), GIVEN))

    assert [one.expert for one in GIVEN.rows if one.expert in text] == []
