"""Names that a file has given to passages and brackets, as parts of addresses: any name is one.

A file may call a passage "3/a" or "..", which an address would take for a way through folders. Such
characters are written as ~ and their bytes in UTF-8; letters, digits, - and _ stay as they are.
"""

import re

_TO_WRITE = re.compile(r"[^\w.:-]|\A\.+\Z")
_WRITTEN = re.compile(r"(?:~[0-9A-F]{2})+")


class NameInAddress:
    """A name in a path: `<name:unit>`."""

    regex = "[^/]+"

    def to_python(self, written: str) -> str:
        """The name that an address holds; `ValueError`, and so no page, where it holds none."""
        return _WRITTEN.sub(_characters, written)

    def to_url(self, name: str) -> str:
        return _TO_WRITE.sub(_bytes, name)


def _bytes(found: re.Match[str]) -> str:
    return "".join(f"~{one:02X}" for one in found[0].encode("utf-8", "surrogatepass"))


def _characters(found: re.Match[str]) -> str:
    return bytes.fromhex(found[0].replace("~", "")).decode()
