"""Joint acts: which sides have signed the same words, as their own logs prove it."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracktwo.errors import RecordError
from tracktwo.record import JointAct, Json, canonical
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.kit.languages import said_to_reader
from tracktwo_web.records.queries import joint_acts_of


@dataclass(frozen=True)
class Signatures:
    """Which sides have signed an act as it stands, and which have not; by code."""

    hash: str
    """The fingerprint of the words that are signed."""
    signed: tuple[str, ...]
    missing: tuple[str, ...]
    problem: str = ""
    """Why the record does not hold; then no signature in it counts."""

    @property
    def by_side(self) -> Mapping[str, str]:
        """The fingerprint that each side signed, as gates ask for it."""
        return dict.fromkeys(self.signed, self.hash)


def signatures_of(dialogue: Dialogue, kind: str, body: Mapping[str, Json]) -> Signatures:
    """Who has signed an act of a kind; its body names the words by their `hash`."""
    sides = tuple(dialogue.sides.order_by("position").values_list("code", flat=True))
    hash_ = str(body["hash"])
    try:
        act = _act_of(dialogue, kind, body)
    except RecordError as wrong:
        return Signatures(hash_, (), sides, said_to_reader(wrong.message))
    signed = tuple(one for one in sides if act and one in act.signed)
    return Signatures(hash_, signed, tuple(one for one in sides if one not in signed))


def _act_of(dialogue: Dialogue, kind: str, body: Mapping[str, Json]) -> JointAct | None:
    """The act of exactly this body: two bodies that differ in anything are two acts."""
    acts = joint_acts_of(dialogue)
    alike = (one for one in acts if one.kind == kind and canonical(one.body) == canonical(body))
    return next(alike, None)
