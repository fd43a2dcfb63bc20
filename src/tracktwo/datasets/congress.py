"""Roll calls of the United States Senate, from the R packages wnominate (sen90) and pscl (s109).

Codes: 1 to 3 yea, 4 to 6 nay, 7 to 9 present or not voting, 0 not a member (Poole & Rosenthal).
"""

import re
from typing import Literal

import numpy as np

from tracktwo._typing import Ints
from tracktwo.datasets._columns import places, values
from tracktwo.datasets._files import AnyPath, csv_in
from tracktwo.dialogue import NO_PARTY, Answers, Dialogue, Party, Statement
from tracktwo.errors import OptionError

SENATES = {
    "sen90": "US Senate, 90th Congress (1967-1968)",
    "s109": "US Senate, 109th Congress (2005-2006)",
}
PARTIES = (Party("D", {"en": "Democrats"}), Party("R", {"en": "Republicans"}))
_LABEL = re.compile(r"\((\w+) ")


def us_senate(folder: AnyPath, name: Literal["sen90", "s109"]) -> Dialogue:
    """Senators (and the president) as participants, roll calls as statements: yea 1, nay -1.

    Democrats and Republicans are the sides; an independent sits on none.
    """
    import polars as pl

    if name not in SENATES:
        raise OptionError(f"there is no senate {name!r}; known are {', '.join(SENATES)}")
    wide = csv_in(folder, f"{name}_votes_wide.csv.gz")
    senator, *rollcalls = wide.columns
    people = tuple(wide[senator].to_list())
    code = pl.col("code").cast(pl.Float64)
    votes = (
        wide.unpivot(rollcalls, index=senator, variable_name="rollcall", value_name="code")
        .with_columns(
            vote=pl.when(code.is_between(1, 3)).then(1).when(code.is_between(4, 6)).then(-1)
        )
        .drop_nulls("vote")
    )
    return Dialogue(
        participants=people,
        statements=tuple(Statement(one, kind="roll call") for one in rollcalls),
        answers=Answers(
            places(votes[senator], people),
            places(votes["rollcall"], rollcalls),
            values(votes["vote"]),
        ),
        parties=PARTIES,
        party_of=_parties(people),
        title={"en": SENATES[name]},
    )


def _parties(people: tuple[str, ...]) -> Ints:
    """Sides from labels like "BOXER (D CA)"."""
    code = {party.id: place for place, party in enumerate(PARTIES)}
    names = (match[1] if (match := _LABEL.search(one)) else "" for one in people)
    return np.array([code.get(name, NO_PARTY) for name in names], np.int32)
