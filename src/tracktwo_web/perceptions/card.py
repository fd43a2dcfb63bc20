"""The card on which a question is answered, and the page around it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, pgettext

from tracktwo.dialogue import Scale
from tracktwo_web.dialogues.doors import find_standing
from tracktwo_web.kit.tokens import token_of
from tracktwo_web.kit.turns import in_turn
from tracktwo_web.perceptions.ballot_form import GUESS, MIRROR
from tracktwo_web.perceptions.paper import Asked, Paper, PaperSide
from tracktwo_web.perceptions.sheet import SLOTS, Sheet, printed
from tracktwo_web.perceptions.voter import Voter

PERSONAL_COOKIES = ("sessionid", "messages")
"""With one of these a page may say more than to others of the same side: it is written anew."""


@dataclass(frozen=True)
class Entered:
    """What a card is to show as entered: an answer recorded before, or one that was refused."""

    vote: str = ""
    guesses: Mapping[str, str] = field(default_factory=dict)
    """By the names of their fields."""
    comment: str = ""
    problem: str = ""


@dataclass(frozen=True)
class Choice:
    """An answer to choose, with the key that picks it."""

    value: str
    label: str
    key: str
    is_chosen: bool


@dataclass(frozen=True)
class Guess:
    """A prediction to make about a side."""

    side: PaperSide
    name: str
    value: str


NOTHING = Entered()


def card(
    request: HttpRequest,
    voter: Voter,
    paper: Paper,
    question: Asked | None,
    *,
    done: int,
    entered: Entered = NOTHING,
) -> SafeString:
    """A question's card; without one, the word that all questions are answered."""

    def render() -> str:
        if question is None:
            return render_to_string(
                "perceptions/answer_done.html", {"paper": paper, "slots": SLOTS}
            )
        return render_to_string(
            "perceptions/answer_card.html", _on_the_card(voter, paper, question, entered)
        )

    if entered is NOTHING:
        key = ("card", question and question.id, voter.side, get_language())
        sheet = printed(paper.printed, key, render)
    else:
        sheet = Sheet.of(render())
    total = len(paper.asked)
    progress = gettext("%(done)s of %(total)s answered") % {"done": done, "total": total}
    return sheet.filled(token=token_of(request), done=str(done), progress=progress)


def page(
    request: HttpRequest, voter: Voter, paper: Paper, shown: SafeString, *, said: str = ""
) -> SafeString:
    """The page around a card: the same for everybody of a role, side and language."""

    def render() -> str:
        find_standing(request, paper.dialogue_id)
        context = {"paper": paper, "closes_at": voter.closes_at, "slots": SLOTS}
        return render_to_string(
            "perceptions/answer.html", context | {"csrf_token": SLOTS["token"]}, request
        )

    key = ("page", voter.role, voter.side, voter.stage, voter.closes_at, get_language())
    if request.COOKIES.keys().isdisjoint(PERSONAL_COOKIES):
        sheet = printed(paper.printed, key, render)
    else:
        sheet = Sheet.of(render())
    return sheet.filled(token=token_of(request), card=shown, said=said)


def _on_the_card(
    voter: Voter, paper: Paper, question: Asked, entered: Entered
) -> dict[str, object]:
    address = {"dialogue_id": paper.dialogue_id, "round_id": paper.round_id}
    others = in_turn(paper.others(voter.side), str(question.id))
    asks_mirror = paper.asks_mirror and voter.side is not None
    return {
        "paper": paper,
        "question": question,
        "action": reverse("question", kwargs={**address, "question_id": question.id}),
        "slots": SLOTS,
        "choices": _choices(question, entered.vote),
        "guesses": _guesses(others, GUESS, entered),
        "mirrors": _guesses(others, MIRROR, entered) if asks_mirror else [],
        "has_two_sides": voter.side is not None and len(others) == 1,
        "ends": _ends(question.scale),
        "entered": entered,
    }


def _choices(question: Asked, chosen: str) -> list[Choice]:
    if not question.scale.is_vote:
        steps = map(str, question.steps)
        return [Choice(step, step, step, is_chosen=step == chosen) for step in steps]
    votes = (
        ("1", pgettext("vote", "Agree"), "a"),
        ("0", pgettext("vote", "Pass"), "p"),
        ("-1", pgettext("vote", "Disagree"), "d"),
    )
    return [Choice(value, label, key, is_chosen=value == chosen) for value, label, key in votes]


def _guesses(sides: list[PaperSide], kind: str, entered: Entered) -> list[Guess]:
    names = [(side, f"{kind}-{side.code}") for side in sides]
    return [Guess(side, name, entered.guesses.get(name, "")) for side, name in names]


def _ends(scale: Scale) -> dict[str, str]:
    """Attributes of a prediction's fields."""
    if scale.is_vote:
        return {"low": "0", "high": "100", "step": "5"}
    return {"low": plain(scale.low), "high": plain(scale.high), "step": "0.5"}


def plain(value: float) -> str:
    """A number as a form field holds it: `1`, not `1.0`."""
    return f"{value:.10g}"
