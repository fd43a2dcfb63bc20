"""Writing in place: saved for the side, seen by the side, and nobody's words are lost."""

import json

import pytest

from tests.web import world
from tests.web.texts.laid import a_draft, a_proposal, english
from tests.web.texts.views.desk import DELEGATES, PASSAGE, STANDS
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.events.models import Event
from tracktwo_web.texts.domain import chair, proposals
from tracktwo_web.texts.models import ProposalState

OURS, OTHERS = "The sides meet twice.", "The sides meet often."
NEUTRAL = [(Role.SECRETARIAT, "")]


def drafts_seen_by(desk, client) -> list[dict]:
    return client.get(desk.to("text_drafts")).json()["drafts"]


@pytest.mark.parametrize(("role", "side"), [*((one, "nato") for one in DELEGATES), *NEUTRAL])
def test_whoever_writes_finds_the_words_again(desk, text, role, side) -> None:
    client = desk.at(role, side)

    told = desk.types(client, OURS).json()

    draft = text.proposals.get()
    assert told == {"saved": True, "edition": draft.edition, "was": desk.was()}
    assert (draft.side.code if draft.side else "") == side
    page = client.get(desk.to("text_edit", *PASSAGE))
    assert page.context["desk"].words == OURS
    assert english(text, "u1") == STANDS


def test_observer_reads_only(desk, text) -> None:
    observer = desk.at(Role.OBSERVER)

    assert observer.get(desk.to("text_edit", *PASSAGE)).status_code == 403
    answer = desk.types(observer, OURS)
    assert (answer.status_code, list(answer.json())) == (403, ["sentence"])
    assert drafts_seen_by(desk, observer) == []
    assert not text.proposals.exists()


def test_stranger_finds_nothing(desk, client_at) -> None:
    for name in ("text_edit", "text_draft", "text_draft_discard"):
        assert client_at().post(desk.to(name, *PASSAGE)).status_code == 404
    assert client_at().get(desk.to("text_drafts")).status_code == 404


def test_text_of_another_dialogue_is_not_there(desk, text) -> None:
    elsewhere = world.a_dialogue(convenor=world.a_user("other"), stage="text")
    client = desk.sit(world.seat_of(elsewhere, Role.MEMBER, "nato"))
    address = desk.to("text_draft", *PASSAGE).replace(str(text.dialogue_id), str(elsewhere.id))

    assert client.post(address, {}, content_type="application/json").status_code == 404


def test_nothing_is_written_while_a_round_is_open(desk, text) -> None:
    member = desk.at(Role.MEMBER, "nato")
    world.an_open_round(text.dialogue)

    assert member.get(desk.to("text_edit", *PASSAGE)).status_code == 403
    assert desk.types(member, OURS).status_code == 403
    assert not text.proposals.exists()


def test_brackets_are_edited_without_their_marks_and_keep_them(desk, text) -> None:
    member = desk.at(Role.MEMBER, "nato")
    address = desk.to("text_edit", "u2", "en")
    shown = member.get(address).context["desk"]

    assert shown.words == "The sides [shall/should] announce exercises."
    typed = {"words": "The sides [shall/may] announce drills.", "seen": 0, "was": shown.was}
    assert member.post(address, typed).status_code == 302
    lay = desk.to("text_table_draft", "u2", "en")
    seen = text.proposals.get().edition
    member.post(lay, {"how": "replace", "seen": seen})
    one = text.proposals.get()
    proposals.agree(one, text.dialogue.sides.get(code="china"))
    chair.take_up(one)

    assert english(text, "u2") == "The sides [shall/may]{id:b1 since:1} announce drills."


def test_second_pen_is_shown_the_first_ones_words(desk) -> None:
    one, other = (desk.at(Role.MEMBER, "nato"), desk.at(Role.INTERPRETER, "nato"))
    edition = desk.types(one, OURS).json()["edition"]

    answer = desk.types(other, OTHERS)

    told = answer.json()
    assert (answer.status_code, told["words"], told["edition"]) == (409, OURS, edition)
    assert told["sentence"] == "A colleague has written here meanwhile. Nothing of yours is lost."
    assert told["changes"] == [
        ["same", "The sides meet "],
        ["gone", "twice"],
        ["come", "often"],
        ["same", "."],
    ]
    assert desk.types(other, OTHERS, seen=edition).json()["edition"] == edition + 1


def test_saving_whose_answer_was_lost_is_no_quarrel(desk) -> None:
    member = desk.at(Role.MEMBER, "nato")
    desk.types(member, OURS)

    answer = desk.types(member, OURS)

    assert (answer.status_code, answer.json()["saved"]) == (200, True)


def test_text_that_moved_is_said_to_have_moved(desk, text, nato, china) -> None:
    member, was = desk.at(Role.MEMBER, "nato"), desk.was()
    one = a_proposal(text, china, "The sides meet twice a year.")
    proposals.agree(one, nato)
    chair.take_up(one)

    told = desk.types(member, OTHERS, was=was)

    assert told.status_code == 409
    assert told.json()["words"] == "The sides meet twice a year."
    assert told.json()["sentence"].startswith("The text itself has changed here")


def test_second_pen_without_a_script_sees_both_in_fields(desk) -> None:
    one, other = (desk.at(Role.MEMBER, "nato"), desk.at(Role.HEAD, "nato"))
    desk.types(one, OURS)

    page = other.post(
        desk.to("text_edit", *PASSAGE), {"words": OTHERS, "seen": 0, "was": desk.was()}
    )

    assert page.status_code == 409
    assert (page.context["mine"], page.context["words"]) == (OTHERS, OURS)
    text = page.content.decode()
    assert f">\n{OTHERS}</textarea>" in text
    assert f">\n{OURS}</textarea>" in text


