"""The frame of every page: who sits, which stage, which language, whose dialogue."""

import re

import pytest

from tests.web.world import seat_of
from tracktwo_web.dialogues.models import Attribution
from tracktwo_web.dialogues.roles import Role


def words_of(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", markup).split())


def part(page: str, pattern: str) -> str:
    return re.search(pattern, page, re.DOTALL)[1]


def home_of(client, dialogue) -> str:
    return client.get(f"/d/{dialogue.id}/").content.decode()


@pytest.mark.parametrize(
    ("role", "side", "expected"),
    [
        (Role.HEAD, "nato", "You sit as: head of delegation, NATO experts"),
        (Role.INTERPRETER, "china", "You sit as: interpreter, Chinese experts"),
        (Role.SECRETARIAT, "", "You sit as: neutral secretariat"),
        (Role.OBSERVER, "", "You sit as: observer"),
    ],
)
def test_frame_says_who_sits_here(dialogue, sit, role, side, expected) -> None:
    page = home_of(sit(seat_of(dialogue, role, side)), dialogue)

    assert words_of(part(page, r'<p class="sits">(.*?)</p>')) == expected


def test_frame_gives_the_side_its_colour(dialogue, sit) -> None:
    page = home_of(sit(seat_of(dialogue, Role.MEMBER, "china")), dialogue)

    assert 'class="side-name side-2"' in part(page, r'<p class="sits">(.*?)</p>')


def test_frame_tells_the_convenor(dialogue, convenor_client) -> None:
    page = home_of(convenor_client, dialogue)

    assert words_of(part(page, r'<p class="sits">(.*?)</p>')) == "You are the convenor"


@pytest.mark.parametrize(
    ("stage", "number", "past"),
    [("convene", 1, []), ("perceive", 2, ["Convene"]), ("risks", 3, ["Convene", "Perceive"])],
)
def test_frame_shows_where_the_dialogue_stands(dialogue, sit, stage, number, past) -> None:
    dialogue.stage = stage
    dialogue.save()

    page = home_of(sit(seat_of(dialogue, Role.MEMBER, "nato")), dialogue)

    line = part(page, r'<nav class="stages"(.*?)</nav>')
    now = re.findall(r'<li class="now" aria-current="step">(.*?)</li>', line)
    done = [words_of(li) for li in re.findall(r'<li class="past">(.*?)</li>', line)]
    assert [name.lower() for name in now] == [stage]
    assert done == [f"{name} (done)" for name in past]
    assert line.count("<li") == 8
    assert f"{number} of 8" in line


def test_frame_shows_the_title_in_the_readers_language(dialogue, sit) -> None:
    client = sit(seat_of(dialogue, Role.MEMBER, "nato"))

    shown = {}
    for language in ("en", "zh-hans", "fr"):
        response = client.get(f"/d/{dialogue.id}/rules", headers={"accept-language": language})
        title = part(response.content.decode(), r'<p class="dialogue">(.*?)</p>')
        shown[language] = words_of(title)

    assert shown == {"en": "A dialogue", "zh-hans": "对话", "fr": "Un dialogue"}


@pytest.mark.parametrize(
    ("attribution", "expected"),
    [
        (Attribution.NONE, "traced to nobody: neither to a person nor to a side."),
        (Attribution.SIDE, "may be traced to a side, never to a person."),
    ],
)
def test_frame_repeats_what_may_leave_the_room(dialogue, sit, attribution, expected) -> None:
    dialogue.attribution = attribution
    dialogue.save()

    page = home_of(sit(seat_of(dialogue, Role.MEMBER, "nato")), dialogue)

    assert words_of(part(page, r'<footer class="foot">.*?<p>(.*?)</p>')).endswith(expected)


def test_frame_names_itself_simulated_only_in_the_demo(client_at, settings, db) -> None:
    pages = {}
    for is_demo in (True, False):
        settings.DEMO = is_demo
        pages[is_demo] = '<p class="banner">' in client_at().get("/").content.decode()

    assert pages == {True: True, False: False}


def test_frame_of_a_page_of_no_dialogue_names_none(client_at, db) -> None:
    page = client_at().get("/privacy").content.decode()

    assert [
        mark for mark in ('class="dialogue"', 'class="stages"', 'class="sits"') if mark in page
    ] == []


@pytest.mark.parametrize("path", ["/", "/privacy", "/account/login/", "/nowhere"])
def test_frame_loads_nothing_from_elsewhere_and_holds_no_inline_code(client_at, db, path) -> None:
    page = client_at().get(path).content.decode()

    assert re.findall(r'(?:src|href|action)="(?!/|#|\?)[^"]*"', page) == []
    assert re.findall(r"\s(?:style|on\w+)=", page) == []
    assert [
        tag
        for tag in re.findall(r"<script([^>]*)>", page)
        if "src=" not in tag and "application/json" not in tag
    ] == []
