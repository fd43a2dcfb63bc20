"""Values that travel in a browser's cookie or in a token, readable by this server alone.

AES-256-GCM under a key derived from the server's secret key; the purpose is part of the key, so
that a value sealed for one thing opens nothing else.
"""

import base64
import binascii
import json
import os
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

NONCE = 12


def seal(value: dict[str, Any], *, purpose: str) -> str:
    """A value as URL-safe text that nobody but this server can read or change."""
    sealed = seal_bytes(json.dumps(value, separators=(",", ":")).encode(), purpose=purpose)
    return base64.urlsafe_b64encode(sealed).decode().rstrip("=")


def unseal(text: str, *, purpose: str) -> dict[str, Any] | None:
    """The value, or None for what was not sealed here, was changed, or was sealed for another use."""
    try:
        sealed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        return None
    opened = unseal_bytes(sealed, purpose=purpose)
    if opened is None:
        return None
    value: dict[str, Any] = json.loads(opened)
    return value


def seal_bytes(content: bytes, *, purpose: str) -> bytes:
    """Bytes that nobody but this server can read or change."""
    nonce = os.urandom(NONCE)
    return nonce + _cipher(settings.SECRET_KEY, purpose).encrypt(nonce, content, None)


def unseal_bytes(sealed: bytes, *, purpose: str) -> bytes | None:
    """The bytes, or None like `unseal`."""
    for secret in _secrets():
        try:
            return _cipher(secret, purpose).decrypt(sealed[:NONCE], sealed[NONCE:], None)
        except (InvalidTag, ValueError):
            continue
    return None


def _secrets() -> Iterable[str]:
    yield settings.SECRET_KEY
    yield from map(str, settings.SECRET_KEY_FALLBACKS)


@lru_cache(maxsize=64)
def _cipher(secret: str, purpose: str) -> AESGCM:
    derive = HKDF(hashes.SHA256(), length=32, salt=None, info=f"tracktwo sealed {purpose}".encode())
    return AESGCM(derive.derive(secret.encode()))
