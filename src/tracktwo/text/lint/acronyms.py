"""What is known of short names: which need no explanation, which are spoken as words, which take "the"."""

import re

# What must not stand before is looked at behind the first letter, which is quicker to find.
ACRONYM = re.compile(r"[A-Z](?<![\w’'/‐-].)[A-Z]{1,6}(?!\w)")
"""A short name: two to seven capitals by themselves."""

_WELL_KNOWN_WORDS = (
    "AD AM PM BC CD CEO COVID DNA EC EEC EU FAQ G7 GDP GMT HIV ID IMF ISO IT NATO NGO OECD OK PDF SARS TV UAE UK UN UNESCO UNICEF US USA USD USSR UTC VIP WHO WTO "
    "OTAN UE ONU PIB USA ONG"
)
WELL_KNOWN = frozenset(_WELL_KNOWN_WORDS.split())
"""Explained in no text."""

SPOKEN = frozenset(
    "APEC ASEAN AUKUS BRICS COVID ISIS NASA NATO OPEC OSHA PIN RAND SARS SALT SHADE SHAPE START UNESCO UNICEF UNIDIR USAID".split()  # noqa: SIM905 (a page less)
)
"""Read as one word, so that the sound of their letters does not count."""

WITHOUT_ARTICLE = frozenset(
    "APEC ASEAN AUKUS BRICS MERCOSUR NASA NATO OPEC UNESCO UNICEF UNIDIR UNICRI USAID".split()  # noqa: SIM905 (a page less)
)
"""Names that stand without an article."""

WITH_ARTICLE = frozenset(
    "EU UN UK US USA USSR OSCE IMF WTO WHO OECD IAEA ICJ UNSC UNGA BRI PLA DPRK PRC UAE CTBTO OPCW".split()  # noqa: SIM905 (a page less)
)
"""Names that take an article."""

_ROMAN = re.compile(r"[IVXLC]+")


def is_roman(word: str) -> bool:
    """Whether letters may be a Roman number.

    >>> [is_roman("VIII"), is_roman("UN")]
    [True, False]
    """
    return _ROMAN.fullmatch(word) is not None
