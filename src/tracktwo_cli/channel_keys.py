"""`tracktwo channel rotate` and `replace`: a new key for an office, handed on by the old one or in its stead."""

from pathlib import Path

from tracktwo_cli.channel_here import installation, line_to, require_free
from tracktwo_cli.channel_node import hand_out
from tracktwo_cli.terminal import say


def rotate(office: str, /, *, dialogue: str = "", data: Path | None = None) -> None:
    """Sign with a new key from now on. The old one hands it on: nothing is to be compared again.

    Parameters
    ----------
    office
        The other office of the line.
    dialogue
        The id of the dialogue, where there are several lines to that office.
    data
        The installation's folder. Without it: TRACKTWO_DATA, or ./data.

    """
    with installation(data):
        from django.utils import timezone

        from tracktwo_web.channel.domain.keys import rotate_key
        from tracktwo_web.channel.domain.open import card_of

        line = rotate_key(line_to(office, dialogue), now=timezone.now())
        fingerprint = card_of(line).fingerprint
    say(f"{line.office} signs with a new key; {line.peer} follows when the next parcel reaches it")
    say(f"fingerprint of {line.office}: {fingerprint}")


def replace(office: str, /, *, card: Path, dialogue: str = "", data: Path | None = None) -> None:
    """Give up a key that was lost or stolen, and begin a new log with a new one.

    Parameters
    ----------
    office
        The other office of the line.
    card
        A new file for the new card, which the other office must connect before the line goes on.
    dialogue
        The id of the dialogue, where there are several lines to that office.
    data
        The installation's folder. Without it: TRACKTWO_DATA, or ./data.

    """
    require_free(card)
    with installation(data):
        from django.utils import timezone

        from tracktwo_web.channel.domain.keys import replace_key
        from tracktwo_web.channel.domain.open import card_of

        line = replace_key(line_to(office, dialogue), now=timezone.now())
        hand_out(card_of(line), card)
    say(f"{line.peer} hears nothing of {line.office} before it has connected this card")
