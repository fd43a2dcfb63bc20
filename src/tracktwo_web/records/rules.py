"""Who may read the record, and who signs."""

from tracktwo_web.dialogues.domain.enter_later import is_blind
from tracktwo_web.dialogues.rules import is_head, is_present
from tracktwo_web.dialogues.standing import Standing


def may_read(standing: Standing) -> bool:
    """Everybody who is present: what was signed was signed before all."""
    return is_present(standing)


def may_sign(standing: Standing) -> bool:
    """The head of a delegation, for its own side; not while a round is open, like all that a seat does."""
    return is_head(standing) and not is_blind(standing)
