"""What pages say about the states of a round, and before a step that leads to another."""

from django.utils.translation import gettext, ngettext

from tracktwo_web.perceptions.models import Round
from tracktwo_web.rounds.states import RoundState
from tracktwo_web.rounds.words import Asked, Meaning


def meaning_of(one: Round) -> Meaning:
    """What a round's state means for everybody at the table."""
    return _of_consultation(one) if one.dialogue.is_open else _of_delegations(one)


def _of_delegations(one: Round) -> Meaning:
    nobody = gettext(
        "Nobody sees an answer, a count or a share, the convenor and the secretariat included: "
        "only whether each side has reached its quorum."
    )
    said = {
        RoundState.PLANNED: Meaning(
            gettext("It is planned and not open yet. Its statements may still change."),
            gettext("There are no answers yet."),
        ),
        RoundState.OPEN: Meaning(
            gettext("It is open. Every answer may be changed until it closes."), nobody
        ),
        RoundState.CLOSED: Meaning(
            gettext(
                "It is closed, and no answer can be given or changed. Its ballots were put into "
                "random order."
            ),
            gettext(
                "Still nobody sees anything. The secretariat releases the whole round, to "
                "everybody at once."
            ),
        ),
        RoundState.RELEASED: Meaning(
            gettext("It is released."),
            ngettext(
                "Everybody at the table sees the same results. No figure rests on fewer than "
                "%(k)s person.",
                "Everybody at the table sees the same results. No figure rests on fewer than "
                "%(k)s people.",
                one.dialogue.k,
            )
            % {"k": one.dialogue.k},
        ),
        RoundState.VOID: Meaning(
            gettext("It is void: a side did not reach its quorum, or the secretariat gave it up."),
            gettext("Its answers were deleted, and nobody has seen them."),
        ),
    }
    return said[RoundState(one.state)]


def _of_consultation(one: Round) -> Meaning:
    if one.state != RoundState.OPEN:
        return _of_delegations(one)
    return Meaning(
        gettext("It is open to everybody who has the address."),
        gettext("Results are shown to everybody while they come in; no answer is shown alone."),
    )


def confirmation_of(step: str, one: Round) -> Asked:
    """What to ask before opening, closing, releasing or voiding a round."""
    number = {"number": one.number}
    if step == "open":
        return Asked(
            gettext("Open round %(number)s now?") % number,
            gettext(
                "From then on its statements and those who may answer are fixed. A link that is "
                "issued later cannot answer in this round."
            ),
            gettext("Open the round"),
            gettext("Round opened."),
        )
    if step == "close":
        return Asked(
            gettext("Close round %(number)s before its time?") % number,
            gettext(
                "No answer can be given or changed any more. If a side is below its quorum, the "
                "round is void and its answers are deleted unread. This cannot be undone."
            ),
            gettext("Close the round now"),
            gettext("Round closed."),
        )
    if step == "release":
        return Asked(
            gettext("Release round %(number)s to everybody?") % number,
            gettext(
                "All sides see the results at the same moment, as a whole. This cannot be undone."
            ),
            gettext("Release the round"),
            gettext("Round released."),
        )
    return Asked(
        gettext("Void round %(number)s?") % number,
        gettext(
            "All its answers are deleted, and nobody will have seen them. This cannot be undone."
        ),
        gettext("Void this round for good"),
        gettext("Round voided."),
    )
