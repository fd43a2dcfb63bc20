"""Every kind of message by its code."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from tracktwo.channel.kinds.call import CA, CR, CS
from tracktwo.channel.kinds.convoy import CV
from tracktwo.channel.kinds.encounter import EN
from tracktwo.channel.kinds.explanation import UA, UM, UO, UR
from tracktwo.channel.kinds.hazards import AN, NW
from tracktwo.channel.kinds.incident import HI
from tracktwo.channel.kinds.kind import Kind
from tracktwo.channel.kinds.line_test import TM, TR
from tracktwo.channel.kinds.maritime_incident import MI
from tracktwo.channel.kinds.notification import AC, PN
from tracktwo.channel.kinds.ship import VR
from tracktwo.channel.kinds.visit import MR
from tracktwo.errors import InputError
from tracktwo.locale import english

KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        one.code: one
        for one in (PN, AC, UA, UR, UM, UO, HI, CR, CA, CS, TM, TR, EN, NW, AN, VR, MI, CV, MR)
    }
)
"""In the order in which a list shows them: activities, questions, calls, tests, encounters, the sea, visits."""


def kind_of(code: str) -> Kind:
    """The kind of a code; `InputError` for one that is not known here.

    >>> str(kind_of("NW").name)
    'Navigational warning'
    """
    if code not in KINDS:
        raise InputError(
            english(
                "{kind} is no kind of message known here; it is one of {known}",
                kind=repr(code),
                known=", ".join(KINDS),
            )
        )
    return KINDS[code]
