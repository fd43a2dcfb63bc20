"""What goes out comes back the same; what comes in is marked, renamed and guarded."""

import gzip
import io
import json
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from tests.web import world
from tests.web.insights import worlds
from tracktwo.analysis import analyse, to_json
from tracktwo.dialogue import Answers, Dialogue, Party, Statement
from tracktwo.errors import InputError
from tracktwo.exchange import read
from tracktwo.exchange.texts import write_negotiation
from tracktwo.simulate import perception_world
from tracktwo.text import History, NegotiatedText, Operation, OperationKind, Unit
from tracktwo.text.changes.operations import Replacement
from tracktwo.text.negotiation import Negotiation
from tracktwo_web.accounts.models import User
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.insights.domain.archive import packed, unpack
from tracktwo_web.insights.domain.bring_in import bring_in, convene_from
from tracktwo_web.insights.domain.compute import analysed
from tracktwo_web.perceptions.models import Answer
from tracktwo_web.rounds.states import RoundState

pytestmark = pytest.mark.django_db
EXAMPLE = Path(__file__).parents[3] / "examples" / "nato-china"


def silent(*_: object) -> None:
    """Nobody listens."""


def _brought(dialogue, source: Dialogue, **options):
    return bring_in(dialogue, source, language="en", now=timezone.now(), **options)


def _taken_out(one, folder: Path) -> Dialogue:
    unpack(bytes(one.snapshot.content), folder)
    return read(folder)


def _without_names(dialogue: Dialogue) -> tuple[object, ...]:
    """Everything a dialogue holds, people in an order that needs no names."""
    answers: dict[int, list[object]] = {i: [] for i in range(len(dialogue.participants))}
    for rows, names in (
        (dialogue.answers, ()),
        (dialogue.predictions, ("party",)),
        (dialogue.mirrored, ("expected_by", "party")),
    ):
        columns = (rows.participant, rows.statement, rows.value)
        more = (getattr(rows, name) for name in names)
        for person, *row in zip(*(c.tolist() for c in (*columns, *more)), strict=True):
            answers[person].append(tuple(row))
    people = sorted((dialogue.party_of[i], sorted(rows)) for i, rows in answers.items())
    fields = ("parties", "title", "languages", "k", "stage", "note")
    return (people, *(getattr(dialogue, field) for field in fields))


def test_the_example_comes_out_as_it_went_in(db, tmp_path) -> None:
    source = read(EXAMPLE)
    dialogue = convene_from(source, world.a_user(), language="en")

    found = _brought(dialogue, source)

    out = _taken_out(found.round, tmp_path)
    assert _without_names(out) == _without_names(source)
    assert [replace(one, theme="") for one in out.statements] == [
        replace(one, theme="") for one in source.statements
    ]
    assert set(out.participants) & set(source.participants) == set()


def test_its_analysis_is_that_of_the_source(db) -> None:
    source = read(EXAMPLE)
    dialogue = convene_from(source, world.a_user(), language="en")

    one = _brought(dialogue, source).round

    ours = json.loads(
        to_json(analysed(bytes(one.snapshot.content), silent), with_participants=False)
    )
    theirs = json.loads(to_json(analyse(source), with_participants=False))
    for document in (ours, theirs):
        for statement in document["statements"]:
            statement.pop("theme")
    assert ours == theirs


def test_what_a_round_gave_out_comes_in_again_as_known_statements(dialogue, tmp_path) -> None:
    one = worlds.a_closed_round(dialogue, {"nato": [[1, 1, 1]] * 8, "china": [[1, -1, 0]] * 8})
    from tracktwo_web.insights.domain.snapshot import freeze
    from tracktwo_web.insights.models import Snapshot

    one.state, one.released_at = RoundState.RELEASED, timezone.now()
    one.save()
    freeze(Snapshot.objects.create(round=one))
    source = _taken_out(one, tmp_path)

    found = _brought(dialogue, source)

    assert (found.added, found.known, found.round.number) == (0, 3, 2)
    assert [q.version_id for q in found.round.questions.order_by("position")] == [
        q.version_id for q in one.questions.order_by("position")
    ]


