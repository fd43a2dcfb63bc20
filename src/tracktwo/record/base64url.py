"""Bytes as short text: base64 with the letters that addresses may hold, without padding."""

import base64
import binascii


def to_text(data: bytes) -> str:
    """The base64url of bytes (RFC 4648, section 5), without `=` at its end.

    >>> to_text(bytes([255, 254]))
    '__4'
    """
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def from_text(text: str, *, length: int) -> bytes | None:
    r"""The bytes that a text stands for, or None where it is not exactly the text of so many bytes.

    Each bytes have one text alone: a text whose last letter holds bits that nobody reads is refused.

    >>> from_text("__4", length=2), from_text("__5", length=2), from_text("__4=", length=2)
    (b'\xff\xfe', None, None)
    """
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if len(data) == length and to_text(data) == text else None
