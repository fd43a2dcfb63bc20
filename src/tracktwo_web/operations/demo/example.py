"""Where the example lies: in the package where Tracktwo was installed, in the clone otherwise."""

from pathlib import Path

from tracktwo.dialogue import Dialogue
from tracktwo.influence import InfluenceMap
from tracktwo.roadmap import Roadmap
from tracktwo.roadmap.chronology import Chronology
from tracktwo.text.negotiation import Negotiation
from tracktwo_web.operations.errors import CannotRun

NAME = "nato-china"
PLACES = (Path(__file__).parent / NAME, Path(__file__).parents[4] / "examples" / NAME)


def read_example() -> Dialogue:
    """The simulated dialogue, as `tracktwo analyse` reads it."""
    from tracktwo.exchange import read

    return read(folder_of_example())


def read_example_map() -> InfluenceMap:
    """What each side's simulated experts believe to move what."""
    from tracktwo.exchange.influence import read_map

    return read_map(folder_of_example())


def read_example_text() -> Negotiation:
    """The made-up joint report with its history, and what the sides say of it."""
    from tracktwo.exchange.texts import read_negotiation

    return read_negotiation(folder_of_example() / "text")


def read_example_roadmap() -> tuple[Roadmap, Chronology]:
    """The made-up roadmap, and what happened before it."""
    from tracktwo.exchange.roadmap import read_chronology, read_roadmap

    folder = folder_of_example() / "roadmap"
    return read_roadmap(folder), read_chronology(folder)


def folder_of_example() -> Path:
    """Raises `CannotRun` where it is missing."""
    folder = next((place for place in PLACES if (place / "dialogue.toml").exists()), None)
    if folder is None:
        raise CannotRun(f"the example {NAME} is missing from this installation; install it again")
    return folder
