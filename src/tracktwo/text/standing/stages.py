"""The way of the document: from elements to a published text. Nothing is agreed until everything is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Final, TypeAlias

from tracktwo.text.brackets.nodes import Run
from tracktwo.text.standing.fingerprint import fingerprint
from tracktwo.text.standing.gate import Gate
from tracktwo.text.standing.moves import Act
from tracktwo.text.standing.packages import packages
from tracktwo.text.standing.refusals import refusal
from tracktwo.text.standing.silence import Silence, SilenceState
from tracktwo.text.standing.situation import Situation, UnitState
from tracktwo.text.standing.sources import sources
from tracktwo.text.standing.unit_states import situations
from tracktwo.text.standing.why_not import WhyNot
from tracktwo.text.units import NegotiatedText


class Stage(StrEnum):
    """What kind of paper the document is, in the order in which it becomes one."""

    ELEMENTS = "elements"
    COMPILATION = "compilation"
    CHAIRS_TEXT = "chairs_text"
    ROLLING_DRAFT = "rolling_draft"
    CLEAN = "clean"
    UNDER_SILENCE = "under_silence"
    SILENCE_BROKEN = "silence_broken"
    ADOPTED = "adopted"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Document:
    """Where a document is: its stage, the number of the rolling draft, and the silence asked on it."""

    stage: Stage = Stage.ELEMENTS
    draft: int = 0
    silence: Silence | None = None

    @property
    def is_adopted(self) -> bool:
        """Whether every unit is adopted with it."""
        return self.stage in (Stage.ADOPTED, Stage.PUBLISHED)


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What the guards look at; make it with `document_facts`.

    `open_units` hold a bracket ("" is the title); `unsettled` are without one, but a side objects to
    them, has reopened or parked them. `unmet` are conditions of packages that a clean text would
    leave open. `fingerprint` is "" while anything is open.
    """

    open_units: tuple[str, ...] = ()
    unsettled: tuple[str, ...] = ()
    unmet: tuple[str, ...] = ()
    fingerprint: str = ""
    silence: Silence | None = None
    now: datetime | None = None
    gate: Gate | None = None


Guard: TypeAlias = Callable[[DocumentFacts], bool]


@dataclass(frozen=True, slots=True)
class StageChange:
    """From one stage to another; each guard is named by why it would refuse."""

    source: Stage
    target: Stage
    guards: tuple[WhyNot, ...] = field(default=())


_CLEAN = (WhyNot.STILL_OPEN, WhyNot.UNITS_NOT_CLEAN)
_SILENT = (*_CLEAN, WhyNot.PACKAGES_UNMET, WhyNot.NOT_UNDER_SILENCE, WhyNot.OTHER_TEXT)
_KEPT = (WhyNot.SILENCE_WAS_BROKEN, WhyNot.SILENCE_RUNS)

STAGE_CHANGES: Final = (
    StageChange(Stage.ELEMENTS, Stage.COMPILATION),
    StageChange(Stage.COMPILATION, Stage.CHAIRS_TEXT),
    StageChange(Stage.CHAIRS_TEXT, Stage.ROLLING_DRAFT),
    StageChange(Stage.ROLLING_DRAFT, Stage.ROLLING_DRAFT),
    StageChange(Stage.ROLLING_DRAFT, Stage.CLEAN, _CLEAN),
    StageChange(Stage.CLEAN, Stage.ROLLING_DRAFT),
    StageChange(Stage.CLEAN, Stage.UNDER_SILENCE, (*_SILENT, WhyNot.SILENCE_IS_SPENT)),
    StageChange(Stage.UNDER_SILENCE, Stage.SILENCE_BROKEN, (WhyNot.SILENCE_NOT_BROKEN,)),
    StageChange(Stage.UNDER_SILENCE, Stage.ROLLING_DRAFT, (WhyNot.NOT_TAKEN_BACK,)),
    StageChange(Stage.UNDER_SILENCE, Stage.ADOPTED, (*_SILENT, *_KEPT)),
    StageChange(Stage.SILENCE_BROKEN, Stage.ROLLING_DRAFT),
    StageChange(Stage.ADOPTED, Stage.PUBLISHED, (WhyNot.GATE_SHUT,)),
)
"""Every change of stage there is; any other is refused."""

_CHANGE_OF: Final[Mapping[tuple[Stage, Stage], StageChange]] = {
    (one.source, one.target): one for one in STAGE_CHANGES
}


