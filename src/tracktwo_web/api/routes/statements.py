"""Statements: those that exist for the caller, and proposing one."""

import uuid

from django.http import HttpRequest
from ninja import Router, Status

from tracktwo.dialogue import Scale
from tracktwo.errors import InputError
from tracktwo_web.api.doors import Caller, enter
from tracktwo_web.api.errors import NotAllowed, Refusal
from tracktwo_web.api.routes.dialogue import REFUSALS
from tracktwo_web.api.schemas import Problem, StatementIn, StatementOut, TranslationOut
from tracktwo_web.dialogues.models import Dialogue, Side, Theme
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.perceptions.domain.statements import Wording, draft_statement, submit_statement
from tracktwo_web.perceptions.queries import Shown, find_statement, visible_statements
from tracktwo_web.perceptions.rules import may_propose

router = Router(tags=["statements"])


@router.get("/dialogues/{dialogue_id}/statements", response={200: list[StatementOut], **REFUSALS})
def list_statements(request: HttpRequest, dialogue_id: uuid.UUID) -> list[StatementOut]:
    """The statements on the list, and those of the caller's own side on their way to it."""
    standing = _as_standing(enter(request, dialogue_id))
    return [_described(shown) for shown in visible_statements(standing)]


@router.get(
    "/dialogues/{dialogue_id}/statements/{statement_id}", response={200: StatementOut, **REFUSALS}
)
def read_statement(
    request: HttpRequest, dialogue_id: uuid.UUID, statement_id: uuid.UUID
) -> StatementOut:
    """One statement in the wording that the caller may see."""
    return _described(find_statement(_as_standing(enter(request, dialogue_id)), statement_id))


@router.post(
    "/dialogues/{dialogue_id}/statements", response={201: StatementOut, 400: Problem, **REFUSALS}
)
def propose_statement(
    request: HttpRequest, dialogue_id: uuid.UUID, proposed: StatementIn
) -> Status[StatementOut]:
    """Propose a statement for the caller's side. It goes straight to the secretariat's desk."""
    standing = enter(request, dialogue_id).seated
    if not may_propose(standing):
        raise NotAllowed("this seat proposes no statement at this stage")
    statement = draft_statement(
        standing.dialogue,
        _worded(standing.dialogue, proposed),
        side=standing.side,
        author=standing.root,
    )
    submit_statement(statement)
    return Status(201, _described(find_statement(standing, statement.id)))


def _as_standing(caller: Caller) -> Standing:
    """A service sees what an observer sees: what is on the list."""
    return caller.standing or Standing(caller.dialogue)


def _worded(dialogue: Dialogue, proposed: StatementIn) -> Wording:
    texts = {code: text.strip() for code, text in proposed.texts.items() if text.strip()}
    foreign = set(texts) - set(dialogue.languages)
    if foreign:
        raise Refusal(f"not a language of this dialogue: {', '.join(sorted(foreign))}")
    if proposed.original not in texts:
        raise Refusal("texts must hold the text in its original language")
    if any(len(text) > 600 for text in texts.values()):
        raise Refusal("a statement has at most 600 characters")
    return Wording(
        texts=texts,
        original=proposed.original,
        theme=_theme(dialogue, proposed.theme),
        about=_side(dialogue, proposed.about),
        kind=proposed.kind[:24],
        scale=_scale(proposed.scale),
        source=proposed.source[:200],
    )


def _side(dialogue: Dialogue, code: str | None) -> Side | None:
    if not code:
        return None
    side = dialogue.sides.filter(code=code).first()
    if side is None:
        raise Refusal(f"no side has the code {code!r}")
    return side


def _theme(dialogue: Dialogue, code: str | None) -> Theme | None:
    if not code:
        return None
    theme = dialogue.themes.filter(code=code).first()
    if theme is None:
        raise Refusal(f"no theme has the code {code!r}")
    return theme


def _scale(text: str) -> str:
    try:
        return str(Scale.parse(text))
    except InputError as error:
        raise Refusal(str(error)) from None


def _described(shown: Shown) -> StatementOut:
    statement = shown.statement
    return StatementOut(
        id=statement.id,
        code=statement.code,
        state=statement.state,
        side=statement.side.code if statement.side else None,
        about=statement.about.code if statement.about else None,
        theme=statement.theme.code if statement.theme else None,
        kind=statement.kind,
        scale=statement.scale,
        source=statement.source,
        version=shown.version.number,
        original=shown.version.original,
        translations=[
            TranslationOut(language=one.language, text=one.text, state=one.state)
            for one in shown.translations
        ],
    )
