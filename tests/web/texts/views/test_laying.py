"""A text laid on the table from files."""

import html
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.web import world
from tracktwo.exchange.texts import Remark, TextFile, write_text
from tracktwo.text import NegotiatedText, Operation, OperationKind, Replacement, Unit
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.texts.models import JointText, ProposalState
from tracktwo_web.texts.queries import text_now

pytestmark = pytest.mark.django_db

DRAFT = """AIMS

1. The sides [shall/should] meet.

2. More than states/capitals? have asked for it within [30] days.

(a) soon;
(b) often.
"""


@pytest.fixture
def secretariat(dialogue, sit):
    return sit(world.seat_of(dialogue, Role.SECRETARIAT))


def _url(dialogue) -> str:
    return reverse("text_lay", args=[dialogue.id])


def _send(client, dialogue, *files: tuple[str, str | bytes], language: str = "en"):
    sent = [
        SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)
        for name, content in files
    ]
    return client.post(_url(dialogue), {"file": sent, "language": language})


def _words(answer) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def _form(answer) -> dict[str, object]:
    """What the preview's form would send, as it stands."""
    page = html.unescape(answer.content.decode())
    told: dict[str, object] = dict(
        re.findall(r'name="(sealed|title_\w\w)"[^>]*? value="([^"]*)"', page)
    )
    told["languages"] = re.findall(r'name="languages" value="(\w+)"[^>]* checked', page)
    return told


def _confirm(client, dialogue, answer, **changed):
    return client.post(_url(dialogue), _form(answer) | changed)


def test_preview_tells_what_was_found_and_lays_nothing(dialogue, secretariat) -> None:
    page = _send(secretariat, dialogue, ("draft.txt", DRAFT))

    words = _words(page)
    assert "5 passages 1 bracket" in words
    assert "shall / should" in words
    assert "More than states/capitals? have asked" in words
    assert "within [30] days" in words
    assert JointText.objects.count() == 0


def test_confirmed_text_is_on_the_table(dialogue, secretariat) -> None:
    preview = _send(secretariat, dialogue, ("draft.txt", DRAFT))

    answer = _confirm(secretariat, dialogue, preview, title_en="Our aims")

    text = JointText.objects.get()
    assert answer.url == reverse("text", args=[dialogue.id, text.id])
    now = text_now(text)
    assert now.title == {"en": "Our aims"}
    assert now.languages == ("en", "zh", "fr")
    assert [one.texts["en"] for one in now.units] == [
        "AIMS",
        "The sides [shall/should]{id:b1 since:1} meet.",
        "More than states/capitals? have asked for it within [30] days.",
        "soon;",
        "often.",
    ]


def test_doubt_becomes_a_bracket_only_by_a_persons_hand(dialogue, secretariat) -> None:
    preview = _send(secretariat, dialogue, ("draft.txt", DRAFT))
    key = re.search(r'name="brackets" value="([^"]+)"', preview.content.decode())[1]

    _confirm(secretariat, dialogue, preview, title_en="Aims", brackets=[html.unescape(key)])

    words = text_now(JointText.objects.get()).units[2].texts["en"]
    assert words == (
        "More than [states/capitals?]{id:b2 since:1} have asked for it within [30] days."
    )


def test_title_is_asked_for_where_the_file_has_none(dialogue, secretariat) -> None:
    preview = _send(secretariat, dialogue, ("draft.txt", DRAFT))

    answer = _confirm(secretariat, dialogue, preview, title_en="")

    assert answer.status_code == 200
    assert "Title" in _words(answer)
    assert JointText.objects.count() == 0
    assert _form(answer)["sealed"] == _form(preview)["sealed"]


def test_language_that_is_written_cannot_be_left_out(dialogue, secretariat) -> None:
    preview = _send(secretariat, dialogue, ("draft.txt", DRAFT))

    answer = _confirm(secretariat, dialogue, preview, title_en="Aims", languages=["zh"])

    assert "The text is written in these languages too: English." in _words(answer)
    assert JointText.objects.count() == 0


