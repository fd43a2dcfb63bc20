"""Answers sealed before anybody may see them, and opened later: commit and reveal.

A seal is the SHA-256 of the answers and a random nonce. Published before the experts answer, it
binds whoever chose the seed questions to their truths; published by an expert, it binds the expert
to an answer that stays hidden until all are opened. Without the nonce the few likely answers could
be tried one by one, so it must be random, long, and kept until the opening.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping

from tracktwo.errors import InputError, OptionError

SHORTEST_NONCE = 16
"""Bytes: 128 bits cannot be tried out."""


def seal(answers: Mapping[str, str], *, nonce: bytes) -> str:
    """The seal of answers by question, as 64 hexadecimal digits.

    Answers are text, sealed as they are written: `0.5` and `0.50` differ. What is hashed is the
    JSON object with the members `answers` and `nonce` (hexadecimal) in the canonical form of RFC
    8785. Raises `OptionError` for a nonce below 16 bytes or no answers.

    >>> seal({"q1": "1400"}, nonce=bytes(16))[:16]
    'a6e2c8171db47535'
    """
    if len(nonce) < SHORTEST_NONCE:
        raise OptionError(
            f"the nonce has {len(nonce)} bytes; take at least {SHORTEST_NONCE} from a random source"
        )
    if not answers:
        raise OptionError("there are no answers to seal")
    return hashlib.sha256(_canonical(answers, nonce)).hexdigest()


def open_seal(sealed: str, answers: Mapping[str, str], *, nonce: bytes) -> Mapping[str, str]:
    """The answers, if they are those that were sealed; `InputError` if they or the nonce are not.

    >>> answers = {"q1": "1400", "q2": "0.3"}
    >>> open_seal(seal(answers, nonce=b"sixteen random bytes"), answers, nonce=b"sixteen random bytes")
    {'q1': '1400', 'q2': '0.3'}
    """
    if not hmac.compare_digest(seal(answers, nonce=nonce), sealed.strip().lower()):
        raise InputError(
            "the seal does not fit: an answer or the nonce is not what was sealed; compare both with "
            "what was put away"
        )
    return answers


def _canonical(answers: Mapping[str, str], nonce: bytes) -> bytes:
    """RFC 8785 of an object of texts: members in order of their UTF-16 code units, no blanks."""
    try:
        ordered = dict(sorted(answers.items(), key=lambda item: item[0].encode("utf-16-be")))
        sealed = {"answers": ordered, "nonce": nonce.hex()}
        return json.dumps(sealed, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        raise OptionError("an answer holds a character that is no text; write it anew") from None
