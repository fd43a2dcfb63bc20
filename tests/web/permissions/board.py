"""The two tables with everybody and everything at them, and what each call answers there."""

import os
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.client import MULTIPART_CONTENT
from django.urls import Resolver404, resolve, reverse

from tests.web import world
from tests.web.permissions.cast import Person, seat_everybody
from tests.web.permissions.entered import BODIES, FORMS
from tests.web.permissions.routes import STREAM, every_route
from tests.web.permissions.stated_answers import Case
from tests.web.permissions.things import lay_out
from tests.web.permissions.things_of_options import STANDBY_VALUING
from tests.web.permissions.things_of_risks import STANDBY
from tracktwo_web.config.admission import warrant_for
from tracktwo_web.dialogues import stages
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.events.streams import Refused
from tracktwo_web.perceptions.tally import forget_published
from tracktwo_web.roadmaps.views.subscriptions import FETCHES

WORDS = {
    200: "page",
    201: "made",
    204: "done",
    401: "no token",
    403: "closed",
    404: "not found",
    405: "no such method",
    409: "not now",
    410: "used up",
    422: "wrong",
}
TOLD_WHY = {
    "perceptions/answer_closed.html",
    "risks/turned_away.html",
    "convergence/turned_away.html",
}
WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE)", re.IGNORECASE)
ALIKE = [
    [one.id for one in stages.STAGES if one.opens == opens]
    for opens in dict.fromkeys(one.opens for one in stages.STAGES)
]
"""Stages that open the same acts: to every rule they are one (`test_stages.py`)."""
IS_WHOLE = os.environ.get("TRACKTWO_MATRIX") == "whole"
"""Whether everybody asks at every stage, also where the same is stated: three times as long."""


@dataclass
class Asked:
    """What came back, what was written on the way, and whether the stage was asked for."""

    response: HttpResponse
    wrote: list[str]
    minded_the_stage: bool

    @property
    def word(self) -> str:
        """The answer in the words of the tables."""
        if self.response.status_code in (302, 303):
            return f"to {_name_of(self.response.url)}"
        templates = getattr(self.response, "templates", [])
        if any(one.name in TOLD_WHY for one in templates):
            return (
                "told why" if self.response.status_code == 200 else WORDS[self.response.status_code]
            )
        return WORDS.get(self.response.status_code, str(self.response.status_code))