def test_language_without_a_word_yet_is_filled_by_a_proposal(dialogue, secretariat, nato) -> None:
    from tracktwo.text.languages.concordance import source_hash
    from tracktwo_web.texts.domain import chair, proposals
    from tracktwo_web.texts.domain.drafts import Passage, save_draft

    _confirm(
        secretariat,
        dialogue,
        _send(secretariat, dialogue, ("draft.txt", "WE\n\nWe meet.\n")),
        title_en="Aims",
        languages=["en", "zh"],
    )
    text = JointText.objects.get()
    draft = save_draft(text, nato, Passage("u2", "zh"), "我们会晤。", seen=0, was=source_hash(""))
    one = proposals.table_draft(draft, {})
    proposals.agree(one, dialogue.sides.get(code="china"))

    chair.take_up(one)

    text.refresh_from_db()
    assert text_now(text).unit("u2").texts == {"en": "We meet.", "zh": "我们会晤。"}


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("draft.txt", "We [agree\n\nand ) more]]", ("draft.txt: line 3, column 12",)),
        (
            "draft.txt",
            "One.\n\nWe [agree.",
            ("A bracket is not whole", "draft.txt: line 3, column 4"),
        ),
    ],
)
def test_bracket_that_is_not_whole_is_told_by_line_and_column(
    dialogue, secretariat, name, content, told
) -> None:
    page = _words(_send(secretariat, dialogue, (name, content)))

    for one in told:
        assert one in page
    assert "Lay it on the table" not in page


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("draft.pdf", b"%PDF-1.7", "draft.pdf cannot be read: this is a PDF"),
        ("draft.odt", "One.", "draft.odt cannot be read: this kind of file holds no negotiated text"),
        ("draft.docx", b"PK\x03\x04 broken", "draft.docx cannot be read"),
        ("draft.txt", b"One\xff", "draft.txt cannot be read at line 1: the text is not UTF-8"),
        ("draft.txt", "  \n ", "the file is empty"),
        ("draft.txt", "We [may]{id:b1 since:soon} meet.", "A bracket cannot be read"),
    ],
)  # fmt: skip
def test_file_that_cannot_be_read_gets_a_sentence(
    dialogue, secretariat, name, content, told
) -> None:
    page = _send(secretariat, dialogue, (name, content))

    assert page.status_code == 200
    assert told in _words(page)


def test_no_file_is_a_sentence(dialogue, secretariat) -> None:
    page = secretariat.post(_url(dialogue), {"language": "en"})

    assert "One thing needs your attention" in _words(page)


def test_file_that_is_too_large_is_refused(dialogue, secretariat, monkeypatch) -> None:
    monkeypatch.setattr("tracktwo_web.texts.forms.lay.MOST_BYTES", 10)

    page = _words(_send(secretariat, dialogue, ("draft.txt", "We meet every year.")))

    assert "The file is larger than" in page


def test_files_of_our_own_are_joined_by_their_ids(dialogue, secretariat) -> None:
    files = (
        ("text.en.md", "<!-- tracktwo text: en -->\n\n# Draft\n\nWe meet. {#a}\n\nWe talk. {#b}\n"),
        ("text.zh.md", "<!-- tracktwo text: zh -->\n\n# 草案\n\n我们会谈。 {#b}\n"),
    )

    _confirm(secretariat, dialogue, _send(secretariat, dialogue, *files))

    now = text_now(JointText.objects.get())
    assert now.title == {"en": "Draft", "zh": "草案"}
    assert [dict(one.texts) for one in now.units] == [
        {"en": "We meet."},
        {"en": "We talk.", "zh": "我们会谈。"},
    ]


def test_files_of_others_are_joined_by_their_order(dialogue, secretariat) -> None:
    files = (
        ("draft.en.txt", "We meet.\n\nWe talk.\n"),
        ("draft.zh.txt", "我们会晤。\n\n我们会谈。\n"),
    )

    _confirm(secretariat, dialogue, _send(secretariat, dialogue, *files), title_en="Draft")

    assert [dict(one.texts) for one in text_now(JointText.objects.get()).units] == [
        {"en": "We meet.", "zh": "我们会晤。"},
        {"en": "We talk.", "zh": "我们会谈。"},
    ]


@pytest.mark.parametrize(
    ("second", "told"),
    [
        (("draft.zh.txt", "我们会晤。\n\n我们会谈。\n\n完。\n"), "the files have 2 and 3 passages"),
        (("other.en.txt", "We meet.\n\nWe talk.\n"), "two files are in one language"),
    ],
)
def test_files_that_do_not_fit_together_get_a_sentence(dialogue, secretariat, second, told) -> None:
    page = _send(secretariat, dialogue, ("draft.en.txt", "We meet.\n\nWe talk.\n"), second)

    assert told in _words(page)


