"""Tracktwo: what each side of a dialogue believes, and what both share.

    import tracktwo as tt

    dialogue = tt.read("examples/nato-china")
    found = tt.analyse(dialogue)

    drawn = tt.read_map("examples/nato-china")
    studied = tt.study(drawn)

Names are loaded when first used, so that importing the package costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracktwo.analysis import Analysis, GivenGroups, analyse, to_json
    from tracktwo.dialogue import (
        Answers,
        Dialogue,
        Mirrored,
        Party,
        Predictions,
        Scale,
        Statement,
    )
    from tracktwo.errors import InputError, OptionError, TracktwoError
    from tracktwo.exchange import read, read_groups, read_map, write_folder, write_map
    from tracktwo.influence import InfluenceMap, study
    from tracktwo.reports import report_of, to_html

__version__ = "0.1.0"

_HOMES = {
    "tracktwo.analysis": ("Analysis", "GivenGroups", "analyse", "to_json"),
    "tracktwo.dialogue": (
        "Answers",
        "Dialogue",
        "Mirrored",
        "Party",
        "Predictions",
        "Scale",
        "Statement",
    ),
    "tracktwo.errors": ("InputError", "OptionError", "TracktwoError"),
    "tracktwo.exchange": ("read", "read_groups", "read_map", "write_folder", "write_map"),
    "tracktwo.influence": ("InfluenceMap", "study"),
    "tracktwo.reports": ("report_of", "to_html"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Analysis",
    "Answers",
    "Dialogue",
    "GivenGroups",
    "InfluenceMap",
    "InputError",
    "Mirrored",
    "OptionError",
    "Party",
    "Predictions",
    "Scale",
    "Statement",
    "TracktwoError",
    "analyse",
    "read",
    "read_groups",
    "read_map",
    "report_of",
    "study",
    "to_html",
    "to_json",
    "write_folder",
    "write_map",
]


def __getattr__(name: str) -> object:
    if name in _HOME_OF:
        return getattr(import_module(_HOME_OF[name]), name)
    raise AttributeError(f"module 'tracktwo' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
