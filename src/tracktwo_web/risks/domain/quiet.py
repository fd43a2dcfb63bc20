"""What must be at rest before something about risks is written."""

from tracktwo_web.dialogues.domain.enter_later import is_blind
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.kit.locks import be_alone
from tracktwo_web.risks.queries import is_running
from tracktwo_web.rounds.states import NotNow


def require_no_open_round(dialogue: Dialogue) -> None:
    """Alone in the dialogue, no round of any kind is open; else `NotNow`.

    Ballots of two rounds written at the same time, or a row about a seat beside them, could be laid
    next to each other in the order of writing.
    """
    be_alone(dialogue.id)
    if is_blind(Standing(dialogue)):
        raise NotNow("a round is open")


def require_register_at_rest(dialogue: Dialogue) -> None:
    """And no round of estimates is between its opening and its release."""
    require_no_open_round(dialogue)
    if is_running(dialogue):
        raise NotNow("risks are being estimated")
