"""What calls are about: rooms, statements and rounds in each state, by the words of the tables."""

import datetime as dt
import gzip
from dataclasses import dataclass
from functools import partial

from django.utils import timezone

from tests.web import world
from tests.web.insights.worlds import AGREED, SPLIT, cast
from tests.web.perceptions.making import a_draft, a_proposal
from tests.web.permissions.things_of_lines import lay_out_lines
from tests.web.permissions.things_of_maps import lay_out_maps
from tests.web.permissions.things_of_options import OfOptions, lay_out_options
from tests.web.permissions.things_of_reports import lay_out_reports
from tests.web.permissions.things_of_risks import OfRisks, lay_out_risks
from tests.web.permissions.things_of_roadmaps import lay_out_roadmap
from tests.web.permissions.things_of_texts import lay_out_texts
from tracktwo._typing import silent
from tracktwo.analysis import to_json
from tracktwo_web.accounts.domain.sign_in import sign_in_path
from tracktwo_web.api.models import Service
from tracktwo_web.api.tokens import issue_service_token
from tracktwo_web.dialogues.domain.announce import announce
from tracktwo_web.dialogues.domain.keys import issue_key
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.dialogues.secrets import Root
from tracktwo_web.insights.domain.compute import analysed
from tracktwo_web.insights.domain.snapshot import freeze
from tracktwo_web.insights.models import Progress, ReportFile, Result
from tracktwo_web.perceptions.domain.rounds import RoundPlan, plan_round, release_round
from tracktwo_web.perceptions.models import Round, Statement, StatementState, Version
from tracktwo_web.rounds.states import RoundState


@dataclass(frozen=True)
class Thing:
    """Something with an address: what its routes are called with, beside the dialogue."""

    kwargs: dict[str, object]


@dataclass(frozen=True)
class Things:
    """Everything that lies on one table."""

    dialogue: Dialogue
    by_name: dict[str, Thing]
    standby: Round
    """The round that is open where a call is about an open round, and planned otherwise."""
    of_risks: OfRisks
    of_options: OfOptions

    def kwargs(self, name: str) -> dict[str, object]:
        """What a route about something of that name is called with."""
        return self.by_name[name].kwargs | {"dialogue_id": self.dialogue.id}

    def know_of(self, other: "Things") -> None:
        """Let calls be about what lies on another table."""
        self.by_name["round of another dialogue"] = other.by_name["released round"]
        self.by_name["statement of another dialogue"] = other.by_name["listed statement of A"]
        self.by_name["risk of another dialogue"] = other.by_name["risk"]
        self.by_name["estimates of another dialogue"] = other.by_name["released estimates"]
        self.by_name["option of another dialogue"] = other.by_name["option"]
        self.by_name["valuing of another dialogue"] = other.by_name["released valuing"]
        self.by_name["text of another dialogue"] = other.by_name["published text"]

    def open_the_round(self) -> None:
        Round.objects.filter(pk=self.standby.pk).update(
            state=RoundState.OPEN, opened_at=timezone.now()
        )


def lay_out(dialogue: Dialogue, author: Root | None) -> Things:
    """Put on the table one of everything. `author` is the seat of A that writes A's statements."""
    listed = [world.a_statement(dialogue, f"c0{i}") for i in (1, 2, 3)]
    rounds = _rounds(dialogue, listed)
    of_risks = lay_out_risks(dialogue)
    of_options = lay_out_options(dialogue)
    by_name = {
        "": Thing({}),
        **_of_accounts(dialogue),
        **_rooms(dialogue),
        **_statements(dialogue, author, listed),
        **_of_the_office(dialogue),
        **{f"{name} round": _round(one) for name, one in rounds.items()},
        **{name: Thing(ids) for name, ids in of_risks.kwargs.items()},
        **{name: Thing(ids) for name, ids in of_options.kwargs.items()},
        **{name: Thing(ids) for name, ids in lay_out_maps(dialogue).items()},
        **{name: Thing(ids) for name, ids in lay_out_texts(dialogue).items()},
        **{name: Thing(ids) for name, ids in lay_out_reports(dialogue, rounds["analysed"]).items()},
        **{name: Thing(ids) for name, ids in lay_out_roadmap(dialogue).items()},
        **{name: Thing(ids) for name, ids in lay_out_lines(dialogue).items()},
    }
    return Things(dialogue, by_name, rounds["open"], of_risks, of_options)


