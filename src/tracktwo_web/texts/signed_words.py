"""An adopted text as the record tells of it."""

from collections.abc import Mapping

from django.utils.translation import gettext

from tracktwo.record import Json
from tracktwo_web.kit.languages import in_reader_language
from tracktwo_web.records.groups import in_fours


def adopted_text(body: Mapping[str, Json]) -> str:
    """Which text was adopted, and the fingerprint of its words; "" for a body of another make."""
    title, hash_ = body.get("title"), body.get("hash")
    if not isinstance(title, Mapping) or not isinstance(hash_, str):
        return ""
    told = {
        "title": in_reader_language({str(one): str(words) for one, words in title.items()}),
        "fingerprint": " ".join(in_fours(hash_)),
    }
    return gettext("“%(title)s”, in the words with the fingerprint %(fingerprint)s") % told
