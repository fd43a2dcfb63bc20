"""Entries in words. Apps whose acts are signed add what they call them, and how they tell them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from tracktwo.locale.plain import plain
from tracktwo.record import KEY_CHANGED, LOG_REPLACES, Entry, Json, canonical, fingerprint
from tracktwo_web.kit.forms import Words
from tracktwo_web.records.domain.sign import KEY_BEGUN

Teller = Callable[[Mapping[str, Json]], Words]
"""A body in one sentence."""

KINDS: dict[str, Words] = {
    KEY_BEGUN: _("Key shown"),
    KEY_CHANGED: _("Key changed"),
    LOG_REPLACES: _("Key lost, log begun anew"),
    "text.adopted": _("Text adopted"),
    "roadmap.agreed": _("Roadmap agreed"),
    "round.released": _("Round released"),
    "report.signed": _("Report signed"),
    "message.sent": pgettext_lazy("record", "Message sent"),
    "message.seen": pgettext_lazy("record", "Message seen"),
}
"""What an act is called. A kind that is not here is shown as it is written."""


def _key_changed(body: Mapping[str, Json]) -> Words:
    told = {"fingerprint": fingerprint(str(body["key"]))}
    return gettext("From the next entry on, a new key signs: %(fingerprint)s") % told


TELLERS: dict[str, Teller] = {
    KEY_BEGUN: lambda _body: gettext("From here on, this side signs with this key."),
    KEY_CHANGED: _key_changed,
    LOG_REPLACES: lambda _body: gettext(
        "The key before was lost. This log takes the place of the one before it, which stays as it is. Trust the new key only once somebody of this side has read its fingerprint to you."
    ),
}
"""How the body of an act is told, by its kind."""


def name_of(kind: str) -> Words:
    return KINDS.get(kind, kind)


def told(kind: str, body: Mapping[str, Json]) -> Words:
    """What an act is about; nothing where no app tells it."""
    return TELLERS[kind](body) if kind in TELLERS else ""


def exactly(body: Mapping[str, Json]) -> str:
    """A body as it was signed, without characters that would turn what stands around them."""
    return plain(canonical(body).decode()) if body else ""


@dataclass(frozen=True)
class Row:
    """An entry as a page lists it."""

    number: int
    at: datetime
    name: Words
    told: Words
    exactly: str
    hash: str


def row_of(entry: Entry) -> Row:
    return Row(
        entry.seq,
        datetime.fromisoformat(entry.at),
        name_of(entry.kind),
        told(entry.kind, entry.body),
        exactly(entry.body),
        entry.hash,
    )
