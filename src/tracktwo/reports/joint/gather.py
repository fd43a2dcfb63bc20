"""From the folder of a dialogue to all that its joint report is made of."""

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo._typing import Progress, silent
from tracktwo.errors import InputError, OptionError
from tracktwo.exchange.settings import FOLDER_K, Settings, read_settings
from tracktwo.locale import LANGUAGES
from tracktwo.reports.joint.found import PACKAGES, RISKS, read_assessment, read_shared
from tracktwo.reports.joint.material import Map, Material, Plan
from tracktwo.reports.joint.settings import FILE, read_report_settings

if TYPE_CHECKING:
    from tracktwo.analysis.result import Analysis
    from tracktwo.convergence import Study as Talks
    from tracktwo.convergence.shared import Shared
    from tracktwo.dialogue import Party
    from tracktwo.reports.joint.material import Author
    from tracktwo.risk import Assessment
    from tracktwo.roadmap import Calendar, Roadmap
    from tracktwo.roadmap.chronology import Chronology
    from tracktwo.text.negotiation import Negotiation

MEMBERS = 200
"""How often experts are drawn anew to see what on the map is sure."""


def gathered(path: str | PathLike[str], *, progress: Progress = silent, seed: int = 0) -> Material:
    """Whatever a dialogue folder holds, read and analysed: answers, map, risks, options, text.

    A part that the folder does not hold is None. Title, note, sides and k are those of dialogue.toml;
    who answers for the report stands in report.toml. Raises `InputError` where there is no
    dialogue.toml, where nothing is found, and for anything that cannot be read.
    """
    folder = Path(path)
    if not folder.is_dir():
        raise InputError("this is no folder; give the folder of a dialogue", file=folder)
    if not (folder / "dialogue.toml").exists():
        message = "there is no dialogue.toml here; give the folder of a dialogue"
        raise InputError(message, file=folder)
    settings = read_settings(folder / "dialogue.toml")
    reading = _Reading(folder, settings, progress, seed)
    reviewed, authors = reading.report_settings()
    talks = reading.talks()
    material = Material(
        settings.title,
        settings.note,
        settings.parties,
        tuple(one for one in settings.languages if one in LANGUAGES) or ("en",),
        settings.k,
        reading.analysis(),
        reading.map(),
        reading.risks(),
        talks,
        reading.cooperation(talks),
        reading.negotiation(),
        reading.plan(),
        reading.chronology(),
        authors,
        reviewed,
    )
    _require_something(material, folder)
    return material


def _require_something(material: Material, folder: Path) -> None:
    parts = (
        material.analysis,
        material.map,
        material.risks,
        material.cooperation,
        material.negotiation,
        material.plan,
        material.chronology,
    )
    if not any(parts):
        message = "there is nothing to report here; docs/report.md says what a folder may hold"
        raise InputError(message, file=folder)


class _Reading:
    """Reads a part where the folder holds it."""

    def __init__(self, folder: Path, settings: Settings, progress: Progress, seed: int) -> None:
        self.folder, self.progress, self.seed = folder, progress, seed
        self.k = settings.k or FOLDER_K
        self.parties: tuple[Party, ...] = settings.parties

    def _has(self, *names: str) -> bool:
        return any((self.folder / one).exists() for one in names)

    def report_settings(self) -> "tuple[tuple[str, ...], tuple[Author, ...]]":
        if not self._has(FILE):
            return (), ()
        return read_report_settings(self.folder / FILE, parties=[one.id for one in self.parties])

    def analysis(self) -> "Analysis | None":
        if not self._has("votes.csv", "votes.parquet"):
            return None
        from tracktwo.analysis import analyse
        from tracktwo.exchange import read

        dialogue = read(self.folder, progress=self.progress)
        groups = "parties" if self.parties else "model"
        return analyse(dialogue, groups=groups, seed=self.seed, progress=self.progress)

    def map(self) -> Map | None:
        if not self._has("judgements.csv"):
            return None
        from tracktwo.exchange.influence import read_map
        from tracktwo.influence import Options, contrast, study

        drawn = read_map(self.folder)
        options = Options(members=MEMBERS, seed=self.seed)
        found = study(drawn, options, progress=self.progress)
        if len(drawn.sides) != 2:
            return Map(found)
        one, other = drawn.sides
        apart = contrast(drawn.of_side(one), drawn.of_side(other), options, names=(one, other))
        return Map(found, apart)

    def risks(self) -> "Assessment | None":
        """What was found of the estimates: computed anew, or as it was told where only that is here."""
        if not self._has("estimates.csv"):
            return read_assessment(self.folder / RISKS) if self._has(RISKS) else None
        from tracktwo.exchange.risks import read_risks
        from tracktwo.risk import assess

        self.progress("risks", 0, 0)
        given = read_risks(self.folder)
        return assess(given.register, given.estimates, seeds=given.seeds, k=self.k, seed=self.seed)

    def talks(self) -> "Talks | None":
        if not self._has("convergence"):
            return None
        from tracktwo.convergence import study
        from tracktwo.exchange.convergence import read_convergence

        given = read_convergence(self.folder)
        return study(given.talks, k=self.k, seed=self.seed, progress=self.progress)

    def cooperation(self, talks: "Talks | None") -> "Shared | None":
        """What all may hold of the packages: of the talks, or as it was told where only that is here."""
        if talks is None:
            return read_shared(self.folder / PACKAGES) if self._has(PACKAGES) else None
        from tracktwo.convergence.shared import shared_of

        return shared_of(talks)

    def negotiation(self) -> "Negotiation | None":
        from tracktwo.exchange.texts import read_negotiation
        from tracktwo.exchange.texts.negotiation import is_negotiation

        folder = self.folder / "text"
        return read_negotiation(folder) if is_negotiation(folder) else None

    def plan(self) -> Plan | None:
        if not self._has("roadmap/roadmap.toml"):
            return None
        from tracktwo.exchange.roadmap import read_roadmap

        roadmap = read_roadmap(self.folder)
        self.progress("calendar", 0, 0)
        return Plan(roadmap, _calendar(roadmap))

    def chronology(self) -> "Chronology | None":
        if not self._has("roadmap/chronology.csv", "chronology.csv"):
            return None
        from tracktwo.exchange.roadmap import read_chronology

        return read_chronology(self.folder)


def _calendar(roadmap: "Roadmap") -> "Calendar | None":
    """The calendar, or None where the programs that make one are not installed."""
    from tracktwo.roadmap import schedule

    try:
        return schedule(roadmap)
    except OptionError:
        return None
