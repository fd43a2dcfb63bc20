import pytest

from tests.web.records.conftest import enters
from tracktwo_web.dialogues import stages
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.records.contents import record
from tracktwo_web.records.domain.sign import KEY_BEGUN


def _standing(dialogue) -> Standing:
    return Standing(dialogue, convenor=dialogue.convenor)


@pytest.mark.parametrize("stage", stages.IDS)
def test_record_is_offered_from_the_stage_of_texts_on(dialogue, stage):
    dialogue.stage = stage

    is_offered = record(_standing(dialogue)) is not None

    assert is_offered == (stage in {"text", "roadmap", "channel", "report"})


def test_record_is_offered_earlier_once_somebody_has_signed(dialogue, nato):
    dialogue.stage = "perceive"
    enters(nato, KEY_BEGUN, {})

    assert record(_standing(dialogue)).url == f"/d/{dialogue.id}/record/"
