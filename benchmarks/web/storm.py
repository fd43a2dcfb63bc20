"""A storm of answers over the wire, and the book that is kept of it: what was confirmed must be there.

Visitors of an open consultation answer again and again, changing their minds. Each answer carries its
number in both halves, the vote and the prediction, so that a half answer would show.
"""

import http.client
import json
import random
import threading
import uuid
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

VISITORS, STATEMENTS, SIDES = 40, 12, ("a", "b")
CSRF = "a" * 32
Place = tuple[str, str]
"""A ballot and a question, in hexadecimal."""


@dataclass(frozen=True)
class Visitor:
    cookie: str
    side: str
    ballot: str

    @property
    def other(self) -> str:
        return "b" if self.side == "a" else "a"


@dataclass
class Book:
    """What was confirmed last for each place, and what was sent since without an answer coming back."""

    confirmed: dict[Place, int] = field(default_factory=dict)
    sent: dict[Place, set[int]] = field(default_factory=dict)
    statuses: Counter[int] = field(default_factory=Counter)
    broken: int = 0
    pages: dict[int, bytes] = field(default_factory=dict)

    def fits(self, found: dict[Place, int]) -> list[str]:
        """What is wrong with a database, in words; nothing where all is well."""
        wrong = []
        for place, number in self.confirmed.items():
            may_be = {number} | self.sent.get(place, set())
            if found.get(place) not in may_be:
                wrong.append(f"{place}: {found.get(place)} instead of {sorted(may_be)}")
        return wrong + [f"{place}: never sent" for place in found.keys() - self.sent.keys()]


@dataclass
class Consultation:
    """Where the storm goes."""

    dialogue: Any
    round_id: uuid.UUID
    questions: list[uuid.UUID]
    visitors: list[Visitor]


class Storm:
    """Threads that answer until told to stop. What fails is counted, and tried by another answer."""

    def __init__(self, place: Consultation, port: int, book: Book, threads: int = 8) -> None:
        self._place, self._port, self._book = place, port, book
        self._stopping = threading.Event()
        self._threads = [
            threading.Thread(target=self._run, args=[place.visitors[n::threads], n])
            for n in range(threads)
        ]

    def __enter__(self) -> "Storm":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        for thread in self._threads:
            thread.join()

    def _run(self, visitors: list[Visitor], seed: int) -> None:
        draw, line = random.Random(seed), None
        while not self._stopping.is_set():
            visitor, question = draw.choice(visitors), draw.choice(self._place.questions)
            try:
                line = line or http.client.HTTPConnection("127.0.0.1", self._port, timeout=20)
                self._answer(line, visitor, question, draw.randrange(1, 100))
            except (OSError, http.client.HTTPException):
                self._book.broken += 1
                line = None
                self._stopping.wait(0.02)

    def _answer(
        self, line: http.client.HTTPConnection, visitor: Visitor, question: uuid.UUID, number: int
    ) -> None:
        """One answer; whoever has sent a place is alone with it, so the book needs no lock."""
        place = (visitor.ballot, question.hex)
        self._book.sent.setdefault(place, set()).add(number)
        form = {"vote": number % 3 - 1, f"guess-{visitor.other}": number, "go": "save"}
        body = urlencode(form | {"csrfmiddlewaretoken": CSRF})
        address = f"/d/{self._place.dialogue.id}/rounds/{self._place.round_id}/answer/{question}/"
        cookies = f"seat={visitor.cookie}; csrftoken={CSRF}"
        headers = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
        line.request("POST", address, body, headers)
        answer = line.getresponse()
        page = answer.read()
        self._book.statuses[answer.status] += 1
        self._book.pages[answer.status] = page
        if answer.status in {302, 303}:
            self._book.confirmed[place] = number
            self._book.sent[place] = {number}


def consultation() -> Consultation:
    """An open round, and visitors on both sides."""
    from django.utils import timezone

    from tracktwo_web.accounts.domain.convenors import make_convenor
    from tracktwo_web.dialogues.domain.convene import DialoguePlan, SidePlan, convene
    from tracktwo_web.dialogues.domain.join import join
    from tracktwo_web.dialogues.domain.stage import move_to_stage
    from tracktwo_web.perceptions.domain.rounds import RoundPlan, open_round, plan_round

    sides = [SidePlan(code, {"en": code.upper()}) for code in SIDES]
    plan = DialoguePlan({"en": "A storm"}, sides, is_open=True)
    dialogue = move_to_stage(
        convene(plan, make_convenor("storm" + "@" + "example.org")), "perceive"
    )
    now = timezone.now()
    planned = plan_round(dialogue, RoundPlan(now + timedelta(days=1)), _versions(dialogue))
    one = open_round(planned, now=now)
    visitors = []
    for number in range(VISITORS):
        side = dialogue.sides.get(code=SIDES[number % 2])
        sitting = join(dialogue, side)
        visitors.append(Visitor(sitting.sealed(), side.code, sitting.root.ballot(one.id).hex()))
    questions = list(one.questions.values_list("id", flat=True))
    return Consultation(dialogue, one.id, questions, visitors)


def found_in(place: Consultation) -> dict[Place, int]:
    """What the database holds; raises for an answer whose halves do not belong together."""
    from tracktwo_web.perceptions.models import Answer

    found = {}
    rows = Answer.objects.filter(question__round=place.round_id)
    for question, ballot, value, expected in rows.values_list(
        "question_id", "ballot", "value", "expected"
    ):
        (share,) = expected.values()
        number = round(share * 100)
        if value != number % 3 - 1:
            raise AssertionError(f"half an answer: {value} with {json.dumps(expected)}")
        found[bytes(ballot).hex(), question.hex] = number
    return found


def _versions(dialogue: Any) -> list[Any]:
    from tracktwo_web.perceptions.domain.statements import (
        Wording,
        draft_statement,
        newest_version,
        submit_statement,
    )

    wordings = (Wording({"en": f"Statement {n} is so."}, "en") for n in range(STATEMENTS))
    return [newest_version(submit_statement(draft_statement(dialogue, one))) for one in wordings]
