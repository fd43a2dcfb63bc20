"""The shapes that go in and out. Field names are those of the dialogue folder where it has them."""

import datetime as dt
import uuid
from typing import Annotated

from ninja import Schema
from pydantic import Field

Texts = dict[str, str]
Share = Annotated[float, Field(allow_inf_nan=False)]


class Problem(Schema):
    """Why a call was not carried out."""

    detail: str


class SideOut(Schema):
    """A party at the table."""

    code: str
    names: Texts
    time_zone: str


class DialogueOut(Schema):
    """A dialogue as everybody in it may see it."""

    id: uuid.UUID
    title: Texts
    note: Texts
    languages: list[str]
    k: int
    attribution: str
    stage: str
    is_open: bool
    sides: list[SideOut]


class TranslationOut(Schema):
    """A text in one language, and how far it may be relied on."""

    language: str
    text: str
    state: str


class StatementOut(Schema):
    """A statement as it exists for whoever asks."""

    id: uuid.UUID
    code: str
    state: str
    side: str | None
    about: str | None
    theme: str | None
    kind: str
    scale: str
    source: str
    version: int
    original: str
    translations: list[TranslationOut]


class StatementIn(Schema):
    """A statement proposed by the caller's side: it goes to the secretariat's desk."""

    texts: Texts
    original: str
    about: str | None = None
    theme: str | None = None
    kind: str = ""
    scale: str = "vote"
    source: str = ""


class RoundOut(Schema):
    """A round. Nothing here tells who or how many have answered."""

    id: uuid.UUID
    number: int
    title: Texts
    state: str
    opens_at: dt.datetime | None
    closes_at: dt.datetime
    quorum: int
    asks_mirror: bool
    takes_comments: bool


class QuestionOut(Schema):
    """A wording put to the vote in a round."""

    id: uuid.UUID
    statement: str
    version: int
    texts: Texts
    theme: str | None
    about: str | None
    scale: str


class AnswerIn(Schema):
    """An answer with what the caller expects of each other side, by side's code."""

    value: Share
    expected: dict[str, Share] = Field(default_factory=dict)
    mirrored: dict[str, Share] = Field(default_factory=dict)


class AnswerOut(AnswerIn):
    """An answer of the caller's own ballot."""

    question: uuid.UUID
