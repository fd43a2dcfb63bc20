"""Programs that call: each holds a token, as its person got it."""

import uuid
from dataclasses import dataclass

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from tracktwo_web.api.tokens import issue_service_token, seat_token
from tracktwo_web.dialogues.domain.keys import find_key, issue_key, take_seat
from tracktwo_web.dialogues.models import Dialogue, Seat
from tracktwo_web.dialogues.standing import Standing


@dataclass
class Program:
    """A program with a token, calling about one dialogue."""

    token: str
    dialogue_id: uuid.UUID

    def get(self, path: str = "") -> HttpResponse:
        return self._client().get(self._address(path))

    def post(self, path: str, body: object) -> HttpResponse:
        return self._client().post(self._address(path), body, content_type="application/json")

    def put(self, path: str, body: object) -> HttpResponse:
        return self._client().put(self._address(path), body, content_type="application/json")

    def _client(self) -> Client:
        return Client(headers={"host": "localhost", "authorization": f"Bearer {self.token}"})

    def _address(self, path: str) -> str:
        return f"/api/v1/dialogues/{self.dialogue_id}{path}"


def program_of(seat: Seat) -> Program:
    secret = issue_key(seat, now=timezone.now()).secret
    key = find_key(secret)
    standing = Standing(seat.dialogue, take_seat(key, secret), key)
    return Program(seat_token(standing), seat.dialogue_id)


@pytest.fixture
def program(db):
    """The program of a seat."""
    return program_of


@pytest.fixture
def service(dialogue: Dialogue) -> Program:
    """A program that the convenor lets read."""
    return Program(issue_service_token(dialogue, "archive"), dialogue.id)
