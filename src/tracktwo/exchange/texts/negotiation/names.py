"""The files of the folder and the columns of its tables."""

from typing import Final

HISTORY: Final = "history.json"
POSITIONS: Final = "positions.csv"
MOVES: Final = "moves.csv"
PROPOSALS: Final = "proposals.json"
STATE: Final = "text.toml"

POSITION_COLUMNS: Final = (
    "number", "session", "side", "unit", "bracket", "alternative", "stance", "ad_ref", "words",
)  # fmt: skip
MOVE_COLUMNS: Final = (
    "number", "session", "side", "unit", "kind", "reason", "group", "until", "conditions",
)  # fmt: skip
NEEDED_OF_POSITIONS: Final = 7
"""Columns that positions.csv cannot do without; those behind them may be left out."""
NEEDED_OF_MOVES: Final = 5
"""The same of moves.csv."""

NO_WORDS: Final = "none"
"""Stands for the wording that leaves the words out."""
PROPOSALS_SCHEMA: Final = "tracktwo-text-proposals/1"
"""Name and version of proposals.json; the number rises when a key changes its meaning or goes."""
