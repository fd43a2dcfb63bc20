"""Names for the people of one snapshot, from which nothing leads back."""

import hmac
import secrets
from collections.abc import Iterable, Sequence

SALT_BYTES = 32
FEWEST = 6
"""Hexadecimal digits of a name; more where so few would give two people the same."""


def new_salt() -> bytes:
    """A salt for one snapshot. It is kept nowhere: nobody can make the names again, not even here."""
    return secrets.token_bytes(SALT_BYTES)


def pseudonyms(keys: Iterable[bytes], salt: bytes) -> tuple[str, ...]:
    """A name for each ballot, such as p-3fa9c1, all different and as short as may be.

    >>> pseudonyms([b"one", b"two"], b"salt")
    ('p-c7dba6', 'p-a2997f')
    """
    digests = [hmac.digest(salt, key, "sha256").hex() for key in keys]
    return tuple(f"p-{digest[: _length(digests)]}" for digest in digests)


def _length(digests: Sequence[str]) -> int:
    lengths = range(FEWEST, 65)
    return next(n for n in lengths if len({one[:n] for one in digests}) == len(digests))
