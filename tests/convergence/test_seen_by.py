"""What a side sees: nothing that depends on the other's points but the packages themselves."""

from dataclasses import fields
from fractions import Fraction

import pytest

from tests.convergence.conftest import Given
from tracktwo.convergence import Condition, seen_by, seen_document, study
from tracktwo.errors import OptionError


def _three(party: str, *values: float) -> dict[str, tuple[float, ...]]:
    return {f"{party}{n}": values for n in range(3)}


def _talks(talks: Given, south: tuple[float, ...] = (-10, 40, 60)):
    return talks("abc", {"north": _three("n", 70, 30, -20), "south": _three("s", *south)})


def test_a_side_sees_its_own_points_and_gains(talks: Given) -> None:
    seen = seen_by(study(_talks(talks), table=["b"]), "north")

    assert {option: int(value.mean) for option, value in seen.values.items()} == {"a": 70, "b": 30, "c": -20}  # fmt: skip
    assert (seen.nash.options, seen.nash.gain, seen.nash.proven) == (("a", "b", "c"), 80, True)
    assert (seen.trade.adds, seen.trade.drops, seen.trade.more) == (("a", "c"), (), 50)
    assert set(seen.standing.values()) == {"firm"}
    assert seen.agreed


def test_other_points_with_the_same_packages_leave_no_trace(talks: Given) -> None:
    """The other side may value things quite differently: as long as the packages stay, nothing shows."""
    one, other = study(_talks(talks), table=["b"]), study(_talks(talks, (-25, 20, 80)), table=["b"])

    assert one.agreement != other.agreement
    assert seen_by(one, "north") == seen_by(other, "north")
    assert seen_document(seen_by(one, "north"), one) == seen_document(
        seen_by(other, "north"), other
    )


def test_frontier_ideals_egalitarian_shares_and_exaggeration_are_not_among_what_is_seen(
    talks: Given,
) -> None:
    found = study(_talks(talks))

    whole = seen_document(seen_by(found, "north"), found)

    hidden = {"frontier", "ideals", "egalitarian", "firmness", "exaggeration", "trades"}
    assert hidden & {*whole, *(field.name for field in fields(seen_by(found, "north")))} == set()
    assert "south" not in {*whole["no_agreement"], *whole["nash"]["gains"]}
    assert all(set(one["values"]) == {"north"} for one in whole["options"])


def test_fewer_than_k_experts_are_not_told_and_cannot_be_had_by_subtraction(talks: Given) -> None:
    north = {"n0": (50, 30, 20), "n1": (60, 40, 0), "n2": (70, 30, 0)}
    on_offer = talks("abc", {"north": north, "south": _three("s", 30, 30, 40)})
    rows = tuple(one for one in on_offer.valuation.rows if one.points)
    found = study(type(on_offer)(on_offer.options, type(on_offer.valuation)(rows)))

    seen = seen_by(found, "north")

    # Only one expert spoke of c; with a and b told, c would be a hundred less both.
    assert {option for option, value in seen.values.items() if value is None} == {"a", "c"}
    assert seen.nash.options == ("a", "b", "c")
    assert seen.nash.gain is None


def test_why_there_is_no_agreement_is_told_only_where_conditions_clash(talks: Given) -> None:
    points = {"north": _three("n", 60, 40), "south": _three("s", 40, 60)}
    clash = Condition("in", "must", ("a",)), Condition("out", "never", ("a",))
    by_conditions = study(talks("ab", points, *clash))
    by_gains = study(talks("ab", points, no_agreement={"south": Fraction(100)}))

    assert seen_by(by_conditions, "north").clash == ("in", "out")
    assert by_gains.agreement.conflict.parties == ("south",)
    seen = seen_by(by_gains, "north")
    assert (seen.agreed, seen.clash, seen.nash) == (False, (), None)


def test_no_such_side(talks: Given) -> None:
    with pytest.raises(
        OptionError, match=r"party 'east' is not among the parties \(north, south\)"
    ):
        seen_by(study(_talks(talks)), "east")
