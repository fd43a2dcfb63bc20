"""A text taken out as files."""

import html
import io
import re
import zipfile

import pytest
from django.urls import reverse

from tests.web import world
from tests.web.texts.laid import a_draft, a_proposal, all_accept
from tracktwo.exchange.texts import read_negotiation, read_text
from tracktwo.text import OperationKind
from tracktwo.text.standing import Stage, Stance
from tracktwo_web.dialogues.models import Attribution
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.texts.domain import chair, proposals, remarks, voices
from tracktwo_web.texts.models import JointText
from tracktwo_web.texts.queries import negotiation_of
from tracktwo_web.texts.taking_out import FORMS

pytestmark = pytest.mark.django_db


@pytest.fixture
def head(text, sit):
    return sit(world.seat_of(text.dialogue, Role.HEAD, "nato"))


def _page(text) -> str:
    return reverse("text_files", args=[text.dialogue_id, text.id])


def _take(client, text, form: str, **told):
    return client.get(reverse("text_file", args=[text.dialogue_id, text.id, form]), told)


def _words(content: bytes) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", content.decode())).split())


def _docx(content: bytes) -> str:
    """Every part of a DOCX in one."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(one).decode() for one in archive.namelist())


def _papers(answer) -> list[str]:
    return re.findall(r'name="paper" value="(\w+)"', answer.content.decode())


def test_papers_are_those_that_there_are(text, head, nato) -> None:
    before = _papers(head.get(_page(text)))
    a_proposal(text, nato, "The sides meet twice a year.")
    chair.propose_wording(text, "b1", 1)
    middle = _papers(head.get(_page(text)))
    all_accept(text, "b1", 1)
    chair.close_bracket(text, "b1", 1)
    after = _papers(head.get(_page(text)))

    assert before == ["rolling"]
    assert middle == ["rolling", "chairs", "compilation"]
    assert after == ["rolling", "compilation", "clean"]


@pytest.mark.parametrize("form", sorted(FORMS))
def test_every_form_is_a_file_of_its_kind(text, head, form) -> None:
    answer = _take(head, text, form, paper="rolling", lines="on", beside="on")

    beginning = {"docx": b"PK", "pdf": b"%PDF", "html": b"<!DOC", "md": b"<!--", "xml": b"<?xml"}
    assert answer.status_code == 200
    assert answer["Content-Type"] == FORMS[form]
    assert answer["Content-Disposition"] == (f'attachment; filename="text-rolling-en-zh.{form}"')
    assert answer.content.startswith(beginning.get(form, b"A joint text"))


def test_one_language_is_taken_alone(text, head) -> None:
    answer = _take(head, text, "txt", language="zh")

    assert answer["Content-Disposition"] == 'attachment; filename="text-rolling-zh.txt"'
    assert "双方[应当/宜]通报演习。" in answer.content.decode()
    assert "The sides" not in answer.content.decode()


def test_rolling_draft_has_brackets_and_no_mark(text, head) -> None:
    words = _take(head, text, "txt", language="en").content.decode()

    assert "2. The sides [shall/should] announce exercises." in words
    assert "{" not in words


def test_chairs_text_takes_the_wording_that_is_proposed(text, head) -> None:
    chair.propose_wording(text, "b1", 1)

    words = _take(head, text, "txt", paper="chairs").content.decode()

    assert "The sides should announce exercises." in words
    assert "双方宜通报演习。" in words


def test_chairs_text_leaves_out_a_choice_whose_bracket_is_gone(text, head) -> None:
    chair.propose_wording(text, "b1", 1)
    text.choices.create(bracket="b9", alternative=0)

    answer = _take(head, text, "txt", paper="chairs")

    assert "The sides should announce exercises." in answer.content.decode()


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("docx", {"paper": "clean"}),
        ("docx", {"paper": "public"}),
        ("docx", {"paper": "chairs"}),
        ("docx", {"paper": "minutes"}),
        ("docx", {"language": "fr"}),
        ("docx", {"since": "x"}),
        ("odt", {}),
        ("txt", {"since": "0"}),
    ],
)
def test_what_is_not_to_be_had_is_not_found(text, head, form, told) -> None:
    assert _take(head, text, form, **told).status_code == 404


def test_unknown_version_is_a_sentence(text, head) -> None:
    answer = head.get(_take(head, text, "docx", since="7").url)

    assert "There is no version 7: choose another." in _words(answer.content)


def test_compilation_shows_proposals_as_changes_by_their_side(text, head, nato, china) -> None:
    a_proposal(text, nato, "The sides meet twice a year.")
    proposals.table_about_unit(text, china, "u3", OperationKind.SUP, {"en": "It is said above."})

    content = _take(head, text, "docx", paper="compilation", language="en").content

    parts = _docx(content)
    assert set(re.findall(r'<w:ins [^>]*w:author="([^"]+)"', parts)) == {"NATO experts"}
    assert set(re.findall(r'<w:del [^>]*w:author="([^"]+)"', parts)) == {
        "NATO experts",
        "Chinese experts",
    }
    assert "It is said above." in parts


def test_compilation_names_no_side_where_none_may_be_named(text, head, nato) -> None:
    text.dialogue.attribution = Attribution.NONE
    text.dialogue.save()
    a_proposal(text, nato, "The sides meet twice a year.")

    parts = _docx(_take(head, text, "docx", paper="compilation").content)

    assert set(re.findall(r'w:author="([^"]+)"', parts)) == {"Proposal"}
    assert "NATO" not in parts
    assert "It is clearer." not in parts


def test_compilation_can_be_read_again_as_proposals(text, head, nato, china, tmp_path) -> None:
    a_proposal(text, nato, "The sides meet twice a year.")
    proposals.table_addition(text, china, {"en": "Talks go on."}, after="u1", rationale={})
    path = tmp_path / "text.docx"
    path.write_bytes(_take(head, text, "docx", paper="compilation", language="en").content)

    read = read_text(path, sides={"NATO experts": "nato", "Chinese experts": "china"})

    assert sorted((one.kind.value, one.side) for one in read.operations) == [
        ("ADD", "china"),
        ("MOD", "nato"),
    ]


def test_changes_since_a_version_are_marked(text, head, nato, china, tmp_path) -> None:
    for one in (
        a_proposal(text, nato, "The sides meet twice a year."),
        proposals.table_addition(text, nato, {"en": "First."}, after="u1", rationale={}),
        proposals.table_about_unit(text, nato, "u3", OperationKind.SUP, {}),
    ):
        proposals.agree(one, china)
        chair.take_up(one)
    last = proposals.table_addition(text, nato, {"en": "Second."}, after="p2-u", rationale={})
    proposals.agree(last, china)
    chair.take_up(last)

    marked = _words(_take(head, text, "html", since="0", language="en").content)
    path = tmp_path / "text.docx"
    path.write_bytes(_take(head, text, "docx", since="0", language="en").content)

    assert marked.index("First.") < marked.index("Second.") < marked.index("announce exercises")
    kinds = sorted(one.kind.value for one in read_text(path).operations)
    assert kinds == ["ADD", "ADD", "MOD", "SUP"]


def test_public_text_is_there_once_it_is_adopted(text, head) -> None:
    all_accept(text, "b1", 0)
    chair.close_bracket(text, "b1", 0)
    JointText.objects.filter(pk=text.pk).update(
        document={"stage": Stage.ADOPTED.value, "draft": 1, "silence": None}
    )

    answer = _take(head, text, "xml", paper="public")

    assert answer.status_code == 200
    assert 'name="adopted"' in answer.content.decode()


SECRET = "hidden in the room"


@pytest.mark.parametrize("form", ["docx", "html", "md", "txt", "xml"])
@pytest.mark.parametrize("name", ["rolling", "compilation"])
def test_no_file_holds_a_sides_draft_or_note(text, sit, head, nato, form, name) -> None:
    a_draft(text, nato, f"The sides meet, {SECRET}.")
    remarks.keep_note(text, "u1", nato, SECRET, seen=0)
    a_proposal(text, nato, "A line [stays] open.", unit="u3")
    others = [head, sit(world.seat_of(text.dialogue, Role.HEAD, "china"))]

    for one in others:
        answer = _take(one, text, form, paper=name)
        content = answer.content
        assert SECRET not in (_docx(content) if form == "docx" else content.decode())


def test_files_name_no_author_no_time_and_no_place(text, head) -> None:
    content = _take(head, text, "docx").content

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names, dates = archive.namelist(), {one.date_time for one in archive.infolist()}
    assert [one for one in names if one.startswith("docProps")] == []
    assert dates == {(1980, 1, 1, 0, 0, 0)}
    assert re.findall(r"w:author|w:date|/tmp|rsid", _docx(content)) == []


def test_folder_holds_the_whole_negotiation(text, sit, nato, tmp_path) -> None:
    a_proposal(text, nato, "The sides meet twice a year.")
    a_draft(text, nato, f"A line stays open, {SECRET}.", unit="u3")
    voices.speak_of_wording(text, nato, "b1", 0, Stance.SUPPORT)

    answer = _take(sit(world.seat_of(text.dialogue, Role.SECRETARIAT)), text, "zip")

    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        archive.extractall(tmp_path)
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    text.refresh_from_db()
    assert read_negotiation(tmp_path / "text") == negotiation_of(text)
    assert SECRET not in "".join(one.read_text() for one in (tmp_path / "text").iterdir())


@pytest.mark.parametrize(
    ("role", "side", "whole"),
    [
        (Role.HEAD, "nato", 403),
        (Role.INTERPRETER, "china", 403),
        (Role.OBSERVER, "", 403),
        (Role.SECRETARIAT, "", 200),
    ],
)
def test_everybody_takes_files_and_the_neutral_the_folder(text, sit, role, side, whole) -> None:
    client = sit(world.seat_of(text.dialogue, role, side))

    answers = [client.get(_page(text)), _take(client, text, "txt"), _take(client, text, "zip")]

    assert [one.status_code for one in answers] == [200, 200, whole]


def test_files_are_closed_to_strangers(text, client) -> None:
    assert client.get(_page(text)).status_code == 404
    assert _take(client, text, "txt").status_code == 404
