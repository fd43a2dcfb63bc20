"""What sides think of each other, against what they think.

Whom the figures speak of: unless a party has a `size`, its participants are taken as a sample of
the wider body they stand for, and intervals say what is known of that body. With a size, the seats
themselves are the body: intervals shrink as they fill, and once every seat has answered and
predicted they are points. A claim about such a side is a plain fact about these delegates and says
nothing of anybody else.

How often claims are right, measured on simulated dialogues of two sides and 20 statements (80 rows,
ten of them misperceived by the given size; `docs/methods/perceptions.md` says how):

    seats a side                                     5     10     30    100    200
    found, error .3                                .00    .00    .14    .90   1.00
    found, error .5                                .00    .12    .95   1.00   1.00
    found, error .7                                .05    .81   1.00   1.00   1.00
    any false claim, no error at all              .000   .000   .000   .000   .000
    any false claim, every error at the bound     .000   .000   .000   .005   .010
    the same, hardest case tried                  .000   .025   .030   .045   .025
"""

from tracktwo.perceptions.assess import assess
from tracktwo.perceptions.leans import Lean
from tracktwo.perceptions.mirrored import assess_mirrored
from tracktwo.perceptions.result import (
    Class,
    MetaPair,
    MetaPerception,
    MetaPerceptions,
    Pair,
    Perception,
    Perceptions,
)
from tracktwo.perceptions.surprising import SurprisinglyPopular, surprisingly_popular

__all__ = [
    "Class",
    "Lean",
    "MetaPair",
    "MetaPerception",
    "MetaPerceptions",
    "Pair",
    "Perception",
    "Perceptions",
    "SurprisinglyPopular",
    "assess",
    "assess_mirrored",
    "surprisingly_popular",
]
