"""Which of this app's pages are offered to whom."""

import pytest

from tests.web import world
from tracktwo_web.dialogues import contents
from tracktwo_web.dialogues.contents import contents_for
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.dialogues.standing import Standing


@pytest.fixture(autouse=True)
def _alone(monkeypatch) -> None:
    monkeypatch.setattr(contents, "CONTENTS", [])
    monkeypatch.setattr(contents, "LAST", [])


@pytest.mark.parametrize(
    ("role", "side", "offered"),
    [
        (Role.HEAD, "nato", ["Your side’s room"]),
        (Role.INTERPRETER, "china", ["Your side’s room"]),
        (Role.SECRETARIAT, "", ["Office"]),
        (Role.OBSERVER, "", []),
    ],
)
def test_seats_are_offered_what_they_may_open(dialogue, sit, role, side, offered) -> None:
    seat = world.seat_of(dialogue, role, side)
    client = sit(seat)

    links = contents_for(Standing(dialogue, key=seat.keys.get(revoked_at=None)))

    assert [link.label for link in links] == offered
    assert [client.get(link.url).status_code for link in links] == [200] * len(offered)


def test_convenor_is_offered_the_office_and_no_room(dialogue) -> None:
    links = contents_for(Standing(dialogue, convenor=dialogue.convenor))

    assert [link.url for link in links] == [f"/d/{dialogue.id}/office/"]
