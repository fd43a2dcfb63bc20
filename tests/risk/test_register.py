"""A register says what is wrong with a record, and which concepts it leans on."""

import pytest

from tracktwo.dialogue import VOTE
from tracktwo.errors import InputError
from tracktwo.influence import Concept, InfluenceMap
from tracktwo.risk import Indicator, Register, Risk, require_concepts


@pytest.mark.parametrize(
    ("risks", "sentence"),
    [
        ([Risk("")], "a risk has no id"),
        ([Risk("a"), Risk("a")], "risk 'a' appears twice; ids must differ"),
        (
            [Risk("a", onset="soon")],
            "onset 'soon' is not known; write hours, days, weeks, months, years or nothing",
        ),
        (
            [Risk("a", reversibility="no")],
            "reversibility 'no' is not known; write easy, hard, impossible or nothing",
        ),
        ([Risk("a", scale=VOTE)], "severity is not voted on; state its scale as rating:MIN:MAX"),
        (
            [Risk("a", indicators=(Indicator("i", state="maybe"),))],
            "state 'maybe' is not known; write seen, not seen or nothing",
        ),
    ],
)
def test_register_refuses_what_cannot_be_meant(risks, sentence) -> None:
    with pytest.raises(InputError) as caught:
        Register(tuple(risks))

    assert str(caught.value) == sentence


def test_risk_is_read_in_another_language_where_there_is_none() -> None:
    risk = Risk("war", {"fr": "La guerre."})

    assert (risk.text("zh"), Risk("war").text("zh")) == ("La guerre.", "war")


def test_mechanism_names_concepts_of_the_map() -> None:
    drawn = InfluenceMap((Concept("exercises"), Concept("war", kind="risk")))

    require_concepts(Register((Risk("war", mechanism=("exercises", "war")),)), drawn)

    with pytest.raises(InputError) as caught:
        require_concepts(Register((Risk("war", mechanism=("exercises", "threat")),)), drawn)
    assert str(caught.value) == (
        "risk 'war': concept 'threat' of its mechanism is not in the influence map; add it there or "
        "correct it"
    )
