"""What is agreed is signed by the heads as one act, and by nobody else; what breaks a signature and what does not."""

import hashlib
import json
import re
from datetime import date

import pytest
from django.utils import timezone

from tests.web.records.conftest import KEYS, enters, signs
from tests.web.roadmaps.making import a_proposed_item
from tracktwo.record import entry_bytes, verify
from tracktwo.roadmap import ItemStep
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.records.domain.sign import KEY_BEGUN, draft_next
from tracktwo_web.records.models import Line
from tracktwo_web.records.queries import joint_acts_of, record_of
from tracktwo_web.roadmaps.domain.agreed import KIND, body_of, signatures_on
from tracktwo_web.roadmaps.domain.meetings import agree_to_day, note_outcome, place_meeting
from tracktwo_web.roadmaps.domain.steps import Said, agree_to_step, ask_for_step

DAY = date(2022, 5, 10)


@pytest.fixture
def keyed(desk, nato, china):
    """Both sides have shown their keys."""
    for side in (nato, china):
        enters(side, KEY_BEGUN, {})
    return desk


def _line(plan, side, **other) -> str:
    return entry_bytes(signs(side, KIND, body_of(plan) | other)).decode()


def _sign(desk, side: str, line: str):
    return desk.head(side).post(desk.url("roadmap_sign"), {"line": line}, follow=True)


def _agree(plan, code: str = "talks-1") -> None:
    place_meeting(plan.meetings.get(code=code), DAY, "nato")
    for side in plan.dialogue.sides.all():
        agree_to_day(plan.meetings.get(code=code), side, day=DAY)


def _lines(side) -> int:
    return Line.objects.filter(side=side).count()


def test_page_tells_what_is_agreed_and_nothing_that_is_not(desk) -> None:
    _agree(desk.plan)
    place_meeting(desk.plan.meetings.get(code="video"), date(2022, 6, 1), "nato")
    a_proposed_item(desk.plan)

    page = desk.page(desk.at(Role.OBSERVER), "roadmap_agreed")

    told = re.findall(r"<h3><a[^>]*>(?:<[^>]*>)*([^<]+)", page)
    assert told == [
        *("A list of contacts", "A joint paper", "Test calls"),
        *("Experts meet", "Talks I"),
    ]
    hash_ = str(body_of(desk.plan)["hash"])
    assert all(f"<span>{hash_[n : n + 4]}</span>" in page for n in range(0, 64, 4))
    assert "Sign for your side" not in page


def test_bytes_that_are_saved_have_the_number_that_is_signed(desk) -> None:
    answer = desk.head().get(desk.url("roadmap_exact"))

    assert hashlib.sha256(answer.content).hexdigest() == body_of(desk.plan)["hash"]
    told = json.loads(answer.content)
    assert [one["id"] for one in told["items"]] == ["contacts", "paper", "test-calls"]
    assert [(one["id"], one["day"]) for one in told["meetings"]] == [("experts", "2022-04-05")]
    assert told["items"][2]["due"] == "2022-12-16"
    assert "@" not in answer.content.decode()


def test_both_heads_sign_and_the_record_proves_it(keyed, nato, china) -> None:
    page = keyed.page(keyed.head(), "roadmap_sign")
    first = _sign(keyed, "nato", _line(keyed.plan, nato))
    _sign(keyed, "china", _line(keyed.plan, china))

    told = "Your side agrees to the roadmap “Roadmap of the first year (simulated)” with 3 items"
    assert told in page
    assert "Your side has signed. It stands in the record." in first.content.decode()
    assert signatures_on(keyed.plan).missing == ()
    (act,) = joint_acts_of(keyed.plan.dialogue)
    assert (act.kind, set(act.signed)) == (KIND, {"nato", "china"})
    assert verify(record_of(keyed.plan.dialogue)).problems == ()


def test_record_tells_it_in_words(keyed, nato) -> None:
    _sign(keyed, "nato", _line(keyed.plan, nato))

    page = keyed.head().get(f"/d/{keyed.plan.dialogue_id}/record/").content.decode()

    assert "Roadmap agreed" in page
    assert "“Roadmap of the first year (simulated)” with 3 items, 1 meeting" in page


@pytest.mark.parametrize("other", [{"items": 4}, {"hash": 64 * "a"}, {"title": {"en": "Another"}}])
def test_signature_on_something_else_is_refused(keyed, nato, other) -> None:
    answer = _sign(keyed, "nato", _line(keyed.plan, nato, **other))

    assert answer.status_code == 422
    assert (_lines(nato), signatures_on(keyed.plan).signed) == (1, ())


def test_draft_of_before_another_date_was_agreed_is_refused(keyed, nato) -> None:
    line = _line(keyed.plan, nato)
    _agree(keyed.plan)

    answer = _sign(keyed, "nato", line)

    assert (answer.status_code, _lines(nato)) == (422, 1)


def test_head_signs_neither_for_the_other_side_nor_twice(keyed, nato, china) -> None:
    foreign = _sign(keyed, "nato", _line(keyed.plan, china))
    line = _line(keyed.plan, nato)
    _sign(keyed, "nato", line)
    again = _sign(keyed, "nato", line)

    assert (foreign.status_code, _lines(nato), _lines(china)) == (422, 2, 1)
    assert "Your side has signed the roadmap as it is agreed now." in again.content.decode()


def test_signature_holds_while_meetings_are_held_and_ends_with_another_date(
    keyed, nato, china
) -> None:
    plan = keyed.plan
    _agree(plan)
    for side in (nato, china):
        _sign(keyed, side.code, _line(plan, side))

    note_outcome(plan.meetings.get(code="talks-1"), {"en": "They met."})
    after_outcome = signatures_on(plan).signed
    late = Said({"en": "No ship was free."}, new_due=date(2022, 12, 20))
    item = plan.items.get(code="test-calls")
    asked = ask_for_step(item, ItemStep.SLIP, late, side=nato, speaks_for_side=True)
    before_answer = signatures_on(plan).signed
    agree_to_step(item, china, number=asked.number)

    assert after_outcome == before_answer == ("nato", "china")
    assert signatures_on(plan).signed == ()


def test_nothing_is_signed_where_nothing_is_agreed(keyed) -> None:
    keyed.plan.items.all().delete()
    keyed.plan.meetings.all().delete()

    page = keyed.head().get(keyed.url("roadmap_sign"), follow=True).content.decode()

    assert "Nothing is agreed yet: there is nothing to sign." in page
    assert "Sign for your side" not in page


@pytest.mark.parametrize(
    ("role", "side"), [(Role.MEMBER, "nato"), (Role.SECRETARIAT, ""), (Role.OBSERVER, "")]
)
def test_only_heads_sign(keyed, nato, role, side) -> None:
    answer = keyed.at(role, side).post(keyed.url("roadmap_sign"), {"line": _line(keyed.plan, nato)})

    assert (answer.status_code, _lines(nato)) == (403, 1)


def test_side_without_a_key_is_led_to_it(desk) -> None:
    assert "Your side has no key yet." in desk.page(desk.head(), "roadmap_sign")


def test_bytes_are_the_same_whatever_the_reader_speaks(desk, nato) -> None:
    enters(nato, KEY_BEGUN, {})
    draft = draft_next(
        nato, kind=KIND, body=body_of(desk.plan), key=KEYS["nato"].public, now=timezone.now()
    )
    head = desk.head()
    head.cookies["django_language"] = "zh-hans"

    page = head.get(desk.url("roadmap_exact")).content

    assert hashlib.sha256(page).hexdigest() == draft.body["hash"]
