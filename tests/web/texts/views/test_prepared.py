"""Every delegate prepares; the head or a member lays on the table; nobody else sees it."""

import pytest

from tests.web.texts.laid import a_draft
from tests.web.texts.views.reader import main_of, words_in
from tracktwo.text import OperationKind
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.texts.domain import chair, proposals
from tracktwo_web.texts.models import ProposalState

MORE = {"kind": "paragraph", "texts_en": "A group watches.", "after": "u1"}


def _only(desk):
    return desk.text.proposals.get()


@pytest.mark.parametrize("role", [Role.ADVISER, Role.INTERPRETER, Role.SECRETARY])
def test_adviser_prepares_and_member_lays(desk, role) -> None:
    writer, member = desk.at(role, "nato"), desk.at(Role.MEMBER, "nato")
    assert "Keep it as a draft of your side" in words_in(writer.get(desk.to("text_add")))

    answer = writer.post(desk.to("text_add"), MORE)

    draft = _only(desk)
    assert draft.state == ProposalState.DRAFT
    assert answer["Location"] == desk.to("text_proposal", draft.code)
    page = words_in(writer.get(answer["Location"]))
    assert "A group watches." in page
    assert "A member or the head of your delegation lays it on the table." in page
    laid = member.post(desk.to("text_table_prepared", draft.code))
    assert laid["Location"] == desk.to("text_proposal", "p1")
    assert _only(desk).state == ProposalState.TABLED


@pytest.mark.parametrize("kind", ["SUP", "NOC"])
def test_adviser_prepares_that_a_passage_goes_or_stays(desk, kind) -> None:
    adviser = desk.at(Role.ADVISER, "china")

    adviser.post(desk.to("text_about_unit", "u1"), {"kind": kind, "said": "1"})

    draft = _only(desk)
    assert (draft.state, draft.operation["kind"]) == (ProposalState.DRAFT, kind)
    assert desk.to("text_proposal", draft.code) in main_of(adviser.get(desk.to("text_unit", "u1")))


def test_other_side_and_chair_do_not_see_what_is_prepared(desk) -> None:
    desk.at(Role.ADVISER, "nato").post(desk.to("text_add"), MORE)
    code = _only(desk).code

    for role, side, refused in (
        (Role.HEAD, "china", 404),
        (Role.SECRETARIAT, "", 404),
        (Role.OBSERVER, "", 403),
    ):
        browser = desk.at(role, side)
        assert browser.get(desk.to("text_proposal", code)).status_code == 404
        assert browser.post(desk.to("text_table_prepared", code)).status_code == refused
        assert browser.post(desk.to("text_discard", code)).status_code == refused
        assert "A group watches" not in words_in(browser.get(desk.to("text_unit", "u1")))
        assert "A group watches" not in words_in(browser.get(desk.to("text")))
    assert _only(desk).state == ProposalState.DRAFT


def test_adviser_does_not_lay_what_is_prepared(desk) -> None:
    adviser = desk.at(Role.ADVISER, "nato")
    adviser.post(desk.to("text_add"), MORE)

    adviser.post(desk.to("text_table_prepared", _only(desk).code))

    assert _only(desk).state == ProposalState.DRAFT


def test_what_is_prepared_for_the_beginning_is_found_on_the_text(desk) -> None:
    adviser = desk.at(Role.ADVISER, "nato")
    adviser.post(desk.to("text_add"), MORE | {"after": ""})

    page = words_in(adviser.get(desk.to("text")))

    assert "For the very beginning. A group watches." in page


def test_draft_whose_passage_is_gone_is_listed_and_discarded(desk, nato, china) -> None:
    a_draft(desk.text, china, "The sides meet [once] a year.")
    one = proposals.table_about_unit(desk.text, nato, "u1", OperationKind.SUP, {})
    proposals.agree(one, china)
    chair.take_up(one)
    adviser = desk.at(Role.ADVISER, "china")

    page = words_in(adviser.get(desk.to("text")))

    told = "Its passage was taken out of the text. Copy what you want to keep, or discard it."
    assert f"{told} The sides meet [once] a year." in page
    assert told not in words_in(desk.at(Role.HEAD, "nato").get(desk.to("text")))
    draft = desk.text.proposals.get(state=ProposalState.DRAFT)
    adviser.post(desk.to("text_discard", draft.code))
    assert told not in words_in(adviser.get(desk.to("text")))
    assert not desk.text.proposals.filter(pk=draft.pk).exists()
