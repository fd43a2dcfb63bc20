"""How often a wrong passphrase may be tried: a few times a quarter of an hour, for each link.

Counted in this process's memory and nowhere else: neither who tried nor that somebody did is kept.
Each guess also costs the server a slow derivation (`secrets.py`), and a guesser needs the link first.
"""

from tracktwo_web.kit.lately import Lately

AT_MOST = 5
WITHIN = 15 * 60

_wrong = Lately(at_most=AT_MOST, within=WITHIN)
are_used_up = _wrong.is_used_up
"""Whether no further guess at this link's passphrase is heard now."""
count_wrong = _wrong.count
"""Remember for a while that a guess was wrong."""
forget_all = _wrong.forget_all
