import pytest

from tests.web import world
from tests.web.influence.test_rules import everybody
from tracktwo_web.dialogues import stages
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.records.rules import may_read, may_sign

HEADS = {(Role.HEAD, "nato"), (Role.HEAD, "china")}


@pytest.mark.parametrize("stage", stages.IDS)
def test_heads_sign_at_every_stage_and_nobody_else(dialogue, stage):
    dialogue.stage = stage

    assert {who for who, one in everybody(dialogue) if may_sign(one)} == HEADS


def test_nobody_signs_while_a_round_is_open(dialogue):
    world.an_open_round(dialogue)

    assert [who for who, one in everybody(dialogue) if may_sign(one)] == []


def test_everybody_present_reads(dialogue):
    assert all(may_read(one) for _, one in everybody(dialogue))
