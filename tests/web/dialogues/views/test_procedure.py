"""Reading and accepting the rules."""

from tests.web import world
from tracktwo_web.dialogues.domain.convene import publish_procedure
from tracktwo_web.dialogues.models import Acceptance
from tracktwo_web.dialogues.roles import Role


def test_rules_are_read_in_every_language(dialogue, sit) -> None:
    page = sit(world.seat_of(dialogue, Role.MEMBER, "nato")).get(f"/d/{dialogue.id}/rules")

    html = page.content.decode()
    assert not page.context["asks"]
    for said in ("Nobody is quoted.", "不得引述任何人。", "Personne n’est cité."):
        assert said in html


def test_accepting_opens_everything_else(dialogue, sit) -> None:
    seat = world.seat_of(dialogue, Role.MEMBER, "nato")
    publish_procedure(dialogue, {"en": "Newer."})
    client = sit(seat)
    path = f"/d/{dialogue.id}/"
    shut = client.get(path)

    page = client.get(f"{path}rules")
    answer = client.post(f"{path}rules", {"version": 2})

    assert (shut.status_code, shut.url) == (302, f"{path}rules")
    assert page.context["asks"]
    assert (answer.status_code, answer.url) == (302, path)
    assert client.get(path).status_code == 200
    assert Acceptance.objects.filter(seat=seat, procedure__version=2).exists()


def test_version_read_must_be_the_one_in_force(dialogue, sit) -> None:
    client = sit(world.seat_of(dialogue, Role.MEMBER, "nato"))
    publish_procedure(dialogue, {"en": "Newer."})

    for version in ("1", "", "two", "²"):
        answer = client.post(f"/d/{dialogue.id}/rules", {"version": version})
        assert (answer.status_code, answer.url) == (302, f"/d/{dialogue.id}/rules")

    assert not Acceptance.objects.filter(procedure__version=2).exists()


def test_convenor_reads_the_rules_and_has_nothing_to_accept(dialogue, convenor_client) -> None:
    page = convenor_client.get(f"/d/{dialogue.id}/rules")
    answer = convenor_client.post(f"/d/{dialogue.id}/rules", {"version": 1})

    assert (page.status_code, page.context["asks"], answer.status_code) == (200, False, 403)


def test_what_the_rules_say_is_text_and_not_markup(dialogue, sit) -> None:
    client = sit(world.seat_of(dialogue, Role.MEMBER, "nato"))
    publish_procedure(dialogue, {"en": "<script>alert(1)</script>"})

    html = client.get(f"/d/{dialogue.id}/rules").content.decode()

    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html
