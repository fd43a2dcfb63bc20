"""A secret under a passphrase: PKCS#8 as every tool opens it, slow enough to try out.

The package `cryptography` writes such files with 2048 rounds of PBKDF2, which lets a stolen file be
tried millions of times a second. So the envelope is put together here, with more rounds, from the
same parts; `cryptography` and `openssl pkey` open it.
"""

import base64
import hashlib
import os
import textwrap

ROUNDS = 600_000
"""Of PBKDF2 with SHA-256: a third of a second for its owner, and for every guess of a thief."""
_SALT, _BLOCK = 16, 16
_SEQUENCE, _OCTETS, _INTEGER, _OBJECT = 0x30, 0x04, 0x02, 0x06
_NULL = b"\x05\x00"
_PBES2 = bytes.fromhex("2a864886f70d01050d")
_PBKDF2 = bytes.fromhex("2a864886f70d01050c")
_HMAC_SHA256 = bytes.fromhex("2a864886f70d0209")
_AES256_CBC = bytes.fromhex("60864801650304012a")


def locked(secret: bytes, *, passphrase: str) -> bytes:
    """An unencrypted PKCS#8 key in DER as an encrypted one in PEM.

    Source: RFC 5958 (the envelope), RFC 8018 (PBES2 with PBKDF2), OWASP's number of rounds of 2023.
    """
    salt, start = os.urandom(_SALT), os.urandom(_BLOCK)
    key = hashlib.pbkdf2_hmac("sha256", passphrase.encode(), salt, ROUNDS)
    rounds = _der(_INTEGER, ROUNDS.to_bytes(3))
    how = _of(_PBKDF2, _sequence(_der(_OCTETS, salt), rounds, _of(_HMAC_SHA256, _NULL)))
    scheme = _of(_PBES2, _sequence(how, _of(_AES256_CBC, _der(_OCTETS, start))))
    return _pem(_sequence(scheme, _der(_OCTETS, _encrypted(secret, key, start))))


def _encrypted(secret: bytes, key: bytes, start: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    short = _BLOCK - len(secret) % _BLOCK
    encryptor = Cipher(algorithms.AES256(key), modes.CBC(start)).encryptor()
    return encryptor.update(secret + bytes([short]) * short) + encryptor.finalize()


def _of(algorithm: bytes, parameters: bytes) -> bytes:
    return _sequence(_der(_OBJECT, algorithm), parameters)


def _sequence(*parts: bytes) -> bytes:
    return _der(_SEQUENCE, b"".join(parts))


def _der(tag: int, content: bytes) -> bytes:
    """A value with its tag and its length, which takes two bytes from 128 on; none here has 256."""
    length = [len(content)] if len(content) < 0x80 else [0x81, len(content)]
    return bytes([tag, *length]) + content


def _pem(der: bytes) -> bytes:
    lines = textwrap.wrap(base64.b64encode(der).decode(), 64)
    label = "ENCRYPTED PRIVATE KEY"
    return "\n".join((f"-----BEGIN {label}-----", *lines, f"-----END {label}-----", "")).encode()
