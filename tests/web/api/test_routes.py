"""What the API tells and takes."""

import uuid

import pytest

from tests.web import world
from tests.web.api.conftest import program_of
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.perceptions.models import Answer, Statement, StatementState


def test_dialogue_is_described_as_in_its_folder(dialogue, service) -> None:
    told = service.get().json()

    assert told == {
        "id": str(dialogue.id),
        "title": dialogue.title,
        "note": {},
        "languages": ["en", "zh", "fr"],
        "k": 3,
        "attribution": "side",
        "stage": "perceive",
        "is_open": False,
        "sides": [
            {"code": side.code, "names": side.names, "time_zone": side.time_zone}
            for side in dialogue.sides.order_by("position")
        ],
    }


def test_service_sees_what_is_on_the_list_and_no_draft(dialogue, service) -> None:
    world.a_statement(dialogue, "c01")
    draft = world.a_statement(dialogue, "", text="A draft.").statement
    draft.state = StatementState.DRAFT
    draft.save()

    listed = service.get("/statements").json()

    assert [one["code"] for one in listed] == ["c01"]
    assert service.get(f"/statements/{draft.id}").status_code == 404


def test_seat_proposes_for_its_side(dialogue) -> None:
    program = program_of(world.seat_of(dialogue, Role.MEMBER, "nato"))
    proposed = {"texts": {"en": "Ships keep their distance."}, "original": "en", "about": "china"}

    answer = program.post("/statements", proposed)

    statement = Statement.objects.get()
    assert (answer.status_code, statement.side.code, statement.state) == (
        201,
        "nato",
        StatementState.PROPOSED,
    )
    assert answer.json()["translations"] == [
        {"language": "en", "text": "Ships keep their distance.", "state": "authentic"}
    ]


@pytest.mark.parametrize(
    ("change", "detail"),
    [
        ({"original": "fr"}, "texts must hold the text in its original language"),
        ({"about": "mars"}, "no side has the code 'mars'"),
        ({"theme": "mars"}, "no theme has the code 'mars'"),
        ({"texts": {"de": "Nein."}}, "not a language of this dialogue: de"),
        ({"texts": {"en": "x" * 601}}, "a statement has at most 600 characters"),
    ],
)
def test_wrong_proposal_is_told_why(dialogue, change, detail) -> None:
    program = program_of(world.seat_of(dialogue, Role.MEMBER, "nato"))
    proposed = {"texts": {"en": "So it is."}, "original": "en"} | change

    answer = program.post("/statements", proposed)

    assert (answer.status_code, answer.json()) == (400, {"detail": detail})
    assert Statement.objects.count() == 0


def test_answer_is_kept_under_the_ballot_and_read_back(dialogue) -> None:
    program = program_of(world.seat_of(dialogue, Role.MEMBER, "nato"))
    one = world.an_open_round(dialogue)
    question = one.questions.get(position=0)

    answer = program.put(
        f"/rounds/{one.id}/answers/{question.id}", {"value": -1, "expected": {"china": 0.25}}
    )

    assert answer.status_code == 204
    assert program.get(f"/rounds/{one.id}/answers").json() == [
        {"question": str(question.id), "value": -1, "expected": {"china": 0.25}, "mirrored": {}}
    ]
    assert Answer.objects.get().side.code == "nato"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"value": 0.5}, 400),
        ({"value": 1, "expected": {"nato": 0.5}}, 400),
        ({"value": 1, "expected": {"china": 1.5}}, 400),
        ({"value": 1, "mirrored": {"china": 0.5}}, 400),
        ({"value": "much"}, 422),
        ({}, 422),
    ],
)
def test_wrong_answer_is_refused_and_not_kept(dialogue, body, status) -> None:
    program = program_of(world.seat_of(dialogue, Role.MEMBER, "nato"))
    one = world.an_open_round(dialogue)
    question = one.questions.get(position=0)

    answer = program.put(f"/rounds/{one.id}/answers/{question.id}", body)

    assert (answer.status_code, Answer.objects.count()) == (status, 0)


def test_interpreter_has_no_voice(dialogue) -> None:
    program = program_of(world.seat_of(dialogue, Role.INTERPRETER, "nato"))
    one = world.an_open_round(dialogue)
    question = one.questions.get(position=0)

    answer = program.put(f"/rounds/{one.id}/answers/{question.id}", {"value": 1})

    assert (answer.status_code, answer.json()["detail"]) == (
        403,
        "this seat has no voice of its own",
    )


def test_token_of_a_link_reissued_while_the_round_is_open_cannot_answer(dialogue) -> None:
    one = world.an_open_round(dialogue)
    program = program_of(world.seat_of(dialogue, Role.MEMBER, "nato"))
    question = one.questions.get(position=0)

    answer = program.put(f"/rounds/{one.id}/answers/{question.id}", {"value": 1})

    assert answer.status_code == 403


def test_service_cannot_answer(dialogue, service) -> None:
    one = world.an_open_round(dialogue)
    question = one.questions.get(position=0)

    answer = service.put(f"/rounds/{one.id}/answers/{question.id}", {"value": 1})

    assert (answer.status_code, Answer.objects.count()) == (403, 0)


def test_round_tells_nothing_of_its_answers(dialogue, service) -> None:
    one = world.an_open_round(dialogue)

    before = service.get(f"/rounds/{one.id}").json()
    program_of(world.seat_of(dialogue, Role.MEMBER, "nato"))
    Answer.objects.create(question=one.questions.first(), ballot=uuid.uuid4().bytes, value=1)

    assert service.get(f"/rounds/{one.id}").json() == before


def test_results_wait_for_the_release(dialogue, service) -> None:
    one = world.an_open_round(dialogue)

    answer = service.get(f"/rounds/{one.id}/results")

    assert (answer.status_code, answer.json()) == (409, {"detail": "the round is not released"})
