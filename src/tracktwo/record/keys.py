"""Signing keys: made, kept in a file under a passphrase, told as short text, compared by telephone.

Ed25519 (RFC 8032) with the raw 32-byte public keys and 64-byte signatures that a browser's WebCrypto
makes, so that a side may sign in either place. Signing and verifying need the package `cryptography`.
"""

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo.errors import InputError, OptionError, RecordError
from tracktwo.locale import english
from tracktwo.record.base64url import from_text, to_text
from tracktwo.record.curve import is_usable
from tracktwo.record.locked import locked

if TYPE_CHECKING:
    from types import ModuleType

    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
        Ed25519PublicKey,
    )

PREFIX = "ed25519:"
SHORTEST_PASSPHRASE = 12
"""Characters: the rounds of PBKDF2 make guesses dear, but no rounds make up for a short word."""
_KEY, _SIGNATURE = 32, 64
_GROUPS, _GROUP = 8, 5
_FINGERPRINT = b"tracktwo/record/fingerprint/v1\n"


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The secret half of a key: whoever has it can sign as its owner. Printing one shows none of it.

    >>> key = SigningKey(bytes(32))
    >>> key
    SigningKey(public='ed25519:O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik')
    >>> verifies(key.public, key.sign(b"We agree."), b"We agree.")
    True
    """

    secret: bytes = field(repr=False)
    public: str = field(init=False)
    """The public half as text, as it stands in every entry."""

    def __post_init__(self) -> None:
        """Refuse a secret of another length, and derive the public half."""
        if len(self.secret) != _KEY:
            raise OptionError(
                english("a secret key has {wanted} bytes, not {n}", wanted=_KEY, n=len(self.secret))
            )
        object.__setattr__(self, "public", public_text(_private(self.secret).public_key()))

    @classmethod
    def make(cls) -> "SigningKey":
        """A new key from the random source of the operating system."""
        return cls(os.urandom(_KEY))

    def sign(self, message: bytes) -> bytes:
        """The 64 bytes of the signature. The same message gives the same signature."""
        return _private(self.secret).sign(message)


def public_text(key: "Ed25519PublicKey") -> str:
    """A public key of `cryptography` as text."""
    return PREFIX + to_text(key.public_bytes_raw())


def public_bytes(text: str) -> bytes:
    """The 32 bytes of a public key; `RecordError` where the text is not exactly that of a usable key.

    >>> len(public_bytes("ed25519:O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik"))
    32
    """
    data = from_text(text.removeprefix(PREFIX), length=_KEY) if text.startswith(PREFIX) else None
    if data is None:
        raise RecordError(
            english(
                "{text} is not a public key; it is ed25519: and 43 letters, such as `tracktwo record key` prints",
                text=repr(text[:60]),
            )
        )
    if not is_usable(data):
        raise RecordError(
            english(
                "{text} is a key for which anybody can make signatures; its owner must make a real one",
                text=text,
            )
        )
    return data


def signature_bytes(text: str) -> bytes:
    """The 64 bytes of a signature; `RecordError` where the text is not exactly that of one."""
    data = from_text(text, length=_SIGNATURE)
    if data is None:
        raise RecordError(
            english(
                "{text} is not a signature; it is 86 letters of base64url", text=repr(text[:20])
            )
        )
    return data


def verifies(key: str, signature: bytes, message: bytes) -> bool:
    """Whether a signature of a message was made with the secret half of a public key.

    A second signature made from the first without the secret (S + L in place of S) is refused, as
    RFC 8032, section 5.1.7, asks.
    """
    ed25519 = _cryptography()
    from cryptography.exceptions import InvalidSignature

    try:
        ed25519.Ed25519PublicKey.from_public_bytes(public_bytes(key)).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def fingerprint(key: str) -> str:
    """A public key as eight groups of five digits, for two people to read to each other.

    Digits are read aloud alike in every language. They are the SHA-256 of the key, modulo 10**40:
    to find another key with the same fingerprint takes some 2**132 trials, provided that all eight
    groups are compared.

    >>> fingerprint("ed25519:O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik")
    '93684 83624 98103 20702 63464 03307 39672 91425'
    """
    told = hashlib.sha256(_FINGERPRINT + public_bytes(key)).digest()
    digits = str(int.from_bytes(told) % 10 ** (_GROUPS * _GROUP)).zfill(_GROUPS * _GROUP)
    return " ".join(digits[n : n + _GROUP] for n in range(0, len(digits), _GROUP))


def write_key(key: SigningKey, file: Path, *, passphrase: str) -> None:
    """Put a key into a new file that only its owner may read: PKCS#8, encrypted, in PEM.

    Raises `OptionError` where the file exists already, cannot be written, or the passphrase is short.
    """
    data = _locked(key, passphrase)
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise OptionError(
            english("{file} exists; a key is never overwritten, so name another file", file=file)
        ) from None
    except OSError as error:
        raise OptionError(
            english("cannot write {file}: {detail}", file=file, detail=error.strerror)
        ) from error
    with os.fdopen(handle, "wb") as opened:
        opened.write(data)


def read_key(file: Path, *, passphrase: str) -> SigningKey:
    """The key in a file; `InputError` where there is none or the passphrase is another."""
    ed25519 = _cryptography()
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        data = file.read_bytes()
    except OSError as error:
        raise InputError(
            english("cannot be read: {detail}", detail=error.strerror), file=file
        ) from error
    try:
        key = load_pem_private_key(data, passphrase.encode())
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise InputError(
            english("the passphrase does not open it, or it is no key under a passphrase"),
            file=file,
        ) from None
    if not isinstance(key, ed25519.Ed25519PrivateKey):
        raise InputError(english("it holds a key of another kind; Ed25519 is needed"), file=file)
    return SigningKey(key.private_bytes_raw())


def _locked(key: SigningKey, passphrase: str) -> bytes:
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise OptionError(
            english(
                "the passphrase has {n} characters; take {least} or more, such as five words drawn by chance",
                n=len(passphrase),
                least=SHORTEST_PASSPHRASE,
            )
        )
    from cryptography.hazmat.primitives import serialization

    plain = _private(key.secret).private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return locked(plain, passphrase=passphrase)


def _private(secret: bytes) -> "Ed25519PrivateKey":
    key: Ed25519PrivateKey = _cryptography().Ed25519PrivateKey.from_private_bytes(secret)
    return key


def _cryptography() -> "ModuleType":
    """What signs and verifies, or a sentence that says what to install."""
    try:
        from cryptography.hazmat.primitives.asymmetric import ed25519
    except ModuleNotFoundError as error:
        raise OptionError(
            english("signatures need one more package: pip install 'tracktwo[record]'")
        ) from error
    return ed25519
