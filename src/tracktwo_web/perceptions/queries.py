"""What pages ask of statements, decisions and rounds. Answers are asked for elsewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.http import Http404

from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.rules import is_neutral
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.perceptions.likeness import Near, nearest
from tracktwo_web.perceptions.models import (
    Decision,
    Question,
    Round,
    Statement,
    StatementState,
    Translation,
    Version,
)
from tracktwo_web.perceptions.rules import is_author, is_of_its_room
from tracktwo_web.rounds.states import RoundState


@dataclass(frozen=True)
class Shown:
    """A statement as somebody may see it: in the newest wording, or in the last one put to the vote."""

    statement: Statement
    version: Version
    is_newest: bool

    @property
    def translations(self) -> list[Translation]:
        """The original first, then the others."""
        return sorted(
            self.version.translations.all(),
            key=lambda one: (one.language != self.version.original, one.language),
        )


NearShown = tuple[Near[UUID], Shown]


def visible_statements(standing: Standing) -> list[Shown]:
    """The statements of a dialogue that exist for whoever asks, the listed ones by code."""
    shown = (as_shown(standing, one) for one in statements_of(standing.dialogue))
    return sorted(filter(None, shown), key=lambda one: (not one.statement.code, one.statement.code))


def find_statement(standing: Standing, statement_id: UUID) -> Shown:
    """One statement; `Http404` where it does not exist for whoever asks."""
    statement = statements_of(standing.dialogue).filter(pk=statement_id).first()
    shown = as_shown(standing, statement) if statement else None
    if shown is None:
        raise Http404
    return shown


def as_shown(standing: Standing, statement: Statement) -> Shown | None:
    """A statement as far as it exists for whoever asks; None where it does not."""
    versions: list[Version] = sorted(statement.versions.all(), key=lambda one: -one.number)
    if sees_newest(standing, statement):
        return Shown(statement, versions[0], is_newest=True)
    asked = next((one for one in versions if one.is_asked), None)  # type: ignore[attr-defined]
    return Shown(statement, asked, is_newest=False) if asked else None


def sees_newest(standing: Standing, statement: Statement) -> bool:
    """Whether somebody sees what a statement says now, and not only what was put to the vote."""
    if statement.state == StatementState.ACCEPTED or is_of_its_room(standing, statement):
        return True
    if statement.state in (StatementState.PROPOSED, StatementState.MERGED):
        return is_neutral(standing)
    return is_author(standing, statement)


def statements_of(dialogue: Dialogue) -> QuerySet[Statement]:
    """A dialogue's statements with all their wordings, in three queries whatever their number."""
    asked = Question.objects.filter(version=OuterRef("pk"), round__opened_at__isnull=False)
    versions = Version.objects.annotate(is_asked=Exists(asked)).prefetch_related("translations")
    return dialogue.statements.select_related("side", "about", "theme").prefetch_related(
        Prefetch("versions", versions)
    )


def listed_versions(dialogue: Dialogue) -> list[Version]:
    """The newest wordings of the statements on the list, by code: those a round may ask."""
    listed = statements_of(dialogue).filter(state=StatementState.ACCEPTED).order_by("code")
    newest = [max(one.versions.all(), key=lambda version: version.number) for one in listed]
    for statement, version in zip(listed, newest, strict=True):
        version.statement = statement
    return newest


def near_statements(
    standing: Standing, texts: Mapping[str, str], *, but: Statement | None = None
) -> list[NearShown]:
    """Statements close to a wording, among those that whoever asks may see."""
    return near_among(visible_statements(standing), texts, but=but)


def near_among(
    visible: Iterable[Shown], texts: Mapping[str, str], *, but: Statement | None = None
) -> list[NearShown]:
    """Statements close to a wording, among some that were found already."""
    others = {
        shown.statement.id: shown
        for shown in visible
        if shown.statement != but and shown.statement.state in _COUNTS
    }
    near = nearest(texts, {key: shown.version.texts for key, shown in others.items()})
    return [(one, others[one.key]) for one in near]


_COUNTS = frozenset(
    {
        StatementState.DRAFT,
        StatementState.RETURNED,
        StatementState.PROPOSED,
        StatementState.ACCEPTED,
    }
)


def on_the_desk(dialogue: Dialogue) -> QuerySet[Statement]:
    """The proposed statements, in an order that says nothing about when they came."""
    return statements_of(dialogue).filter(state=StatementState.PROPOSED).order_by("id")


def log_of(dialogue: Dialogue) -> QuerySet[Decision]:
    """Every decision of the desk, the newest first."""
    return (
        Decision.objects.filter(version__statement__dialogue=dialogue)
        .select_related("version__statement__side", "into")
        .order_by("-number")
    )


def decisions_about(statement: Statement) -> QuerySet[Decision]:
    """What was decided about a statement, the newest first."""
    return (
        Decision.objects.filter(version__statement=statement)
        .select_related("into", "version")
        .order_by("-number")
    )


def returned_to(standing: Standing) -> list[Statement]:
    """The statements that came back to their author, who alone is told."""
    if standing.side is None:
        return []
    returned = standing.dialogue.statements.filter(
        state=StatementState.RETURNED, side=standing.side
    )
    return [one for one in returned if is_author(standing, one)]


def rounds_of(dialogue: Dialogue) -> QuerySet[Round]:
    """The rounds, the newest first."""
    return dialogue.rounds.order_by("-number")


def open_round_of(dialogue: Dialogue) -> Round | None:
    """The round that closes first among those open now."""
    return dialogue.rounds.filter(state=RoundState.OPEN).order_by("closes_at").first()


def questions_of(one: Round) -> QuerySet[Question]:
    """The questions of a round with their wordings, in the order of the plan."""
    return (
        one.questions.select_related("version__statement__about", "version__statement__theme")
        .prefetch_related("version__translations")
        .order_by("position")
    )


def by_theme(shown: Iterable[Shown]) -> list[tuple[str, list[Shown]]]:
    """Statements under their themes, in the order of the dialogue's themes; those without one last."""
    groups: dict[tuple[int, str], list[Shown]] = {}
    for one in shown:
        theme = one.statement.theme
        key = (theme.position, str(theme)) if theme else (1_000_000, "")
        groups.setdefault(key, []).append(one)
    return [(name, groups[position, name]) for position, name in sorted(groups)]
