"""Conditions are told in words, in the parties' own where they have said them."""

from fractions import Fraction

import pytest

from tracktwo.convergence import Condition, Option, Options, condition_in_words
from tracktwo.locale import translator

OPTIONS = Options(
    (Option("line", texts={"en": "A tested line.", "zh": "热线。"}), Option("visits"))
)


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        (Condition("c", "needs", ("visits", "line")), "“visits” only together with “A tested line”. Stated jointly."),
        (Condition("c", "excludes", ("visits", "line"), by="north"), "Not two of these together: “visits”, “A tested line”. Stated by The North."),
        (Condition("c", "at_most", ("visits", "line"), Fraction(1)), "At most 1 of these: “visits”, “A tested line”. Stated jointly."),
        (Condition("c", "at_least", ("visits",), Fraction(1)), "At least 1 of these: “visits”. Stated jointly."),
        (Condition("c", "must", ("visits",)), "In every package: “visits”. Stated jointly."),
        (Condition("c", "never", ("visits",)), "In no package: “visits”. Stated jointly."),
        (Condition("c", "budget", (), Fraction("2.5"), "money"), "All options together take no more than 2.5 of “money”. Stated jointly."),
        (Condition("c", "balance", (), Fraction(2), "openness"), "What the sides give of “openness” differs by no more than 2. Stated jointly."),
        (Condition("c", "must", ("visits",), texts={"en": "Visits it is."}), "Visits it is. Stated jointly."),
    ],
)  # fmt: skip
def test_each_kind_has_its_sentence(condition: Condition, sentence: str) -> None:
    told = condition_in_words(condition, OPTIONS, {"north": "The North"}, translator("en"))

    assert told == sentence
