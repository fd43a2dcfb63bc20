"""Roadmaps in dialogue folders: out and in again."""

import io
import zipfile

from tests.web import world
from tests.web.roadmaps.making import CHRONOLOGY, a_proposed_item
from tracktwo_web.roadmaps.as_library import chronology_of, roadmap_of
from tracktwo_web.roadmaps.domain.folders import bring_in_plan, folder_of, read_plan, write_plan


def test_what_is_written_comes_in_again(plan, tmp_path) -> None:
    a_proposed_item(plan)
    other = world.a_dialogue(convenor=world.a_user("other"), stage="roadmap")

    assert write_plan(plan.dialogue, tmp_path)
    again = bring_in_plan(other, read_plan(tmp_path))

    assert roadmap_of(again) == roadmap_of(plan)
    assert chronology_of(again).milestones == CHRONOLOGY.milestones


def test_dialogue_without_a_roadmap_writes_none(dialogue, tmp_path) -> None:
    assert not write_plan(dialogue, tmp_path)
    assert read_plan(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_zip_is_the_same_for_the_same_roadmap(plan) -> None:
    first, second = folder_of(plan), folder_of(plan)

    names = zipfile.ZipFile(io.BytesIO(first)).namelist()
    assert first == second
    assert names == [
        f"roadmap/{one}"
        for one in (
            "absences.csv",
            "chronology.csv",
            "items.csv",
            "meetings.csv",
            "people.csv",
            "roadmap.toml",
        )
    ]
