"""Keys: the RFC's own signatures, files that only a passphrase opens, keys that are none refused."""

import os
import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed448 import Ed448PrivateKey

from tracktwo.errors import InputError, OptionError, RecordError
from tracktwo.record import SigningKey, fingerprint, public_bytes, read_key, verifies, write_key
from tracktwo.record.base64url import to_text
from tracktwo.record.curve import _EIGHTH, ORDER, PRIME

PASSPHRASE = "seven quiet rivers"
# RFC 8032, section 7.1: secret key, public key, message, signature of tests 1, 2, 3 and SHA(abc).
VECTORS = [
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
    (
        "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704",
    ),
]  # fmt: skip
HEIGHTS = (0, 1, PRIME - 1, _EIGHTH, PRIME - _EIGHTH, PRIME, PRIME + 1)
"""Of points of small order, the last two as they are written in a second way."""


@pytest.mark.parametrize(("secret", "public", "message", "signature"), VECTORS)
def test_signatures_are_those_of_the_rfc(secret, public, message, signature) -> None:
    key = SigningKey(bytes.fromhex(secret))

    made = key.sign(bytes.fromhex(message))

    assert (public_bytes(key.public).hex(), made.hex()) == (public, signature)
    assert verifies(key.public, made, bytes.fromhex(message))


def test_second_signature_made_from_the_first_is_refused() -> None:
    key = SigningKey(bytes(32))
    made = key.sign(b"text")
    more = int.from_bytes(made[32:], "little") + ORDER

    forged = made[:32] + more.to_bytes(32, "little")

    assert (verifies(key.public, made, b"text"), verifies(key.public, forged, b"text")) == (
        True,
        False,
    )


@pytest.mark.parametrize("height", HEIGHTS)
@pytest.mark.parametrize("sign", [0, 1])
def test_keys_of_small_order_are_refused(height: int, sign: int) -> None:
    raw = (height | sign << 255).to_bytes(32, "little")

    with pytest.raises(RecordError, match="a key for which anybody can make signatures"):
        public_bytes("ed25519:" + to_text(raw))


def test_points_of_order_eight_are_those_whose_double_has_height_nought() -> None:
    d = -121665 * pow(121666, -1, PRIME)

    assert (d * _EIGHTH**4 + 2 * _EIGHTH**2 - 1) % PRIME == 0


def test_key_in_a_file_opens_by_its_passphrase_alone(tmp_path: Path) -> None:
    key, file = SigningKey(bytes(range(32))), tmp_path / "nato.key"

    write_key(key, file, passphrase=PASSPHRASE)

    assert read_key(file, passphrase=PASSPHRASE) == key
    with pytest.raises(InputError, match="the passphrase does not open it"):
        read_key(file, passphrase="another one altogether")


@pytest.mark.skipif(os.name == "nt", reason="no file modes")
def test_key_file_is_its_owners_and_is_never_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "nato.key"
    write_key(SigningKey(bytes(32)), file, passphrase=PASSPHRASE)
    before = file.read_bytes()

    with pytest.raises(OptionError, match="a key is never overwritten"):
        write_key(SigningKey.make(), file, passphrase=PASSPHRASE)

    assert (stat.S_IMODE(file.stat().st_mode), file.read_bytes()) == (0o600, before)


def test_short_passphrase_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="the passphrase has 5 characters; take 12 or more"):
        write_key(SigningKey(bytes(32)), tmp_path / "key", passphrase="short")

    assert list(tmp_path.iterdir()) == []


def test_key_of_another_kind_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "other.key"
    file.write_bytes(
        Ed448PrivateKey.generate().private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(PASSPHRASE.encode()),
        )
    )

    with pytest.raises(InputError, match="it holds a key of another kind"):
        read_key(file, passphrase=PASSPHRASE)


def test_missing_key_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read: No such file"):
        read_key(tmp_path / "none", passphrase=PASSPHRASE)


def test_made_keys_differ_and_do_not_show_their_secret() -> None:
    one, other = SigningKey.make(), SigningKey.make()

    assert one != other
    assert repr(one) == f"SigningKey(public='{one.public}')"


def test_fingerprint_is_eight_groups_of_five_digits() -> None:
    told = fingerprint(SigningKey(bytes(32)).public)

    assert [len(group) for group in told.split()] == [5] * 8
    assert told.replace(" ", "").isdecimal()
    assert told != fingerprint(SigningKey(bytes([1]) * 32).public)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik",
        "ed25519:O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2i",
        "ed25519:O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2il",
        "ed25519:O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik=",
        "ed25519:O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik\n",
        "ed25519:éé",
    ],
)
def test_public_key_has_one_spelling(text: str) -> None:
    with pytest.raises(RecordError, match="is not a public key"):
        public_bytes(text)


def test_secret_of_another_length_is_refused() -> None:
    with pytest.raises(OptionError, match="a secret key has 32 bytes, not 31"):
        SigningKey(bytes(31))
