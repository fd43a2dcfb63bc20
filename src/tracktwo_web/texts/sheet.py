"""A text as it is read: its parts, and each unit with its words, its state and what is said beside it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tracktwo.locale import translator
from tracktwo.text import Unit, UnitKind
from tracktwo.text.brackets.grammar import read
from tracktwo.text.brackets.walk import plain
from tracktwo.text.standing import Situation, UnitState
from tracktwo.text.standing.words import state_names
from tracktwo_web.dialogues.rules import is_neutral
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.kit.languages import TAGS, reader_language
from tracktwo_web.texts.models import JointText, ProposalState
from tracktwo_web.texts.rendering import Reading, Segment
from tracktwo_web.texts.rules import writes_for
from tracktwo_web.texts.table import Table

LONGEST_PAGE = 150
"""Units that a page shows at most."""


@dataclass(frozen=True)
class Cell:
    """A unit in one language; no segments where it is not written in it."""

    language: str
    segments: tuple[Segment, ...]

    @property
    def tag(self) -> str:
        return TAGS.get(self.language, self.language)


@dataclass(frozen=True)
class Beside:
    """How much is said beside units: proposals on the table, remarks, the reader's own side's drafts."""

    proposals: Mapping[str, int] = field(default_factory=dict)
    remarks: Mapping[str, int] = field(default_factory=dict)
    drafts: frozenset[str] = frozenset()


@dataclass(frozen=True)
class ShownUnit:
    """A unit with everything that its lines show."""

    unit: Unit
    cells: tuple[Cell, ...]
    state: UnitState
    state_name: str
    is_parked: bool = False
    proposals: int = 0
    remarks: int = 0
    has_draft: bool = False

    @property
    def tag(self) -> str:
        """The element that its first language stands in: a heading is one."""
        is_heading = self.unit.kind is UnitKind.HEADING
        return f"h{min(self.unit.level + 1, 6)}" if is_heading else "p"


@dataclass(frozen=True)
class Part:
    """Units that are read on one page, and the headings among them."""

    number: int
    units: tuple[Unit, ...]

    @property
    def headings(self) -> list[Unit]:
        return [one for one in self.units if one.kind is UnitKind.HEADING]


def parts_of(units: Sequence[Unit]) -> list[Part]:
    """A text in pages: one, as long as it is not long; else divided before its highest headings."""
    pages: list[list[Unit]] = [[]]
    for section in _sections(units):
        if len(pages[-1]) + len(section) > LONGEST_PAGE and pages[-1]:
            pages.append([])
        pages[-1] += section
    return [Part(number, tuple(page)) for number, page in enumerate(pages, start=1)]


def _sections(units: Sequence[Unit]) -> Iterable[list[Unit]]:
    """What stands under each of the highest headings; a section longer than a page in several."""
    levels = [one.level for one in units if one.kind is UnitKind.HEADING]
    top = min(levels, default=0)
    section: list[Unit] = []
    for one in units:
        begins = one.kind is UnitKind.HEADING and one.level == top
        if section and (begins or len(section) == LONGEST_PAGE):
            yield section
            section = []
        section.append(one)
    yield section


def reading_of(table: Table) -> Reading:
    """How the brackets of a text are called, and what the chair proposes."""
    return Reading.of(table.open_ones, sides=table.codes, choices=table.choices)


def beside(standing: Standing, text: JointText) -> Beside:
    """What is said beside the units, without its words; drafts only for those who may see them."""
    remarks = Counter(text.remarks.values_list("unit", flat=True))
    tabled = text.proposals.filter(state=ProposalState.TABLED).values_list("unit", flat=True)
    if not (standing.is_delegate or is_neutral(standing)):
        return Beside(Counter(tabled), remarks)
    own = text.proposals.filter(state=ProposalState.DRAFT, side=writes_for(standing))
    return Beside(Counter(tabled), remarks, frozenset(own.values_list("unit", flat=True)))


def shown_units(
    units: Iterable[Unit],
    languages: Sequence[str],
    *,
    reading: Reading,
    known: Mapping[str, Situation],
    said: Beside,
) -> list[ShownUnit]:
    """The units of a part in the languages asked for."""
    names = state_names(translator(reader_language()))
    return [
        ShownUnit(
            one,
            cells_of(one, languages, reading),
            known[one.id].state,
            names[known[one.id].state],
            is_parked=known[one.id].parked is not None,
            proposals=said.proposals.get(one.id, 0),
            remarks=said.remarks.get(one.id, 0),
            has_draft=one.id in said.drafts,
        )
        for one in units
    ]


def language_shown(unit: Unit, languages: Iterable[str]) -> str:
    """The first of the languages that the unit is written in; none if it is written in none."""
    return next((one for one in languages if unit.texts.get(one)), "")


def in_brief(unit: Unit, languages: Iterable[str], longest: int = 90) -> str:
    """A unit's number and how its words begin, in the first of the languages that has it."""
    source = unit.texts.get(language_shown(unit, languages), "")
    words = " ".join(plain(read(source).nodes).split())
    brief = words if len(words) <= longest else f"{words[:longest].rstrip()}…"
    return f"{unit.number} {brief}".strip()


def cells_of(unit: Unit, languages: Iterable[str], reading: Reading) -> tuple[Cell, ...]:
    found = reading.unit(unit, languages)
    return tuple(Cell(language, pieces) for language, pieces in found.items())
