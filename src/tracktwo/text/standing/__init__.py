"""Where the sides stand on a text, how its units and the document move, and what stands in the way."""

from tracktwo.text.standing.bracket_facts import BracketFacts, BracketReason
from tracktwo.text.standing.disagreements import Disagreement, OpenWords, disagreements
from tracktwo.text.standing.document import gate_document, gate_schema, gate_to_json
from tracktwo.text.standing.fingerprint import canonical_text, fingerprint, unit_fingerprint
from tracktwo.text.standing.gate import Condition, Gate, GateKind, GatePlace, gate
from tracktwo.text.standing.moves import Act, Move, MoveKind
from tracktwo.text.standing.packages import (
    Package,
    PackageFault,
    blocking,
    bundles,
    faults,
    packages,
    released_by,
    unmet,
)
from tracktwo.text.standing.positions import (
    Block,
    Heard,
    Position,
    Stance,
    WayOut,
    blocks,
    current,
    way_out,
)
from tracktwo.text.standing.silence import (
    Attribution,
    Break,
    Extension,
    SeenBreak,
    Silence,
    SilenceSeen,
    SilenceState,
)
from tracktwo.text.standing.situation import Situation, UnitState, situation
from tracktwo.text.standing.stages import (
    STAGE_CHANGES,
    Document,
    DocumentFacts,
    Stage,
    StageChange,
    advanced,
    document_facts,
)
from tracktwo.text.standing.unit_machine import TRANSITIONS, Step, Transition, step_of, why_not
from tracktwo.text.standing.unit_states import (
    accepted,
    lapses,
    moved,
    situations,
    state_of,
    unit_states,
)
from tracktwo.text.standing.why_not import WhyNot

__all__ = [
    "STAGE_CHANGES",
    "TRANSITIONS",
    "Act",
    "Attribution",
    "Block",
    "BracketFacts",
    "BracketReason",
    "Break",
    "Condition",
    "Disagreement",
    "Document",
    "DocumentFacts",
    "Extension",
    "Gate",
    "GateKind",
    "GatePlace",
    "Heard",
    "Move",
    "MoveKind",
    "OpenWords",
    "Package",
    "PackageFault",
    "Position",
    "SeenBreak",
    "Silence",
    "SilenceSeen",
    "SilenceState",
    "Situation",
    "Stage",
    "StageChange",
    "Stance",
    "Step",
    "Transition",
    "UnitState",
    "WayOut",
    "WhyNot",
    "accepted",
    "advanced",
    "blocking",
    "blocks",
    "bundles",
    "canonical_text",
    "current",
    "disagreements",
    "document_facts",
    "faults",
    "fingerprint",
    "gate",
    "gate_document",
    "gate_schema",
    "gate_to_json",
    "lapses",
    "moved",
    "packages",
    "released_by",
    "situation",
    "situations",
    "state_of",
    "step_of",
    "unit_fingerprint",
    "unit_states",
    "unmet",
    "way_out",
    "why_not",
]  # fmt: skip
