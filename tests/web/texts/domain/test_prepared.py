"""What a side prepares of whole passages, and drafts whose passage is gone."""

import pytest

from tests.web.texts.laid import a_draft
from tracktwo.text import OperationKind
from tracktwo_web.events.models import Event
from tracktwo_web.texts.domain import chair, prepared, proposals
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.models import ProposalState
from tracktwo_web.texts.queries import text_now

MORE = {"en": "A group [shall/may] watch."}


def _taken_out(text, unit: str, side, other) -> None:
    one = proposals.table_about_unit(text, side, unit, OperationKind.SUP, {})
    proposals.agree(one, other)
    chair.take_up(one)


def test_what_is_prepared_has_no_number_and_is_told_to_nobody(text, nato) -> None:
    before = Event.objects.count()

    one = prepared.prepare_addition(
        text, nato, MORE, after="u1", rationale={"en": "Somebody must."}
    )

    assert (one.state, one.agreed, len(one.code)) == (ProposalState.DRAFT, [], 32)
    assert Event.objects.count() == before


def test_prepared_passage_is_laid_and_taken_up(text, nato, china) -> None:
    draft = prepared.prepare_addition(
        text, nato, MORE, after="u1", rationale={"en": "Somebody must."}
    )

    laid = prepared.table_prepared(draft)

    assert (laid.code, laid.state, laid.agreed) == ("p1", ProposalState.TABLED, ["nato"])
    assert laid.operation["rationale"] == {"en": "Somebody must."}
    proposals.agree(laid, china)
    chair.take_up(laid)
    text.refresh_from_db()
    assert [one.id for one in text_now(text).units] == ["h1", "u1", "p1-u", "u2", "u3"]


def test_prepared_follows_the_text_to_a_new_version(text, nato, china) -> None:
    draft = prepared.prepare_about_unit(text, nato, "u3", OperationKind.NOC, {})
    _taken_out(text, "u1", nato, china)

    draft.refresh_from_db()
    laid = prepared.table_prepared(draft)

    assert (laid.operation["base"], laid.operation["kind"]) == (1, "NOC")


def test_second_thing_prepared_at_a_passage_waits_for_the_first(text, nato) -> None:
    draft = prepared.prepare_about_unit(text, nato, "u3", OperationKind.NOC, {})

    with pytest.raises(CannotBe, match="prepared something at this passage already"):
        prepared.prepare_about_unit(text, nato, "u3", OperationKind.SUP, {})
    prepared.discard(draft)
    prepared.prepare_about_unit(text, nato, "u3", OperationKind.SUP, {})


def test_prepared_is_laid_once(text, nato) -> None:
    draft = prepared.prepare_about_unit(text, nato, "u3", OperationKind.NOC, {})
    prepared.table_prepared(draft)

    with pytest.raises(CannotBe):
        prepared.table_prepared(draft)


def test_prepared_whose_passage_is_gone_can_be_discarded(text, nato, china) -> None:
    draft = prepared.prepare_about_unit(text, china, "u3", OperationKind.NOC, {})
    words = a_draft(text, china, "A line is always open.", unit="u3")

    _taken_out(text, "u3", nato, china)

    for one in (draft, words):
        one.refresh_from_db()
        assert one.state == ProposalState.DRAFT
        prepared.discard(one)
    assert not text.proposals.filter(state=ProposalState.DRAFT).exists()
