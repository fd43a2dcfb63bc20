"""An agreed roadmap as the record tells of it."""

from collections.abc import Mapping

from django.utils.translation import gettext, ngettext

from tracktwo.record import Json
from tracktwo_web.kit.languages import in_a_row, in_reader_language
from tracktwo_web.records.groups import in_fours


def agreed_roadmap(body: Mapping[str, Json]) -> str:
    """How much was agreed, and its number; "" for a body of another make."""
    title, hash_ = body.get("title"), body.get("hash")
    items, meetings = body.get("items"), body.get("meetings")
    if not isinstance(title, Mapping) or not isinstance(hash_, str):
        return ""
    if not isinstance(items, int) or not isinstance(meetings, int):
        return ""
    told = {
        "title": in_reader_language({str(one): str(words) for one, words in title.items()}),
        "what": counted(items, meetings),
        "fingerprint": " ".join(in_fours(hash_)),
    }
    return gettext("“%(title)s” with %(what)s, with the number %(fingerprint)s") % told


def counted(items: int, meetings: int) -> str:
    """So many items and so many meetings."""
    return in_a_row(
        (
            ngettext("%(n)s item", "%(n)s items", items) % {"n": items},
            ngettext("%(n)s meeting", "%(n)s meetings", meetings) % {"n": meetings},
        )
    )
