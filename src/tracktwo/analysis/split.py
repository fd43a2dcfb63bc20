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


def with_outsiders(split: Split, everyone: Tally) -> Longs:
    """Answers in each part and, last, those of people outside all parts, (parts + 1, m)."""
    return np.vstack([split.answers.n, everyone.n - split.answers.n.sum(axis=0)])


def crossed(first: Split, second: Split, sweep: Sweep) -> Longs:
    """Answers where a part of one split meets a part of the other, (first + 1, second + 1, m).

    The last row and column are the people outside the parts of one or the other.
    """
    parts = [np.where(one.label < 0, len(one), one.label) for one in (first, second)]
    rows, columns = len(first) + 1, len(second) + 1
    label = (parts[0] * columns + parts[1]).astype(np.int32)
    return tally(sweep, label, rows * columns).n.reshape(rows, columns, -1)