def document_facts(
    text: NegotiatedText,
    log: Sequence[Act],
    *,
    sides: tuple[str, ...],
    silence: Silence | None = None,
    now: datetime | None = None,
    gate: Gate | None = None,
) -> DocumentFacts:
    """What the guards look at: the text, what the sides have said, the silence and the gate.

    Silence speaks for sides that have not: a clean unit to which nobody objects counts as accepted
    once silence is kept, and so meets the condition of a package.
    """
    found = situations(text, log, sides=sides)
    open_units = [one.unit for one in found.values() if one.state is UnitState.BRACKETED]
    if _has_open_title(text):
        open_units.insert(0, "")
    settled = {one.unit for one in found.values() if _is_settled(one)}
    return DocumentFacts(
        tuple(open_units),
        tuple(one.unit for one in found.values() if one.unit not in (*settled, *open_units)),
        tuple(_unmet(log, settled)),
        "" if open_units else fingerprint(text),
        silence,
        now,
        gate,
    )


def advanced(document: Document, target: Stage, facts: DocumentFacts) -> Document:
    """The document one stage on. Raises `MoveError` where it cannot go there, and says why.

    A further rolling draft has the next number. A silence that was broken, or from which the chair
    took the text back, stays with the document until the next one is opened.

    >>> first = advanced(Document(Stage.CHAIRS_TEXT), Stage.ROLLING_DRAFT, DocumentFacts())
    >>> advanced(first, Stage.ROLLING_DRAFT, DocumentFacts()).draft
    2
    >>> advanced(first, Stage.CLEAN, DocumentFacts(open_units=("u3",)))
    Traceback (most recent call last):
    tracktwo.errors.MoveError: Something is still open in u3; close it first.
    """
    change = _CHANGE_OF.get((document.stage, target))
    reason = WhyNot.NOT_FROM_HERE if change is None else _first_refusal(change, facts)
    if reason:
        raise refusal(reason, state=document.stage, detail=_detail(reason, facts))
    draft = document.draft + (target is Stage.ROLLING_DRAFT)
    return replace(document, stage=target, draft=draft, silence=facts.silence or document.silence)


def _first_refusal(change: StageChange, facts: DocumentFacts) -> WhyNot | None:
    return next((one for one in change.guards if not GUARDS[one](facts)), None)


def _detail(reason: WhyNot, facts: DocumentFacts) -> str:
    named = {
        WhyNot.STILL_OPEN: facts.open_units,
        WhyNot.UNITS_NOT_CLEAN: facts.unsettled,
        WhyNot.PACKAGES_UNMET: facts.unmet,
    }
    return ", ".join(one or "title" for one in named.get(reason, ()))


def _has_open_title(text: NegotiatedText) -> bool:
    titles = (one for one in sources(text) if not one.unit and one.has_signs)
    return any(not isinstance(node, Run) for one in titles for node in one.tree())


def _is_settled(one: Situation) -> bool:
    return one.parked is None and one.state not in (UnitState.BRACKETED, UnitState.OPEN)


def _unmet(log: Sequence[Act], settled: set[str]) -> list[str]:
    wanted = (condition for one in packages(log) for condition in one.conditions)
    return [one for one in dict.fromkeys(wanted) if one not in settled]


_TO_COME: Final = (SilenceState.AHEAD, SilenceState.RUNNING)
"""While a side can still break the silence: a text comes under no other."""


def _silence_state(facts: DocumentFacts) -> SilenceState | None:
    return facts.silence.state(facts.now) if facts.silence and facts.now else None


GUARDS: Final[Mapping[WhyNot, Guard]] = {
    WhyNot.STILL_OPEN: lambda facts: not facts.open_units,
    WhyNot.UNITS_NOT_CLEAN: lambda facts: not facts.unsettled,
    WhyNot.PACKAGES_UNMET: lambda facts: not facts.unmet,
    WhyNot.NOT_UNDER_SILENCE: lambda facts: _silence_state(facts) is not None,
    WhyNot.SILENCE_IS_SPENT: lambda facts: _silence_state(facts) in _TO_COME,
    WhyNot.OTHER_TEXT: lambda facts: (
        facts.silence is not None and facts.silence.fingerprint == facts.fingerprint
    ),
    WhyNot.NOT_TAKEN_BACK: lambda facts: (
        facts.silence is not None and bool(facts.silence.taken_back.strip())
    ),
    WhyNot.SILENCE_WAS_BROKEN: lambda facts: _silence_state(facts) is not SilenceState.BROKEN,
    WhyNot.SILENCE_NOT_BROKEN: lambda facts: _silence_state(facts) is SilenceState.BROKEN,
    WhyNot.SILENCE_RUNS: lambda facts: _silence_state(facts) is SilenceState.KEPT,
    WhyNot.GATE_SHUT: lambda facts: facts.gate is not None and facts.gate.is_clear,
}
"""What must hold, by why it would refuse."""
