"""Pages of results: what they show, in which language, and to whom they are not there."""

import json
import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.web import world
from tests.web.insights import worlds
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.insights.document import statements_in
from tracktwo_web.insights.models import Progress, Result
from tracktwo_web.perceptions.models import Answer
from tracktwo_web.rounds.states import RoundState

pytestmark = pytest.mark.django_db


@pytest.fixture
def one(found: Result):
    return found.snapshot.round


@pytest.fixture
def head(one, sit) -> Client:
    return sit(world.seat_of(one.dialogue, Role.HEAD, "nato"))


def _url(name: str, one, *more) -> str:
    return reverse(name, args=[one.dialogue_id, one.id, *more])


def _text(response) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


@pytest.mark.parametrize("role", ["head", "interpreter", "secretariat", "observer"])
def test_everybody_present_reads_the_same_findings(one, sit, role) -> None:
    side = "china" if role in {"head", "interpreter"} else ""

    page = sit(world.seat_of(one.dialogue, Role(role), side)).get(_url("results", one))

    assert (page.status_code, "In brief" in _text(page)) == (200, True)
    assert "5 of 5" in _text(page) or "4 of 5" in _text(page)


@pytest.mark.parametrize(
    "name",
    ["results", "results_pictures", "results_methods", "results_statements", "results_figures"],
)
def test_strangers_find_nothing(one, client_at, name) -> None:
    assert client_at().get(_url(name, one)).status_code == 404


@pytest.mark.parametrize("state", [RoundState.OPEN, RoundState.CLOSED, RoundState.VOID])
@pytest.mark.parametrize(
    "name", ["results", "results_pictures", "results_statements", "results_own", "mirror"]
)
def test_before_its_release_a_round_has_no_results(one, head, name, state) -> None:
    one.state = state
    one.save()

    assert head.get(_url(name, one)).status_code == 404


def test_a_stage_that_does_not_open_results_closes_the_door(one, head) -> None:
    one.dialogue.stage = "convene"
    one.dialogue.save()

    assert head.get(_url("results", one)).status_code == 403


@pytest.mark.parametrize(("language", "tag"), [("en", "en"), ("zh-hans", "zh"), ("fr", "fr")])
def test_findings_come_in_the_readers_language(one, head, language, tag) -> None:
    head.post(reverse("language"), {"language": language, "next": "/"})

    page = head.get(_url("results", one))

    fragment = one.snapshot.results.get().fragments.get(language=tag, theme="", part="words")
    assert fragment.body in page.content.decode()


def test_a_theme_shows_its_own_statements_only(one, head) -> None:
    page = _text(head.get(_url("results_statements", one) + "?theme=arms"))

    shown = [f"Statement c0{i} is so." in page for i in (1, 2, 3)]
    assert shown == [False, False, True]


def test_a_theme_that_is_not_there_is_not_found(one, head) -> None:
    assert head.get(_url("results", one) + "?theme=nothing").status_code == 404


def test_pictures_are_inline_and_have_their_tables(one, head) -> None:
    page = head.get(_url("results_pictures", one)).content.decode()

    beside = page.count('id="misread-title"')
    assert page.count("<figure>") == page.count("<table>") - beside > 2
    assert re.findall(r'\sstyle="|<style', page) == []


def test_a_seat_sees_its_own_answers_and_nobody_elses(one, client_at) -> None:
    seat = world.seat_of(one.dialogue, Role.MEMBER, "nato")
    client = world.seated(seat, client_at())
    empty = _text(client.get(_url("results_own", one)))
    _answer_as(client, one, 1.0)

    page = client.get(_url("results_own", one))

    assert "ballot of this round is empty" in empty
    assert _text(page).count("You: agree") == 3
    assert "you expected 50%; it is" in _text(page)
    assert (
        "Chinese experts: you thought that they expect 20% of your side to agree; they expect 50%."
        in _text(page)
    )


def test_statements_say_what_each_side_thinks_is_expected_of_it(one, head) -> None:
    page = _text(head.get(_url("results_statements", one)))

    told = "thought that Chinese experts expect 10% of them to agree; Chinese experts expect 50%."
    assert page.count(f"NATO experts: {told}") == 3


def test_words_and_pictures_tell_it_too_and_a_theme_only_of_its_own(one, head) -> None:
    words, pictures = (_text(head.get(_url(name, one))) for name in ("results", "results_pictures"))
    theme = _text(head.get(_url("results_pictures", one) + "?theme=arms"))

    assert "What sides think is expected of them" in words
    assert "NATO experts, as seen by Chinese experts" in pictures
    assert "NATO experts, as seen by Chinese experts" in theme
    assert "Thinks it is misread by" in pictures
    assert "Thinks it is misread by" not in theme