def test_answers_brought_in_are_no_ballots(dialogue) -> None:
    found = _brought(dialogue, _world())

    assert Answer.objects.filter(question__round__dialogue=dialogue).count() == 0
    assert (found.round.state, found.round.snapshot.is_imported, found.round.roll) == (
        RoundState.RELEASED,
        True,
        {},
    )


def test_what_is_thought_of_a_third_side_stays_outside(dialogue, tmp_path) -> None:
    """Everybody here is asked about the own side alone; a file may hold more."""
    source = _world(mirrored=[])
    told = source.mirrored
    first = np.arange(len(told)) == 0
    strange = replace(source, mirrored=replace(told, party=np.where(first, told.expected_by,
                                                                    told.party)))  # fmt: skip

    out = _taken_out(_brought(dialogue, strange).round, tmp_path)

    assert len(out.mirrored) == len(told) - 1
    assert (out.mirrored.party == out.party_of[out.mirrored.participant]).all()


def test_what_is_thought_to_be_expected_passes_the_guard_when_it_comes_in(dialogue) -> None:
    _brought(dialogue, _world(seats=6, mirrored=[]))

    again = _brought(dialogue, _world(seats=7, mirrored=[])).round

    held = {tuple(entry[1:]) for entry in again.snapshot.withheld}
    assert held == {
        ("nato",), ("china",), ("nato", "nato"), ("nato", "china"), ("china", "nato"),
        ("china", "china"), ("nato", "china", "nato"), ("china", "nato", "china"),
    }  # fmt: skip


def _world(seats: int = 6, *, seed: int = 1, ids: str = "s", **options) -> Dialogue:
    source, _ = perception_world(seats=seats, statements=3, seed=seed, k=3, **options)
    parties = (Party("nato", {"en": "NATO experts"}), Party("china", {"en": "Chinese experts"}))
    statements = tuple(
        Statement(f"{ids}{i}", {"en": f"It is so with number {i}."}, about="china")
        for i in range(3)
    )
    return replace(source, parties=parties, statements=statements)


def test_answers_brought_in_are_guarded_against_earlier_ones(dialogue) -> None:
    first = _brought(dialogue, _world(6))

    second = _brought(dialogue, _world(7))

    assert first.round.snapshot.withheld == []
    assert [entry[:2] for entry in second.round.snapshot.withheld if len(entry) == 2] == [
        [f"s{i}", side] for i in range(3) for side in ("china", "nato")
    ]


def test_statements_can_come_alone(dialogue) -> None:
    found = _brought(dialogue, _world(), with_answers=False)

    assert (found.added, found.round, dialogue.rounds.count()) == (3, None, 0)
    assert sorted(dialogue.statements.values_list("code", "state")) == [
        ("s0", "accepted"),
        ("s1", "accepted"),
        ("s2", "accepted"),
    ]


def test_ids_that_do_not_fit_are_given_anew(dialogue) -> None:
    world.a_statement(dialogue, "s0", text="Another sentence.")
    source = _world()
    long = tuple(
        replace(one, id=one.id if i else "s" * 40) for i, one in enumerate(source.statements)
    )

    _brought(dialogue, replace(source, statements=long), with_answers=False)

    assert sorted(dialogue.statements.values_list("code", flat=True)) == ["i01", "s0", "s1", "s2"]


def test_a_file_with_another_side_is_refused(dialogue) -> None:
    strange = replace(_world(), parties=(Party("nato"), Party("mars")))

    with pytest.raises(InputError, match=r"“mars”.*china, nato"):
        _brought(dialogue, strange)

    assert (dialogue.statements.count(), dialogue.rounds.count()) == (0, 0)


def test_a_text_that_is_too_long_is_refused_whole(dialogue) -> None:
    source = _world()
    long = (*source.statements[:2], replace(source.statements[2], texts={"en": "x" * 601}))

    with pytest.raises(InputError, match="601 characters"):
        _brought(dialogue, replace(source, statements=long))

    assert dialogue.statements.count() == 0


