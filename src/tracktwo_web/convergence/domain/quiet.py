"""What must be at rest before something about options is written."""

from tracktwo_web.convergence.queries import is_running
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.risks.domain.quiet import require_no_open_round
from tracktwo_web.rounds.states import NotNow


def require_options_at_rest(dialogue: Dialogue) -> None:
    """Alone in the dialogue, no round of any kind is open, and none of points is on its way; else `NotNow`."""
    require_no_open_round(dialogue)
    if is_running(dialogue):
        raise NotNow("options are being valued")
