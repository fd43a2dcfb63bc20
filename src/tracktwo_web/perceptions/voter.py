"""Who answers: everything that must hold before an answer is taken, found out in one query."""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from tracktwo_web.dialogues import stages
from tracktwo_web.dialogues.cookie import Sitting
from tracktwo_web.dialogues.roles import VOICES, Role
from tracktwo_web.dialogues.secrets import matches
from tracktwo_web.kit.prepared import first_row, has_ids
from tracktwo_web.rounds.states import RoundState
from tracktwo_web.rounds.why_not import WhyNot


@dataclass(frozen=True, repr=False)
class Voter:
    """Somebody who may answer in a round now, and what their ballot holds already."""

    sitting: Sitting
    dialogue_id: uuid.UUID
    round_id: uuid.UUID
    ballot: bytes
    role: Role
    side: uuid.UUID | None
    stage: str
    closes_at: datetime
    is_visitor: bool
    answered: frozenset[str]
    """Questions answered, by the hexadecimal form of their ids."""


class _Found(NamedTuple):
    """A row of the query."""

    state: str
    closes_at: datetime
    is_over: bool
    stage: str
    is_open_consultation: bool
    verifier: str | None
    is_key_in_time: bool
    role: str | None
    side: uuid.UUID | str | None
    rules: int | None
    has_accepted: bool
    answered: str | None


_RULES = "SELECT MAX(version) FROM dialogues_procedure WHERE dialogue_id = d.id"
_ACCEPTED = f"""SELECT 1 FROM dialogues_acceptance a JOIN dialogues_procedure p ON p.id = a.procedure_id
 WHERE a.seat_id = s.id AND p.version = ({_RULES}) AND p.dialogue_id = d.id"""  # noqa: S608 -- constants
_CHOSEN = "SELECT id FROM dialogues_side WHERE id = %s AND dialogue_id = d.id"
_ANSWERED = "SELECT {joined} FROM perceptions_answer WHERE ballot = %s"
_QUERY = f"""
SELECT r.state, r.closes_at, r.closes_at <= %s, d.stage, d.is_open,
  k.verifier, k.issued_at <= r.opened_at, s.role, COALESCE(s.side_id, ({_CHOSEN})),
  ({_RULES}), EXISTS ({_ACCEPTED}), ({_ANSWERED})
FROM perceptions_round r JOIN dialogues_dialogue d ON d.id = r.dialogue_id
LEFT JOIN dialogues_key k ON k.id = %s AND k.revoked_at IS NULL
LEFT JOIN dialogues_seat s ON s.id = k.seat_id AND s.dialogue_id = d.id
WHERE r.id = %s AND r.dialogue_id = %s
"""  # noqa: S608 -- constants
_IN_POSTGRES = _QUERY.format(joined="string_agg(question_id::text, ',')")
_IN_SQLITE = _QUERY.format(joined="group_concat(question_id)")


def voter_of(
    sitting: Sitting | None, dialogue_id: uuid.UUID, round_id: uuid.UUID, *, now: datetime
) -> Voter | WhyNot:
    """Whoever sits here, if they may answer in that round now; else the first reason why not."""
    if sitting is None:
        return WhyNot.STRANGER
    ballot = sitting.root.ballot(round_id)
    found = _find(sitting, dialogue_id, round_id, ballot, now)
    if found is None:
        return WhyNot.STRANGER
    return _reason(found, sitting) or Voter(
        sitting=sitting,
        dialogue_id=dialogue_id,
        round_id=round_id,
        ballot=ballot,
        role=Role(found.role or Role.PUBLIC),
        side=_as_uuid(found.side),
        stage=found.stage,
        closes_at=found.closes_at.replace(tzinfo=UTC),
        is_visitor=sitting.key is None,
        answered=_ids(found.answered),
    )


def _find(
    sitting: Sitting, dialogue_id: uuid.UUID, round_id: uuid.UUID, ballot: bytes, now: datetime
) -> _Found | None:
    chosen = sitting.side if sitting.key is None else None
    values = (now, chosen, ballot, sitting.key, round_id, dialogue_id)
    row = first_row(_IN_POSTGRES if has_ids() else _IN_SQLITE, values)
    return _Found(*row) if row else None


def _reason(found: _Found, sitting: Sitting) -> WhyNot | None:  # noqa: PLR0911 -- a list of reasons
    """The first thing that stands in the way."""
    if not _is_known(found, sitting):
        return WhyNot.STRANGER
    if found.rules is not None and not (found.has_accepted or sitting.accepted == found.rules):
        return WhyNot.RULES
    if sitting.key and found.role not in VOICES:
        return WhyNot.NO_VOICE
    if found.state == RoundState.PLANNED:
        return WhyNot.NOT_YET
    if found.state != RoundState.OPEN or found.is_over:
        return WhyNot.OVER
    if not stages.opens(found.stage, stages.Act.ANSWER):
        return WhyNot.STAGE
    if sitting.key and not found.is_key_in_time:
        return WhyNot.LATE_KEY
    return None


def _is_known(found: _Found, sitting: Sitting) -> bool:
    """A live key of a seat here, opened with its own link; or a visitor where visitors answer."""
    if sitting.key is None:
        return found.is_open_consultation
    if found.verifier is None or found.role is None:
        return False
    return matches(sitting.root, found.verifier)


def _as_uuid(found: uuid.UUID | str | None) -> uuid.UUID | None:
    return uuid.UUID(found) if isinstance(found, str) else found


def _ids(joined: str | None) -> frozenset[str]:
    return frozenset(joined.replace("-", "").split(",")) if joined else frozenset()
