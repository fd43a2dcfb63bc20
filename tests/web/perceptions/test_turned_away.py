"""The page for whoever comes to answer and cannot."""

import re

import pytest

from tests.web import world
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.rounds.states import RoundState


@pytest.mark.parametrize(
    ("state", "said", "buttons"),
    [
        (
            RoundState.CLOSED,
            "The results are shown to everybody at the same moment, when the round is released.",
            ["Your answers", "To the dialogue"],
        ),
        (
            RoundState.RELEASED,
            "What was recorded before counts in the results, which everybody can read now.",
            ["Read the results", "Your answers", "To the dialogue"],
        ),
        (
            RoundState.VOID,
            "The round is void: its answers were deleted, and nobody has seen them.",
            ["To the dialogue"],
        ),
    ],
)
def test_what_became_of_a_round_is_said(dialogue, sit, state, said, buttons) -> None:
    member = sit(world.seat_of(dialogue, Role.MEMBER, "nato"))
    one = world.an_open_round(dialogue)
    dialogue.rounds.filter(pk=one.pk).update(state=state)

    page = member.get(f"/d/{dialogue.id}/rounds/{one.id}/answer/").content.decode()

    (lead,) = re.findall(r'<p class="lead">(.*?)</p>', page)
    actions = page.partition('<div class="actions">')[2].partition("</div>")[0]
    assert lead.endswith(said)
    assert re.findall(r">([^<>]+)</a>", actions) == buttons