class Board:
    """Two dialogues, one among delegations and one open to all, and everybody who may come."""

    def __init__(self) -> None:
        delegations = world.a_dialogue(convenor=world.a_user("one"))
        consultation = world.a_dialogue(convenor=world.a_user("two"), is_open=True)
        other = world.a_dialogue(convenor=world.a_user("three"))
        self.people = seat_everybody(delegations, consultation, other)
        author = self.people["member of A"].sitting.root
        here, there = lay_out(delegations, author), lay_out(consultation, None)
        here.know_of(there)
        there.know_of(here)
        self.things = {delegations.id: here, consultation.id: there}
        self.routes = every_route()
        self.client = Client(headers={"host": "localhost"})

    def at_stage(self, stage: str) -> None:
        Dialogue.objects.filter(pk__in=self.things).update(stage=stage)

    def ask_at_every_stage(self, person: Person, case: Case) -> dict[str, Asked]:
        """One call at each stage that is to be tried, of those that are one to every rule.

        Where no rule minds the stage, one call tells of all of them.
        """
        asked: dict[str, Asked] = {}
        for alike in _tried(person.name, case):
            self.at_stage(alike[0])
            found = self.ask(person, case)
            if not found.minded_the_stage:
                return dict.fromkeys(stages.IDS, found)
            asked |= dict.fromkeys(alike, found)
        return asked

    def ask(
        self,
        person: Person,
        case: Case,
        *,
        by: Client | None = None,
        token: str | None = None,
        **changed: object,
    ) -> Asked:
        """One call, and everything it did undone. `changed`: other ids than those it is about."""
        things = self.things[person.dialogue.id]
        with _undone(), _writes() as wrote, _acts() as acts:
            if case.is_while_open:
                things.open_the_round()
            if case.thing in STANDBY:
                things.of_risks.become(case.thing)
            if case.thing in STANDBY_VALUING:
                things.of_options.become(case.thing)
            if not person.has_second_factor:
                Authenticator.objects.filter(user=person.user).delete()
            wrote.clear()
            acts.clear()
            known = self.known(person, case) | changed
            headers = _headers(person.token if token is None else token, case)
            response = self._send(by or self.client, person, case, known, headers)
            return Asked(response, wrote, bool(acts))

    def known(self, person: Person, case: Case) -> dict[str, object]:
        """The ids a call is made with."""
        return self.things[person.dialogue.id].kwargs(case.thing)

    def _send(
        self,
        client: Client,
        person: Person,
        case: Case,
        known: dict[str, object],
        headers: dict[str, str],
    ) -> HttpResponse:
        cache.clear()
        forget_published()
        FETCHES.forget_all()
        if case.route == STREAM:
            return _listen(person)
        if "authorization" not in headers:
            client.cookies.load(person.cookies)
        entered, kind = FORMS.get(case.call, {}), MULTIPART_CONTENT
        if case.call in BODIES:
            entered, kind = BODIES[case.call], "application/json"
        send = getattr(client, case.method.lower())
        given = {} if case.method == "GET" else {"data": entered, "content_type": kind}
        try:
            return send(self.address(case.route, known), headers=headers, **given)
        finally:
            client.cookies.clear()

    def address(self, route: str, known: dict[str, object]) -> str:
        """Where a route leads with these ids."""
        found = self.routes[route]
        defaults = {"language": "zh" if route == "translation_approve" else "fr"}
        known = defaults | known
        kwargs = {name: known[name] for name in found.kwargs}
        if route.startswith("api/"):
            return "/" + found.pattern.format(**kwargs)
        return reverse(
            f"api-1:{route}" if found.pattern.startswith("api/v1/") else route, kwargs=kwargs
        )


def _tried(name: str, case: Case) -> list[list[str]]:
    """Of the stages at which the same is stated, one in turn.

    Cases and people are many: each stage is tried with each answer by some of them in each run.
    """
    if IS_WHOLE:
        return ALIKE
    turn, same = zlib.crc32(f"{case} {name}".encode()), defaultdict(list)
    for alike in ALIKE:
        same[case.stated(name, alike[0])].append(alike)
    return [found[turn % len(found)] for found in same.values()]


def _listen(person: Person) -> HttpResponse:
    """What the doorkeeper of the live stream, which stands before Django, would answer."""
    cookies = "; ".join(f"{name}={value}" for name, value in person.cookies.items())
    try:
        warrant_for(person.dialogue.id, cookies)
    except Refused as refused:
        return HttpResponse(status=refused.status)
    return HttpResponse()


def _headers(token: str, case: Case) -> dict[str, str]:
    headers = {"x-forwarded-for": "192.0.2.1"} if case.is_from_afar else {}
    if case.is_of_the_api and token:
        headers["authorization"] = f"Bearer {token}"
    return headers


def _name_of(address: str) -> str:
    try:
        return resolve(urlsplit(address).path).url_name
    except Resolver404:
        return address


@contextmanager
def _undone() -> Iterator[None]:
    """Whatever happens inside has not happened afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def _writes() -> Iterator[list[str]]:
    """The statements by which something is written."""
    written: list[str] = []

    def listen(execute, sql, params, many, context):
        if WRITES.match(sql):
            written.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        yield written


@contextmanager
def _acts() -> Iterator[list[str]]:
    """The acts of which rules ask whether the stage opens them."""
    acts: list[str] = []
    opens = stages.opens

    def listen(id_: str, act: stages.Act) -> bool:
        acts.append(act)
        return opens(id_, act)

    stages.opens = listen
    try:
        yield acts
    finally:
        stages.opens = opens
