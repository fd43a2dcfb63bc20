"""Every bad input of a dialogue folder: the file, the line and the sentence."""

import polars as pl
import pytest

from tracktwo.errors import OptionError
from tracktwo.exchange import read

HEADER = "participant,statement,vote\n"
GOOD = HEADER + "ann,s1,1\nbo,s1,-1\n"
RATINGS_REMEDY = (
    "; if these are ratings, name the table votes.csv in a folder with a statements.csv "
    "whose scale column says rating:MIN:MAX"
)
USE = "use 1 (agree), 0 (pass) or -1 (disagree)"
BAD_VOTES = {
    "unknown column": (
        "participant,statement,vote,when\nann,s1,1,2\n",
        1, "column 'when' is not known; allowed are participant, statement, vote",
    ),
    "missing column": (
        "participant,item,vote\nann,s1,1\n",
        1, "column 'statement' is missing (there are: participant, item, vote)",
    ),
    "column twice": ("participant,vote,vote\nann,s1,1\n", 1, "column 'vote' appears twice; keep one"),
    "out of range": (HEADER + "ann,s1,1\nbo,s1,2\n", 3, f"vote 2 is out of range; {USE}{RATINGS_REMEDY}"),
    "between votes": (HEADER + "ann,s1,0.5\n", 2, f"vote 0.5 is out of range; {USE}{RATINGS_REMEDY}"),
    "not a number": (
        HEADER + "ann,s1,1\nbo,s1,yes\n",
        3, "vote 'yes' is not a number; write a number or say what the words mean (values, --values)",
    ),
    "not finite": (
        HEADER + "ann,s1,nan\n",
        2, "vote 'nan' is not a number; write a number or say what the words mean (values, --values)",
    ),
    "answered twice": (
        HEADER + "ann,s1,1\nbo,s1,1\nann,s2,1\nann,s1,-1\n",
        5, "participant 'ann' already answered statement 's1'; keep one answer",
    ),
    "line after a text of several lines": (
        HEADER + '"a\n\nn",s1,1\nbo,s1,9\n', 5, f"vote 9 is out of range; {USE}{RATINGS_REMEDY}",
    ),
    "line after a blank line": (
        HEADER + "\nann,s1,1\n\nbo,s1,9\n", 5, f"vote 9 is out of range; {USE}{RATINGS_REMEDY}",
    ),
    "no participant": (HEADER + "ann,s1,1\n,s1,1\n", 3, "no participant is named"),
    "short row": (
        HEADER + "ann,s1,1\nbo,s1\n", 3, "the row has 2 cells and the header 3; make them the same",
    ),
    "long row": (
        HEADER + "ann,s1,1\nbo,s1,1,1\n", 3, "the row has 4 cells and the header 3; make them the same",
    ),
    "open quote": (
        HEADER + 'ann,s1,1\n"bo,s1,1\ncy,s1,1\n',
        3, "a quoted text begins here and does not end; close it with a quote",
    ),
    "text after a quote": (
        HEADER + '"a"nn,s1,1\n',
        2, 'text follows a closing quote; write a quote inside a quoted text as ""',
    ),
    "bare carriage returns": (
        GOOD.replace("\n", "\r"), 1, "a bare carriage return; save the file with LF or CRLF line ends",
    ),
    "latin-1": (
        HEADER.encode() + b"ann,s1,1\nbj\xf8rn,s1,1\n",
        3, "the text is not UTF-8; save it as UTF-8 and try again",
    ),
    "UTF-16": (GOOD.encode("utf-16"), None, "the text is UTF-16; save it as UTF-8 and try again"),
    "UTF-16 without mark": (
        GOOD.encode("utf-16-le"), None, "the text is UTF-16; save it as UTF-8 and try again",
    ),
    "NUL": (
        HEADER + "ann,s1,1\nb\0o,s1,1\n",
        3, "a NUL byte: the file is binary or damaged; export it again",
    ),
    "spreadsheet": (
        b"PK\x03\x04rest", None,
        "this is a zip or spreadsheet file; unpack it or save it as CSV (UTF-8)",
    ),
    "Parquet by the wrong name": (b"PAR1rest", None, "this is a Parquet file; name it .parquet"),
    "empty": ("", None, "the file is empty; it needs a header line and rows"),
    "blank": ("\n\n", None, "the file is empty; it needs a header line and rows"),
    "blank first line": ("\n" + GOOD, 1, "the first line must name the columns"),
    "header only": (HEADER, None, "there is a header and no row under it; add rows"),
}  # fmt: skip


@pytest.mark.parametrize(("votes", "line", "sentence"), BAD_VOTES.values(), ids=BAD_VOTES)
def test_votes_that_cannot_be_read_are_refused(folder_of, refusal, votes, line, sentence):
    assert refusal(folder_of({"votes.csv": votes})) == ("votes.csv", line, sentence)


