"""A statement's way from a side's room to the list, through its wordings."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.web import world
from tests.web.perceptions.making import ENGLISH, a_draft, a_proposal, wording
from tracktwo_web.dialogues.secrets import Root
from tracktwo_web.perceptions.domain.moderation import accept
from tracktwo_web.perceptions.domain.rounds import RoundPlan, close_round, plan_round, void_round
from tracktwo_web.perceptions.domain.statements import (
    newest_version,
    revise_statement,
    submit_statement,
    withdraw_statement,
)
from tracktwo_web.perceptions.models import Answer, Statement, StatementState, TranslationState
from tracktwo_web.rounds.states import NotNow

TODAY = dt.date(2026, 11, 24)
REVISED = "The navies of both sides should share warnings of fog."


def states(statement: Statement) -> dict[str, str]:
    return {t.language: t.state for t in newest_version(statement).translations.all()}


def planned(dialogue, *versions):
    closes = timezone.now() + dt.timedelta(days=2)
    return plan_round(dialogue, RoundPlan(closes_at=closes), versions)


def test_draft_has_no_code_and_an_authentic_original(dialogue) -> None:
    draft = a_draft(dialogue, machine=frozenset({"zh"}))

    assert (draft.state, draft.code) == (StatementState.DRAFT, "")
    assert states(draft) == {
        "en": TranslationState.AUTHENTIC,
        "zh": TranslationState.MACHINE,
        "fr": TranslationState.DRAFT,
    }


def test_author_alone_can_derive_the_mark(dialogue) -> None:
    author = Root.drawn()

    draft = a_draft(dialogue, author=author)

    assert draft.author_mark == author.mark(f"author {draft.id}")
    assert draft.author_mark != Root.drawn().mark(f"author {draft.id}")


def test_sides_statement_goes_to_the_desk(dialogue) -> None:
    sent = submit_statement(a_draft(dialogue))

    assert (sent.state, sent.code) == (StatementState.PROPOSED, "")


def test_secretariats_own_statement_goes_onto_the_list(dialogue) -> None:
    sent = submit_statement(a_draft(dialogue, ""))

    assert (sent.state, sent.code) == (StatementState.ACCEPTED, "c01")


def test_codes_follow_the_side_a_statement_is_about(dialogue) -> None:
    codes = [
        submit_statement(a_draft(dialogue, "", about=about)).code
        for about in ("china", "nato", "china")
    ]

    assert codes == ["c01", "n01", "c02"]


def test_drafts_leave_no_gap_in_the_codes(dialogue) -> None:
    first = submit_statement(a_draft(dialogue, ""))
    for _ in range(3):
        a_draft(dialogue)

    second = submit_statement(a_draft(dialogue, ""))

    assert (first.code, second.code) == ("c01", "c02")


def test_sending_twice_is_refused(dialogue) -> None:
    sent = a_proposal(dialogue)

    with pytest.raises(NotNow):
        submit_statement(sent)


@pytest.mark.parametrize("state", [StatementState.MERGED, StatementState.WITHDRAWN])
@pytest.mark.parametrize(
    "step", [submit_statement, withdraw_statement, lambda one: revise_statement(one, None)]
)
def test_what_is_merged_or_withdrawn_stays_so(dialogue, state, step) -> None:
    one = a_draft(dialogue)
    Statement.objects.filter(pk=one.pk).update(state=state)

    with pytest.raises(NotNow):
        step(one)


def test_unasked_statement_is_changed_in_place_and_read_again(dialogue) -> None:
    draft = a_draft(dialogue)
    newest_version(draft).translations.exclude(language="en").update(
        state=TranslationState.REVIEWED, approved_by=["nato"]
    )

    revised = revise_statement(draft, wording(dialogue, REVISED))

    version = newest_version(revised)
    assert (version.number, version.texts["en"], revised.versions.count()) == (1, REVISED, 1)
    assert states(revised) == {"en": "authentic", "zh": "draft", "fr": "draft"}
    assert {tuple(t.approved_by) for t in version.translations.all()} == {()}


def test_changed_translation_alone_is_read_again_alone(dialogue) -> None:
    draft = a_draft(dialogue)
    newest_version(draft).translations.exclude(language="en").update(state="reviewed")

    revised = revise_statement(draft, wording(dialogue, texts={"zh": "双方海军应共享天气预警。"}))

    assert states(revised) == {"en": "authentic", "zh": "draft", "fr": "reviewed"}


def test_translation_left_out_is_removed(dialogue) -> None:
    revised = revise_statement(a_draft(dialogue), wording(dialogue, texts={"fr": ""}))

    assert states(revised) == {"en": "authentic", "zh": "draft"}


def test_change_takes_a_statement_off_the_list_and_out_of_planned_rounds(dialogue) -> None:
    statement = world.a_statement(dialogue).statement
    one = planned(dialogue, newest_version(statement))

    revised = revise_statement(statement, wording(dialogue, REVISED))

    assert (revised.state, one.questions.count()) == (StatementState.DRAFT, 0)


@pytest.mark.parametrize(
    ("change", "state"),
    [({}, "accepted"), ({"source": "III.2"}, "draft"), ({"kind": "norm"}, "draft")],
)
def test_source_and_kind_are_read_at_the_desk_and_need_no_other_vote(
    dialogue, change, state
) -> None:
    statement = world.a_statement(dialogue, text=ENGLISH).statement
    texts = newest_version(statement).texts
    world.an_open_round(dialogue, [newest_version(statement)])

    revised = revise_statement(statement, wording(dialogue, texts=texts, theme=None, **change))

    assert (revised.state, revised.theme, revised.versions.count()) == (state, None, 1)


@pytest.mark.parametrize("end", ["open", "void"])
def test_asked_statement_gets_another_version_without_answers(dialogue, end) -> None:
    asked = world.a_statement(dialogue)
    one = world.an_open_round(dialogue, [asked])
    Answer.objects.create(question=one.questions.get(), ballot=b"b" * 16, value=1)
    if end == "void":
        one.state = "void"
        one.save()

    revised = revise_statement(asked.statement, wording(dialogue, REVISED))

    newest = newest_version(revised)
    assert (newest.number, newest.texts["en"]) == (2, REVISED)
    assert asked.texts["en"] == "Statement c01 is so."
    assert newest.questions.count() == 0
    assert Answer.objects.get().question.version == asked


def test_question_about_another_scale_or_side_is_another_statement(dialogue) -> None:
    asked = world.a_statement(dialogue)
    world.an_open_round(dialogue, [asked])

    for change in ({"scale": "rating:1:7"}, {"about": "nato"}):
        with pytest.raises(NotNow):
            revise_statement(asked.statement, wording(dialogue, REVISED, **change))


def test_another_version_keeps_its_code_when_it_is_accepted(dialogue) -> None:
    asked = world.a_statement(dialogue)
    world.an_open_round(dialogue, [asked])
    sent = submit_statement(revise_statement(asked.statement, wording(dialogue, REVISED)))

    accept(sent, today=TODAY)

    sent.refresh_from_db()
    assert (sent.state, sent.code) == (StatementState.ACCEPTED, "c01")


def test_withdrawing_leaves_planned_rounds_and_keeps_what_was_asked(dialogue) -> None:
    version = world.a_statement(dialogue)
    one = world.an_open_round(dialogue, [version])
    later = planned(dialogue, version)

    withdrawn = withdraw_statement(version.statement)

    assert withdrawn.state == StatementState.WITHDRAWN
    assert (one.questions.count(), later.questions.count()) == (1, 0)


@pytest.mark.django_db(transaction=True)
def test_statement_of_a_void_round_was_asked_all_the_same(dialogue) -> None:
    version = world.a_statement(dialogue)
    close_round(world.an_open_round(dialogue, [version]))  # nobody answered

    revised = revise_statement(version.statement, wording(dialogue, REVISED))

    assert newest_version(revised).number == 2


@pytest.mark.django_db(transaction=True)
def test_statement_of_a_plan_given_up_was_never_asked(dialogue) -> None:
    version = world.a_statement(dialogue)
    void_round(planned(dialogue, version))

    revised = revise_statement(version.statement, wording(dialogue, REVISED))

    assert newest_version(revised).number == 1
