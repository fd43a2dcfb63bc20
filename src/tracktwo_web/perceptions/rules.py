"""Who may do what with statements and rounds."""

from tracktwo_web.dialogues import stages
from tracktwo_web.dialogues.domain.enter_later import is_blind
from tracktwo_web.dialogues.roles import DRAFTERS, VOICES, Role
from tracktwo_web.dialogues.rules import is_head, is_neutral, is_present, sits_on
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.perceptions.models import Statement, StatementState, TranslationState

# Statements ------------------------------------------------------------------------------------


def may_propose(standing: Standing) -> bool:
    """A delegate for the own side, the secretariat for nobody's, while the stage is open to it."""
    is_open = stages.opens(standing.dialogue.stage, stages.Act.PROPOSE)
    return is_open and (standing.role in DRAFTERS or is_neutral(standing))


def is_of_its_room(standing: Standing, statement: Statement) -> bool:
    """Whether this is where the statement is written: its side's room, or the secretariat."""
    if statement.side is None:
        return is_neutral(standing)
    return sits_on(standing, statement.side)


def is_author(standing: Standing, statement: Statement) -> bool:
    """Whether this very seat wrote it; nobody else can tell."""
    if standing.sitting is None or not statement.author_mark:
        return False
    return standing.root.mark(author_mark_for(statement)) == statement.author_mark


def author_mark_for(statement: Statement) -> str:
    """The use for which an author's mark is derived."""
    return f"author {statement.id}"


CHANGEABLE = frozenset(
    {
        StatementState.DRAFT,
        StatementState.PROPOSED,
        StatementState.RETURNED,
        StatementState.ACCEPTED,
    }
)
"""States in which a statement may still be changed; what is merged or withdrawn stays so."""
UNSENT = frozenset({StatementState.DRAFT, StatementState.RETURNED})
"""States in which it waits for its side, not for the secretariat."""


def may_change(standing: Standing, statement: Statement) -> bool:
    return (
        may_propose(standing)
        and is_of_its_room(standing, statement)
        and statement.state in CHANGEABLE
    )


def may_submit(standing: Standing, statement: Statement) -> bool:
    return may_change(standing, statement) and statement.state in UNSENT


def may_withdraw(standing: Standing, statement: Statement) -> bool:
    """Anybody of its room before it was on the list; from then on the head, unless a round is open.

    What only one seat may do would show, in the order of writing, when that seat was here.
    """
    if not is_of_its_room(standing, statement) or statement.state not in CHANGEABLE:
        return False
    is_anybodys = not statement.code or statement.side is None
    return is_anybodys or (is_head(standing) and not is_blind(standing))


def may_decide(standing: Standing, statement: Statement) -> bool:
    """Whether it lies on the desk of whoever asks."""
    return is_neutral(standing) and statement.state == StatementState.PROPOSED


# Translations ----------------------------------------------------------------------------------


def is_interpreter(standing: Standing) -> bool:
    return standing.role == Role.INTERPRETER


def may_translate(standing: Standing, statement: Statement) -> bool:
    """Interpreters and the secretariat what they see; delegates what their own side still drafts."""
    if statement.state not in CHANGEABLE:
        return False
    if is_interpreter(standing) or is_neutral(standing):
        return True
    return may_change(standing, statement) and statement.state in UNSENT


def may_review(standing: Standing, statement: Statement) -> bool:
    """Say that a translation was read against the original."""
    can_read_both = is_interpreter(standing) or is_neutral(standing)
    return can_read_both and statement.state in CHANGEABLE


def may_authenticate(standing: Standing, statement: Statement, state: str) -> bool:
    """Say for a side that a reviewed translation is as good as the original: head or interpreter."""
    speaks_for_a_side = is_head(standing) or is_interpreter(standing)
    return (
        speaks_for_a_side
        and statement.state == StatementState.ACCEPTED
        and state == TranslationState.REVIEWED
    )


# Rounds ----------------------------------------------------------------------------------------

may_see_rounds = is_present
may_run_rounds = is_neutral
may_run_desk = is_neutral


def may_answer_at_this_stage(standing: Standing) -> bool:
    return stages.opens(standing.dialogue.stage, stages.Act.ANSWER)


def may_answer_in_rounds(standing: Standing) -> bool:
    """Whether this seat has a voice; visitors of an open consultation have one too."""
    return standing.role in VOICES or (standing.dialogue.is_open and standing.role == Role.PUBLIC)


# The joint reading -----------------------------------------------------------------------------


def may_read_mirror(standing: Standing) -> bool:
    """Everybody who may read results."""
    return standing.is_present and stages.opens(standing.dialogue.stage, stages.Act.READ_RESULTS)


def speaks_for_side(standing: Standing) -> bool:
    """The head of a delegation, or its secretary on the head's behalf."""
    return standing.role in (Role.HEAD, Role.SECRETARY)


def may_classify(standing: Standing) -> bool:
    """Say a side's word, while the stage opens it and no round is open."""
    is_its_stage = stages.opens(standing.dialogue.stage, stages.Act.CLASSIFY)
    return speaks_for_side(standing) and is_its_stage and not is_blind(standing)


def may_clarify(standing: Standing, statement: Statement) -> bool:
    """The side that a statement is about explains itself."""
    return may_classify(standing) and statement.about == standing.side
