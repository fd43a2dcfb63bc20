"""A way to split the participants, into sides or into groups, with what each part answered."""

from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Ints, Longs
from tracktwo.dialogue import Dialogue
from tracktwo.votes import Sweep, Tally, tally


@dataclass(frozen=True, eq=False)
class Split:
    """Parts of the participants.

    `label` (n,): part of each participant, -1 outside; `ids` of the parts; their `answers`;
    `sizes`: seats of each part where it is the whole population, else None.
    """

    label: Ints
    ids: tuple[str, ...]
    answers: Tally
    sizes: tuple[int | None, ...]

    def __len__(self) -> int:
        return len(self.ids)


def into_sides(dialogue: Dialogue, sweep: Sweep) -> Split:
    """The split the dialogue declares."""
    sizes = tuple(party.size for party in dialogue.parties)
    answers = tally(sweep, dialogue.party_of, len(dialogue.parties))
    return Split(dialogue.party_of, dialogue.party_ids, answers, sizes)


def into_groups(label: Ints, ids: tuple[str, ...], sweep: Sweep) -> Split:
    """A split found in the answers or given from outside."""
    return Split(label, ids, tally(sweep, label, len(ids)), (None,) * len(ids))


def everyone(sweep: Sweep) -> Tally:
    """All participants as one part."""
    return tally(sweep, np.zeros(sweep.n_participants, np.int32), 1)


def crossed(first: Split, second: Split, sweep: Sweep) -> Longs:
    """Answers in each part of one split that is also in a part of the other, (first, second, m)."""
    label = np.where(
        (first.label >= 0) & (second.label >= 0), first.label * len(second) + second.label, -1
    ).astype(np.int32)
    n = tally(sweep, label, len(first) * len(second)).n
    return n.reshape(len(first), len(second), -1)
