"""The convenor's dialogues, and convening a new one."""

import pytest
from django.test import Client

from tests.web import world
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.procedure_template import TEMPLATE

TYPED = {
    "title_en": "Water",
    "title_zh": "水",
    "title_fr": "L’eau",
    "languages": ["en", "zh", "fr"],
    "attribution": "none",
    "k": "4",
    "procedure_en": "Nobody is quoted.",
    "procedure_zh": "不得引述任何人。",
    "procedure_fr": "Personne n’est cité.",
    "sides-TOTAL_FORMS": "2",
    "sides-INITIAL_FORMS": "0",
    "sides-0-names_en": "Upstream",
    "sides-0-names_zh": "上游",
    "sides-0-names_fr": "Amont",
    "sides-0-time_zone": "Asia/Shanghai",
    "sides-0-size": "12",
    "sides-1-names_en": "Downstream",
    "sides-1-names_zh": "下游",
    "sides-1-names_fr": "Aval",
    "sides-1-time_zone": "Asia/Bangkok",
    "sides-1-code": "down",
    "themes-TOTAL_FORMS": "2",
    "themes-INITIAL_FORMS": "0",
    "themes-0-names_en": "Floods",
    "themes-1-names_en": "",
}


@pytest.fixture
def convenor(dialogue, convenor_client) -> Client:
    return convenor_client


def test_new_dialogue_begins_with_rules_to_change(convenor) -> None:
    page = convenor.get("/convene/new")

    assert page.context["new"].main["procedure"].initial == TEMPLATE
    html = page.content.decode()
    assert "neither the identity nor the affiliation" in html
    assert "不得注明出处" in html
    assert "ni l’identité ni l’appartenance" in html


def test_dialogue_is_convened_as_typed(convenor, dialogue) -> None:
    answer = convenor.post("/convene/new", TYPED)

    made = Dialogue.objects.get(title__en="Water")
    assert (answer.status_code, answer.url) == (302, f"/d/{made.id}/office/")
    assert (made.k, made.attribution, made.is_open, made.convenor) == (
        4,
        "none",
        False,
        dialogue.convenor,
    )
    assert made.title == {"en": "Water", "zh": "水", "fr": "L’eau"}
    assert list(
        made.sides.order_by("position").values_list("code", "names__zh", "time_zone", "size")
    ) == [("upstream", "上游", "Asia/Shanghai", 12), ("down", "下游", "Asia/Bangkok", None)]
    assert list(made.themes.values_list("code", "names")) == [("floods", {"en": "Floods"})]
    assert made.procedures.get().text["fr"] == "Personne n’est cité."
    assert convenor.get(answer.url).status_code == 200


@pytest.mark.parametrize(
    ("kind", "next_step"),
    [
        ({}, "Next, add seats and invite people."),
        ({"is_open": "on"}, "Anybody may take part by the address on this page."),
    ],
)
def test_what_comes_next_is_said(convenor, kind, next_step) -> None:
    page = convenor.post("/convene/new", TYPED | kind, follow=True).content.decode()

    assert f"The dialogue is convened. {next_step}" in page


@pytest.mark.parametrize(
    ("change", "troubles"),
    [
        ({"title_zh": ""}, {"title": ["Still empty: 中文."]}),
        ({"k": "2"}, {"k": ["Ensure this value is greater than or equal to 3."]}),
        ({"procedure_fr": " "}, {"procedure": ["Still empty: Français."]}),
        ({"sides-0-names_fr": ""}, {"names": ["Still empty: Français."]}),
        ({"sides-1-code": "upstream"}, {"code": ["Another side has this short word already."]}),
        ({"sides-1-time_zone": "Mars/Olympus"}, {"time_zone": [
            "Select a valid choice. Mars/Olympus is not one of the available choices."
        ]}),
        ({"languages": []}, {"languages": ["This field is required."]}),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_and_what_was_typed_stays(convenor, change, troubles) -> None:
    answer = convenor.post("/convene/new", TYPED | change)

    new = answer.context["new"]
    found = {name: list(errors) for form in new.forms for name, errors in form.errors.items()}
    assert (answer.status_code, found) == (200, troubles)
    assert "Downstream" in answer.content.decode()
    assert Dialogue.objects.count() == 1


def test_language_left_out_need_not_be_filled(convenor) -> None:
    convenor.post("/convene/new", TYPED | {"languages": ["en", "zh"], "title_fr": ""})

    assert Dialogue.objects.get(title__en="Water").languages == ["en", "zh"]


def test_one_side_is_not_a_dialogue(convenor) -> None:
    empty = {f"sides-1-names_{language}": "" for language in ("en", "zh", "fr")}

    answer = convenor.post("/convene/new", TYPED | empty | {"sides-1-code": ""})

    assert (answer.status_code, Dialogue.objects.count()) == (200, 1)


def test_a_row_left_as_it_came_is_said_to_be_a_side_too_few(convenor) -> None:
    untouched = {name: "" for name in TYPED if name.startswith("sides-1-")}

    answer = convenor.post("/convene/new", TYPED | untouched | {"sides-1-time_zone": "UTC"})

    assert answer.context["new"].troubles == ["A dialogue has at least two sides."]


def test_row_is_added_without_losing_what_was_typed_or_judging_it(convenor) -> None:
    answer = convenor.post("/convene/new", TYPED | {"add": "sides", "title_zh": ""})

    new = answer.context["new"]
    html = answer.content.decode()
    assert (len(new.sides.forms), new.error_count) == (3, 0)
    for said in ("Upstream", "下游", "Aval", "Nobody is quoted.", "Floods"):
        assert said in html
    assert '<option value="Asia/Bangkok" selected>' in html
    assert Dialogue.objects.count() == 1


def test_row_too_many_may_stay_empty(convenor) -> None:
    more = {"sides-TOTAL_FORMS": "3", "sides-2-time_zone": "UTC"}

    answer = convenor.post("/convene/new", TYPED | more)

    assert (answer.status_code, Dialogue.objects.get(title__en="Water").sides.count()) == (302, 2)


def test_strangers_are_asked_to_sign_in(db, client_at) -> None:
    for path in ("/convene/", "/convene/new"):
        answer = client_at().get(path)
        assert (answer.status_code, answer.url) == (302, f"/account/login/?next={path}")


def test_others_dialogues_are_not_listed(convenor, dialogue) -> None:
    world.a_dialogue(convenor=world.a_user("another"), title={"en": "Theirs"})

    page = convenor.get("/convene/")

    assert [card["dialogue"] for card in page.context["cards"]] == [dialogue]
    assert "Theirs" not in page.content.decode()
