"""The kinds of messages by what they are for, as a list offers them."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tracktwo.channel.kinds import KINDS
from tracktwo.channel.messages import Type
from tracktwo_web.channel.telling import kind_name

GROUPS: Mapping[str | Promise, tuple[str, ...]] = {
    _("Calls and tests of the line"): ("CR", "TM"),
    _("Activities and questions about them"): ("PN", "AC", "UA", "UM", "UO", "HI"),
    _("Encounters and warnings at sea and in the air"): ("EN", "NW", "AN"),
    _("Ships, convoys, incidents at sea"): ("VR", "MI", "CV"),
    _("Visits"): ("MR",),
}


def groups_of_kinds() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every kind that may speak for itself, with its name, under the heading of its group."""
    return [
        (str(heading), [(code, kind_name(code)) for code in codes if Type.NEW in KINDS[code].types])
        for heading, codes in GROUPS.items()
    ]
