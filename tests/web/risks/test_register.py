"""The register: entering, changing, and losing nothing when two write at once."""

import pytest

from tests.web import world
from tests.web.risks.making import (
    ALIKE,
    a_released_round,
    a_risk,
    an_indicator,
    an_open_round,
    estimate_all,
)
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.risks.domain import register, rounds
from tracktwo_web.risks.domain.agree import agree, heard_of
from tracktwo_web.risks.models import Word
from tracktwo_web.rounds.states import NotNow

pytestmark = pytest.mark.django_db


def form(**fields: str) -> dict[str, str]:
    return {"code": "harbour", "text_en": "The harbour closes.", "period": "2027"} | fields


@pytest.fixture
def head(dialogue, sit):
    return sit(world.seat_of(dialogue, Role.HEAD, "nato"))


def at(dialogue, path: str = "") -> str:
    return f"/d/{dialogue.id}/risks/{path}"


def test_head_enters_a_risk_and_everybody_reads_it(dialogue, head, sit) -> None:
    head.post(at(dialogue, "new"), form(existing_en="A hotline.\r\nAnd a table."))

    risk = dialogue.risks.get()
    assert (risk.code, risk.texts, risk.period) == (
        "harbour",
        {"en": "The harbour closes."},
        "2027",
    )
    assert risk.existing == {"en": "A hotline.\nAnd a table."}
    observer = sit(world.seat_of(dialogue, Role.OBSERVER))
    assert "The harbour closes." in observer.get(at(dialogue)).content.decode()


def test_short_name_is_taken_once(dialogue, head) -> None:
    a_risk(dialogue, "harbour")

    answer = head.post(at(dialogue, "new"), form())

    assert "Another risk has this short name." in answer.content.decode()
    assert dialogue.risks.count() == 1


def test_second_writer_sees_the_first_and_keeps_the_own_words(dialogue, head) -> None:
    risk = a_risk(dialogue)
    as_read = register.mark_of(risk)
    register.change_risk(risk, register.Entry({"en": "Theirs."}, owner="The other office"))

    path = at(dialogue, f"{risk.id}/edit")
    answer = head.post(path, {"text_en": "Ours.", "as_read": as_read})

    page = answer.content.decode()
    assert "Somebody else changed this while you were writing" in page
    assert all(words in page for words in ("Theirs.", "The other office", "Ours."))
    risk.refresh_from_db()
    assert risk.texts == {"en": "Theirs."}
    again = answer.context["form"].data["as_read"]
    assert head.post(path, {"text_en": "Ours.", "as_read": again}).status_code == 302
    risk.refresh_from_db()
    assert risk.texts == {"en": "Ours."}


def test_second_writer_of_an_indicator_sees_the_first(dialogue, head) -> None:
    one = an_indicator(a_risk(dialogue))
    as_read = register.mark_of_indicator(one)
    register.change_indicator(one, register.Sign({"en": "Theirs."}, state="seen"))

    path = at(dialogue, f"{one.risk_id}/indicators/{one.id}/")
    answer = head.post(path, {"text_en": "Ours.", "as_read": as_read})

    assert "Somebody else changed this while you were writing" in answer.content.decode()
    one.refresh_from_db()
    assert (one.texts, one.state) == ({"en": "Theirs."}, "seen")


def test_indicator_is_said_to_be_seen(dialogue, head) -> None:
    one = an_indicator(a_risk(dialogue))

    path = at(dialogue, f"{one.risk_id}/indicators/{one.id}/")
    head.post(path, {"text_en": "Tariffs rise.", "state": "seen", "by": "NATO experts"})

    one.refresh_from_db()
    assert (one.state, one.by) == ("seen", "NATO experts")


