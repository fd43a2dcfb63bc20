"""Write the little of R's serialization format that the tests read back."""

import struct
from collections.abc import Sequence

import numpy as np

HAS_ATTRIBUTES, HAS_TAG, IS_OBJECT = 0x200, 0x400, 0x100
END = struct.pack(">i", 254)


def integer(value: int) -> bytes:
    return struct.pack(">i", value)


def characters(text: str | None) -> bytes:
    if text is None:
        return integer(9) + integer(-1)
    raw = text.encode()
    return integer(9 | 8 << 12) + integer(len(raw)) + raw


def strings(texts: Sequence[str | None]) -> bytes:
    return integer(16) + integer(len(texts)) + b"".join(map(characters, texts))


def reals(values: Sequence[float]) -> bytes:
    return integer(14) + integer(len(values)) + np.array(values, ">f8").tobytes()


class Symbols:
    """Symbols are written once and then referred to by number."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def write(self, name: str) -> bytes:
        if name in self.seen:
            return integer(255 | (self.seen.index(name) + 1) << 8)
        self.seen.append(name)
        return integer(1) + characters(name)

    def pairs(self, **items: bytes) -> bytes:
        cells = (integer(2 | HAS_TAG) + self.write(name) + item for name, item in items.items())
        return b"".join(cells) + END

    def factor(self, codes: Sequence[int], levels: Sequence[str]) -> bytes:
        values = np.array(codes, ">i4").tobytes()
        return (
            integer(13 | IS_OBJECT | HAS_ATTRIBUTES) + integer(len(codes)) + values
            + self.pairs(levels=strings(levels), **{"class": strings(["factor"])})
        )  # fmt: skip

    def sequence(self, n: int) -> bytes:
        """The whole numbers 1 to n in R's compact form."""
        info = integer(2) + self.write("compact_intseq") + integer(2) + self.write("base")
        info += integer(2) + integer(13) + integer(1) + integer(13) + END
        return integer(238) + info + reals([n, 1, 1]) + END

    def frame(self, columns: dict[str, bytes], rows: int) -> bytes:
        body = integer(19 | IS_OBJECT | HAS_ATTRIBUTES) + integer(len(columns))
        body += b"".join(columns.values())
        return body + self.pairs(
            **{
                "names": strings(list(columns)),
                "row.names": self.sequence(rows),
                "class": strings(["tbl_df", "tbl", "data.frame"]),
            }
        )

    def document(self, name: str, frame: bytes, version: int = 3) -> bytes:
        native = integer(5) + b"UTF-8" if version == 3 else b""
        head = (
            f"RDX{version}\nX\n".encode() + integer(version) + integer(0x40000) + integer(0x20300)
        )
        return head + native + integer(2 | HAS_TAG) + integer(1) + characters(name) + frame + END
