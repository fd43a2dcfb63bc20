"""The scripts of drills that ship: in the package where Tracktwo was installed, in the clone otherwise."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tracktwo.channel.drills import Drill
from tracktwo.exchange.channel.drill_file import read_drill

PLACES = (Path(__file__).parent / "drills", Path(__file__).parents[3] / "examples/drills")


@cache
def shipped_scripts() -> Mapping[str, Drill]:
    """By name."""
    folder = next(place for place in PLACES if place.exists())
    return {one.id: one for one in map(read_drill, sorted(folder.glob("*.yaml")))}
