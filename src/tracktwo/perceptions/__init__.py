"""What sides think of each other, against what they think.

Whom the figures speak of: unless a party has a `size`, its participants are taken as a sample of
the wider body they stand for, and intervals say what is known of that body. With a size, the seats
themselves are the body: intervals shrink as they fill, and once every seat has answered and
predicted they are points. A claim about such a side is a plain fact about these delegates and says
nothing of anybody else.

How often claims are right, measured on simulated dialogues of two sides and 20 statements (80 rows;
`docs/methods/perceptions.md` has the whole table and how it was made):

(table to come)
"""

from tracktwo.perceptions.assess import assess
from tracktwo.perceptions.leans import Lean
from tracktwo.perceptions.result import Class, Pair, Perception, Perceptions
from tracktwo.perceptions.surprising import SurprisinglyPopular, surprisingly_popular

__all__ = [
    "Class",
    "Lean",
    "Pair",
    "Perception",
    "Perceptions",
    "SurprisinglyPopular",
    "assess",
    "surprisingly_popular",
]
