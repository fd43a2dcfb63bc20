"""Which sections a report has, and what it leaves out."""

from dataclasses import replace

import numpy as np
import pytest

from tracktwo.errors import OptionError
from tracktwo.reports import report_of
from tracktwo.reports.tree import Facts

ALL = [
    "brief",
    "asked",
    "findings",
    "map",
    "shared-ground",
    "disagreement",
    "perception",
    "groups",
    "cohesion",
    "methods",
]


def test_report_has_every_section_when_there_are_predictions(made) -> None:
    report = report_of(made.two_parties(), "en")

    assert [section.id for section in report.sections] == ALL


def test_report_without_parties_leaves_perception_out(made) -> None:
    report = report_of(made.public_table(statements=6), "en")

    assert [section.id for section in report.sections] == [
        id_ for id_ in ALL if id_ != "perception"
    ]


def test_report_carries_the_note_in_its_language(made) -> None:
    reports = [report_of(made.two_parties(), language) for language in ("en", "zh", "fr")]

    assert [report.note for report in reports] == list(made.SIMULATED.values())


def test_total_is_left_out_where_it_would_give_a_hidden_side_away(made) -> None:
    analysis = made.two_parties()
    party = np.array([0] * 14 + [1] * 2, np.int32)
    people = replace(
        analysis.participants,
        ids=tuple("abcdefghijklmnop"),
        party=party,
        group=party,
        position=analysis.participants.position[:16],
    )
    small = replace(analysis, participants=people)

    facts = next(
        block for block in report_of(small, "en").sections[1].blocks if isinstance(block, Facts)
    )

    assert facts.rows == (
        ("Statements", "15"),
        ("NATO", "14 people"),
        ("China", "fewer than 3"),
        ("Answers", "agree, pass or disagree"),
        ("Least number of people behind a figure", "3"),
    )


def test_report_of_an_unknown_language_is_refused(made) -> None:
    with pytest.raises(OptionError):
        report_of(made.two_parties(), "de")