def test_register_rests_while_a_round_is_on_its_way(dialogue) -> None:
    risk = a_risk(dialogue)
    one = an_open_round(dialogue, risk)
    estimate_all(one, ALIKE)
    rounds.close_part(one)

    for write in (
        lambda: a_risk(dialogue, "collision"),
        lambda: register.change_risk(risk, register.Entry({"en": "Otherwise."})),
        lambda: an_indicator(risk),
        lambda: register.remove_risk(risk),
    ):
        with pytest.raises(NotNow):
            write()


def test_risk_that_was_put_to_the_seats_stays(dialogue) -> None:
    a_released_round(dialogue, {"trade-loss": ALIKE})

    with pytest.raises(NotNow):
        register.remove_risk(dialogue.risks.get())


def test_risk_of_a_planned_round_leaves_it(dialogue) -> None:
    one = rounds.plan_round(
        dialogue, rounds.Plan(), [a_risk(dialogue), a_risk(dialogue, "collision")]
    )

    register.remove_risk(dialogue.risks.get(code="collision"))

    assert [each.risk.code for each in one.asked.all()] == ["trade-loss"]


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_number_of_queries(
    dialogue, sit, django_assert_num_queries, count: int
) -> None:
    for code in ("trade-loss", "collision", "blackout")[:count]:
        an_indicator(a_risk(dialogue, code))
    observer = sit(world.seat_of(dialogue, Role.OBSERVER))

    with django_assert_num_queries(13):
        observer.get(at(dialogue))


def test_word_of_a_side_is_its_own_until_every_side_has_spoken(dialogue) -> None:
    a_released_round(dialogue, {"trade-loss": ALIKE})
    risk, (one, other) = dialogue.risks.get(), dialogue.sides.order_by("position")

    is_revealed = [agree(risk, one, Word.AGREED)]
    before = heard_of(risk, (one, other))
    is_revealed.append(agree(risk, other, Word.RESERVE))
    after = heard_of(dialogue.risks.get(), (one, other))

    assert is_revealed == [False, True]
    assert before.words_for(other) == [(one, None, True), (other, None, False)]
    assert before.words_for(one) == [(one, Word.AGREED, True), (other, None, False)]
    assert after.words_for(None) == [(one, Word.AGREED, True), (other, Word.RESERVE, True)]
    assert (before.agreed_by(), after.agreed_by()) == ([], ["china", "nato"])
    assert (before.is_agreed, after.is_agreed) == (False, False)


def test_change_takes_the_words_back_and_saving_it_unchanged_does_not(dialogue) -> None:
    a_released_round(dialogue, {"trade-loss": ALIKE})
    risk = dialogue.risks.get()
    agree(risk, dialogue.sides.first(), Word.AGREED)
    same = register.Entry(risk.texts, period=risk.period)

    register.change_risk(risk, same)
    kept = risk.agreements.count()
    register.change_risk(risk, register.Entry(risk.texts, period="2030"))

    assert (kept, risk.agreements.count()) == (1, 0)


def test_nobody_agrees_what_nobody_has_estimated(dialogue) -> None:
    with pytest.raises(NotNow):
        agree(a_risk(dialogue), dialogue.sides.first(), Word.AGREED)


def test_head_says_the_word_on_the_page(dialogue, head, sit) -> None:
    a_released_round(dialogue, {"trade-loss": ALIKE})
    risk = dialogue.risks.get()

    head.post(at(dialogue, f"{risk.id}/agree"), {"word": "agreed"})

    own = head.get(at(dialogue, f"{risk.id}/")).content.decode()
    other = sit(world.seat_of(dialogue, Role.HEAD, "china")).get(at(dialogue, f"{risk.id}/"))
    assert "NATO experts</span>: agreed" in own
    assert "its word is shown when every side has" in other.content.decode()


def test_word_that_is_none_is_asked_for_again(dialogue, head) -> None:
    a_released_round(dialogue, {"trade-loss": ALIKE})
    risk = dialogue.risks.get()

    answer = head.post(at(dialogue, f"{risk.id}/agree"), {"word": "perhaps"})

    assert "Choose your side’s word." in answer.content.decode()
    assert risk.agreements.count() == 0
