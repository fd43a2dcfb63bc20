"""What of a file found no place on the table, told to whoever brought it in."""

from collections.abc import Iterable, Iterator

from django.utils.translation import ngettext

from tracktwo_web.kit.languages import in_a_row, in_reader_language
from tracktwo_web.texts.models import JointText, ProposalState
from tracktwo_web.texts.queries import number_of


def notes_on(laid: Iterable[JointText]) -> list[str]:
    """A sentence for each text and each reason why some of its proposals are not open to anybody."""
    return [sentence for one in laid for sentence in _notes(one)]


def _notes(text: JointText) -> Iterator[str]:
    stuck, met = _codes(text, ProposalState.STUCK), _codes(text, ProposalState.MET)
    told = {"text": in_reader_language(text.title)}
    if stuck:
        yield ngettext(
            "“%(text)s”: %(n)s proposal has no place in the text as it stands, and can only be read: %(codes)s.",
            "“%(text)s”: %(n)s proposals have no place in the text as it stands, and can only be read: %(codes)s.",
            len(stuck),
        ) % (told | {"n": len(stuck), "codes": in_a_row(stuck)})
    if met:
        yield ngettext(
            "“%(text)s”: %(n)s proposal asks for what the text says already: %(codes)s.",
            "“%(text)s”: %(n)s proposals ask for what the text says already: %(codes)s.",
            len(met),
        ) % (told | {"n": len(met), "codes": in_a_row(met)})


def _codes(text: JointText, state: ProposalState) -> list[str]:
    codes = text.proposals.filter(state=state).values_list("code", flat=True)
    return sorted(codes, key=number_of)