def test_tracked_changes_become_proposals_and_comments_remarks(
    dialogue, secretariat, tmp_path
) -> None:
    units = (Unit("u1", texts={"en": "We [may/shall] meet [often] and talk."}),)
    text = NegotiatedText({"en": "Draft"}, ("en",), units)
    talk = Operation("1", OperationKind.MOD, 0, "u1", "en", (Replacement(32, 36, "confer"),))
    said = Remark("c1", "Who pays?", "u1", "en", 0, 2)
    path = tmp_path / "draft.docx"
    write_text(TextFile(text, (talk,), (said,)), path)
    preview = _send(secretariat, dialogue, ("draft.docx", path.read_bytes()))
    assert "1 tracked change: it becomes a proposal of the chair" in _words(preview)

    _confirm(secretariat, dialogue, preview)

    laid = JointText.objects.get()
    proposal, remark = laid.proposals.get(), laid.remarks.get()
    assert (proposal.state, proposal.side, proposal.code) == (ProposalState.TABLED, None, "p1")
    assert (remark.words, remark.side, remark.unit) == ("Who pays?", None, "u1")
    from tracktwo_web.texts.domain import chair, proposals

    for side in dialogue.sides.all():
        proposals.agree(proposal, side)
    chair.take_up(proposal)
    laid.refresh_from_db()
    words = text_now(laid).unit("u1").texts["en"]
    assert re.sub(r"\{.*?\}", "", words) == "We [may/shall] meet [often] and confer."


def test_name_too_long_to_speak_of_is_refused_with_its_beginning(dialogue, secretariat) -> None:
    long = "a" * 81
    draft = f"<!-- tracktwo text: en -->\n\n# Draft\n\nWe meet. {{#{long}}}\n".encode()
    preview = _send(secretariat, dialogue, ("draft.md", draft))

    page = _confirm(secretariat, dialogue, preview)

    assert f"A passage is called “{long[:40]}…”" in _words(page)
    assert not JointText.objects.exists()


def test_published_report_is_laid_as_it_is(dialogue, secretariat, reference) -> None:
    brief = reference("../brief/nato-china-report.txt")
    preview = _send(secretariat, dialogue, (brief.name, brief.read_bytes()))
    assert "110 passages 1 bracket" in _words(preview)

    _confirm(secretariat, dialogue, preview)

    now = text_now(JointText.objects.get())
    assert now.title == {"en": "NATO–CHINA RELATIONS"}
    assert (len(now.units), now.languages) == (110, ("en", "zh", "fr"))
    page = secretariat.get(reverse("text_ledger", args=[dialogue.id, JointText.objects.get().id]))
    assert "1 point stands between us and a clean text" in _words(page)


def test_what_was_not_read_here_is_not_laid(dialogue, secretariat) -> None:
    preview = _send(secretariat, dialogue, ("draft.txt", DRAFT))
    other = world.a_dialogue(convenor=world.a_user("other"), stage="text")
    sealed = _form(preview)["sealed"]
    there = {"title_en": "Aims", "languages": ["en", "zh", "fr"]}

    forged = secretariat.post(_url(dialogue), there | {"sealed": sealed[:-4] + "AAAA"}, follow=True)
    from tracktwo_web.texts.laid_aside import taken_again

    assert "Choose the file again" in _words(forged)
    assert taken_again(sealed, other.id) is None
    assert JointText.objects.count() == 0


@pytest.mark.parametrize(
    ("role", "side"),
    [(Role.HEAD, "nato"), (Role.MEMBER, "china"), (Role.INTERPRETER, "nato"), (Role.OBSERVER, "")],
)
def test_only_neutral_hands_lay_a_text(dialogue, sit, role, side) -> None:
    client = sit(world.seat_of(dialogue, role, side))

    answers = [client.get(_url(dialogue)), _send(client, dialogue, ("draft.txt", DRAFT))]

    assert [one.status_code for one in answers] == [403, 403]


def test_convenor_lays_a_text(dialogue, convenor_client) -> None:
    assert "5 passages" in _words(_send(convenor_client, dialogue, ("draft.txt", DRAFT)))


def test_nothing_is_laid_before_its_stage(dialogue, secretariat) -> None:
    dialogue.stage = "perceive"
    dialogue.save()

    assert secretariat.get(_url(dialogue)).status_code == 403


def test_nothing_is_laid_while_a_round_is_open(dialogue, secretariat) -> None:
    world.an_open_round(dialogue)

    assert secretariat.get(_url(dialogue)).status_code == 403
