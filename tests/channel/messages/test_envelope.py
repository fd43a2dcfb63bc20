"""Envelopes that hold together, and what contradicts itself."""

from datetime import UTC, datetime

import pytest

from tracktwo.channel.messages import Message, MessageId, Precedence, Scope, Status, Type
from tracktwo.errors import InputError

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
MINE, THEIRS = "NATO-PN 0007/26", "CHINA-UA 0002/26"


def message(id_: str = MINE, **told) -> Message:
    usual = {
        "addressees": ("CHINA",),
        "status": Status.ACTUAL,
        "type": Type.NEW,
        "precedence": Precedence.ROUTINE,
        "scope": Scope.JOINT_PRIVATE,
        "fields": {},
        "sent": NOON,
    }
    refs = tuple(map(MessageId.read, told.pop("refs", ())))
    return Message(MessageId.read(id_), **usual | told, refs=refs)


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"status": Status.DRAFT, "sent": None},
        {"status": Status.TEST},
        {"type": Type.UPDATE, "refs": ["NATO-PN 0003/26"]},
        {"type": Type.REPLY, "refs": [THEIRS]},
        {"id_": "NATO-EX-PN 0007/26", "status": Status.EXERCISE},
        {"id_": "NATO-EX-PN 0007/26", "status": Status.DRAFT, "sent": None},
    ],
)
def test_envelopes_that_hold_together(told: dict) -> None:
    made = message(**told)

    assert (made.kind, made.originator) == ("PN", "NATO")
    assert made.is_exercise == ("EX" in str(made.id))


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"addressees": ()}, "has no addressee; name an office"),
        ({"addressees": ("NATO",)}, "is addressed to its own office; name the other side's"),
        ({"copy_to": ("NATO",)}, "is addressed to its own office; name the other side's"),
        ({"copy_to": ("CHINA",)}, "names one office twice; once is enough"),
        ({"sent": None}, "does not say when it was sent"),
        ({"status": Status.DRAFT}, "is a draft and was sent; a draft is not sent"),
        ({"type": Type.UPDATE}, "is of type update and names no message that it is about"),
        ({"type": Type.REPLY}, "is of type reply and names no message that it is about"),
        ({"type": Type.CANCEL, "refs": [THEIRS]}, "changes CHINA-UA 0002/26, which another office sent; reply to it"),
        ({"type": Type.REPLY, "refs": [MINE]}, "names itself as what it is about"),
        ({"status": Status.EXERCISE}, "has the status exercise; exercises and nothing else have numbers with EX"),
        ({"type": Type.REPLY, "refs": ["CHINA-EX-UA 0002/26"]}, "is about CHINA-EX-UA 0002/26: an exercise never joins what is meant"),
    ],
)  # fmt: skip
def test_what_contradicts_itself_is_refused(told: dict, sentence: str) -> None:
    with pytest.raises(InputError) as refused:
        message(**told)

    assert str(refused.value) == f"{MINE} {sentence}"


def test_exercise_cannot_pass_for_what_is_meant() -> None:
    with pytest.raises(InputError, match="NATO-EX-PN 0007/26 has the status actual"):
        message("NATO-EX-PN 0007/26")


def test_time_without_a_zone_is_refused() -> None:
    with pytest.raises(InputError, match="a time has no zone"):
        message(sent=NOON.replace(tzinfo=None))
