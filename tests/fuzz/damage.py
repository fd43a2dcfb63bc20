"""Input that is nearly right: something good with a piece flipped, gone, doubled, moved, or put in."""

import random
from collections.abc import Sequence

PIECES = (
    b"", b"\0", b"\n", b"\r\n", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", "\u202e中é".encode(), b"'", b'"', b"\\", b"/", b"//",
    b"-", b"+", b".", b",", b":", b"0", b"-1", b"1e999", b"NaN", b"99999999999999999999", b"0.1", b"00", "٣".encode(),
    b"null", b"true", b"[]", b"{}", b"<", b"&", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&#0;", b"]]>", b"&b;", b"*a", b"&a ", b"!!python/object:x ",
    b"9999-12-31T23:59:59Z", b"0001-01-01T00:00:00+23:59", b"2026-02-30T00:00:00Z", b"90-00.00N 180-00.00E", b"91-00N 000-00E",
    b"FL999", b"UFN", b"PERM", b"312359 UTC DEC 26", b"NATO-PN 0001/26",
)  # fmt: skip
LONGEST = 200_000


def damaged(seeds: Sequence[bytes], chance: random.Random) -> bytes:
    """One of the seeds after one to four changes."""
    data = chance.choice(seeds)
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(CHANGES)(data, seeds, chance)[:LONGEST]
    return data


def _cut(data: bytes, chance: random.Random, most: int = 40) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.randint(0, most))


def _flip(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    start, _ = _cut(data, chance)
    return data[:start] + bytes([chance.randrange(256)]) + data[start + 1 :]


def _drop(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _cut(data, chance)
    return data[:start] + data[end:]


def _put(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _cut(data, chance, 10)
    return data[:start] + chance.choice(PIECES) + data[chance.choice((start, end)) :]


def _repeat(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _cut(data, chance, chance.choice((2, 40, 400)))
    return data[:end] + data[start:end] * chance.choice((1, 2, 50, 2000)) + data[end:]


def _move(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    (start, end), to = _cut(data, chance), chance.randint(0, len(data))
    rest = data[:start] + data[end:]
    return rest[:to] + data[start:end] + rest[to:]


def _splice(data: bytes, seeds: Sequence[bytes], chance: random.Random) -> bytes:
    other = chance.choice(seeds)
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


def _swap_lines(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    one, other = (chance.randrange(len(lines)) for _ in range(2))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _nest(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    start, _ = _cut(data, chance)
    opening, closing = chance.choice(
        ((b"[", b"]"), (b'{"a":', b"}"), (b"<a>", b"</a>"), (b"(", b")"))
    )
    deep = chance.choice((3, 70, 5000))
    return data[:start] + opening * deep + closing * deep + data[start:]


CHANGES = (_flip, _drop, _put, _put, _repeat, _move, _splice, _swap_lines, _nest)
