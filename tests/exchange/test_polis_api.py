import json

import numpy as np
import pytest

from tracktwo.dialogue import Statement
from tracktwo.exchange import read

VOTES = [
    {"pid": 0, "tid": 3, "vote": -1, "modified": 5},
    {"pid": 0, "tid": 3, "vote": 1, "modified": 2},
    {"pid": 11, "tid": 3, "vote": 0, "modified": 2},
]
COMMENTS = [
    {"tid": 3, "txt": "Three", "mod": 1, "is_meta": True},
    {"tid": 20, "mod": -1, "lang": "fr"},
]


def math(agree, disagree):
    votes = {"3": {"A": agree, "D": disagree, "S": 2}}
    return json.dumps({"group-votes": {"0": {"n-members": 2, "votes": votes}}})


def test_api_writes_agreement_as_minus_one(folder_of, plain):
    dialogue = plain(read(folder_of({"votes.json": json.dumps(VOTES)})))

    assert dialogue["answers"] == {("0", "3"): 1, ("11", "3"): 0}


@pytest.mark.parametrize(("counts", "vote"), [((1, 0), 1), ((0, 1), -1)])
def test_api_is_turned_as_the_counts_of_polis_say(folder_of, plain, counts, vote):
    votes = json.dumps([{"pid": 0, "tid": 3, "vote": 1}])

    dialogue = plain(read(folder_of({"votes.json": votes, "math-pca2.json": math(*counts)})))

    assert dialogue["answers"] == {("0", "3"): vote}


def test_api_reads_what_stands_beside_the_votes(folder_of):
    folder = folder_of(
        {
            "votes.json": json.dumps(VOTES),
            "comments.json": json.dumps(COMMENTS),
            "conversation.json": json.dumps({"topic": "Trade"}),
        }
    )

    dialogue = read(folder / "votes.json")

    assert (dialogue.title, dialogue.statements) == (
        {"und": "Trade"},
        (
            Statement("3", {"und": "Three"}, moderated=1, is_meta=True),
            Statement("20", moderated=-1),
        ),
    )


BAD = {
    "not JSON": ('[{"pid": 0},\n{"pid"]', 2, "this is not JSON (Expecting ':' delimiter); download it again"),
    "no list": ("{}", None, "this must be a list of entries; download it again"),
    "missing key": ('[{"pid": 0, "vote": 1}]', None, "row 1: 'tid' is missing"),
    "range": ('[{"pid": 0, "tid": 1, "vote": 2}]', None, "row 1: vote 2 is out of range; use -1, 0 or 1"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "sentence"), BAD.values(), ids=BAD)
def test_api_files_that_cannot_be_read_are_refused(folder_of, refusal, text, line, sentence):
    assert refusal(folder_of({"votes.json": text})) == ("votes.json", line, sentence)


BESIDE = {
    "no counts": (
        "math-pca2.json", '{"group-votes": {"0": {}}}',
        "the group-votes of Polis are not in it; download it again or take it away",
    ),
    "moderation": ("comments.json", '[{"tid": 3, "mod": "x"}]', "row 1: mod is 'x'; use -1, 0 or 1"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text", "sentence"), BESIDE.values(), ids=BESIDE)
def test_api_files_beside_the_votes_are_checked(folder_of, refusal, name, text, sentence):
    folder = folder_of({"votes.json": json.dumps(VOTES), name: text})

    assert refusal(folder) == (name, None, sentence)


@pytest.mark.parametrize(
    "name", ["25ptpt-3gp-no-strict-with-meta", "50ptpt-3gp-strict-no-meta", "above-100-ptpts"]
)
@pytest.mark.parametrize("turned", [1, -1])
def test_api_agrees_with_the_group_votes_of_polis(reference, tmp_path, name, turned):
    source = reference(f"polis_math/{name}")
    (tmp_path / "math-pca2.json").symlink_to(source / "math-pca2.json")
    votes = json.loads((source / "votes.json").read_text())
    (tmp_path / "votes.json").write_text(
        json.dumps([{**entry, "vote": turned * entry["vote"]} for entry in votes])
    )

    dialogue = read(tmp_path)

    polis = json.loads((source / "math-pca2.json").read_text())
    bases = dict(zip(polis["base-clusters"]["id"], polis["base-clusters"]["members"], strict=True))
    for group in polis["group-clusters"]:
        members = {str(pid) for base in group["members"] for pid in bases[base]}
        inside = np.array([one in members for one in dialogue.participants])
        answers = dialogue.answers
        agrees = answers.statement[inside[answers.participant] & (answers.value == 1)]
        found = dict(
            zip(
                dialogue.statement_ids,
                np.bincount(agrees, minlength=len(dialogue.statements)).tolist(),
                strict=True,
            )
        )
        told = polis["group-votes"][str(group["id"])]["votes"]
        assert {tid: found[tid] for tid in told} == {tid: one["A"] for tid, one in told.items()}
