"""The API keeps to its own description, whatever it is sent: no 5xx, no undocumented answer."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.web import world
from tests.web.api.conftest import program_of
from tracktwo_web.dialogues.roles import Role

OPERATIONS = 10


@pytest.mark.django_db(transaction=True)
def test_calls_keep_to_the_description(live_server) -> None:
    dialogue = world.a_dialogue()
    program = program_of(world.seat_of(dialogue, Role.MEMBER, "nato"))
    real = _ids(world.an_open_round(dialogue))
    schema = schemathesis.openapi.from_url(f"{live_server.url}/api/v1/openapi.json")
    operations = [found.ok() for found in schema.get_all_operations()]

    for operation in operations:
        _throw_at(operation, program.token, real)

    assert len(operations) == OPERATIONS


def _ids(one) -> dict[str, str]:
    """Real ids, so that calls go further than "not found"."""
    question = one.questions.first()
    return {
        "dialogue_id": str(one.dialogue_id),
        "round_id": str(one.id),
        "question_id": str(question.id),
        "statement_id": str(question.version.statement_id),
    }


def _throw_at(operation, token: str, real: dict[str, str]) -> None:
    """Bodies and parameters drawn at random; ids are real three times out of four.

    What the description allows may still be refused: a language the dialogue does not have.
    """

    @settings(
        max_examples=25,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def throw(case) -> None:
        for place, name in enumerate(sorted(case.path_parameters.keys() & real.keys())):
            if (len(str(case.body)) + place) % 4:
                case.path_parameters[name] = real[name]
        answer = case.call(headers={"Authorization": f"Bearer {token}"})
        assert answer.status_code < 500
        case.validate_response(answer, excluded_checks=[positive_data_acceptance])

    throw()
