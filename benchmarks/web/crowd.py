"""Five thousand seated people in a round that is half under way, as the load generators need them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

SEATS, STATEMENTS, ANSWERED = 5_000, 200, 20
CSRF = "a" * 32


@dataclass(frozen=True)
class Person:
    """A browser: its cookies, and the addresses of what it has not answered, in its own order."""

    cookies: str
    addresses: tuple[str, ...]


@dataclass(frozen=True)
class Crowd:
    """Everybody, and the address at which each asks for the next statement."""

    round_id: Any
    next_address: str
    people: tuple[Person, ...]

    def write(self, path: Path) -> None:
        """One line a person, for wrk's script."""
        with path.open("w") as lines:
            for one in self.people:
                lines.write("\t".join((one.cookies, *one.addresses[:40])) + "\n")


def gather() -> Crowd:
    """Make the dialogue in Django's own database."""
    from django.utils import timezone

    from tracktwo_web.accounts.models import User
    from tracktwo_web.dialogues.domain.convene import DialoguePlan, SidePlan, convene
    from tracktwo_web.perceptions.domain.rounds import RoundPlan, open_round, plan_round
    from tracktwo_web.perceptions.paper import paper_of

    sides = [SidePlan("nato", {"en": "NATO experts"}), SidePlan("china", {"en": "Chinese experts"})]
    plan = DialoguePlan(
        {"en": "A dialogue under load"}, sides, procedure={"en": "Nobody is quoted."}
    )
    dialogue = convene(plan, User.objects.create_user("load@" + "example.org"))
    dialogue.stage = "perceive"
    dialogue.save()
    issued = timezone.now()
    seats = list(_seats(dialogue, issued))
    opens = issued + timedelta(seconds=1)
    planned = plan_round(dialogue, RoundPlan(opens + timedelta(days=7)), _statements(dialogue))
    one = open_round(planned, now=opens)
    paper = paper_of(one.id)
    base = f"/d/{dialogue.id}/rounds/{one.id}/answer/"
    people = tuple(_people(seats, paper, base))
    return Crowd(one.id, base, people)


def _seats(dialogue: Any, issued: Any) -> Iterator[tuple[Any, Any]]:
    """Seats with a live key and accepted rules, with the sitting of whoever opened each."""
    from tracktwo_web.dialogues.cookie import Sitting
    from tracktwo_web.dialogues.models import Acceptance, Key, Seat
    from tracktwo_web.dialogues.roles import Role
    from tracktwo_web.dialogues.secrets import Root, locator, new_secret

    sides, procedure = list(dialogue.sides.all()), dialogue.procedures.get()
    seats = [
        Seat(dialogue=dialogue, side=sides[i % 2], role=Role.MEMBER, label=f"S-{i}")
        for i in range(SEATS)
    ]
    keys, roots = [], []
    for seat in seats:
        secret = new_secret()
        roots.append(Root.of(secret))
        keys.append(
            Key(seat=seat, locator=locator(secret), verifier=roots[-1].verifier, issued_at=issued)
        )
    Seat.objects.bulk_create(seats, batch_size=1000)
    Key.objects.bulk_create(keys, batch_size=1000)
    Acceptance.objects.bulk_create(
        [Acceptance(seat=seat, procedure=procedure) for seat in seats], batch_size=1000
    )
    for seat, key, root in zip(seats, keys, roots, strict=True):
        yield seat, Sitting(root, key.id)


def _statements(dialogue: Any) -> list[Any]:
    from tracktwo_web.perceptions.models import Statement, StatementState, Translation, Version

    sides = list(dialogue.sides.all())
    versions = []
    for i in range(STATEMENTS):
        statement = Statement.objects.create(
            dialogue=dialogue, code=f"s{i}", about=sides[i % 2], state=StatementState.ACCEPTED
        )
        version = Version.objects.create(statement=statement, number=1, original="en")
        text = f"Statement number {i} of this long list says something about one of the two sides."
        Translation.objects.create(version=version, language="en", text=text, state="authentic")
        versions.append(version)
    return versions


def _people(seats: list[tuple[Any, Any]], paper: Any, base: str) -> Iterator[Person]:
    """Each has answered the first twenty statements of the own order."""
    from tracktwo_web.perceptions.models import Answer
    from tracktwo_web.perceptions.order import order_of

    rows = []
    for number, (seat, sitting) in enumerate(seats):
        ballot = sitting.root.ballot(paper.round_id)
        order = [paper.asked[place] for place in order_of(paper.about, ballot)]
        expected = {"china" if seat.side.code == "nato" else "nato": 0.5}
        rows += [
            Answer(
                question_id=question.id,
                ballot=ballot,
                side=seat.side,
                value=number % 3 - 1,
                expected=expected,
            )
            for question in order[:ANSWERED]
        ]
        kept = sitting.having_answered(paper.round_id).sealed()
        cookies = f"seat={sitting.sealed()}; waits={kept}; csrftoken={CSRF}"
        yield Person(cookies, tuple(f"{base}{question.id}/" for question in order[ANSWERED:]))
    Answer.objects.bulk_create(rows, batch_size=1000)


def body(side: int) -> str:
    """What a browser sends: an answer with a prediction for the other side."""
    other = ("china", "nato")[side]
    return f"vote=1&guess-{other}=60&comment=&go=save&csrfmiddlewaretoken={CSRF}"


def described() -> str:
    return json.dumps({"seats": SEATS, "statements": STATEMENTS, "answers": SEATS * ANSWERED})
