import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracktwo.dialogue import Answers, Dialogue, Mirrored, Party, Predictions, Scale, Statement
from tracktwo.errors import OptionError
from tracktwo.exchange import read, write_folder

ODD = [
    "a,b",
    '"',
    "a\nb",
    "\r",
    "\r\n",
    "\n",
    "007",
    "7",
    "7.0",
    "1e3",
    "-1",
    " ",
    "null",
    "NA",
    "中文",
    "#",
    "'",
    "é\u2028",
    "\x7f",
    "true",
    "\ufeff",
]
texts = st.one_of(
    st.sampled_from(ODD),
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=6),
)
ids = texts.filter(bool)
languages = st.sampled_from(["en", "zh", "fr", "zh-Hans", "und"])
by_language = st.dictionaries(languages, ids, max_size=2)
scales = st.one_of(
    st.just(Scale()),
    st.tuples(st.floats(-1e9, 1e9, width=32), st.floats(0.5, 1e9, width=32)).map(
        lambda ends: Scale("rating", ends[0], ends[0] + ends[1])
    ),
)


@st.composite
def statements(draw):
    return tuple(
        Statement(
            one, draw(by_language), draw(texts), draw(texts), draw(texts), draw(scales),
            draw(texts), draw(st.sampled_from([-1, 0, 1])), draw(st.booleans()),
        )
        for one in draw(st.lists(ids, min_size=1, max_size=3, unique=True))
    )  # fmt: skip


def value_of(draw, scale):
    if scale.is_vote:
        return draw(st.sampled_from([-1.0, 0.0, 1.0]))
    return draw(st.sampled_from([np.float32(scale.low), np.float32(scale.high)]))


@st.composite
def dialogues(draw):
    asked = draw(statements())
    people = tuple(draw(st.lists(ids, min_size=1, max_size=4, unique=True)))
    parties = tuple(
        Party(one, draw(by_language), draw(st.none() | st.integers(len(people), 99)))
        for one in draw(st.lists(ids, max_size=2, unique=True))
    )
    pairs = [(i, j) for i in range(len(people)) for j in range(len(asked))]
    answered = sorted(draw(st.sets(st.sampled_from(pairs), min_size=1)))
    triples = [(i, j, p) for i, j in pairs for p in range(len(parties))]
    expected = sorted(draw(st.sets(st.sampled_from(triples)))) if triples else []
    party_of = [draw(st.integers(-1, len(parties) - 1)) for _ in people]
    looks = [
        (i, j, by, p) for i, j, p in triples for by in range(len(parties)) if by != party_of[i]
    ]
    believed = sorted(draw(st.sets(st.sampled_from(looks), max_size=6))) if looks else []

    def shares(rows):
        scales = (asked[row[1]].scale for row in rows)
        drawn = (draw(st.floats(0, 1, width=32)) if one.is_vote else one.low for one in scales)
        return np.array(list(drawn), np.float32)

    return Dialogue(
        participants=people,
        statements=asked,
        answers=Answers(
            *(np.array(column, np.int32) for column in zip(*answered, strict=True)),
            np.array([value_of(draw, asked[j].scale) for _, j in answered], np.float32),
        ),
        predictions=Predictions(
            *(np.array([one[c] for one in expected], np.int32) for c in range(3)),
            shares(expected),
        ),
        mirrored=Mirrored(
            *(np.array([one[c] for one in believed], np.int32) for c in range(4)),
            shares(believed),
        ),
        parties=parties,
        party_of=np.array(party_of, np.int32),
        title={"en": draw(texts)},
        languages=tuple(draw(st.lists(languages, min_size=1, max_size=2, unique=True))),
        k=draw(st.integers(1, 9)),
        stage=draw(texts),
        note=draw(by_language),
    )


@pytest.mark.parametrize("kind", ["csv", "parquet"])
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(dialogue=dialogues())
def test_written_dialogue_is_read_back_equal(tmp_path_factory, plain, kind, dialogue):
    folder = tmp_path_factory.mktemp("round") / "trip"

    write_folder(dialogue, folder, format=kind)

    assert plain(read(folder)) == plain(dialogue)