PEOPLE = "participant,party\nann,east\nbo,west\n"
MIRRORED = "participant,statement,party,value,expected_by\n"
TOML = '[[parties]]\nid = "east"\n[[parties]]\nid = "west"\nsize = 1\n'
BAD_FOLDERS = {
    "unknown participant": (
        {"participants.csv": "participant\nann\n"},
        ("votes.csv", 3, "participant 'bo' is not in participants.csv; add it there or correct it"),
    ),
    "unknown statement": (
        {"statements.csv": "statement\ns2\n"},
        ("votes.csv", 2, "statement 's1' is not in statements.csv; add it there or correct it"),
    ),
    "unknown party": (
        {"participants.csv": "participant,party\nann,east\nbo,north\n", "dialogue.toml": TOML},
        ("participants.csv", 3, "party 'north' is not among the parties (east, west)"),
    ),
    "participant twice": (
        {"participants.csv": "participant\nann\nbo\nann\n"},
        ("participants.csv", 4, "participant 'ann' is already on line 2; keep one"),
    ),
    "participants column": (
        {"participants.csv": "participant,name\nann,x\n"},
        ("participants.csv", 1, "column 'name' is not known; allowed are participant, party"),
    ),
    "statement twice": (
        {"statements.csv": 'statement,text_en\ns1,"a\nb"\ns1,x\n'},
        ("statements.csv", 4, "statement 's1' is already on line 2; keep one"),
    ),
    "statements column": (
        {"statements.csv": "statement,title\ns1,x\n"},
        (
            "statements.csv", 1,
            ("column 'title' is not known; allowed are statement, theme, about, kind, scale, source, "
            "moderated, is_meta, text_en, text_zh, text_fr (any language)"),
        ),
    ),
    "scale": (
        {"statements.csv": "statement,scale\ns1,rating:7:1\n"},
        ("statements.csv", 2, "scale 'rating:7:1' is not known; write vote or rating:MIN:MAX"),
    ),
    "moderation": (
        {"statements.csv": "statement,moderated\ns1,5\n"},
        ("statements.csv", 2, "moderated is '5'; use -1 (rejected), 0 or 1 (accepted)"),
    ),
    "rating out of range": (
        {"statements.csv": "statement,scale\ns1,rating:0:10\n"},
        ("votes.csv", 3, "rating -1 is out of range; the scale is rating:0:10"),
    ),
    "size": (
        {"participants.csv": "participant,party\nann,west\nbo,west\n", "dialogue.toml": TOML},
        (
            "dialogue.toml", 4,
            "party 'west' has size 1 but 2 participants; raise the size or leave it out",
        ),
    ),
    "prediction out of range": (
        {"participants.csv": PEOPLE, "predictions.csv": "participant,statement,party,value\nann,s1,west,0.1\nbo,s1,east,60\n"},
        ("predictions.csv", 3, "prediction 60 is out of range; use 0 to 1 (the expected share that agrees)"),
    ),
    "prediction twice": (
        {"participants.csv": PEOPLE, "predictions.csv": "participant,statement,party,value\nann,s1,west,0.1\nann,s1,east,0.1\nann,s1,west,0.2\n"},
        ("predictions.csv", 4, "participant 'ann' already answered statement 's1'; keep one answer"),
    ),
    "prediction of an unknown party": (
        {"participants.csv": PEOPLE, "predictions.csv": "participant,statement,party,value\nann,s1,north,0.1\n"},
        (
            "predictions.csv", 2,
            ("party 'north' is not among the parties (east, west); "
            "add it to dialogue.toml or correct it"),
        ),
    ),
    "prediction without parties": (
        {"predictions.csv": "participant,statement,party,value\nann,s1,north,0.1\n"},
        (
            "predictions.csv", 2,
            ("party 'north' is not known, for there are no parties; "
            "name them in participants.csv or dialogue.toml"),
        ),
    ),
    "prediction of an unknown column": (
        {"participants.csv": PEOPLE, "predictions.csv": "participant,statement,party,value,by\nann,s1,west,0.1,west\n"},
        (
            "predictions.csv", 1,
            "column 'by' is not known; allowed are participant, statement, party, value, expected_by",
        ),
    ),
    "mirrored by an unknown party": (
        {"participants.csv": PEOPLE, "predictions.csv": MIRRORED + "ann,s1,east,0.1,west\nann,s1,east,0.1,north\n"},
        (
            "predictions.csv", 3,
            ("expected_by 'north' is not among the parties (east, west); "
            "add it to dialogue.toml or correct it"),
        ),
    ),
    "mirrored by one's own party": (
        {"participants.csv": PEOPLE, "predictions.csv": MIRRORED + "ann,s1,east,0.1,west\nbo,s1,west,0.1,west\n"},
        (
            "predictions.csv", 3,
            ("participant 'bo' sits for 'west'; name another party in expected_by, "
            "or leave it empty for what the participant expects"),
        ),
    ),
    "mirrored about an unknown party": (
        {"participants.csv": PEOPLE, "predictions.csv": MIRRORED + "ann,s1,north,0.1,west\n"},
        (
            "predictions.csv", 2,
            ("party 'north' is not among the parties (east, west); "
            "add it to dialogue.toml or correct it"),
        ),
    ),
    "mirrored twice": (
        {"participants.csv": PEOPLE, "predictions.csv": MIRRORED + "ann,s1,east,0.1,west\nann,s1,east,0.1,\nann,s1,east,0.3,west\n"},
        ("predictions.csv", 4, "participant 'ann' already answered statement 's1'; keep one answer"),
    ),
    "mirrored out of range": (
        {"participants.csv": PEOPLE, "predictions.csv": MIRRORED + "ann,s1,east,70,west\n"},
        ("predictions.csv", 2, "prediction 70 is out of range; use 0 to 1 (the expected share that agrees)"),
    ),
    "mirrored without parties": (
        {"predictions.csv": MIRRORED + "ann,s1,west,0.1,north\n"},
        (
            "predictions.csv", 2,
            ("party 'west' is not known, for there are no parties; "
            "name them in participants.csv or dialogue.toml"),
        ),
    ),
    "two tables of votes": (
        {"votes.parquet": b""},
        ("given", None, "there are both votes.csv and votes.parquet; keep one"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("files", "refused"), BAD_FOLDERS.values(), ids=BAD_FOLDERS)
def test_folders_that_do_not_fit_together_are_refused(folder_of, refusal, files, refused):
    assert refusal(folder_of({"votes.csv": GOOD, **files})) == refused


def test_parquet_cut_short_is_refused(folder_of, refusal):
    folder = folder_of({})
    pl.DataFrame({"participant": ["a"], "statement": ["s"], "vote": [1]}).write_parquet(
        folder / "votes.parquet"
    )
    whole = (folder / "votes.parquet").read_bytes()
    (folder / "votes.parquet").write_bytes(whole[:-20])

    refused = refusal(folder)

    message = "the Parquet file is truncated or damaged; copy or export it again"
    assert refused == ("votes.parquet", None, message)


def test_parquet_damaged_inside_is_refused(folder_of, refusal):
    folder = folder_of({"votes.parquet": b"PAR1" + b"\x15\xff" * 40 + b"PAR1"})

    refused = refusal(folder)

    message = "the Parquet file is truncated or damaged; copy or export it again"
    assert refused == ("votes.parquet", None, message)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "the file is empty; export it again"),
        (b"participant,statement,vote\n", "this is not a Parquet file; name a CSV file .csv"),
    ],
)
def test_files_that_are_no_parquet_are_refused(folder_of, refusal, content, sentence):
    assert refusal(folder_of({"votes.parquet": content})) == ("votes.parquet", None, sentence)


