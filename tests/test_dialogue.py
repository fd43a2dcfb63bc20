"""What a dialogue refuses when it is made, whoever makes it."""

import numpy as np
import pytest

from tracktwo.dialogue import Answers, Dialogue, Mirrored, Party, Statement
from tracktwo.errors import InputError

EAST, WEST = 0, 1


def codes(*values: int) -> np.ndarray:
    return np.array(values, np.int32)


def one_belief(participant=0, statement=0, expected_by=WEST, party=EAST, value=0.5) -> Dialogue:
    """Ann of the East believes something of what the West expects; Bo sits for nobody."""
    return Dialogue(
        participants=("ann", "bo"),
        statements=(Statement("s1"),),
        answers=Answers.none(),
        mirrored=Mirrored(
            codes(participant), codes(statement), codes(expected_by), codes(party),
            np.array([value], np.float32),
        ),
        parties=(Party("east"), Party("west")),
        party_of=codes(EAST, -1),
    )  # fmt: skip


def test_a_belief_about_what_another_party_expects_is_held() -> None:
    assert len(one_belief().mirrored) == 1


def test_somebody_of_no_party_may_believe_something_of_any() -> None:
    assert len(one_belief(participant=1, expected_by=EAST).mirrored) == 1


@pytest.mark.parametrize(
    ("belief", "sentence"),
    [
        ({"participant": 2}, "a participant code lies outside 0..1"),
        ({"statement": 1}, "a statement code lies outside 0..0"),
        ({"expected_by": -1}, "a party code lies outside 0..1"),
        ({"party": 2}, "a party code lies outside 0..1"),
        ({"value": 1.5}, "a prediction lies outside its statement's scale"),
        ({"value": np.nan}, "a prediction lies outside its statement's scale"),
        (
            {"expected_by": EAST},
            "a mirrored prediction is of what another party expects, not one's own",
        ),
    ],
)
def test_beliefs_that_make_no_sense_are_refused(belief, sentence) -> None:
    with pytest.raises(InputError) as caught:
        one_belief(**belief)

    assert caught.value.message == sentence
