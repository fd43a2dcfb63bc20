import json
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.web import world
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.influence.domain.drawing import add_link
from tracktwo_web.influence.domain.maps import release_map
from tracktwo_web.influence.models import Concept, Link, Map


@pytest.fixture
def at(dialogue):
    return f"/d/{dialogue.id}/maps/"


def test_maps_are_laid_out_all_at_once_and_only_where_there_is_none(db, sit):
    dialogue = world.a_dialogue(stage="risks")
    client = sit(dialogue.seats.filter(role=Role.MEMBER, side__code="nato").first())
    page = f"/d/{dialogue.id}/maps/"
    assert "Lay out the maps" in client.get(page).content.decode()
    assert not Map.objects.exists()

    for _ in range(2):
        client.post(f"{page}lay-out")

    assert Map.objects.filter(dialogue=dialogue).count() == 3
    text = client.get(page).content.decode()
    assert "2 sides have not released their maps yet." in text
    assert "Lay out the maps" not in text


def test_other_sides_map_does_not_exist_by_any_way_in(at, sit, seat, drawn, china):
    client = sit(seat(Role.HEAD, "nato"))
    link = Link.objects.filter(map=china).first()
    ways = [
        "",
        "state",
        "findings/",
        "files/",
        "files/map.csv",
        "release",
        f"links/{link.id}/",
        f"concepts/{drawn['fear'].id}/",
    ]
    acts = ["change", "links", "concepts", f"links/{link.id}/remove", "release", "files/"]

    asked = [client.get(f"{at}{china.id}/{way}") for way in ways]
    asked += [client.post(f"{at}{china.id}/{act}", {"seen": 1}) for act in acts]

    assert {answer.status_code for answer in asked} == {404}
    assert client.get(f"{at}compare").status_code == 404
    assert Link.objects.filter(map=china).count() == 4


def test_draw_a_map_in_words_without_a_mouse(at, sit, seat, nato):
    client = sit(seat(Role.MEMBER, "nato"))
    for name, kind in (("Drills", "action"), ("Fear", "perception")):
        said = {"texts_en": name, "kind": kind, "side": "china"}
        client.post(f"{at}{nato.id}/concepts", said)
    drills, fear = (Concept.objects.get(texts__en=name) for name in ("Drills", "Fear"))

    answer = client.post(
        f"{at}{nato.id}/links",
        {
            "source": drills.id,
            "target": fear.id,
            "weight": "0.7",
            "low": "0.5",
            "delay": "days",
            "confidence": "80",
        },
        follow=True,
    )

    link = Link.objects.get()
    assert (link.weight, link.low, link.delay, link.confidence) == (0.7, 0.5, "days", 0.8)
    page = answer.content.decode()
    assert "The link is drawn." in page
    assert f'id="link-{link.id}"' in page
    assert "strengthens strongly" in page

    client.post(f"{at}{nato.id}/links/{link.id}/", {"seen": link.edition, "weight": "-0.3"})
    link.refresh_from_db()
    assert (link.weight, link.low) == (-0.3, None)

    client.post(f"{at}{nato.id}/links/{link.id}/remove", {"seen": link.edition})
    client.post(f"{at}{nato.id}/concepts/{fear.id}/remove", {"seen": fear.edition})
    assert [str(one) for one in Concept.objects.all()] == ["Drills"]


def test_two_who_change_one_link_lose_neither_word(at, sit, seat, drawn, nato):
    client = sit(seat(Role.MEMBER, "nato"))
    link = Link.objects.get(map=nato, source=drawn["drills"])
    page = f"{at}{nato.id}/links/{link.id}/"
    client.post(page, {"seen": link.edition, "weight": "0.1"})

    answer = client.post(page, {"seen": link.edition, "weight": "0.9", "evidence": "what I typed"})

    link.refresh_from_db()
    assert link.weight == 0.1
    text = answer.content.decode()
    assert "somebody has changed or drawn this meanwhile" in text
    assert "what I typed" in text
    assert f'name="seen" value="{link.edition}"' in text