def _rooms(dialogue: Dialogue) -> dict[str, Thing]:
    sides = {side.code: side.id for side in dialogue.sides.all()}
    return {
        "room of A": Thing({"side_id": sides["nato"]}),
        "room of B": Thing({"side_id": sides["china"]}),
    }


def _statements(dialogue: Dialogue, author: Root | None, listed: list[Version]) -> dict[str, Thing]:
    draft = partial(a_draft, dialogue, author=author)
    asked = world.a_statement(dialogue, "c09")
    old = plan_round(dialogue, _plan(), [asked])
    Round.objects.filter(pk=old.pk).update(state=RoundState.VOID, opened_at=timezone.now())
    found = {
        "draft of A": draft(),
        "draft of B": a_draft(dialogue, "china"),
        "draft of the secretariat": a_draft(dialogue, ""),
        "proposal of A": a_proposal(dialogue, author=author),
        "proposal of B": a_proposal(dialogue, "china"),
        "statement returned to A": _in_state(draft(), StatementState.RETURNED),
        "withdrawn draft of A": _in_state(draft(), StatementState.WITHDRAWN),
        "merged proposal of A": _in_state(draft(), StatementState.MERGED),
        "listed statement of A": listed[0].statement,
        "listed statement of A, never asked": world.a_statement(dialogue, "c10").statement,
        "once asked, withdrawn statement of A": _in_state(
            asked.statement, StatementState.WITHDRAWN
        ),
    }
    return {name: Thing({"statement_id": one.id}) for name, one in found.items()}


def _in_state(statement: Statement, state: str) -> Statement:
    statement.state = state
    statement.save(update_fields=["state"])
    return statement


def _plan() -> RoundPlan:
    return RoundPlan(closes_at=timezone.now() + dt.timedelta(days=1))


def _rounds(dialogue: Dialogue, listed: list[Version]) -> dict[str, Round]:
    """One in each state; the open one waits, planned, until a call is about it."""
    names = ("planned", "open", "closed", "released", "analysed", "void")
    rounds = {name: plan_round(dialogue, _plan(), listed) for name in names}
    for state in (RoundState.CLOSED, RoundState.RELEASED, RoundState.VOID):
        Round.objects.filter(pk=rounds[state].pk).update(state=state, opened_at=timezone.now())
    _analyse(rounds["analysed"])
    return rounds


def _analyse(one: Round) -> None:
    """Answers of both sides, released, and what the library finds in them; nothing is drawn."""
    for side, row in [("nato", AGREED), ("china", SPLIT)] * 4:
        cast(list(one.questions.order_by("position")), side, row)
    Round.objects.filter(pk=one.pk).update(state=RoundState.CLOSED, opened_at=timezone.now())
    release_round(one, timezone.now())
    result = Result.objects.get(snapshot__round=one)
    found = analysed(bytes(freeze(result.snapshot).content or b""), silent)
    result.state, result.document = Progress.DONE, to_json(found, with_participants=False)
    result.save(update_fields=["state", "document"])
    ReportFile.objects.create(
        result=result, language="fr", content=gzip.compress("<p>Trouvé.</p>".encode())
    )


def _round(one: Round) -> Thing:
    return Thing({"round_id": one.id, "question_id": one.questions.order_by("position")[0].id})


def _of_accounts(dialogue: Dialogue) -> dict[str, Thing]:
    path = sign_in_path(dialogue.convenor, now=timezone.now())
    return {
        "sign-in link": Thing({"token": path.rsplit("/", 1)[1]}),
        "unknown sign-in link": Thing({"token": "unknown"}),
        "unknown password link": Thing({"uidb36": "1", "key": "unknown"}),
        "unknown passkey": Thing({"pk": 1}),
    }


def _of_the_office(dialogue: Dialogue) -> dict[str, Thing]:
    taken = world.a_seat(dialogue, Role.OBSERVER, label="O-taken")
    spare = world.a_seat(dialogue, Role.OBSERVER, label="O-spare")
    spare.keys.all().delete()
    issue_service_token(dialogue, "reader")
    return {
        "announcement": Thing({"announcement_id": announce(dialogue, {"en": "Welcome."}).id}),
        "seat": Thing({"seat_id": spare.id}),
        "live link": Thing({"secret": issue_key(taken, now=timezone.now()).secret}),
        "unknown link": Thing({"secret": "no such secret"}),
        "side": Thing({"code": "nato"}),
        "service": Thing({"service_id": Service.objects.get(dialogue=dialogue, name="reader").id}),
    }
