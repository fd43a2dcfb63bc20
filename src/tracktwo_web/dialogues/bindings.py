"""From when on a dialogue's promises bind: once somebody has been asked to answer under them.

Apps that ask add a `Binding`. From the first opened round on, what protects those who answered may
grow stronger and never weaker (`rules.py`, `domain/amend.py`).
"""

from collections.abc import Callable

from tracktwo_web.dialogues.models import Dialogue

Binding = Callable[[Dialogue], bool]
BINDINGS: list[Binding] = []


def is_bound(dialogue: Dialogue) -> bool:
    """Whether somebody has already been asked to answer in this dialogue."""
    return any(binding(dialogue) for binding in BINDINGS)