def test_range_that_does_not_hold_the_weight_is_said_where_it_is_typed(at, sit, seat, drawn, nato):
    client = sit(seat(Role.MEMBER, "nato"))

    answer = client.post(
        f"{at}{nato.id}/links",
        {"source": drawn["risk"].id, "target": drawn["fear"].id, "weight": "0.3", "low": "0.5"},
    )

    assert answer.status_code == 200
    assert "This lies above what you say of the link itself." in answer.content.decode()


def change(client, at, drawn, **told):
    return client.post(f"{at}{drawn.id}/change", json.dumps(told), content_type="application/json")


def test_editor_reads_and_changes_what_the_table_shows(at, sit, seat, drawn, nato):
    client = sit(seat(Role.MEMBER, "nato"))
    link = Link.objects.get(map=nato, source=drawn["drills"])

    answer = change(
        client,
        at,
        nato,
        op="set-link",
        id=str(link.id),
        seen=link.edition,
        weight=-0.25,
        delay="weeks",
    )

    state = client.get(f"{at}{nato.id}/state").json()
    told = next(one for one in state["links"] if one["id"] == str(link.id))
    assert answer.json()["links"] == [told]
    assert (told["weight"], told["delay"], state["edition"]) == (
        -0.25,
        "weeks",
        answer.json()["edition"],
    )
    assert state["may_draw"] is True
    assert {one["text"] for one in state["concepts"]} == {"Hotline", "Drills", "Fear", "Incident"}
    assert all(one["is_shared"] for one in state["concepts"])


def test_editor_adds_places_and_removes_with_ids_of_its_own(at, sit, seat, nato):
    client = sit(seat(Role.MEMBER, "nato"))
    id_ = str(uuid.uuid4())
    add = {
        "op": "add-concept",
        "id": id_,
        "text": "Fear",
        "kind": "perception",
        "side": "china",
        "x": 0.5,
        "y": 2,
    }

    for _ in range(2):
        answer = change(client, at, nato, **add).json()
    (concept,) = answer["concepts"]
    assert (concept["x"], concept["y"], concept["side"], concept["is_shared"]) == (
        0.5,
        1.0,
        "china",
        False,
    )

    change(client, at, nato, op="place-concept", id=id_, x=0.25, y=0.25)
    gone = change(client, at, nato, op="remove-concept", id=id_, seen=concept["edition"]).json()
    assert gone["removed"] == [id_]
    assert client.get(f"{at}{nato.id}/state").json()["concepts"] == []


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"op": "add-link"}, 422),
        ({"op": "explode"}, 422),
        ({"op": "add-concept", "id": "no uuid", "text": "a"}, 422),
        ({"op": "add-concept", "id": str(uuid.uuid4()), "text": " "}, 422),
        ({"op": "set-link", "id": str(uuid.uuid4()), "seen": 1, "weight": 0.5}, 409),
        ({"op": "place-concept", "id": str(uuid.uuid4()), "x": "left", "y": 0}, 422),
        ({"op": ["add-link"]}, 422),
    ],
)
def test_editors_change_that_cannot_be_is_told_in_a_sentence(at, sit, seat, nato, told, status):
    answer = change(sit(seat(Role.MEMBER, "nato")), at, nato, **told)

    assert answer.status_code == status
    assert answer.json()["sentence"].endswith(".")


@pytest.mark.parametrize("body", ["", "[]", "{", '"a"'])
def test_editors_change_that_is_no_change_is_refused(at, sit, seat, nato, body):
    client = sit(seat(Role.MEMBER, "nato"))

    answer = client.post(f"{at}{nato.id}/change", body, content_type="application/json")

    assert answer.status_code == 422


def test_observer_sees_and_does_not_draw(at, sit, seat, drawn, joint):
    client = sit(seat(Role.OBSERVER))

    state = client.get(f"{at}{joint.id}/state").json()

    assert state["may_draw"] is False
    assert (
        change(client, at, joint, op="add-concept", id=str(uuid.uuid4()), text="a").status_code
        == 403
    )
    assert "Draw a link in words" not in client.get(f"{at}{joint.id}/").content.decode()