def test_parquet_is_refused_with_the_row(folder_of, refusal):
    folder = folder_of({"statements.csv": "statement\ns1\n"})
    frame = {"participant": [1, 2, 2], "statement": ["s1"] * 3, "vote": [1, 0, 0]}
    pl.DataFrame(frame).write_parquet(folder / "votes.parquet")

    refused = refusal(folder)

    message = "row 3: participant 2 already answered statement 's1'; keep one answer"
    assert refused == ("votes.parquet", None, message)


def test_parquet_ids_of_another_type_are_refused(folder_of, refusal):
    folder = folder_of({})
    frame = {"participant": [1.5, 2.0], "statement": ["s1"] * 2, "vote": [1, 0]}
    pl.DataFrame(frame).write_parquet(folder / "votes.parquet")

    refused = refusal(folder)

    message = (
        "column 'participant' holds decimal numbers (Float64); store it as text or whole numbers"
    )
    assert refused == ("votes.parquet", None, message)


def test_folder_without_anything_usable_says_what_was_looked_for(folder_of, refusal):
    refused = refusal(folder_of({"readme.txt": "hello"}))

    assert refused == (
        "given",
        None,
        (
            "nothing here can be read; looked for votes.csv or votes.parquet (a dialogue), "
            "participants-votes.csv (a Polis export), votes.json (Polis's API)"
        ),
    )


def test_folder_with_a_toml_and_no_votes_is_refused(folder_of, refusal):
    refused = refusal(folder_of({"dialogue.toml": TOML}))

    assert refused == ("given", None, "there is no votes.csv or votes.parquet; add one")


def test_path_that_does_not_exist_is_refused(tmp_path, refusal):
    refused = refusal(tmp_path / "nowhere")

    assert refused == ("nowhere", None, "there is no such file or folder; check the path")


def test_participants_file_that_does_not_exist_is_refused(folder_of, refusal):
    folder = folder_of({"votes.csv": GOOD})

    refused = refusal(folder, participants=folder / "sides.csv")

    assert refused == ("sides.csv", None, "there is no such file; check the path")


def test_columns_for_a_folder_are_refused(folder_of):
    folder = folder_of({"votes.csv": GOOD})

    with pytest.raises(OptionError) as caught:
        read(folder, columns={"vote": "answer"})

    assert str(caught.value) == f"columns describes a table; {folder} is of a known form"
