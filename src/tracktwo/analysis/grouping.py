"""Which groups the group figures are computed over: the model's, Polis's, the sides, or given ones."""

from dataclasses import dataclass, replace

import numpy as np

from tracktwo._typing import Flags, Ints, Longs, Progress
from tracktwo.analysis.result import Grouping
from tracktwo.dialogue import Dialogue
from tracktwo.errors import OptionError
from tracktwo.opinion import IdealPoints, find_groups, polis
from tracktwo.votes import Sweep, matrix_of

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, eq=False)
class GivenGroups:
    """Groups from outside: `label` (n,), -1 for nobody's, and the groups' `ids`."""

    label: Ints
    ids: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Chosen:
    """The groups to use and what is to be said of them."""

    label: Ints
    ids: tuple[str, ...]
    grouping: Grouping


def choose_groups(
    dialogue: Dialogue,
    sweep: Sweep,
    place: Longs,
    groups: str | GivenGroups,
    *,
    seed: int,
    line: IdealPoints,
    progress: Progress,
) -> Chosen:
    """Groups by `model`, `polis`, `parties`, or as given. Anything else raises `OptionError`.

    `sweep` holds the answers in the order `place` (n,): row i is participant `place[i]`.
    """
    if isinstance(groups, GivenGroups):
        return _given(groups.label, groups.ids, "file")
    if groups == "parties":
        if not dialogue.parties:
            raise OptionError("groups cannot be the parties: no participant belongs to one")
        return _given(dialogue.party_of, dialogue.party_ids, "parties")
    if groups == "model":
        return _in_place(_found(sweep, seed, line, progress), place)
    if groups == "polis":
        return _as_polis_does(dialogue)
    raise OptionError(f"groups {groups!r} are not known; write model, parties, polis or a file")


def _in_place(chosen: Chosen, place: Longs) -> Chosen:
    label = np.empty_like(chosen.label)
    label[place] = chosen.label
    return replace(chosen, label=label)


def _given(label: Ints, ids: tuple[str, ...], method: str) -> Chosen:
    return Chosen(label, ids, Grouping(method, len(ids), None, supported=True))  # type: ignore[arg-type]


def _found(sweep: Sweep, seed: int, line: IdealPoints, progress: Progress) -> Chosen:
    found = find_groups(sweep, seed=seed, line=line, progress=progress)
    grouping = Grouping("model", found.k, found.stability, found.is_supported, found.warning)
    return Chosen(found.label, _letters(found.k), grouping)


def _as_polis_does(dialogue: Dialogue) -> Chosen:
    label = polis.polis_groups(matrix_of(dialogue), zeroed=zeroed_statements(dialogue))
    k = int(label.max(initial=-1)) + 1
    return Chosen(
        label, _letters(k), Grouping("polis", k, None, supported=False, reason="unchecked")
    )


def zeroed_statements(dialogue: Dialogue) -> Flags:
    """Statements Polis leaves out of its map: rejected by moderation, or about the conversation."""
    return np.array([s.moderated < 0 or s.is_meta for s in dialogue.statements])


def _letters(k: int) -> tuple[str, ...]:
    return tuple(LETTERS[:k]) if k <= len(LETTERS) else tuple(str(i + 1) for i in range(k))
