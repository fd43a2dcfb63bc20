"""Released figures in sentences, where a round's own data cannot reach: ratings, and what is hidden."""

import pytest

from tracktwo.dialogue import Scale
from tracktwo_web.dialogues.models import Side
from tracktwo_web.insights.document import Belief, Told
from tracktwo_web.insights.telling import believed_sentences, own_belief

NATO = Side(code="nato", names={"en": "NATO experts"})
CHINA = Side(code="china", names={"en": "Chinese experts"})
RATING = Scale("rating", 1, 7)


def told(scale: Scale, **belief) -> Told:
    known = {"believed": 0.25, "expected": 0.5, "is_misperceived": False} | belief
    return Told("c01", {}, "", "", scale, {}, (), (Belief("nato", "china", **known),))


@pytest.mark.parametrize(
    ("scale", "belief", "sentence"),
    [
        (
            Scale(),
            {},
            "NATO experts: thought that Chinese experts expect 25% of them to agree; Chinese experts expect 50%.",
        ),
        (
            Scale(),
            {"is_misperceived": True},
            "NATO experts: thought that Chinese experts expect 25% of them to agree; Chinese experts expect 50%. More than chance explains.",
        ),
        (
            RATING,
            {"believed": 2.0, "expected": 5.5},
            "NATO experts: thought that Chinese experts expect a mean of 2.0 from them; Chinese experts expect 5.5.",
        ),
        (
            RATING,
            {"believed": 2.0, "expected": 5.5, "is_misperceived": True},
            "NATO experts: thought that Chinese experts expect a mean of 2.0 from them; Chinese experts expect 5.5. More than chance explains.",
        ),
    ],
)
def test_what_a_side_thinks_is_expected_of_it_is_told_beside_what_is(
    scale, belief, sentence
) -> None:
    assert believed_sentences(told(scale, **belief), [CHINA, NATO]) == [sentence]


def test_what_is_not_shown_is_not_told() -> None:
    assert believed_sentences(told(Scale(), believed=None, expected=None), [NATO, CHINA]) == []


@pytest.mark.parametrize(
    ("scale", "belief", "sentence"),
    [
        (
            Scale(),
            {},
            "Chinese experts: you thought that they expect 30% of your side to agree; they expect 50%.",
        ),
        (
            RATING,
            {"expected": 5.5},
            "Chinese experts: you thought that they expect a mean of 0.3 from your side; they expect 5.5.",
        ),
        (
            Scale(),
            {"expected": None},
            "Chinese experts: what they expect of your side is not shown.",
        ),
    ],
)
def test_a_readers_own_belief_stands_beside_what_is_expected(scale, belief, sentence) -> None:
    assert own_belief(told(scale, **belief), CHINA, "nato", 0.3) == sentence
