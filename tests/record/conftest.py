"""Two parties with keys that a test can name, and a small record of what they signed."""

import pytest

from tracktwo.record import Head, Json, Log, SigningKey, append, drafted, sealed, unsigned

NATO, CHINA, THIEF = (SigningKey(bytes([n]) * 32) for n in (1, 2, 3))
AT = "2026-11-26T09:00:00Z"
TEXT = {"text": "joint-report", "hash": 64 * "a", "languages": ["en", "zh"]}


def signed(
    log: Log,
    key: SigningKey,
    kind: str = "text.adopted",
    body: dict[str, Json] | None = None,
    at: str = AT,
    seen: tuple[Head, ...] = (),
) -> Log:
    """The log with one entry more."""
    draft = drafted(
        log, at=at, kind=kind, body=TEXT if body is None else body, key=key.public, seen=seen
    )
    return append(log, sealed(draft, key.sign(unsigned(draft))))


def grown(name: str, key: SigningKey, count: int, *, story: str = "") -> Log:
    """A log of so many messages; two stories differ from their first entry on."""
    log = Log(name)
    for n in range(count):
        log = signed(log, key, "message.sent", {"n": n, "story": story})
    return log


@pytest.fixture
def logs() -> dict[str, Log]:
    """Two entries of each party; the last of China's names where it saw NATO's log end."""
    nato = signed(signed(Log("nato"), NATO), NATO, "message.sent", {"to": "china"})
    china = signed(Log("china"), CHINA)
    china = signed(china, CHINA, "message.seen", {}, seen=(nato.head,))
    return {"china": china, "nato": nato}
