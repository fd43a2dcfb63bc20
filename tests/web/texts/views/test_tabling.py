"""Laying something on the table: seen before it is sent, and refused without losing a word."""

import pytest

from tests.web.texts.laid import a_draft, english
from tests.web.texts.views.desk import PASSAGE
from tracktwo.text.changes.history_json import operation_from
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.texts.domain.drafts import Passage, save_draft
from tracktwo_web.texts.models import ProposalState

OURS = "The sides meet twice a year."
MAY_TABLE = [(Role.HEAD, "nato"), (Role.MEMBER, "nato")]
MAY_NOT = [
    (Role.ADVISER, "nato"),
    (Role.INTERPRETER, "nato"),
    (Role.SECRETARY, "nato"),
    (Role.OBSERVER, ""),
]
ADDED = {"kind": "paragraph", "texts_en": "A new passage.", "texts_zh": "新的一段。", "after": "u1"}


@pytest.mark.parametrize(("role", "side"), MAY_TABLE)
@pytest.mark.parametrize(("how", "kind"), [("replace", "MOD"), ("beside", "ALT")])
def test_draft_is_laid_on_the_table(desk, text, nato, role, side, how, kind) -> None:
    draft = a_draft(text, nato, OURS)
    client = desk.at(role, side)
    page = client.get(desk.to("text_table_draft", *PASSAGE))
    stretches = [(one.kind.value, one.text) for one in page.context["desk"].changes.stretches]

    assert stretches == [
        ("same", "The sides meet "),
        ("gone", "every"),
        ("come", "twice a"),
        ("same", " year."),
    ]
    told = {"how": how, "seen": draft.edition, "rationale_en": "Clearer.", "rationale_zh": ""}
    answer = client.post(desk.to("text_table_draft", *PASSAGE), told)

    one = text.proposals.get()
    operation = operation_from(one.operation)
    assert answer["Location"] == desk.to("text_proposal", "p1")
    assert (one.state, one.side, operation.kind, one.agreed) == ("tabled", nato, kind, ["nato"])
    assert operation.rationale == {"en": "Clearer."}


@pytest.mark.parametrize(("role", "side"), MAY_NOT)
def test_others_lay_nothing_on_the_table(desk, text, nato, role, side) -> None:
    a_draft(text, nato, OURS)
    client = desk.at(role, side)

    assert client.post(desk.to("text_table_draft", *PASSAGE), ADDED).status_code == 403
    if role == Role.OBSERVER:
        assert client.post(desk.to("text_add"), ADDED).status_code == 403
        assert client.post(desk.to("text_about_unit", "u1"), ADDED).status_code == 403
    assert [one.state for one in text.proposals.all()] == [ProposalState.DRAFT]


def test_nothing_written_is_nothing_to_lay(desk, text) -> None:
    answer = desk.at(Role.HEAD, "nato").get(desk.to("text_table_draft", *PASSAGE))

    assert answer["Location"] == desk.to("text_edit", *PASSAGE)


def test_half_a_bracket_is_refused_and_what_was_said_is_kept(desk, text, nato) -> None:
    draft = a_draft(text, nato, "The sides [meet every year.")
    client = desk.at(Role.MEMBER, "nato")
    told = {"how": "replace", "seen": draft.edition, "rationale_en": "Because."}

    page = client.post(desk.to("text_table_draft", *PASSAGE), told)

    assert page.status_code == 200
    (sentence,) = page.context["form"].non_field_errors()
    assert "would break a bracket" in sentence
    assert page.context["form"]["rationale"].value() == ["Because.", None, None]
    assert text.proposals.get().state == ProposalState.DRAFT


def test_draft_that_grew_meanwhile_is_read_once_more(desk, text, nato) -> None:
    draft = a_draft(text, nato, OURS)
    client, seen = desk.at(Role.MEMBER, "nato"), draft.edition
    save_draft(text, nato, Passage(*PASSAGE), "They meet.", seen=seen, was=desk.was())
    told = {"how": "replace", "seen": seen}

    page = client.post(desk.to("text_table_draft", *PASSAGE), told)

    assert page.context["form"].non_field_errors() == [
        "A colleague has written here meanwhile: read it once more."
    ]
    told["seen"] = int(page.context["form"]["seen"].value())
    assert client.post(desk.to("text_table_draft", *PASSAGE), told).status_code == 302


def test_passage_more_is_proposed(desk, text, nato) -> None:
    client = desk.at(Role.MEMBER, "nato")
    page = client.get(desk.to("text_add") + "?after=u1")

    assert page.context["before"] == "1. The sides meet every year."
    answer = client.post(desk.to("text_add"), ADDED | {"texts_en": "A [new]{id:b1} passage."})

    one = text.proposals.get()
    added = operation_from(one.operation).added
    assert answer["Location"] == desk.to("text_proposal", "p1")
    assert (one.unit, added.texts) == ("u1", {"en": "A [new] passage.", "zh": "新的一段。"})


def test_passage_without_words_is_asked_for_them(desk, text) -> None:
    page = desk.at(Role.HEAD, "nato").post(
        desk.to("text_add"), {"kind": "item", "rationale_en": "W"}
    )

    assert list(page.context["form"].errors) == ["texts"]
    assert page.context["form"]["rationale"].value() == ["W", None, None]
    assert not text.proposals.exists()


def test_passage_after_none_that_is_there_is_refused_in_a_sentence(desk, text) -> None:
    page = desk.at(Role.HEAD, "nato").post(desk.to("text_add"), ADDED | {"after": "u99"})

    assert "which is not in the text" in page.context["form"].non_field_errors()[0]
    assert not text.proposals.exists()


@pytest.mark.parametrize("kind", ["SUP", "NOC"])
def test_whole_passage_may_go_or_stay(desk, text, kind) -> None:
    client = desk.at(Role.HEAD, "nato")
    asked = client.post(desk.to("text_about_unit", "u3"), {"kind": kind})

    assert asked.context["form"].errors == {}
    assert not text.proposals.exists()
    told = {"kind": kind, "said": "1", "rationale_fr": "Parce que."}
    client.post(desk.to("text_about_unit", "u3"), told)

    operation = operation_from(text.proposals.get().operation)
    assert (operation.kind, operation.unit) == (kind, "u3")
    assert operation.rationale == {"fr": "Parce que."}
    assert english(text, "u3") == "A line stays open."


def test_other_kinds_are_not_proposed_that_way(desk) -> None:
    client = desk.at(Role.HEAD, "nato")

    assert client.post(desk.to("text_about_unit", "u3"), {"kind": "MOD"}).status_code == 404
    assert client.post(desk.to("text_about_unit", "u99"), {"kind": "SUP"}).status_code == 404


def test_chair_proposes_without_a_side(desk, text) -> None:
    desk.at(Role.SECRETARIAT).post(desk.to("text_add"), ADDED)

    one = text.proposals.get()
    assert (one.side, one.agreed) == (None, [])
