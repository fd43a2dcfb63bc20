"""Dialogues for tests, made as the platform itself makes them."""

import datetime as dt
from collections.abc import Iterable

from django.test import Client
from django.utils import timezone

from tracktwo_web.accounts.models import User
from tracktwo_web.dialogues.domain.convene import DialoguePlan, SidePlan, convene
from tracktwo_web.dialogues.domain.keys import issue_key, issue_keys
from tracktwo_web.dialogues.models import Acceptance, Dialogue, Seat
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.perceptions.domain.rounds import RoundPlan, open_round, plan_round
from tracktwo_web.perceptions.models import (
    Round,
    Statement,
    StatementState,
    Translation,
    TranslationState,
    Version,
)

SIDES = ("nato", "china")
PER_SIDE = (Role.HEAD, Role.MEMBER, Role.MEMBER, Role.ADVISER, Role.INTERPRETER, Role.SECRETARY)


def a_user(name: str = "convenor") -> User:
    return User.objects.create_user(f"{name}@" + "example.org", "correct horse battery")


def a_dialogue(*, convenor: User | None = None, stage: str = "perceive", **plan) -> Dialogue:
    """A dialogue of two sides with every role seated, links issued, rules accepted."""
    plan = {
        "title": {"en": "A dialogue", "zh": "对话", "fr": "Un dialogue"},
        "sides": [
            SidePlan(
                "nato",
                {"en": "NATO experts", "zh": "北约专家", "fr": "Experts OTAN"},
                "Europe/Brussels",
            ),
            SidePlan(
                "china",
                {"en": "Chinese experts", "zh": "中国专家", "fr": "Experts chinois"},
                "Asia/Shanghai",
            ),
        ],
        "languages": ["en", "zh", "fr"],
        "procedure": {
            "en": "Nobody is quoted.",
            "zh": "不得引述任何人。",
            "fr": "Personne n’est cité.",
        },
        "themes": [("values", {"en": "Values", "zh": "价值观", "fr": "Valeurs"})],
    } | plan
    dialogue = convene(DialoguePlan(**plan), convenor or a_user())
    dialogue.stage = stage
    dialogue.save()
    _seat_all(dialogue)
    return dialogue


def _seat_all(dialogue: Dialogue) -> None:
    """Everybody at once: most tests begin here."""
    seats = [
        Seat(dialogue=dialogue, side=side, role=role, label=f"{side.code[0].upper()}-{number}")
        for side in dialogue.sides.all()
        for number, role in enumerate(PER_SIDE, start=1)
    ]
    neutral = (Role.SECRETARIAT, Role.OBSERVER)
    seats += [Seat(dialogue=dialogue, role=role, label=f"{role}-") for role in neutral]
    Seat.objects.bulk_create(seats)
    newest = dialogue.procedures.order_by("-version").first()
    if newest:
        Acceptance.objects.bulk_create(Acceptance(seat=one, procedure=newest) for one in seats)
    issue_keys(seats, now=timezone.now())


def a_seat(dialogue: Dialogue, role: Role, side: str = "", *, label: str = "") -> Seat:
    """A seat that has accepted the rules in force."""
    seat = Seat.objects.create(
        dialogue=dialogue,
        side=dialogue.sides.get(code=side) if side else None,
        role=role,
        label=label or f"{role}-{side}",
    )
    newest = dialogue.procedures.order_by("-version").first()
    if newest:
        Acceptance.objects.create(seat=seat, procedure=newest)
    issue_key(seat, now=timezone.now())
    return seat


def seat_of(dialogue: Dialogue, role: Role, side: str = "") -> Seat:
    """The first seat of a role, on a side where it has one."""
    found = dialogue.seats.filter(role=role, **({"side__code": side} if side else {}))
    return found.order_by("label").first()


def seated(seat: Seat, client: Client, *, passphrase: str = "") -> Client:
    """The browser after its person has opened a fresh link and taken the seat."""
    secret = issue_key(seat, now=timezone.now(), passphrase=passphrase).secret
    answer = client.post(f"/seat/{secret}", {"passphrase": passphrase})
    assert answer.status_code == 302, answer.content.decode()
    return client


def a_statement(
    dialogue: Dialogue,
    code: str = "c01",
    *,
    side: str = "nato",
    about: str = "china",
    text: str = "",
    **fields,
) -> Version:
    """A statement on the list, with its texts in three languages."""
    statement = Statement.objects.create(
        dialogue=dialogue,
        code=code,
        side=dialogue.sides.get(code=side) if side else None,
        about=dialogue.sides.get(code=about) if about else None,
        theme=dialogue.themes.first(),
        state=StatementState.ACCEPTED,
        **fields,
    )
    version = Version.objects.create(statement=statement, number=1, original="en")
    english = text or f"Statement {code} is so."
    Translation.objects.bulk_create(
        Translation(version=version, language=language, text=words, state=state)
        for language, words, state in (
            ("en", english, TranslationState.AUTHENTIC),
            ("zh", f"陈述{code}属实。", TranslationState.REVIEWED),
            ("fr", f"L’énoncé {code} est vrai.", TranslationState.DRAFT),
        )
    )
    return version


def an_open_round(dialogue: Dialogue, versions: Iterable[Version] = (), **plan) -> Round:
    """A round about three statements (or those given), open for a day."""
    now = timezone.now()
    asked = list(versions) or [a_statement(dialogue, f"c0{i}") for i in (1, 2, 3)]
    planned = plan_round(dialogue, RoundPlan(closes_at=now + dt.timedelta(days=1), **plan), asked)
    return open_round(planned, now=now)
