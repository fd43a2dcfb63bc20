import polars as pl
import pytest

from tracktwo.dialogue import Party, Statement
from tracktwo.exchange import read

SUMMARY = 'topic,"What, now?"\nurl,https://example.org\nconversation-description,"two\nlines"\n'
OLD_COMMENTS = (
    "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
    '1,Tue,10,0,5,5,1,"First, ""quoted"""\n'
    "2,Tue,2,0,5,5,-1,Second\n"
)
NEW_COMMENTS = (
    "timestamp,comment-id,author-id,agrees,disagrees,moderated,is-meta,is-seed,importance,comment-body\n"
    "1,10,0,5,5,1,false,true,0,First\n2,2,0,5,5,0,true,false,0,Second\n"
)
VOTES = (
    "timestamp,datetime,comment-id,voter-id,vote\n"
    "1500000003,Mon,10,1,-1\n1500000001,Mon,10,1,1\n1500000002,Mon,3,0,0\n"
    "1500000002,Mon,3,2,1\n1500000002,Mon,3,2,-1\n"
)
WIDE = (
    "participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,3,10\n"
    "1,alias,0,0,1,0,1,,-1\n0,,1,0,1,0,0,0,\n2,,,0,1,0,1,-1,\n5,,,1,0,0,0,,\n"
)
EXPECTED = {("0", "3"): 0, ("1", "10"): -1, ("2", "3"): -1}


@pytest.mark.parametrize("factor", [1, 1000])
def test_export_counts_the_last_vote_by_time_and_then_by_row(folder_of, plain, factor):
    votes = VOTES.replace("150000000", "150000000" if factor == 1 else "1500000000000")

    dialogue = plain(read(folder_of({"votes.csv": votes})))

    assert dialogue["answers"] == EXPECTED


@pytest.mark.parametrize("name", ["participants-votes.csv", "participant-votes.csv"])
def test_export_without_votes_reads_the_wide_table(folder_of, plain, name):
    dialogue = plain(read(folder_of({name: WIDE})))

    assert (dialogue["participants"], dialogue["answers"]) == (("0", "1", "2", "5"), EXPECTED)


def test_export_with_old_comments_keeps_those_without_votes(folder_of):
    files = {"votes.csv": VOTES, "comments.csv": OLD_COMMENTS, "summary.csv": SUMMARY}

    dialogue = read(folder_of(files))

    assert dialogue.title == {"und": "What, now?"}
    assert dialogue.statements == (
        Statement("2", {"und": "Second"}, moderated=-1),
        Statement("3"),
        Statement("10", {"und": 'First, "quoted"'}, moderated=1),
    )


def test_export_with_new_comments_knows_meta_statements(folder_of):
    dialogue = read(folder_of({"participants-votes.csv": WIDE, "comments.csv": NEW_COMMENTS}))

    assert [one.is_meta for one in dialogue.statements] == [True, False, False]


def test_export_gets_sides_from_another_file(folder_of):
    folder = folder_of({"votes.csv": VOTES, "sides.csv": "participant,party\n2,b\n0,a\n"})

    dialogue = read(folder, participants=folder / "sides.csv")

    sides = (dialogue.parties, dialogue.participants, dialogue.party_of.tolist())
    assert sides == ((Party("b"), Party("a")), ("0", "1", "2"), [1, -1, 0])


def test_export_with_the_wide_table_gets_sides_from_another_file(folder_of):
    files = {"participants-votes.csv": WIDE, "sides.csv": "participant,party\n2,b\n0,a\n"}
    folder = folder_of(files)

    dialogue = read(folder, participants=folder / "sides.csv")

    assert (dialogue.party_ids, dialogue.party_of.tolist()) == (("b", "a"), [1, -1, 0, -1])


def test_export_with_a_vote_out_of_range_is_refused(folder_of, refusal):
    refused = refusal(folder_of({"participants-votes.csv": WIDE.replace(",,-1\n", ",,7\n", 1)}))

    message = "vote 7 is out of range; use 1 (agree), 0 (pass) or -1 (disagree)"
    assert refused == ("participants-votes.csv", 2, message)


def test_export_with_a_time_that_is_none_is_refused(folder_of, refusal):
    refused = refusal(folder_of({"votes.csv": VOTES.replace("1500000003", "noon")}))

    assert refused == ("votes.csv", 2, "timestamp 'noon' is not a number")


def test_export_with_comments_lacking_a_column_is_refused(folder_of, refusal):
    refused = refusal(folder_of({"votes.csv": VOTES, "comments.csv": "id,comment-body\n1,x\n"}))

    assert refused == (
        "comments.csv",
        1,
        "column 'comment-id' is missing (there are: id, comment-body)",
    )


@pytest.mark.parametrize(
    "name", ["vtaiwan.uberx", "brexit-consensus", "london.youth.policing", "scoop-hivemind.ubi"]
)
def test_export_gives_the_same_votes_from_either_table(reference, tmp_path, plain, name):
    folder = reference(f"polis/{name}")
    wide = tmp_path / "participants-votes.csv"
    wide.symlink_to(folder / "participants-votes.csv")

    dialogue, again = read(folder), read(tmp_path)

    assert plain(again)["answers"] == plain(dialogue)["answers"]


def test_export_of_a_large_conversation_has_the_known_size(reference):
    folder = reference("polis/american-assembly.bowling-green")

    dialogue = read(folder)

    counted = pl.read_csv(folder / "participants-votes.csv")["n-votes"].sum()
    assert (len(dialogue.participants), len(dialogue.statements)) == (2031, 896)
    assert dialogue.n_answers == counted == 225524
