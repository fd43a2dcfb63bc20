"""What is derived from an invitation link's secret, and how: one way, each thing for one use.

A link carries 256 random bits. The server keeps two values derived from it: the *locator* finds the
key's row, the *verifier* shows that link and passphrase are right. The *root*, from which ballots
and marks are derived, is never stored: it lives in the link and in the seat's sealed cookie. So a
copy of the database, even with the server's settings, leads from no seat to any ballot. A
passphrase is part of the root: whoever only sees the link cannot derive it either.

HKDF after RFC 5869, scrypt after RFC 7914.
"""

import hashlib
import hmac
import secrets
import uuid
from dataclasses import dataclass

SECRET_BYTES = 32
MARK_BYTES = 16


def new_secret() -> str:
    """A fresh secret, as it stands in a link."""
    return secrets.token_urlsafe(SECRET_BYTES)


def locator(secret: str) -> str:
    """What a link's row is found by."""
    return _derived(secret.encode(), "locator").hex()


@dataclass(frozen=True, repr=False)
class Root:
    """The secret of a seat (or of a visitor) from which its ballots and marks are derived."""

    key: bytes

    @classmethod
    def of(cls, secret: str, passphrase: str = "") -> "Root":
        """The root of a link; a passphrase changes it, and is slow to guess."""
        stretched = _stretched(secret, passphrase) if passphrase else b""
        return cls(_derived(secret.encode() + stretched, "root"))

    @classmethod
    def drawn(cls) -> "Root":
        """A root that belongs to no link: that of a visitor to an open consultation."""
        return cls(secrets.token_bytes(SECRET_BYTES))

    @classmethod
    def read(cls, text: str) -> "Root":
        return cls(bytes.fromhex(text))

    def __str__(self) -> str:
        return self.key.hex()

    @property
    def verifier(self) -> str:
        """What the server keeps to know root and passphrase again."""
        return _derived(self.key, "verifier").hex()

    def ballot(self, round_id: uuid.UUID) -> bytes:
        """The key under which this seat's answers of one round are kept."""
        return _derived(self.key, f"ballot {round_id}")[:MARK_BYTES]

    def mark(self, use: str) -> str:
        """A pseudonym for one use, by which only this seat knows its own work again."""
        return _derived(self.key, f"mark {use}")[:MARK_BYTES].hex()


def matches(root: Root, verifier: str) -> bool:
    """Whether a root is the one a verifier was made from; takes equally long either way."""
    return hmac.compare_digest(root.verifier, verifier)


def _stretched(secret: str, passphrase: str) -> bytes:
    salt = _derived(secret.encode(), "salt")
    return hashlib.scrypt(passphrase.encode(), salt=salt, n=2**14, r=8, p=1, dklen=32)


def _derived(key: bytes, use: str) -> bytes:
    """HKDF-SHA256 with one block of output: extract without salt, then expand."""
    extracted = hmac.digest(b"\0" * 32, key, "sha256")
    return hmac.digest(extracted, f"tracktwo {use}".encode() + b"\x01", "sha256")
