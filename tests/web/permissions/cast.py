"""The people who knock, one of each kind, and the words by which the tables call several at once."""

import datetime as dt
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

from tests.web import world
from tracktwo_web.accounts.models import User
from tracktwo_web.api.models import Service
from tracktwo_web.api.tokens import issue_service_token, seat_token
from tracktwo_web.dialogues.cookie import Sitting, opened
from tracktwo_web.dialogues.domain.keys import revoke_keys
from tracktwo_web.dialogues.models import Dialogue, Key, Seat
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.dialogues.standing import Standing

CONSULTATION = "consultation"
DELEGATIONS = "delegations"

A = (
    "head of A",
    "member of A",
    "other member of A",
    "adviser of A",
    "interpreter of A",
    "secretary of A",
    "latecomer of A",
)
B = ("head of B", "member of B", "interpreter of B")
OFFICERS = ("officer of A", "officer of B")
SERVING = ("interpreter of A", "secretary of A", "interpreter of B")
NEUTRAL = ("convenor", "secretariat", "convenor of the consultation")
VOICES = (
    "head of A",
    "member of A",
    "other member of A",
    "adviser of A",
    "head of B",
    "member of B",
)
PLACELESS = (
    "nobody",
    "convenor of another dialogue",
    "member of another dialogue",
    "member of A, link revoked",
)
NOT_YET_IN = ("passer-by", "newcomer of A", "convenor without second factor")
PRESENT = (*NEUTRAL, "observer", *A, *B, *OFFICERS, "visitor")
SERVICES = ("service", "service of another dialogue", "service, revoked")
"""Programs; they have no browser, and only the API knows them."""
ALL = (*PLACELESS, *NOT_YET_IN, *PRESENT, *SERVICES)

GROUPS: dict[str, tuple[str, ...]] = {
    "everybody": ALL,
    "everybody present": PRESENT,
    "A": A,
    "B": B,
    "delegates": (*A, *B),
    "heads": ("head of A", "head of B"),
    "interpreters": ("interpreter of A", "interpreter of B"),
    "voices": VOICES,
    "convenors": ("convenor", "convenor of the consultation"),
    "neutral": NEUTRAL,
    "officers": OFFICERS,
    "readers of A": (*(one for one in A if one not in SERVING), "officer of A"),
    "readers of B": (*(one for one in B if one not in SERVING), "officer of B"),
    "seats": ("secretariat", "observer", *A, *B, *OFFICERS),
    "signed in": (
        "convenor",
        "convenor of the consultation",
        "convenor of another dialogue",
        "convenor without second factor",
    ),
} | {one: (one,) for one in ALL}
"""What a table may call several people. Latecomers' links were issued after the round had opened."""


@dataclass
class Person:
    """Somebody at one of the two tables, with a browser and, where they have a seat, a program."""

    name: str
    dialogue: Dialogue
    cookies: dict[str, str]
    token: str = ""
    sitting: Sitting | None = None
    user: User | None = None
    has_second_factor: bool = True


def seat_everybody(
    delegations: Dialogue, consultation: Dialogue, other: Dialogue
) -> dict[str, Person]:
    """The whole cast, in the order of `ALL`."""
    people = [
        *_delegates(delegations),
        *_convenors(delegations, consultation, other),
        *_strangers(delegations, consultation, other),
        *_services(delegations, other),
    ]
    found = {person.name: person for person in people}
    return {name: found[name] for name in ALL}


def _delegates(dialogue: Dialogue) -> list[Person]:
    """Everybody who holds a link of the dialogue among delegations."""
    named = {
        f"{role} of {letter}": world.seat_of(dialogue, role, side)
        for letter, side in (("A", "nato"), ("B", "china"))
        for role in (Role.HEAD, Role.MEMBER, Role.ADVISER, Role.INTERPRETER, Role.SECRETARY)
        if f"{role} of {letter}" in PRESENT
    }
    named["other member of A"] = dialogue.seats.filter(
        role=Role.MEMBER, side__code="nato"
    ).order_by("label")[1]
    named["secretariat"] = world.seat_of(dialogue, Role.SECRETARIAT)
    named["observer"] = world.seat_of(dialogue, Role.OBSERVER)
    named["officer of A"] = world.a_seat(dialogue, Role.OFFICER, "nato", label="N-watch")
    named["officer of B"] = world.a_seat(dialogue, Role.OFFICER, "china", label="C-watch")
    named["newcomer of A"] = world.a_seat(dialogue, Role.MEMBER, "nato", label="N-new")
    named["member of A, link revoked"] = world.a_seat(dialogue, Role.MEMBER, "nato", label="N-gone")
    named["latecomer of A"] = world.a_seat(dialogue, Role.MEMBER, "nato", label="N-late")
    people = [_seated(name, seat) for name, seat in named.items()]
    named["newcomer of A"].acceptances.all().delete()
    revoke_keys(named["member of A, link revoked"], now=timezone.now())
    late = timezone.now() + dt.timedelta(hours=1)
    Key.objects.filter(seat=named["latecomer of A"], revoked_at=None).update(issued_at=late)
    return people


def _convenors(delegations: Dialogue, consultation: Dialogue, other: Dialogue) -> list[Person]:
    return [
        _signed_in("convenor", delegations, delegations.convenor),
        _signed_in("convenor of the consultation", consultation, consultation.convenor),
        _signed_in("convenor of another dialogue", delegations, other.convenor),
        _signed_in("convenor without second factor", delegations, delegations.convenor, bare=True),
    ]


def _strangers(delegations: Dialogue, consultation: Dialogue, other: Dialogue) -> list[Person]:
    """Those whom the dialogue does not know, or does not know yet."""
    guest = _seated("member of another dialogue", world.seat_of(other, Role.MEMBER, "nato"))
    guest.dialogue = delegations
    visitor = Client(headers={"host": "localhost"})
    visitor.post(f"/d/{consultation.id}/join", {"side": "nato"})
    return [
        Person("nobody", delegations, {}),
        guest,
        Person("passer-by", consultation, {}),
        Person("visitor", consultation, _cookies(visitor)),
    ]


def _services(dialogue: Dialogue, other: Dialogue) -> list[Person]:
    """Programs that the convenor lets read; one was let, and is no longer."""
    tokens = {
        "service": issue_service_token(dialogue, "archive"),
        "service of another dialogue": issue_service_token(other, "archive"),
        "service, revoked": issue_service_token(dialogue, "former archive"),
    }
    gone = Service.objects.filter(name="former archive")
    gone.update(revoked_on=timezone.localdate())
    return [Person(name, dialogue, {}, token) for name, token in tokens.items()]


def _seated(name: str, seat: Seat) -> Person:
    """Somebody who has opened their link, and got a token for a program."""
    client = world.seated(seat, Client(headers={"host": "localhost"}))
    sitting = opened(client.cookies["seat"].value)
    key = Key.objects.select_related("seat").get(pk=sitting.key)
    token = seat_token(Standing(seat.dialogue, sitting, key))
    return Person(name, seat.dialogue, _cookies(client), token, sitting)


def _signed_in(name: str, dialogue: Dialogue, user: User, *, bare: bool = False) -> Person:
    """Somebody with an account; the second factor of who is to have none is taken before each call."""
    Authenticator.objects.get_or_create(user=user, type=Authenticator.Type.TOTP, data={})
    client = Client(headers={"host": "localhost"})
    client.force_login(user)
    return Person(name, dialogue, _cookies(client), user=user, has_second_factor=not bare)


def _cookies(client: Client) -> dict[str, str]:
    return {name: morsel.value for name, morsel in client.cookies.items()}
