"""Roadmaps in dialogue folders: the folder `roadmap`, with the chronology in it."""

import tempfile
from pathlib import Path

from django.db import transaction

from tracktwo.exchange.roadmap import read_chronology, read_roadmap, write_roadmap
from tracktwo.roadmap import Roadmap
from tracktwo.roadmap.chronology import Chronology
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.kit.zips import zipped
from tracktwo_web.roadmaps.as_library import chronology_of, roadmap_of
from tracktwo_web.roadmaps.domain.lay import lay_roadmap
from tracktwo_web.roadmaps.models import Plan

FOLDER = "roadmap"
Told = tuple[Roadmap, Chronology | None]


def write_plan(dialogue: Dialogue, folder: Path) -> bool:
    """Write a dialogue's roadmap into its folder; whether there was one.

    Days that are only drafted are not in it, nor is what the sides are still asked about.
    """
    plan = Plan.objects.filter(dialogue=dialogue).select_related("dialogue").first()
    if plan is not None:
        write_roadmap(roadmap_of(plan), folder / FOLDER, chronology=told_chronology(plan))
    return plan is not None


def read_plan(folder: Path) -> Told | None:
    """The roadmap in a dialogue folder, if it has one. `InputError` for one that cannot be read."""
    told = folder / FOLDER
    if not (told / "roadmap.toml").is_file():
        return None
    has_chronology = (told / "chronology.csv").is_file()
    return read_roadmap(told), read_chronology(told) if has_chronology else None


@transaction.atomic
def bring_in_plan(dialogue: Dialogue, told: Told) -> Plan:
    """Lay the roadmap of a folder on the table. `InputError` where it does not fit, `CannotBe` where one is there."""
    return lay_roadmap(dialogue, *told)


def told_chronology(plan: Plan) -> Chronology:
    """What at least one side stands for."""
    return chronology_of(plan, plan.events.exclude(account="", agreed=[]))


def folder_of(plan: Plan) -> bytes:
    """A roadmap's folder as a zip: the same bytes for the same roadmap."""
    with tempfile.TemporaryDirectory(prefix="tracktwo-") as scratch:
        write_plan(plan.dialogue, Path(scratch))
        return zipped(Path(scratch) / FOLDER)
