"""Areas and options are checked when they are made."""

import pytest

from tracktwo.convergence import LADDER, Area, Option, Options, require_touched
from tracktwo.errors import InputError


def test_options_are_found_by_id_and_area() -> None:
    options = Options(
        (Option("line", "sea", {"zh": "热线", "en": "A line"}),), (Area("sea", {"fr": "La mer"}),)
    )

    assert options["line"].text("zh") == "热线"
    assert options["line"].text("fr") == "A line"
    assert options.area("sea").text() == "La mer"
    assert options.area("air").text() == "air"
    assert "line" in options
    assert "visits" not in options


def test_ladder_goes_from_contact_to_agreement() -> None:
    assert (LADDER[0], LADDER[-1], len(LADDER)) == ("contact", "agreement", 8)


@pytest.mark.parametrize(
    ("options", "areas", "sentence"),
    [
        ((Option("a"), Option("a")), (), "option 'a' appears twice; ids must differ"),
        ((Option(" "),), (), "an entry has no id; give each option one"),
        ((), (Area("x"), Area("x")), "area 'x' appears twice; ids must differ"),
        ((Option("a", "air"),), (Area("sea"),), "option 'a': area 'air' is not among the areas; add it there or correct it"),
        ((Option("a", rung="talks"),), (), "option 'a': rung 'talks' is not known; write one of contact, test call, notification, observation, rules of behaviour, joint review, norm, agreement, or nothing"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(
    options: tuple[Option, ...], areas: tuple[Area, ...], sentence: str
) -> None:
    with pytest.raises(InputError) as caught:
        Options(options, areas)

    assert str(caught.value) == sentence


def test_what_options_touch_must_be_known() -> None:
    options = Options((Option("a", touches=("trust", "trade")),))

    require_touched(options, {"trust", "trade"})
    with pytest.raises(InputError, match="option 'a' touches 'trade', which is neither a concept"):
        require_touched(options, {"trust"})
