"""Settings, rules of procedure and announcements."""

import pytest

from tests.web import world
from tracktwo_web.dialogues.domain.announce import announce
from tracktwo_web.dialogues.models import Announcement, Dialogue
from tracktwo_web.dialogues.roles import Role

TERMS = {
    "title_en": "Another title",
    "title_zh": "另一个标题",
    "title_fr": "Un autre titre",
    "languages": ["en", "zh", "fr"],
    "attribution": "side",
    "k": "3",
}


@pytest.fixture
def here(dialogue: Dialogue) -> str:
    return f"/d/{dialogue.id}/office/"


def test_settings_are_saved(dialogue, convenor_client, here) -> None:
    answer = convenor_client.post(f"{here}settings", TERMS | {"k": "5", "attribution": "none"})

    dialogue.refresh_from_db()
    assert (answer.status_code, answer.url) == (302, f"{here}settings")
    assert (str(dialogue), dialogue.k, dialogue.attribution) == ("Another title", 5, "none")


def test_weaker_promise_is_refused_after_a_round_and_the_reason_stands_at_the_field(
    db, client_at, settings
) -> None:
    settings.DEMO = True
    dialogue = world.a_dialogue(k=5)
    world.an_open_round(dialogue)
    client = client_at()
    client.force_login(dialogue.convenor)

    answer = client.post(f"/d/{dialogue.id}/office/settings", TERMS)

    assert answer.context["form"].errors == {
        "k": ["People have answered under this promise: the number can only rise now."]
    }
    dialogue.refresh_from_db()
    assert dialogue.k == 5


def test_new_rules_come_into_force_in_every_language(dialogue, convenor_client, here) -> None:
    text = {"procedure_en": "Newer.", "procedure_zh": "更新。", "procedure_fr": "Plus neuf."}

    half = convenor_client.post(f"{here}procedure", text | {"procedure_zh": ""})
    answer = convenor_client.post(f"{here}procedure", text)

    assert half.context["form"].errors == {"procedure": ["Still empty: 中文."]}
    assert (answer.status_code, answer.url) == (302, f"{here}procedure")
    assert [one.text["en"] for one in dialogue.procedures.order_by("version")] == [
        "Nobody is quoted.",
        "Newer.",
    ]


def test_form_of_new_rules_begins_with_those_in_force(convenor_client, here) -> None:
    page = convenor_client.get(f"{here}procedure")

    assert page.context["form"]["procedure"].initial["zh"] == "不得引述任何人。"
    assert [(one.version, one.accepted) for one in page.context["versions"]] == [(1, 14)]


@pytest.mark.parametrize("who", ["convenor", "secretariat"])
def test_neutral_people_announce_and_take_back(dialogue, convenor_client, sit, here, who) -> None:
    client = (
        convenor_client if who == "convenor" else sit(world.seat_of(dialogue, Role.SECRETARIAT))
    )
    text = {"text_en": "On Monday.", "text_zh": "周一。", "text_fr": "Lundi."}

    half = client.post(f"{here}announce", text | {"text_fr": ""})
    told = client.post(f"{here}announce", text)
    announced = list(Announcement.objects.values_list("number", "text__fr"))
    taken_back = client.post(f"{here}announce/{Announcement.objects.get().id}/take-back")

    assert half.context["form"].errors == {"text": ["Still empty: Français."]}
    assert (told.status_code, announced) == (302, [(1, "Lundi.")])
    assert (taken_back.status_code, Announcement.objects.count()) == (302, 0)


def test_announcement_of_another_dialogue_stays(dialogue, convenor_client, here) -> None:
    other = world.a_dialogue(convenor=dialogue.convenor)
    foreign = announce(other, {"en": "Theirs."})

    answer = convenor_client.post(f"{here}announce/{foreign.id}/take-back")

    assert (answer.status_code, Announcement.objects.count()) == (404, 1)
