"""A signed report as the record tells of it."""

from collections.abc import Mapping

from django.utils.translation import gettext

from tracktwo.record import Json
from tracktwo_web.kit.languages import CALLED, in_a_row
from tracktwo_web.records.groups import in_fours


def signed_report(body: Mapping[str, Json]) -> str:
    """In which languages, and the number of its words; "" for a body of another make."""
    languages, hash_ = body.get("languages"), body.get("hash")
    if not isinstance(languages, list) or not isinstance(hash_, str):
        return ""
    told = {
        "languages": in_a_row(str(CALLED.get(str(one), one)) for one in languages),
        "fingerprint": " ".join(in_fours(hash_)),
    }
    return gettext("The joint report in %(languages)s, with the number %(fingerprint)s") % told
