"""What pages say about the states of a round, and before a step that leads to another."""

from django.utils.translation import gettext

from tracktwo_web.convergence.models import ValueRound
from tracktwo_web.rounds.states import RoundState
from tracktwo_web.rounds.words import Asked, Meaning


def meaning_of(one: ValueRound) -> Meaning:
    """What a round's state means for everybody at the table."""
    said = {
        RoundState.PLANNED: Meaning(
            gettext(
                "It is planned. Heads may state what their side has without an agreement, and its "
                "conditions; nobody can value yet."
            ),
            gettext(
                "What a side states is read by its head and its secretary, and by nobody else."
            ),
        ),
        RoundState.OPEN: Meaning(
            gettext(
                "Everybody divides a hundred points alone. They may be changed until the round closes."
            ),
            gettext(
                "Nobody sees a point or a count, the convenor and the secretariat included: only "
                "whether each side has reached its quorum."
            ),
        ),
        RoundState.CLOSED: Meaning(
            gettext("It has closed, and its ballots were put into random order."),
            gettext(
                "Nobody sees the points. The secretariat releases the packages as a whole, to "
                "everybody at once."
            ),
        ),
        RoundState.RELEASED: Meaning(
            gettext("It is released."),
            gettext(
                "Everybody at the table sees the same packages. What its options are worth to a side "
                "is shown to that side alone."
            ),
        ),
        RoundState.VOID: Meaning(
            gettext("It is void: a side did not reach its quorum, or the secretariat gave it up."),
            gettext("Its points, and what the sides had stated, were deleted."),
        ),
    }
    return said[RoundState(one.state)]


def confirmation_of(step: str, one: ValueRound) -> Asked:
    """What to ask before a step."""
    number = {"number": one.number}
    said = {
        "open": Asked(
            gettext("Open valuing %(number)s now?") % number,
            gettext(
                "From then on the options rest, the sides’ limits are what they are, and those who may "
                "value are fixed: a link that is issued later cannot value in this round."
            ),
            gettext("Open the round"),
            gettext("The round is open."),
        ),
        "prolong": Asked(
            gettext("Close valuing %(number)s later?") % number,
            gettext("A round that is open can only close later, never earlier."),
            gettext("Close it later"),
            gettext("The round closes later."),
        ),
        "close": Asked(
            gettext("Close valuing %(number)s now?") % number,
            gettext(
                "No points can be given or changed any more, and drafts are deleted. If a side is "
                "below its quorum, the round is void and its points are deleted unread. This cannot be "
                "undone."
            ),
            gettext("Close the round"),
            gettext("The round has closed."),
        ),
        "release": Asked(
            gettext("Release the packages of valuing %(number)s to everybody?") % number,
            gettext(
                "Packages are searched for once. All sides see them at the same moment, as a whole, and "
                "each side what is its own. This cannot be undone."
            ),
            gettext("Release the packages"),
            gettext("Packages released."),
        ),
        "void": Asked(
            gettext("Void valuing %(number)s?") % number,
            gettext(
                "All its points, and what the sides have stated, are deleted. This cannot be undone."
            ),
            gettext("Void this round for good"),
            gettext("Round voided."),
        ),
    }
    return said[step]
