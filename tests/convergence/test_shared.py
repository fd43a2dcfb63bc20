"""What every side may hold of packages is the same whoever it is read from, and holds nobody's points."""

import json

import pytest

from tracktwo.convergence import seen_by, seen_document, study
from tracktwo.convergence.shared import shared_from, shared_of
from tracktwo.errors import InputError


@pytest.fixture
def found(talks):
    said = {
        party: {f"{party}{n}": values for n in range(3)}
        for party, values in (("north", (70, 30, -20)), ("south", (-10, 40, 60)))
    }
    return study(talks("abc", said), draws=20)


@pytest.mark.parametrize("party", ["north", "south"])
def test_shared_of_a_study_is_what_each_side_sees_of_it(found, party) -> None:
    told = json.loads(json.dumps(seen_document(seen_by(found, party), found)))

    assert shared_from(told) == shared_of(found)


def test_chosen_are_in_the_order_in_which_options_are_on_offer(found) -> None:
    shared = shared_of(found)

    assert [one.id for one in shared.chosen] == [
        one for one in found.talks.options.ids if one in found.agreement.nash.options
    ]


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"areas": [], "options": [], "nash": {"options": ["talks"]}, "standing": {}},
        {"areas": [], "options": [{"id": "talks"}], "nash": None, "standing": {"talks": "sure"}},
        {"areas": [], "options": "talks", "nash": None, "standing": {}},
        [],
    ],
)
def test_other_documents_are_refused_in_a_sentence(told) -> None:
    with pytest.raises(InputError, match="write it with tracktwo packages"):
        shared_from(told)