def test_a_stored_result_from_before_the_mirror_question_is_read(one) -> None:
    document = json.loads(one.snapshot.results.get().document)
    del document["meta_perceptions"], document["meta_pairs"]

    told = statements_in(json.dumps(document))

    assert [each.beliefs for each in told] == [(), (), ()]


def test_another_seat_of_the_side_sees_another_ballot(one, client_at) -> None:
    seats = list(one.dialogue.seats.filter(role=Role.MEMBER, side__code="nato"))
    first, second = (world.seated(seat, client_at()) for seat in seats)
    _answer_as(first, one, 1.0)
    _answer_as(second, one, -1.0)

    pages = [_text(each.get(_url("results_own", one))) for each in (first, second)]

    assert [("You: agree" in page, "You: disagree" in page) for page in pages] == [
        (True, False),
        (False, True),
    ]


def _answer_as(client: Client, one, value: float) -> None:
    """Put a ballot into the box that this browser's seat can open, as if cast while it was open."""
    from tracktwo_web.dialogues.cookie import opened

    sitting = opened(client.cookies["seat"].value)
    questions = list(one.questions.order_by("position"))
    ballot = sitting.root.ballot(one.id)
    worlds.cast(questions, "nato", [value] * 3, ballot=ballot, mirrored=0.2)


@pytest.mark.parametrize("role", ["interpreter", "secretary", "secretariat", "observer"])
def test_who_holds_no_ballot_has_no_page_about_it(one, sit, role) -> None:
    side = "nato" if role in {"interpreter", "secretary"} else ""

    page = sit(world.seat_of(one.dialogue, Role(role), side)).get(_url("results_own", one))

    assert page.status_code == 404


def test_the_convenor_has_no_page_about_a_ballot(one, client_at, settings) -> None:
    settings.DEMO = True
    client = client_at()
    client.force_login(one.dialogue.convenor)

    assert client.get(_url("results_own", one)).status_code == 404


def test_reading_ones_own_answers_writes_nothing(
    one, client_at, django_assert_max_num_queries
) -> None:
    client = world.seated(world.seat_of(one.dialogue, Role.HEAD, "nato"), client_at())
    _answer_as(client, one, 1.0)

    with django_assert_max_num_queries(30) as asked:
        client.get(_url("results_own", one))

    written = [q["sql"] for q in asked.captured_queries if not q["sql"].startswith("SELECT")]
    assert [sql for sql in written if re.match("INSERT|UPDATE|DELETE", sql)] == []


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_the_report_is_a_file_of_its_own(one, head, language) -> None:
    answer = head.get(_url("results_report", one, language))

    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.content.startswith(b"<!DOCTYPE html>")


def test_a_report_in_a_language_there_is_not_is_not_found(one, head) -> None:
    assert head.get(_url("results_report", one, "de")).status_code == 404


def test_the_figures_list_nobody(one, head) -> None:
    assert head.get(_url("results_figures", one)).json()["participants"] == []


def _unfinished(one, state: str) -> None:
    Result.objects.filter(snapshot__round=one).update(state=state, step="drawing", share=70)


def test_progress_is_shown_until_the_result_is_there(one, head) -> None:
    _unfinished(one, Progress.RUNNING)
    page, piece = head.get(_url("results", one)), head.get(_url("results_progress", one))
    Result.objects.filter(snapshot__round=one).update(state=Progress.DONE)

    done = head.get(_url("results_progress", one))

    assert "Drawing the pictures, 70 %" in _text(page)
    assert ("70" in _text(piece), "HX-Refresh" in piece.headers) == (True, False)
    assert done.headers["HX-Refresh"] == "true"


def test_a_failure_is_said_and_the_secretariat_tries_again(one, head, sit) -> None:
    _unfinished(one, Progress.FAILED)
    secretariat = sit(world.seat_of(one.dialogue, Role.SECRETARIAT))

    refused = head.post(_url("results_retry", one))
    told = _text(head.get(_url("results", one)))
    ordered = secretariat.post(_url("results_retry", one))

    assert (refused.status_code, "The analysis has failed" in told) == (403, True)
    assert (ordered.status_code, Result.objects.get(snapshot__round=one).state) == (302, "waiting")


def test_no_page_names_a_person_a_ballot_or_a_time(one, head) -> None:
    names = ("results", "results_pictures", "results_methods", "results_statements")

    told = "".join(head.get(_url(name, one)).content.decode() for name in names)

    ballots = {bytes(answer.ballot).hex() for answer in Answer.objects.all()}
    assert [ballot for ballot in ballots if ballot in told] == []
    assert re.findall(r"\bp-[0-9a-f]{6}\b", told) == []
    assert re.findall(r"\b\d\d:\d\d\b", told) == []
    assert str(timezone.now().year) in told  # the day of the release, and nothing finer
