"""What a report proposes, as the page of confirmation begins with it."""

from collections.abc import Sequence

from django.utils.translation import gettext

from tracktwo.exchange import Proposal
from tracktwo.exchange.document import Side as ReportSide
from tracktwo_web.dialogues.models import Side

Initial = dict[str, str | bool]


def initial_of(proposal: Proposal, sides: Sequence[Side]) -> list[Initial]:
    """A row for each perception found, none of them taken; the side it speaks of where it is known."""
    known = {one.id: side_for(one, sides) for one in proposal.sides}
    return [
        {
            "take": False,
            "text": one.text,
            "about": known.get(one.about, ""),
            "theme": one.theme[:60],
            "source": _source(proposal, one.source),
        }
        for one in proposal.perceptions
    ]


def side_for(found: ReportSide, sides: Sequence[Side]) -> str:
    """The code of the dialogue's side that goes by a name of the report's; "" where none does."""
    names = [name.casefold() for name in (found.id, found.name, *found.also) if name]
    for side in sides:
        called = " ".join((side.code, *side.names.values())).casefold()
        if any(name in called for name in names):
            return side.code
    return ""


def _source(proposal: Proposal, place: str) -> str:
    said = {"document": proposal.title or proposal.document, "place": place}
    return (gettext("%(document)s, %(place)s") % said)[:200]
