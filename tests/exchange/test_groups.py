import numpy as np
import pytest

from tracktwo.errors import InputError
from tracktwo.exchange import read, read_groups


@pytest.fixture
def dialogue(folder_of):
    votes = "participant,statement,vote\n1,s,1\n2,s,1\n3,s,1\n4,s,1\n"
    return read(folder_of({"votes.csv": votes}))


@pytest.mark.parametrize("column", ["group", "group-id"])
def test_groups_are_numbered_in_natural_order(tmp_path, dialogue, column):
    (tmp_path / "groups.csv").write_text(f"participant,{column},more\n3,10,x\n1,9,x\n2,,x\n")

    labels, ids = read_groups(tmp_path / "groups.csv", dialogue)

    assert (labels.tolist(), ids) == ([0, -1, 1, -1], ("9", "10"))


BAD = {
    "unknown": ("participant,group\n1,a\n9,a\n", 3, "participant '9' is not in the dialogue; compare the ids"),
    "twice": ("participant,group\n1,a\n1,b\n", 3, "participant '1' appears twice; keep one row"),
    "no group": ("participant,label\n1,a\n", 1, "column 'group' is missing (there are: participant, label)"),
    "no participant": ("id,group\n1,a\n", 1, "column 'participant' is missing (there are: id, group)"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "sentence"), BAD.values(), ids=BAD)
def test_groups_that_cannot_be_read_are_refused(tmp_path, dialogue, text, line, sentence):
    (tmp_path / "groups.csv").write_text(text)

    with pytest.raises(InputError) as caught:
        read_groups(tmp_path / "groups.csv", dialogue)

    assert (caught.value.line, caught.value.message) == (line, sentence)


def test_groups_of_a_polis_export_are_read_as_they_are(reference):
    folder = reference("polis/scoop-hivemind.ubi")

    labels, ids = read_groups(folder / "participants-votes.csv", read(folder))

    assert (len(labels), ids, int(np.sum(labels < 0))) == (234, ("0", "1", "2", "3"), 0)
