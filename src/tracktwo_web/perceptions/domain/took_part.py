"""That a seat took part, entered once no round is open any more (`dialogues.domain.enter_later`)."""

from dataclasses import replace

from tracktwo_web.dialogues.cookie import Sitting
from tracktwo_web.dialogues.models import Dialogue, Seat
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.perceptions.models import Round, TookPart
from tracktwo_web.rounds.states import RoundState

COUNTED = (RoundState.CLOSED, RoundState.RELEASED)


def has_open_round(standing: Standing) -> bool:
    """Whether nothing may be written about seats of this dialogue now."""
    return standing.dialogue.rounds.filter(state=RoundState.OPEN).exists()


def was_ever_opened(dialogue: Dialogue) -> bool:
    """Whether anybody was asked to answer under the dialogue's promises."""
    return dialogue.rounds.filter(opened_at__isnull=False).exists()


def enter_taking_part(sitting: Sitting, seat: Seat) -> Sitting:
    """Enter the rounds that a seat answered in. Of a void round nothing is kept."""
    rounds = Round.objects.filter(
        pk__in=sitting.took_part, dialogue=seat.dialogue_id, state__in=COUNTED
    )
    for one in rounds:
        TookPart.objects.get_or_create(round=one, seat=seat)
    return replace(sitting, took_part=())
