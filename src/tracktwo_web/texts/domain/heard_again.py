"""A bracket that offers other wordings: what was said of the old ones is no word on the new."""

from collections.abc import Iterable

from tracktwo.text import NegotiatedText
from tracktwo.text.standing import Act, Disagreement, Position, Stance, current, disagreements

Wordings = dict[str, tuple[str, ...]]


def to_be_heard_again(
    before: NegotiatedText, after: NegotiatedText, log: Iterable[Act], *, session: int
) -> tuple[Position, ...]:
    """For each position on a bracket whose wordings have changed, that its side has to speak anew.

    A position names a wording by its place; where another wording has come before it, that place
    is another's, and a side would have accepted what it never read.
    """
    old = {one.id: _wordings(one) for one in disagreements(before)}
    changed = {
        one.id
        for one in disagreements(after)
        if one.id in old and _differ(old[one.id], _wordings(one))
    }
    said = current(one for one in log if isinstance(one, Position) and one.bracket in changed)
    return tuple(
        Position(one.side, one.unit, Stance.AWAITING, one.bracket, one.alternative, session=session)
        for one in said
        if one.stance is not Stance.AWAITING
    )


def _wordings(one: Disagreement) -> Wordings:
    return {words.language: words.alternatives for words in one.words}


def _differ(old: Wordings, new: Wordings) -> bool:
    """Whether a language that has the bracket in both versions offers other words."""
    return any(old[language] != new[language] for language in old.keys() & new.keys())