def test_k_never_falls(dialogue, tmp_path) -> None:
    dialogue.k = 5
    dialogue.save()

    found = _brought(dialogue, _world())

    assert _taken_out(found.round, tmp_path).k == 5


POLIS = {
    "comments.csv": "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
    "1,x,0,1,3,0,1,Trams are good.\n1,x,1,1,0,3,1,Cars are good.\n1,x,2,1,0,0,-1,Buy my book.\n",
    "votes.csv": "timestamp,datetime,comment-id,voter-id,vote\n"
    + "".join(f"{n},x,{c},{n},{1 if c == 0 else -1}\n" for n in range(6) for c in range(2)),
}


def _zip(files: dict[str, str], folder: str = "export/") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in files.items():
            archive.writestr(folder + name, text)
    return buffer.getvalue()


@pytest.fixture
def secretariat(dialogue, sit):
    return sit(world.seat_of(dialogue, Role.SECRETARIAT))


def _post(client, dialogue, content: bytes, **entered):
    file = SimpleUploadedFile("it.zip", content, "application/zip")
    entered = {"file": file, "language": "en", "with_answers": "on"} | entered
    return client.post(reverse("bring_in", args=[dialogue.id]), entered)


def test_a_polis_export_comes_in_by_the_page(dialogue, secretariat, tmp_path) -> None:
    answer = _post(secretariat, dialogue, _zip(POLIS))

    one = dialogue.rounds.get()
    out = _taken_out(one, tmp_path)
    assert answer.url == reverse("results", args=[dialogue.id, one.id])
    assert sorted(dialogue.statements.values_list("code", "state")) == [
        ("0", "accepted"),
        ("1", "accepted"),
        ("2", "withdrawn"),
    ]
    assert [one.texts for one in out.statements] == [
        {"en": "Trams are good."},
        {"en": "Cars are good."},
        {"en": "Buy my book."},
    ]
    assert sorted(out.answers.value.tolist()) == [-1.0] * 6 + [1.0] * 6


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"nothing of the kind", "This is not a zip file"),
        (
            _zip({"readme.txt": "hello"}),
            'The file cannot be read: <q lang="en">nothing here can be read',
        ),
        (
            _zip({"votes.csv": "participant,statement,vote\na,s1,7\n"}),
            'votes.csv cannot be read at line 2: <q lang="en">vote 7',
        ),
        (_zip({"votes.csv": "x"})[:-30], "This is not a zip file"),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_sentence(dialogue, secretariat, content, told) -> None:
    page = _post(secretariat, dialogue, content)

    assert page.status_code == 200
    assert told in page.content.decode()
    assert tempfile.gettempdir() not in page.content.decode()
    assert dialogue.statements.count() == 0


def test_a_zip_cannot_write_outside_its_folder(dialogue, secretariat, tmp_path) -> None:
    votes = "participant,statement,vote\na,s1,1\nb,s1,-1\n"

    _post(secretariat, dialogue, _zip({"votes.csv": votes}, folder="../../out-of-bounds/"))

    above = Path(tempfile.gettempdir())
    assert [path for path in (above, above.parent) if (path / "out-of-bounds").exists()] == []
    assert dialogue.statements.count() == 1


def test_a_zip_that_grows_too_large_is_refused(tmp_path, monkeypatch) -> None:
    from tracktwo_web.insights.domain import archive

    monkeypatch.setattr(archive, "MOST_BYTES", 1000)

    with pytest.raises(InputError, match="unpacks to more than"):
        unpack(_zip({"votes.csv": "0" * 2000}), tmp_path)


@pytest.mark.parametrize("role", ["head", "member", "observer"])
@pytest.mark.parametrize("name", ["bring_in"])
def test_only_neutral_hands_bring_in(dialogue, sit, role, name) -> None:
    client = sit(world.seat_of(dialogue, Role(role), "" if role == "observer" else "nato"))

    assert client.get(reverse(name, args=[dialogue.id])).status_code == 403


