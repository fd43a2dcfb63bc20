"""The documents meet their schema, hold every figure, and are the same bytes each time."""

import json

import jsonschema
import pytest

from tests.convergence.conftest import Given
from tracktwo.convergence import (
    Condition,
    Study,
    document,
    json_schema,
    seen_by,
    seen_document,
    study,
    to_json,
)
from tracktwo.convergence.outcomes import (
    Domain,
    Issue,
    Profile,
    bargain,
    domain_document,
    utilities,
)
from tracktwo.errors import OptionError


def _valid(whole: object) -> None:
    jsonschema.validate(whole, json_schema(), cls=jsonschema.Draft202012Validator)


@pytest.fixture
def found(talks: Given) -> Study:
    said = {
        party: {f"{party}{n}": values for n in range(3)}
        for party, values in (("north", (70, 30, -20)), ("south", (-10, 40, 60)))
    }
    return study(
        talks("abc", said, Condition("x", "excludes", ("a", "b"), by="north")), table=["b"]
    )


def test_document_holds_what_was_found(found: Study) -> None:
    whole = json.loads(to_json(document(found, title={"en": "T"}, names={"north": {"fr": "Nord"}})))

    _valid(whole)
    assert whole["title"] == {"en": "T"}
    assert whole["parties"][0] == {"id": "north", "names": {"fr": "Nord"}}
    assert whole["nash"] == {
        "options": ["a", "c"],
        "utilities": {"north": 50.0, "south": 50.0},
        "gains": {"north": 50.0, "south": 50.0},
        "proven": True,
    }
    assert whole["complete"]
    assert whole["trades"]["table"]["options"] == ["b"]
    assert whole["options"][0]["values"]["north"] == {"n": 3, "mean": 70.0, "low": 70.0, "high": 70.0, "sd": 0.0}  # fmt: skip
    assert len(whole["exaggeration"]) == 18


def test_what_a_side_sees_meets_the_schema(found: Study) -> None:
    whole = seen_document(seen_by(found, "south"), found)

    _valid(json.loads(to_json(whole)))
    assert whole["for"] == "south"


def test_without_agreement_the_clash_is_told(talks: Given) -> None:
    clash = Condition("in", "must", ("a",)), Condition("out", "never", ("a",))
    whole = document(study(talks("ab", {"north": (60, 40), "south": (40, 60)}, *clash), k=1))

    _valid(json.loads(to_json(whole)))
    assert whole["conflicts"] == [{"conditions": ("in", "out"), "parties": (), "proven": True}]
    assert (whole["nash"], whole["frontier"], whole["exaggeration"]) == (None, [], [])


def test_points_of_few_experts_are_null(talks: Given) -> None:
    whole = document(study(talks("ab", {"north": (60, 40), "south": (40, 60)}), k=2))

    assert [one["values"] for one in whole["options"]] == [{"north": None, "south": None}] * 2


def test_same_bytes_for_the_same_input(found: Study) -> None:
    again = study(found.talks, table=["b"])

    assert to_json(document(again)) == to_json(document(found))


def test_domain_has_the_same_shape() -> None:
    domain = Domain((Issue("a", ("x", "y")),))
    profiles = [Profile("p", ((1.0, 0.2),)), Profile("q", ((0.1, 1.0),))]
    worth = utilities(domain, profiles)

    whole = domain_document(domain, profiles, worth, bargain(worth, (0, 0)))

    _valid(json.loads(to_json(whole)))
    assert whole["nash"]["options"] == ["a=y"]


def test_k_is_one_or_more(talks: Given) -> None:
    with pytest.raises(OptionError, match="k is 0; it must be 1 or more"):
        study(talks("ab", {"north": (60, 40), "south": (40, 60)}), k=0)
