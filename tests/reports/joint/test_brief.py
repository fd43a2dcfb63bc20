"""Briefs: the joint part is the same to the last byte, and each side sees its own behind it alone."""

import hashlib

import pytest

from tracktwo.errors import OptionError
from tracktwo.reports import to_markdown
from tracktwo.reports.brief import briefs, joint_bytes


@pytest.fixture(scope="module")
def both(material):
    return {side: briefs(material, side) for side in material.sides}


def test_joint_part_is_the_same_to_the_last_byte_and_its_hash_is_printed(both, reports) -> None:
    parts = {joint_bytes(one.values()) for one in both.values()}

    assert parts == {joint_bytes(reports.values())}
    digest = hashlib.sha256(parts.pop()).hexdigest()
    assert all(digest in to_markdown(one) for brief in both.values() for one in brief.values())


def test_own_part_is_of_one_side_alone(both) -> None:
    own = {
        side: to_markdown(brief["en"]).partition("How united your side is")[2]
        for side, brief in both.items()
    }

    assert "NATO experts:" in own["nato"].partition("figures as tables")[0]
    assert "Chinese experts:" not in own["nato"].partition("figures as tables")[0]
    assert "NATO experts:" not in own["china"].partition("figures as tables")[0]


def test_own_stances_are_those_of_the_side(both) -> None:
    told = {side: to_markdown(brief["en"]) for side, brief in both.items()}

    assert "“shall”: opposes" in told["nato"]
    assert "“shall”: supports" in told["china"]


def test_every_page_says_for_whom_it_is(both) -> None:
    assert both["china"]["fr"].banner.startswith("Réservé à\u202f: Experts chinois · ")


def test_unknown_side_is_refused(material) -> None:
    with pytest.raises(OptionError, match="'eu' is not among the parties"):
        briefs(material, "eu")
