"""Packages: who waits for whom, and who can only be agreed together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.text.standing.tables import package, text_of
from tracktwo.locale import translator
from tracktwo.text.standing import (
    Move,
    MoveKind,
    Package,
    PackageFault,
    blocking,
    bundles,
    faults,
    packages,
    released_by,
    unmet,
)
from tracktwo.text.standing.words import bundle_sentence, package_fault_sentence

UNITS = [f"u{n}" for n in range(6)]
PACKAGES = st.lists(
    st.builds(
        Package,
        st.sampled_from(UNITS),
        st.lists(st.sampled_from(UNITS), min_size=1, max_size=3).map(tuple),
    ),
    max_size=8,
)
SETS = st.sets(st.sampled_from(UNITS))


def test_newer_package_replaces_and_release_withdraws() -> None:
    log = [
        package("nato", "u1", "u2"),
        package("nato", "u1", "u3"),
        package("china", "u1", "u4"),
        package("china", "u5", "u1"),
        Move(MoveKind.RELEASE, "u5", "china"),
    ]

    assert packages(log) == (Package("u1", ("u3",), "nato"), Package("u1", ("u4",), "china"))


def test_bundles_are_all_named() -> None:
    these = [
        Package("a", ("b",)), Package("b", ("c",)), Package("c", ("a", "d")),
        Package("d", ("e",)), Package("e", ("d",)), Package("f", ("f",)), Package("g", ("a",)),
    ]  # fmt: skip

    assert bundles(these) == (("a", "b", "c"), ("d", "e"), ("f",))


def test_long_chain_of_packages_is_no_trouble() -> None:
    chain = [Package(f"u{n}", (f"u{n + 1}",)) for n in range(5000)]
    ring = [*chain, Package("u5000", ("u0",))]

    assert bundles(chain) == ()
    assert [len(one) for one in bundles(ring)] == [5001]


def test_bundle_is_met_when_all_of_it_is_accepted() -> None:
    these = [Package("a", ("b",)), Package("b", ("a",))]

    assert unmet(these, ["a"]) == {"a": ("b",), "b": ("a",)}
    assert unmet(these, ["a", "b"]) == {}


def test_acceptance_releases_what_waited_for_it() -> None:
    these = [
        Package("a", ("b",)),
        Package("b", ("c", "d")),
        Package("c", ("a",)),
        Package("e", ("x",)),
    ]

    assert released_by(these, "d", ["a", "b", "c", "e"]) == ("a", "b", "c", "d")
    assert released_by(these, "d", ["a", "b"]) == ("d",)
    assert released_by(these, "b", ["a"]) == ()


def test_blocking_follows_conditions_to_their_roots() -> None:
    these = [Package("a", ("b",)), Package("b", ("c", "d")), Package("d", ("b",))]

    assert blocking(these, ["a", "b"]) == {"a": ("c", "d"), "b": ("c", "d"), "d": ("c",)}


def test_condition_on_a_unit_that_is_gone_is_a_fault() -> None:
    one = Package("u1", ("u2", "u8", "u9"))
    text = text_of("We meet.", "We talk.", gone=("u8",))

    found = faults([one], text)

    assert found == (PackageFault(one, "u8", "suppressed"), PackageFault(one, "u9", "unknown"))
    assert [package_fault_sentence(each, translator("en")) for each in found] == [
        "Passage u1 waits for passage u8, which was taken out of the text; drop the condition or name another.",
        "Passage u1 waits for passage u9, which is not in the text; name one that is.",
    ]


@pytest.mark.parametrize(
    ("bundle", "sentence"),
    [
        (("u1",), "Passage u1 waits for itself; the condition says nothing and can be dropped."),
        (("u1", "u2"), "u1, u2 wait for one another: they can only be agreed together."),
    ],
)
def test_bundle_in_words(bundle, sentence) -> None:
    assert bundle_sentence(bundle, translator("en")) == sentence


def _reaches(these, start) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        unit = waiting.pop()
        new = {one for each in these if each.unit == unit for one in each.conditions} - found
        found |= new
        waiting += new
    return found


@given(PACKAGES)
@settings(max_examples=150)
def test_law_bundles_are_the_units_that_reach_one_another(these) -> None:
    reach = {unit: _reaches(these, unit) for unit in UNITS}

    expected = {
        frozenset(other for other in UNITS if other in reach[unit] and unit in reach[other])
        for unit in UNITS
        if unit in reach[unit]
    }
    assert {frozenset(one) for one in bundles(these)} == expected


@given(PACKAGES, SETS)
@settings(max_examples=150)
def test_law_agreed_is_the_largest_set_that_meets_its_conditions(these, accepted) -> None:
    agreed = set(accepted)
    while True:
        bad = {
            one.unit for one in these if one.unit in agreed and not set(one.conditions) <= agreed
        }
        if not bad:
            break
        agreed -= bad

    held = {unit for unit in unmet(these, accepted) if unit in accepted}
    assert accepted - held == agreed