@pytest.mark.parametrize("name", ["export", "export_file"])
def test_only_neutral_hands_take_out(found, sit, name) -> None:
    one = found.snapshot.round
    url = reverse(name, args=[one.dialogue_id, one.id])
    roles = [(Role.HEAD, "nato"), (Role.OBSERVER, ""), (Role.SECRETARIAT, "")]

    codes = [sit(world.seat_of(one.dialogue, *role)).get(url).status_code for role in roles]

    assert codes == [403, 403, 200]


def test_the_file_taken_out_is_the_one_that_was_analysed(found, sit, tmp_path) -> None:
    one = found.snapshot.round
    client = sit(world.seat_of(one.dialogue, Role.SECRETARIAT))

    answer = client.get(reverse("export_file", args=[one.dialogue_id, one.id]))

    assert answer.headers["Content-Disposition"] == 'attachment; filename="dialogue-round-1.zip"'
    assert to_json(analysed(answer.content, silent)).encode() == gzip.decompress(
        found.whole.document
    )


def test_a_file_of_people_without_sides_makes_no_dialogue(db) -> None:
    votes = Answers(np.array([0], np.int32), np.array([0], np.int32), np.array([1], np.float32))
    source = Dialogue(("a",), (Statement("s1", {"en": "So."}),), votes)

    with pytest.raises(InputError, match="fewer than two sides"):
        convene_from(source, User.objects.create_user("a" + "@" + "example.org"), language="en")


def test_a_packed_dialogue_is_the_same_bytes_each_time() -> None:
    assert packed(_world()) == packed(_world())


def test_joint_texts_of_a_folder_come_along(dialogue, secretariat) -> None:
    votes = "participant,statement,vote\na,s1,1\nb,s1,-1\n"
    draft = "<!-- tracktwo text: en -->\n\n# Draft\n\nWe meet. {#a}\n"

    answer = _post(
        secretariat, dialogue, _zip({"votes.csv": votes, "text/text.en.md": draft}), with_answers=""
    )

    assert answer.status_code == 302
    assert [one.title for one in dialogue.joint_texts.all()] == [{"en": "Draft"}]


def test_proposals_that_have_lost_their_place_are_told(dialogue, secretariat, tmp_path) -> None:
    first = NegotiatedText({"en": "Draft"}, ("en",), (Unit("a", texts={"en": "We meet."}),))
    may, can = (
        Operation(one, OperationKind.MOD, 0, "a", "en", (Replacement(3, 7, words),))
        for one, words in (("p1", "may meet"), ("p2", "can meet"))
    )
    write_negotiation(Negotiation(History(first, (may,)), (1,), operations=(can,)), tmp_path)
    files = {f"text/{one.name}": one.read_text("utf-8") for one in tmp_path.iterdir()}
    votes = "participant,statement,vote\na,s1,1\nb,s1,-1\n"

    answer = _post(secretariat, dialogue, _zip({"votes.csv": votes} | files), with_answers="")

    told = "“Draft”: 1 proposal has no place in the text as it stands, and can only be read: p2."
    assert told in secretariat.get(answer["Location"]).content.decode()


def test_joint_text_that_cannot_be_read_keeps_everything_out(dialogue, secretariat) -> None:
    votes = "participant,statement,vote\na,s1,1\nb,s1,-1\n"

    page = _post(
        secretariat, dialogue, _zip({"votes.csv": votes, "text/history.json": "{"}), with_answers=""
    )

    assert "history.json cannot be read" in page.content.decode()
    assert (dialogue.joint_texts.count(), dialogue.statements.count()) == (0, 0)


def test_zip_of_two_folders_is_refused(dialogue, secretariat) -> None:
    content = _zip({"one/votes.csv": "x", "two/text.en.md": "y"})

    page = _post(secretariat, dialogue, content)

    assert "The zip holds several folders." in page.content.decode()
