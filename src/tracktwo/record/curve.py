"""Points of small order on the curve of Ed25519: no key of a person, and refused as one."""

PRIME = 2**255 - 19
"""The field of edwards25519."""
ORDER = 2**252 + 27742317777372353535851937790883648493
"""The order of the group in which keys live, L in RFC 8032."""

_EIGHTH = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7
"""The height of the points of order 8; the others have 0, 1 or their negatives."""
_SMALL = frozenset(one % PRIME for one in (0, 1, -1, _EIGHTH, -_EIGHTH))


def is_usable(public: bytes) -> bool:
    """Whether 32 bytes can be a person's public key: written in the one way, not of small order.

    For a key of small order there are signatures that fit many messages, made without any secret.
    OpenSSL, which does the verifying, lets such keys pass, so they are refused here.

    >>> is_usable(bytes([1] + 31 * [0]))
    False

    Source: RFC 8032, section 5.1; Chalkias, Garillot, Nikolaenko (2020), Taming the many EdDSAs.
    """
    height = int.from_bytes(public, "little") & (2**255 - 1)
    return height < PRIME and height not in _SMALL
