import pytest

from tracktwo.datasets import polis_conversation
from tracktwo.errors import InputError

SIZES = {
    "vtaiwan.uberx": (1921, 197, 49443),
    "american-assembly.bowling-green": (2031, 896, 225524),
    "scoop-hivemind.ubi": (234, 71, 7153),
    "brexit-consensus": (204, 50, 5303),
    "london.youth.policing": (26, 39, 638),
}


@pytest.mark.parametrize(("name", "size"), SIZES.items(), ids=SIZES)
def test_conversation_has_the_known_size(reference, name, size):
    dialogue = polis_conversation(reference("polis"), name)

    assert (len(dialogue.participants), len(dialogue.statements), dialogue.n_answers) == size


def test_conversation_that_is_not_there_is_refused(tmp_path):
    (tmp_path / "ubi").mkdir()

    with pytest.raises(InputError) as caught:
        polis_conversation(tmp_path, "uber")

    assert caught.value.message == "there is no conversation 'uber' (there are: ubi)"
