"""How often a wrong passphrase may be tried."""

import uuid

import pytest

from tracktwo_web.dialogues import attempts
from tracktwo_web.kit import lately


@pytest.fixture(autouse=True)
def _from_the_start():
    attempts.forget_all()
    yield
    attempts.forget_all()


def test_some_wrong_guesses_are_heard_and_then_none() -> None:
    key = uuid.uuid4()

    heard = []
    for _ in range(attempts.AT_MOST + 1):
        heard.append(not attempts.are_used_up(key))
        attempts.count_wrong(key)

    assert heard == [True] * attempts.AT_MOST + [False]


def test_guesses_at_one_link_cost_another_nothing() -> None:
    tried, other = uuid.uuid4(), uuid.uuid4()

    for _ in range(attempts.AT_MOST):
        attempts.count_wrong(tried)

    assert (attempts.are_used_up(tried), attempts.are_used_up(other)) == (True, False)


def test_guesses_are_forgotten_after_a_while(monkeypatch) -> None:
    key = uuid.uuid4()
    monkeypatch.setattr(lately.time, "monotonic", lambda: 1000.0)
    for _ in range(attempts.AT_MOST):
        attempts.count_wrong(key)

    monkeypatch.setattr(lately.time, "monotonic", lambda: 1000.0 + attempts.WITHIN + 1)

    assert not attempts.are_used_up(key)
