"""Rungs, types, domains and states of measures in the reader’s language."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from tracktwo.channel.measures.measure import Bindingness, Domain, MeasureType, Rung
from tracktwo.channel.measures.register import MeasureState
from tracktwo.channel.measures.yearly import YearlyDuty
from tracktwo.locale import Words, english, said

_D, _T, _R, _B, _S, _Y = Domain, MeasureType, Rung, Bindingness, MeasureState, YearlyDuty

NAMES: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    _D: {
        _D.MARITIME: english("at sea"),
        _D.AIR: english("in the air"),
        _D.LAND: english("on land"),
        _D.CYBER: english("in networks"),
        _D.SPACE: english("in space"),
        _D.NUCLEAR: english("nuclear doctrine"),
        _D.ARTIFICIAL_INTELLIGENCE: english("artificial intelligence"),
    },
    _T: {
        _T.NOTIFY: english("tell in advance"),
        _T.EXCHANGE: english("exchange data"),
        _T.INVITE: english("invite"),
        _T.REFRAIN: english("refrain"),
        _T.COMMUNICATE: english("keep a line open"),
        _T.CONSULT: english("consult"),
        _T.VERIFY: english("verify"),
    },
    _R: {
        _R.CONTACT: english("a contact"),
        _R.TEST_CALL: english("a test call"),
        _R.NOTIFICATION: english("prior notification"),
        _R.OBSERVATION: english("observation"),
        _R.RULES_OF_BEHAVIOUR: english("rules of behaviour"),
        _R.JOINT_REVIEW: english("a joint review"),
        _R.NORM: english("a norm"),
        _R.AGREEMENT: english("an agreement"),
    },
    _B: {
        _B.VOLUNTARY: english("voluntary"),
        _B.POLITICAL: english("politically binding"),
        _B.LEGAL: english("legally binding"),
    },
    _S: {
        _S.PROPOSED: english("measure proposed"),
        _S.IN_FORCE: english("measure in force"),
        _S.REVIEW_DUE: english("measure in force, review due"),
        _S.SUSPENDED: english("measure suspended"),
    },
    _Y: {
        _Y.CALENDAR: english("calendar of the next year’s activities"),
        _Y.EXCHANGE: english("annual exchange of information"),
    },
}


def name_of(one: StrEnum, words: Words) -> str:
    """What a rung, a type, a domain, a state or a yearly duty is called.

    >>> from tracktwo.locale import translator
    >>> name_of(Rung.TEST_CALL, translator("en"))
    'a test call'
    """
    return said(NAMES[type(one)][one], words)
