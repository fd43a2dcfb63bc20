"""`tracktwo chronology`: milestones in, the story in its order out, and where the sides tell it differently."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cyclopts import Parameter

from tracktwo.errors import OptionError
from tracktwo_cli.outputs import print_document
from tracktwo_cli.printed import AS_TEXT, Printed
from tracktwo_cli.schedule_asked import day_in

if TYPE_CHECKING:
    from tracktwo.roadmap.chronology import Chronology


@Parameter(name="*")
@dataclass(frozen=True)
class Chosen:
    """Which milestones are told; the other accounts of an event come with it."""

    first: str = ""
    """From this day on, such as 2010-01-01."""
    last: str = ""
    """Up to this day."""
    area: str = ""
    """What they are about, such as maritime."""
    party: str = ""
    """A side that was part of them."""


ALL = Chosen()


def chronology(path: Path, /, *, chosen: Chosen = ALL, printed: Printed = AS_TEXT) -> None:
    """Tell what happened when, by whose account, and of which events there are several.

    Parameters
    ----------
    path
        A table of milestones, or the folder of a roadmap or dialogue that has a chronology.csv.
    chosen
        Which milestones are told.
    printed
        How it is printed.

    """
    from tracktwo.exchange.roadmap import read_chronology
    from tracktwo.roadmap.chronology import chronology_to_json
    from tracktwo_cli.chronology_findings import tell

    found = _only(read_chronology(path), chosen)
    if printed.json:
        print_document(chronology_to_json(found))
    else:
        tell(found, printed.language)


def _only(whole: "Chronology", chosen: Chosen) -> "Chronology":
    areas = {area for one in whole.milestones for area in one.areas}
    parties = {party for one in whole.milestones for party in one.parties}
    for name, value, known in (("area", chosen.area, areas), ("party", chosen.party, parties)):
        if value and value not in known:
            raise OptionError(f"{name} {value!r} is in no milestone; use one of {', '.join(sorted(known))}")  # fmt: skip
    first = day_in(chosen.first, "--first") if chosen.first else None
    last = day_in(chosen.last, "--last") if chosen.last else None
    if first and last and last < first:
        raise OptionError(f"--last {last} is before --first {first}; correct one of them")
    return whole.only(first=first, last=last, area=chosen.area, party=chosen.party)
