"""Joint acts: what several parties have signed in the same words, and who has not yet."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from tracktwo.record.canonical import Json
from tracktwo.record.entry import Entry, body_hash
from tracktwo.record.head import Head, party_of
from tracktwo.record.log import Log

JOINT_KINDS = ("text.adopted", "roadmap.agreed", "round.released", "report.signed")
"""Acts that count only once each party has signed them; a message is the act of one."""


@dataclass(frozen=True, slots=True)
class JointAct:
    """One act as the parties signed it: the same kind, and the same body to the last byte."""

    kind: str
    body_hash: str
    """What was compared: the SHA-256 of the canonical body."""
    body: Mapping[str, Json]
    signed: Mapping[str, Head]
    """By party, its first entry that says so."""
    missing: tuple[str, ...]
    """Parties that have not signed it, in order of their names."""

    @property
    def is_complete(self) -> bool:
        """Whether every party has signed."""
        return not self.missing


def joint_acts(
    logs: Iterable[Log],
    *,
    parties: Collection[str] | None = None,
    kinds: Collection[str] = JOINT_KINDS,
) -> tuple[JointAct, ...]:
    """Acts that parties have signed, in the order in which the first of them did by its own clock.

    `parties` are those whose signatures are needed, by name; without them, all whose logs are given.
    A log that replaces another speaks for the same party, so give only logs whose keys are trusted.
    Two bodies that differ in anything are two acts: a text's hash, version and language belong in it.

    >>> joint_acts([])
    ()
    """
    checked = tuple(logs)
    needed = sorted({party_of(log.name) for log in checked} if parties is None else set(parties))
    acts: dict[tuple[str, str], list[Entry]] = {}
    entries = [one for log in checked for one in log.entries if one.kind in kinds]
    for entry in sorted(entries, key=lambda one: (one.at, one.log, one.seq)):
        acts.setdefault((entry.kind, body_hash(entry.body)), []).append(entry)
    return tuple(_act(found, needed) for found in acts.values())


def _act(found: list[Entry], needed: list[str]) -> JointAct:
    signed: dict[str, Head] = {}
    for entry in found:
        signed.setdefault(party_of(entry.log), entry.head)
    return JointAct(
        kind=found[0].kind,
        body_hash=body_hash(found[0].body),
        body=found[0].body,
        signed=signed,
        missing=tuple(party for party in needed if party not in signed),
    )
