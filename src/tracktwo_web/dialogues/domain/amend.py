"""Changing a dialogue's settings. Once somebody was asked to answer, protection only grows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tracktwo_web.dialogues.bindings import is_bound
from tracktwo_web.dialogues.domain.convene import Texts
from tracktwo_web.dialogues.models import Attribution, Dialogue
from tracktwo_web.events.publish import publish


@dataclass(frozen=True)
class Terms:
    """What a dialogue is called and what it promises."""

    title: Texts
    note: Texts
    languages: Sequence[str]
    k: int
    attribution: str
    is_open: bool


class Weakened(Exception):  # noqa: N818 -- an answer, not a fault
    """A promise under which people have answered would be weakened: why, by the term's name."""

    def __init__(self, why: Mapping[str, str | Promise]) -> None:
        super().__init__(dict(why))
        self.why = why


def weakened(dialogue: Dialogue, terms: Terms) -> dict[str, str | Promise]:
    """Which terms would break a promise that binds already, and why."""
    if not is_bound(dialogue):
        return {}
    why: dict[str, str | Promise] = {}
    if terms.k < dialogue.k:
        why["k"] = _("People have answered under this promise: the number can only rise now.")
    if dialogue.attribution == Attribution.NONE != terms.attribution:
        why["attribution"] = _(
            "People have answered under this promise: it can only become stricter now."
        )
    if not set(dialogue.languages) <= set(terms.languages):
        why["languages"] = _(
            "A round has been held in these languages: more can be added, none taken away."
        )
    if terms.is_open != dialogue.is_open:
        why["is_open"] = _("A round has been held: this cannot be changed any more.")
    return why


@transaction.atomic
def amend(dialogue: Dialogue, terms: Terms) -> Dialogue:
    """Change a dialogue's terms. Raises `Weakened` where that would break a promise."""
    found = Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    why = weakened(found, terms)
    if why:
        raise Weakened(why)
    found.title, found.note = dict(terms.title), dict(terms.note)
    found.languages, found.k = list(terms.languages), terms.k
    found.attribution, found.is_open = terms.attribution, terms.is_open
    found.save(update_fields=["title", "note", "languages", "k", "attribution", "is_open"])
    publish(found.id, "dialogue")
    return found
