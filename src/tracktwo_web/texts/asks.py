"""What a joint text asks of somebody now: to answer under silence, to sign, to say where one stands."""

from collections.abc import Callable

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from tracktwo.text.standing import Silence, SilenceState, Stage
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.dialogues.tasks_now import Ask
from tracktwo_web.texts.domain.adopt import signatures_of
from tracktwo_web.texts.models import JointText
from tracktwo_web.texts.queries import document_of, texts_of
from tracktwo_web.texts.rules import may_take_position, stage_of

_OPEN = (Stage.COMPILATION, Stage.CHAIRS_TEXT, Stage.ROLLING_DRAFT, Stage.SILENCE_BROKEN)


def answer_under_silence(standing: Standing) -> Ask | None:
    """For heads of delegation, while silence is asked on a text."""
    text, asked = _under_silence(standing, SilenceState.RUNNING)
    if text is None:
        return None
    return Ask(
        gettext("A joint text is under silence: read it before the time is over."),
        gettext("Read the text"),
        reverse("text_silence", args=[standing.dialogue.id, text.id]),
        urgency=90,
        until=asked.until if asked else None,
    )


def sign_what_was_kept(standing: Standing) -> Ask | None:
    """For heads of delegation whose side has not signed yet, once silence was kept."""
    text, _ = _under_silence(standing, SilenceState.KEPT)
    if text is None or standing.side is None:
        return None
    if standing.side.code not in signatures_of(text).missing:
        return None
    return Ask(
        gettext("Silence was kept on a joint text: sign it for your side."),
        gettext("Read what is signed"),
        reverse("text_sign", args=[standing.dialogue.id, text.id]),
        urgency=90,
    )


def say_where_you_stand(standing: Standing) -> Ask | None:
    """For heads of delegation, while brackets may be open."""
    text = _first(standing, _OPEN)
    if text is None:
        return None
    return Ask(
        gettext("Say where your side stands on what is still open in the joint text."),
        gettext("Go to the open points"),
        reverse("text_ledger", args=[standing.dialogue.id, text.id]),
        urgency=45,
    )


def _under_silence(
    standing: Standing, state: SilenceState
) -> tuple[JointText | None, Silence | None]:
    text = _first(standing, (Stage.UNDER_SILENCE,))
    asked = document_of(text).silence if text else None
    if asked is None or asked.state(timezone.now()) is not state:
        return None, None
    return text, asked


def _first(standing: Standing, stages: tuple[Stage, ...]) -> JointText | None:
    found = (one for one in texts_of(standing.dialogue) if stage_of(one) in stages)
    return next((one for one in found if may_take_position(standing, one)), None)


ALL: tuple[Callable[[Standing], Ask | None], ...] = (
    answer_under_silence,
    sign_what_was_kept,
    say_where_you_stand,
)
