"""What is derived from a link's secret."""

import uuid

from tracktwo_web.dialogues.secrets import Root, locator, matches, new_secret


def test_derivation_follows_rfc_5869() -> None:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    expected = HKDF(SHA256(), length=32, salt=None, info=b"tracktwo locator").derive(b"a secret")

    assert locator("a secret") == expected.hex()


def test_root_changes_with_the_passphrase() -> None:
    secret = new_secret()

    roots = {str(Root.of(secret)), str(Root.of(secret, "one")), str(Root.of(secret, "two"))}

    assert len(roots) == 3


def test_verifier_knows_its_root_and_no_other() -> None:
    root = Root.of("a secret", "and a phrase")

    assert matches(root, Root.of("a secret", "and a phrase").verifier)
    assert not matches(root, Root.of("a secret").verifier)


def test_ballots_of_two_rounds_have_nothing_in_common() -> None:
    root = Root.drawn()

    first, second = root.ballot(uuid.uuid4()), root.ballot(uuid.uuid4())

    assert (len(first), len(second)) == (16, 16)
    assert first != second


def test_root_never_shows_in_a_representation() -> None:
    root = Root.drawn()

    assert str(root) not in repr(root)