def test_head_releases_once_and_everybody_sees_it(at, sit, seat, drawn, nato):
    head, other = sit(seat(Role.HEAD, "nato")), sit(seat(Role.MEMBER, "china"))

    assert "this cannot be taken back" in head.get(f"{at}{nato.id}/release").content.decode()
    head.post(f"{at}{nato.id}/release")

    assert other.get(f"{at}{nato.id}/").status_code == 200
    assert head.post(f"{at}{nato.id}/release").status_code == 403
    assert (
        change(head, at, nato, op="add-concept", id=str(uuid.uuid4()), text="a").status_code == 403
    )


def test_page_of_a_map_asks_as_often_however_long_it_is(at, sit, seat, nato, concept):
    places = [concept(f"c{i}") for i in range(4)]
    client = sit(seat(Role.MEMBER, "nato"))
    asked = []
    for one in places[1:]:
        add_link(nato, places[0].id, one.id, weight=0.5)
        client.get(f"{at}{nato.id}/")
        with CaptureQueriesContext(connection) as queries:
            client.get(f"{at}{nato.id}/")
        asked.append(len(queries))

    assert len(set(asked)) == 1


def test_findings_name_the_spiral_and_what_the_hotline_would_do(at, sit, seat, drawn, china):
    client = sit(seat(Role.MEMBER, "china"))
    page = f"{at}{china.id}/findings/"

    plain = client.get(page).content.decode()
    ticked = client.get(page, {"take": drawn["hotline"].code}).content.decode()

    assert "“Drills” strengthens “Fear”, which strengthens “Drills” again." in plain
    assert "Strength 72 of 100." in plain
    assert "→" not in plain[plain.index("risk-bars") : plain.index("levers")]
    assert "→" in ticked[ticked.index("risk-bars") : ticked.index("levers")]
    assert "checked" in ticked


def test_empty_map_says_so(at, sit, seat, nato):
    page = sit(seat(Role.MEMBER, "nato")).get(f"{at}{nato.id}/findings/").content.decode()

    assert "Nothing is drawn yet" in page


def test_compare_shows_where_the_sides_part(at, sit, seat, drawn, nato, china):
    for one in (nato, china):
        release_map(one)

    page = (
        sit(seat(Role.OBSERVER))
        .get(f"{at}compare", {"take": drawn["hotline"].code})
        .content.decode()
    )

    assert "both draw 2 with the same sign and 1 with opposite signs" in page
    assert "opposite signs" in page
    assert "points of 100 on the map of" in page
    assert page.count("risk-bar ") == 3
    assert page.index("Chinese experts") > 0


@pytest.mark.parametrize("form", ["csv", "xlsx", "graphml", "json", "dot", "mmd", "txt"])
def test_map_taken_out_comes_in_again_on_another_map(
    at, sit, seat, drawn, nato, china, form, tmp_path
):
    out = sit(seat(Role.MEMBER, "nato")).get(f"{at}{nato.id}/files/map.{form}")
    file = tmp_path / f"map.{form}"
    file.write_bytes(out.content)
    Link.objects.filter(map=china).delete()

    with file.open("rb") as opened:
        answer = sit(seat(Role.MEMBER, "china")).post(
            f"{at}{china.id}/files/", {"file": opened}, follow=True
        )

    assert "3 links" in answer.content.decode()
    assert sorted(Link.objects.filter(map=china).values_list("weight", flat=True)) == [
        -0.7,
        0.6,
        0.8,
    ]
    assert Concept.objects.count() == 4


def test_empty_map_is_no_file(at, sit, seat, nato):
    client = sit(seat(Role.MEMBER, "nato"))

    assert "No link is drawn yet." in client.get(f"{at}{nato.id}/files/").content.decode()
    assert client.get(f"{at}{nato.id}/files/map.csv").status_code == 404


def test_file_that_is_no_map_is_refused_with_its_own_name(at, sit, seat, nato, tmp_path):
    file = tmp_path / "notes.csv"
    file.write_text("source;target;weight\na;b;1\n")

    with file.open("rb") as opened:
        answer = sit(seat(Role.MEMBER, "nato")).post(f"{at}{nato.id}/files/", {"file": opened})

    page = answer.content.decode()
    assert (
        "notes.csv, line 1: the cells are separated by semicolons; save the file with commas"
        in page
    )
    assert "/tmp" not in page
