"""Sides and themes in the office."""

import pytest

from tests.web import world
from tracktwo_web.dialogues.models import Dialogue

NEW = {
    "new-names_en": "Southern experts",
    "new-names_zh": "南方专家",
    "new-names_fr": "Experts du Sud",
    "new-time_zone": "Asia/Jakarta",
    "new-size": "9",
    "new-code": "south",
}


@pytest.fixture
def here(dialogue: Dialogue) -> str:
    return f"/d/{dialogue.id}/office/sides"


def test_side_is_added_and_taken_out_again(dialogue, convenor_client, here) -> None:
    added = convenor_client.post(here, NEW)
    codes = sorted(dialogue.sides.values_list("code", flat=True))
    removed = convenor_client.post(f"{here}/south", {"remove": "1"})

    assert (added.status_code, codes) == (302, ["china", "nato", "south"])
    assert (removed.status_code, dialogue.sides.count()) == (302, 2)


def test_code_taken_is_said_at_the_field(convenor_client, here) -> None:
    answer = convenor_client.post(here, NEW | {"new-code": "nato"})

    assert answer.context["new"].errors == {"code": ["Another side has this short word already."]}


def test_side_with_seats_stays(dialogue, convenor_client, here) -> None:
    answer = convenor_client.post(f"{here}/nato", {"remove": "1"}, follow=True)

    assert "This side must stay" in answer.content.decode()
    assert dialogue.sides.count() == 2


def test_no_side_is_added_after_the_first_round(dialogue, convenor_client, here) -> None:
    world.an_open_round(dialogue)

    answer = convenor_client.post(here, NEW)

    assert (answer.status_code, answer.context["may_add"]) == (200, False)
    assert dialogue.sides.count() == 2


def test_names_and_clock_are_changed(dialogue, convenor_client, here) -> None:
    typed = {
        "side-nato-names_en": "Allied experts",
        "side-nato-names_zh": "盟国专家",
        "side-nato-names_fr": "Experts alliés",
        "side-nato-time_zone": "Europe/Paris",
    }

    half = convenor_client.post(f"{here}/nato", typed | {"side-nato-names_zh": ""})
    answer = convenor_client.post(f"{here}/nato", typed)

    side = dialogue.sides.get(code="nato")
    errors = [row["form"].errors for row in half.context["rows"] if row["form"].errors]
    assert errors == [{"names": ["Still empty: 中文."]}]
    assert (answer.status_code, side.names["zh"], side.time_zone) == (
        302,
        "盟国专家",
        "Europe/Paris",
    )


def test_clock_that_is_in_no_list_is_kept(db, client_at, settings) -> None:
    from tracktwo_web.dialogues.domain.convene import SidePlan

    settings.DEMO = True
    sides = [SidePlan("nato", {"en": "N"}, "Arctic/Longyearbyen"), SidePlan("china", {"en": "C"})]
    dialogue = world.a_dialogue(sides=sides, languages=["en"])
    client = client_at()
    client.force_login(dialogue.convenor)

    page = client.get(f"/d/{dialogue.id}/office/sides")

    html = page.content.decode()
    assert '<option value="Arctic/Longyearbyen" selected>Longyearbyen</option>' in html


def test_form_of_a_side_is_only_posted(convenor_client, here) -> None:
    answer = convenor_client.get(f"{here}/nato")

    assert (answer.status_code, answer.url) == (302, here)


def test_themes_are_renamed_added_and_taken_out(dialogue, convenor_client) -> None:
    url = f"/d/{dialogue.id}/office/themes"
    theme = dialogue.themes.get()
    page = convenor_client.get(url)
    typed = {
        "themes-TOTAL_FORMS": "3",
        "themes-INITIAL_FORMS": "1",
        "themes-0-id": str(theme.id),
        "themes-0-names_en": "Beliefs",
        "themes-1-names_en": "Trade",
        "themes-2-names_en": "",
    }

    answer = convenor_client.post(url, typed)
    renamed = [str(one) for one in dialogue.themes.order_by("position")]
    convenor_client.post(url, typed | {"themes-0-names_en": ""})

    assert len(page.context["themes"].forms) == 3
    assert (answer.status_code, renamed) == (302, ["Beliefs", "Trade"])
    assert theme not in dialogue.themes.all()
