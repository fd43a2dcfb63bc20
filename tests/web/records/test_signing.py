"""The step that other apps' pages ask for, called as their views call it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.template.loader import render_to_string
from django.test import RequestFactory

from tests.record.conftest import NATO
from tests.web import world
from tests.web.records.conftest import ADOPTED, BODY, enters
from tracktwo.record import is_signed
from tracktwo.record.base64url import to_text
from tracktwo.record.entry import SIGNED
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.records.queries import log_of
from tracktwo_web.records.signing import SigningStep, signing_step


@pytest.fixture
def step(dialogue, seat):
    """A text is to be adopted; somebody looks, or sends something."""

    def ask(sent=None, *, role=Role.HEAD, body=BODY, **more) -> SigningStep:
        factory = RequestFactory()
        request = factory.get("/") if sent is None else factory.post("/", sent)
        key = seat(role, "nato").keys.select_related("seat__side").get()
        request.standing = Standing(dialogue, key=key)
        return signing_step(request, kind=ADOPTED, body=body, words="Adopt the text.", **more)

    return ask


def _signed(step: SigningStep) -> dict[str, str]:
    return {
        "draft": step.text,
        "signature": to_text(NATO.sign(SIGNED + step.text.encode())),
    }


def test_act_is_drafted_and_then_entered(nato, begun, step):
    asked = step()

    signed = step(_signed(asked))

    assert (asked.entry, asked.refusal, asked.status) == (None, "", 200)
    assert (signed.entry, is_signed(signed.entry)) == (log_of(nato).entries[-1], True)
    assert (signed.entry.kind, signed.entry.body) == (ADOPTED, BODY)


def test_act_signed_by_a_button_pressed_twice_stands_once(nato, begun, step):
    sent = _signed(step())

    first, second = step(sent), step(sent)

    assert first.entry == second.entry
    assert len(log_of(nato).entries) == 2


def test_earlier_signature_does_not_stand_for_another_act(nato, begun, step):
    sent = _signed(step())
    step(sent)

    other = step(sent, body=BODY | {"hash": 64 * "b"})

    assert (other.entry, other.status, len(log_of(nato).entries)) == (None, 422, 2)
    assert other.draft.body["hash"] == 64 * "b"


def test_draft_that_was_changed_on_its_way_is_refused(nato, begun, step):
    asked = step()
    changed = asked.text.replace("joint-report", "other-report")
    sent = {"draft": changed, "signature": to_text(NATO.sign(SIGNED + changed.encode()))}

    assert step(sent).refusal == (
        "This entry says something else than what is to be signed here; sign the draft below."
    )
    assert len(log_of(nato).entries) == 1


def test_side_without_a_key_is_led_to_it(dialogue, step):
    asked = step()

    shown = render_to_string(
        "records/sign_form.html", {"step": asked, "standing": Standing(dialogue)}
    )

    assert (asked.draft, asked.refusal) == (None, "")
    assert f'href="/d/{dialogue.id}/record/key/"' in shown


@pytest.mark.parametrize("role", [Role.MEMBER, Role.SECRETARY])
def test_step_is_for_heads_alone(begun, step, role):
    with pytest.raises(PermissionDenied):
        step(role=role)


def test_step_is_closed_while_a_round_is_open(dialogue, nato, begun, step):
    sent = _signed(step())
    world.an_open_round(dialogue)

    with pytest.raises(PermissionDenied):
        step(sent)
    assert len(log_of(nato).entries) == 1


def test_record_that_does_not_hold_is_not_written_further(nato, china, begun, step):
    sent = _signed(step())
    enters(china, ADOPTED, BODY)
    line = china.lines.get(number=2)
    line.text = line.text.replace("joint-report", "other-report")
    line.save()

    answer = step(sent)

    assert (answer.draft, answer.status, len(log_of(nato).entries)) == (None, 422, 1)
    assert answer.refusal == "the signature does not fit entry 2 of china: one of both was changed"