def test_words_of_a_passage_that_is_gone_are_given_back(desk, text, nato, china) -> None:
    member, was = desk.at(Role.MEMBER, "nato"), desk.was()
    kind = proposals.OperationKind.SUP
    one = proposals.table_about_unit(text, nato, "u1", kind, {})
    proposals.agree(one, china)
    chair.take_up(one)

    page = member.post(desk.to("text_edit", *PASSAGE), {"words": OURS, "seen": 0, "was": was})

    assert page.status_code == 422
    assert f">\n{OURS}</textarea>" in page.content.decode()
    assert member.get(desk.to("text_edit", *PASSAGE)).status_code == 404


@pytest.mark.parametrize(
    "body", ["", "[]", "{}", '{"words": 1, "seen": 0, "was": ""}', '{"words": "a", "seen": "x"}']
)
def test_saving_that_is_not_whole_is_refused_in_a_sentence(desk, body) -> None:
    member = desk.at(Role.MEMBER, "nato")

    answer = member.post(desk.to("text_draft", *PASSAGE), body, content_type="application/json")

    assert answer.status_code == 422
    assert answer.json() == {"sentence": "This was not complete; load the page again."}


def test_discarded_draft_is_gone(desk, text, nato) -> None:
    a_draft(text, nato, OURS)
    member = desk.at(Role.MEMBER, "nato")

    answer = member.post(desk.to("text_draft_discard", *PASSAGE))

    assert answer.status_code == 302
    assert answer["Location"] == desk.to("text") + "?unit=u1#u1"
    assert not text.proposals.exists()


def test_browsers_of_a_side_hear_of_its_own_drafts(desk, text, nato, china) -> None:
    draft = a_draft(text, nato, OURS)
    a_draft(text, china, OTHERS, unit="u3")

    assert drafts_seen_by(desk, desk.at(Role.INTERPRETER, "nato")) == [
        {"unit": "u1", "language": "en", "edition": draft.edition}
    ]


def test_saving_asks_as_often_however_long_the_text_is(desk, django_assert_max_num_queries) -> None:
    member = desk.at(Role.MEMBER, "nato")
    edition = desk.types(member, OURS).json()["edition"]

    for number in range(3):
        with django_assert_max_num_queries(20):
            edition = desk.types(member, f"{OURS} {number}", seen=edition).json()["edition"]


class TestTheOtherSide:
    """A draft leaves no trace that anybody but its side can read."""

    SPIES = ((Role.HEAD, "china"), (Role.INTERPRETER, "china"), (Role.SECRETARIAT, ""), (Role.OBSERVER, ""))  # fmt: skip

    def answers(self, desk, client) -> list[tuple[int, str]]:
        """What somebody is told, wherever a draft could show."""
        shown = [
            client.get(desk.to(name, *parts))
            for name, *parts in (
                ("text",), ("text_unit", "u1"), ("text_edit", *PASSAGE), ("text_drafts",),
                ("text_table_draft", *PASSAGE), ("text_add",), ("text_proposal", "p1"),
            )
        ]  # fmt: skip
        return [(one.status_code, without_tokens(one.content.decode())) for one in shown]

    @pytest.mark.parametrize(("role", "side"), SPIES)
    def test_sees_the_same_pages_with_a_draft_and_without(self, desk, text, nato, role, side):
        spy = desk.at(role, side)
        before = self.answers(desk, spy)

        draft = a_draft(text, nato, "A SECRET word.")

        assert self.answers(desk, spy) == before
        hidden = spy.get(desk.to("text_proposal", draft.code))
        absent = spy.get(desk.to("text_proposal", "0" * 32))
        assert (hidden.status_code, absent.status_code) == (404, 404)
        for name in ("text_withdraw", "text_agree", "text_take_up", "text_enter", "text_decline"):
            assert spy.post(desk.to(name, draft.code)).status_code == 404

    def test_hears_nothing_on_any_stream_and_counts_no_gap(self, desk, text, nato) -> None:
        world.seat_of(text.dialogue, Role.HEAD, "china")
        member = desk.at(Role.MEMBER, "nato")
        text.refresh_from_db()
        edition, events = text.edition, Event.objects.count()

        seen = desk.types(member, OURS).json()["edition"]
        desk.types(member, OTHERS, seen=seen)
        member.get(desk.to("text_drafts"))
        member.post(desk.to("text_draft_discard", *PASSAGE))
        desk.types(member, OURS)

        text.refresh_from_db()
        assert (text.edition, Event.objects.count()) == (edition, events)

    def test_writes_as_if_it_were_alone(self, desk, text, nato) -> None:
        head = desk.at(Role.HEAD, "china")
        a_draft(text, nato, OURS)

        answer = desk.types(head, OTHERS)

        assert answer.status_code == 200
        assert text.proposals.filter(state=ProposalState.DRAFT).count() == 2

    def test_discards_only_its_own(self, desk, text, nato) -> None:
        a_draft(text, nato, OURS)

        desk.at(Role.HEAD, "china").post(desk.to("text_draft_discard", *PASSAGE))

        assert text.proposals.get().side == nato

    def test_sees_proposals_numbered_without_gaps(self, desk, text, nato, china) -> None:
        a_draft(text, nato, OURS, unit="u3")

        assert a_proposal(text, china, OTHERS).code == "p1"


def without_tokens(page: str) -> str:
    """A page without what is drawn anew for each answer."""
    return json.dumps([one for one in page.split('"') if len(one) != 64])