VOTES = "participant,statement,vote\nann,s1,1\nbo,s1,-1\n"


def test_written_folder_holds_what_the_format_promises(folder_of, tmp_path):
    write_folder(read(folder_of({"votes.csv": VOTES})), tmp_path / "new")

    files = {path.name: path.read_text() for path in (tmp_path / "new").iterdir()}
    assert files == {
        "dialogue.toml": 'title = {}\nlanguages = ["en"]\nk = 1\nstage = ""\nnote = {}\n',
        "participants.csv": "participant,party\nann,\nbo,\n",
        "statements.csv": "statement,theme,about,kind,scale,source,moderated,is_meta\ns1,,,,vote,,0,false\n",
        "votes.csv": VOTES,
    }


PEOPLE = "participant,party\nann,east\nbo,west\n"
PREDICTED = "participant,statement,party,value\nann,s1,west,0.25\nbo,s1,west,0.5\n"
MIRRORED = (
    "participant,statement,party,value,expected_by\n"
    "ann,s1,west,0.25,\nbo,s1,west,0.5,\nann,s1,east,0.75,west\n"
)


@pytest.mark.parametrize("predictions", [PREDICTED, MIRRORED], ids=["own", "mirrored"])
def test_written_predictions_have_a_column_more_only_where_it_is_needed(
    folder_of, tmp_path, predictions
):
    files = {"votes.csv": VOTES, "participants.csv": PEOPLE, "predictions.csv": predictions}

    write_folder(read(folder_of(files)), tmp_path / "new")

    assert (tmp_path / "new" / "predictions.csv").read_text() == predictions


def test_writing_into_an_empty_folder_is_allowed(folder_of, tmp_path):
    (tmp_path / "new").mkdir()

    write_folder(read(folder_of({"votes.csv": VOTES})), tmp_path / "new")

    assert read(tmp_path / "new").n_answers == 2


def test_writing_over_something_is_refused_and_changes_nothing(folder_of, tmp_path):
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "note.txt").write_text("mine")
    dialogue = read(folder_of({"votes.csv": VOTES}))

    with pytest.raises(OptionError) as caught:
        write_folder(dialogue, tmp_path / "old")

    assert str(caught.value) == f"{tmp_path / 'old'} exists and is not empty; name a new folder"
    assert sorted(path.name for path in tmp_path.rglob("*")) == [
        "given",
        "note.txt",
        "old",
        "votes.csv",
    ]


def one_answer(**changes):
    whole = {
        "participants": ("ann",),
        "statements": (Statement("s1"),),
        "answers": Answers(np.zeros(1, np.int32), np.zeros(1, np.int32), np.ones(1, np.float32)),
    }
    return Dialogue(**{**whole, **changes})


BAD = {
    "no answers": (one_answer(answers=Answers.none()), "the dialogue has no answers; a dialogue folder needs at least one"),
    "empty id": (one_answer(participants=("",)), "an id is empty; a dialogue folder needs ids that are not"),
    "NUL": (one_answer(title={"en": "a\0b"}), "'a\\x00b' holds a character that UTF-8 text files cannot"),
    "half a character": (one_answer(title={"en": "\ud800"}), "'\\ud800' holds a character that UTF-8 text files cannot"),
    "language": (one_answer(statements=(Statement("s1", {"a b": "x"}),)), "'a b' is not a language code (like en or zh-Hans)"),
}  # fmt: skip


@pytest.mark.parametrize(("dialogue", "sentence"), BAD.values(), ids=BAD)
def test_dialogues_a_folder_cannot_hold_are_refused_and_leave_nothing(tmp_path, dialogue, sentence):
    with pytest.raises(OptionError) as caught:
        write_folder(dialogue, tmp_path / "new")

    assert (str(caught.value), list(tmp_path.iterdir())) == (sentence, [])


def test_writing_in_another_format_is_refused(tmp_path):
    with pytest.raises(OptionError) as caught:
        write_folder(one_answer(), tmp_path / "new", format="xlsx")

    assert str(caught.value) == "format is 'xlsx'; use csv or parquet"
