"""Languages and ids as Akoma Ntoso writes them."""

import re
from typing import Final

LANGUAGES: Final = {"en": "eng", "zh": "zho", "fr": "fra", "ru": "rus", "es": "spa", "ar": "ara", "de": "deu", "it": "ita", "ja": "jpn", "ko": "kor", "pt": "por"}  # fmt: skip


def three_letters(code: str) -> str:
    """A language by its three letters of ISO 639-2, "und" for one that is not known here.

    >>> three_letters("zh-Hans"), three_letters("xx")
    ('zho', 'und')
    """
    bare = code.split("-", 1)[0].lower()
    return bare if re.fullmatch("[a-z]{3}", bare) else LANGUAGES.get(bare, "und")


def eid(unit: str) -> str:
    """A unit's id without blanks.

    >>> eid("u 1")
    'unit_u_20_1'
    """
    return "unit_" + re.sub(r"[^\w.-]", lambda one: f"_{ord(one[0]):x}_", unit)
