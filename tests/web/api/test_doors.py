"""Which token opens what."""

from django.utils import timezone

from tests.web import world
from tests.web.api.conftest import Program, program_of
from tracktwo_web.api.models import Service
from tracktwo_web.api.tokens import revoke_service
from tracktwo_web.dialogues.domain.convene import publish_procedure
from tracktwo_web.dialogues.domain.keys import revoke_keys
from tracktwo_web.dialogues.roles import Role


def test_call_without_token_is_asked_for_one(dialogue, client_at) -> None:
    answer = client_at().get(f"/api/v1/dialogues/{dialogue.id}")

    assert (answer.status_code, list(answer.json())) == (401, ["detail"])


def test_token_of_another_dialogue_finds_nothing(dialogue) -> None:
    other = world.a_dialogue(convenor=world.a_user("other"))
    program = program_of(world.seat_of(other, Role.HEAD, "nato"))

    answer = Program(program.token, dialogue.id).get()

    assert (answer.status_code, answer.json()) == (404, {"detail": "not found"})


def test_forged_token_finds_nothing(dialogue) -> None:
    for token in ("seat_", "seat_AAAA", "service_", "service_AAAA", "seat_\N{SNOWMAN}"):
        assert Program(token.encode().decode("latin-1"), dialogue.id).get().status_code in (
            401,
            404,
        )


def test_seat_token_dies_with_its_key(dialogue) -> None:
    seat = world.seat_of(dialogue, Role.MEMBER, "nato")
    program = program_of(seat)

    revoke_keys(seat, now=timezone.now())

    assert program.get().status_code == 404


def test_seat_token_waits_for_new_rules_to_be_accepted(dialogue) -> None:
    program = program_of(world.seat_of(dialogue, Role.MEMBER, "nato"))

    publish_procedure(dialogue, {"en": "Other rules."})

    assert program.get().status_code == 403


def test_revoked_service_finds_nothing(dialogue, service) -> None:
    assert service.get().status_code == 200

    revoke_service(Service.objects.get(), today=timezone.localdate())

    assert service.get().status_code == 404


def test_database_holds_no_service_token(dialogue, service) -> None:
    secret = service.token.removeprefix("service_")

    held = Service.objects.values_list("locator", "name").get()

    assert secret not in held


def test_seat_token_leaves_no_row(dialogue, sit) -> None:
    delegate = sit(world.seat_of(dialogue, Role.MEMBER, "nato"))

    page = delegate.post(f"/d/{dialogue.id}/token")

    token = page.context["token"]
    assert (page.status_code, Program(token, dialogue.id).get().status_code) == (200, 200)
    assert Service.objects.count() == 0
