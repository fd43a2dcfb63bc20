"""What pages say about the states of a round, and before a step that leads to another."""

from django.utils.translation import gettext, ngettext

from tracktwo_web.risks.models import EstimateRound, State
from tracktwo_web.rounds.words import Asked, Meaning


def meaning_of(one: EstimateRound) -> Meaning:
    """What a round's state means for everybody at the table."""
    said = {
        State.PLANNED: Meaning(
            gettext("It is planned. Nobody can estimate yet."),
            gettext("There are no estimates yet."),
        ),
        State.FIRST: Meaning(
            gettext(
                "Everybody estimates alone. Every estimate may be changed until the part closes."
            ),
            gettext(
                "Nobody sees an estimate, a count or a mean, the convenor and the secretariat "
                "included: only whether each side has reached its quorum."
            ),
        ),
        State.BETWEEN: Meaning(
            gettext(
                "The first part has closed. Its estimates are shown without names, to be discussed; "
                "the second part is opened by the secretariat."
            ),
            _of_the_first(one),
        ),
        State.SECOND: Meaning(
            gettext(
                "Whoever estimated alone may estimate again, the others’ estimates in view. Whoever "
                "does not, keeps the first estimate."
            ),
            gettext(
                "Nobody sees what is estimated now. The estimates of the first part are shown "
                "without names."
            ),
        ),
        State.CLOSED: Meaning(
            gettext("It has closed, and its estimates were put into random order."),
            gettext(
                "Nobody sees the last estimates. The secretariat releases them as a whole, to "
                "everybody at once."
            ),
        ),
        State.RELEASED: Meaning(gettext("It is released."), _released(one)),
        State.VOID: Meaning(
            gettext("It is void: a side did not reach its quorum, or the secretariat gave it up."),
            gettext("Its estimates were deleted."),
        ),
    }
    return said[State(one.state)]


def _of_the_first(one: EstimateRound) -> str:
    text = ngettext(
        "Everybody at the table sees the estimates of the first part by side, without names, where "
        "at least %(k)s person of a side gave one.",
        "Everybody at the table sees the estimates of the first part by side, without names, where "
        "at least %(k)s people of a side gave one.",
        one.dialogue.k,
    )
    return text % {"k": one.dialogue.k}


def _released(one: EstimateRound) -> str:
    text = ngettext(
        "Everybody at the table sees the same results. No figure rests on fewer than %(k)s person.",
        "Everybody at the table sees the same results. No figure rests on fewer than %(k)s people.",
        one.dialogue.k,
    )
    return text % {"k": one.dialogue.k}


def confirmation_of(step: str, one: EstimateRound) -> Asked:
    """What to ask before a step."""
    number = {"number": one.number}
    if step == "open":
        return _opening(one)
    if step == "close":
        return _closing(one)
    if step == "release":
        return Asked(
            gettext("Release estimates %(number)s to everybody?") % number,
            gettext(
                "All sides see the results at the same moment, as a whole. This cannot be undone."
            ),
            gettext("Release the estimates"),
            gettext("Estimates released."),
        )
    return Asked(
        gettext("Void estimates %(number)s?") % number,
        gettext("All its estimates are deleted. This cannot be undone."),
        gettext("Void this round for good"),
        gettext("Round voided."),
    )


def _opening(one: EstimateRound) -> Asked:
    if one.state == State.BETWEEN:
        return Asked(
            gettext("Open the second part now?"),
            gettext(
                "Whoever estimated a risk alone may estimate it again, and sees the estimates of the "
                "first part without names."
            ),
            gettext("Open the second part"),
            gettext("The second part is open."),
        )
    return Asked(
        gettext("Open the first part now?"),
        gettext(
            "From then on the register rests, and those who may estimate are fixed: a link that is "
            "issued later cannot estimate in this round."
        ),
        gettext("Open the first part"),
        gettext("The first part is open."),
    )


def _closing(one: EstimateRound) -> Asked:
    if one.state == State.SECOND:
        return Asked(
            gettext("Close the second part now?"),
            gettext("No estimate can be given or changed any more. This cannot be undone."),
            gettext("Close the second part"),
            gettext("The second part has closed."),
        )
    return Asked(
        gettext("Close the first part now?"),
        gettext(
            "The estimates are then shown to everybody without names. If a side is below its quorum, "
            "the round is void and its estimates are deleted unread. This cannot be undone."
        ),
        gettext("Close the first part"),
        gettext("The first part has closed."),
    )
