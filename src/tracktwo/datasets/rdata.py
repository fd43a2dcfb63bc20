"""Data frames from R's .rda files, as far as public data sets use the format.

R Internals, section 1.8 "Serialization Formats": XDR (big-endian), versions 2 and 3, compressed by
gzip, bzip2 or xz. Read are vectors, factors, dates (as days) and lists of them; anything else, such
as a closure, raises `InputError`.
"""

import bz2
import gzip
import lzma
import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from tracktwo.errors import InputError

NA_INTEGER = -(2**31)
SYMBOL, PAIRS, CHARACTERS, LOGICALS, INTEGERS, REALS, STRINGS, LIST = 1, 2, 9, 10, 13, 14, 16, 19
ALTERNATIVE, PERSISTENT_NULL, REFERENCE = 238, 254, 255
_ENVIRONMENTS = {241, 242, 251, 252, 253}
_DECOMPRESS = (
    (b"\x1f\x8b", gzip.decompress),
    (b"BZh", bz2.decompress),
    (b"\xfd7zXZ", lzma.decompress),
)


@dataclass
class Vector:
    """A vector with its attributes."""

    values: Any
    attributes: dict[str, Any] = field(default_factory=dict)


def read_rda(path: Path) -> dict[str, dict[str, Any]]:
    """The data frames of a file by name, each a mapping from column name to values.

    Factors and texts come as lists of text (None where missing), all else as numpy arrays.
    """
    raw = path.read_bytes()
    for magic, decompress in _DECOMPRESS:
        if raw.startswith(magic):
            raw = decompress(raw)
    if raw[:5] not in (b"RDX2\n", b"RDX3\n") or raw[5:7] != b"X\n":
        raise InputError("this is not an R data file of a known kind; download it again", file=path)
    try:
        saved = _Stream(raw, 7).document()
    except (struct.error, IndexError, ValueError) as error:
        raise InputError(f"the R data file is damaged ({error})", file=path) from error
    return {name: _columns(frame) for name, frame in saved.items() if isinstance(frame, Vector)}


def _columns(frame: Vector) -> dict[str, Any]:
    names = frame.attributes["names"].values
    return {name: _plain(column) for name, column in zip(names, frame.values, strict=True)}


def _plain(column: Vector) -> Any:  # noqa: ANN401 -- a list of text or an array
    levels = column.attributes.get("levels")
    if levels is None:
        return column.values
    return [None if one == NA_INTEGER else levels.values[one - 1] for one in column.values.tolist()]


class _Stream:
    """A cursor over serialized bytes; symbols are numbered so that they can be referred to."""

    def __init__(self, raw: bytes, at: int) -> None:
        self.raw, self.at, self.seen = raw, at, list[Any]()

    def document(self) -> dict[str, Any]:
        version = self.integer()
        self.at += 8
        if version == 3:
            encoding_length = self.integer()
            self.at += encoding_length
        return dict(self.item())

    def integer(self) -> int:
        (value,) = struct.unpack_from(">i", self.raw, self.at)
        self.at += 4
        return int(value)

    def array(self, kind: str) -> Any:  # noqa: ANN401 -- an array of the kind
        count = self.integer()
        values = np.frombuffer(self.raw, kind, count, self.at)
        self.at += values.nbytes
        return values.astype(values.dtype.newbyteorder("="))

    def item(self) -> Any:  # noqa: ANN401 -- whatever was serialized
        flags = self.integer()
        kind, has_attributes, has_tag = flags & 0xFF, bool(flags & 0x200), bool(flags & 0x400)
        if kind == PERSISTENT_NULL or kind in _ENVIRONMENTS:
            return None
        if kind == REFERENCE:
            return self.seen[(flags >> 8 or self.integer()) - 1]
        if kind == PAIRS:
            return self.pairs(has_attributes, has_tag)
        if kind == SYMBOL:
            self.seen.append(self.item())
            return self.seen[-1]
        if kind in (CHARACTERS, ALTERNATIVE):
            return self.characters() if kind == CHARACTERS else self.alternative()
        vector = Vector(self.vector(kind))
        if has_attributes:
            vector.attributes = dict(self.item())
        return vector

    def pairs(self, has_attributes: bool, has_tag: bool) -> list[tuple[Any, Any]]:
        """A linked list, its tail read in a loop so that long ones do not nest."""
        found: list[tuple[Any, Any]] = []
        while True:
            if has_attributes:
                self.item()
            tag = self.item() if has_tag else None
            found.append((tag, self.item()))
            flags = self.integer()
            if flags & 0xFF != PAIRS:
                return found
            has_attributes, has_tag = bool(flags & 0x200), bool(flags & 0x400)

    def characters(self) -> str | None:
        length = self.integer()
        if length == -1:
            return None
        self.at += length
        return self.raw[self.at - length : self.at].decode("utf-8", "replace")

    def vector(self, kind: int) -> Any:  # noqa: ANN401 -- an array or a list
        if kind in (INTEGERS, LOGICALS):
            return self.array(">i4")
        if kind == REALS:
            return self.array(">f8")
        if kind in (STRINGS, LIST):
            return [self.item() for _ in range(self.integer())]
        raise ValueError(f"type {kind} is not read")

    def alternative(self) -> Vector:
        """A compact form: a run of integers, or a wrapper around a plain vector."""
        info, state, attributes = self.item(), self.item(), self.item()
        name = info[0][1]
        if name == "compact_intseq":
            count, first, step = state.values
            return Vector(
                (first + step * np.arange(count)).astype(np.int32), dict(attributes or ())
            )
        if str(name).startswith("wrap_"):
            inner = state[0][1] if isinstance(state, list) else state.values[0]
            return Vector(inner.values, {**inner.attributes, **dict(attributes or ())})
        raise ValueError(f"compact form {name} is not read")
