"""What a joint text asks of one reader now, most urgent first: a sentence, and where to do it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from tracktwo.text import OperationKind
from tracktwo.text.standing import (
    Disagreement,
    Position,
    SilenceState,
    Situation,
    Stage,
    UnitState,
    current,
)
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.dialogues.rules import is_head, is_neutral
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.texts import rules
from tracktwo_web.texts.domain.adopt import signatures_of
from tracktwo_web.texts.models import Proposal
from tracktwo_web.texts.standpoints import heard_of, is_way_out_now
from tracktwo_web.texts.table import Table

_OVER = (Stage.ADOPTED, Stage.PUBLISHED)
_ACCEPTABLE = (UnitState.CLEAN, UnitState.AGREED_AD_REF)


@dataclass(frozen=True)
class Asked:
    """Something to do; `url` is where it is done."""

    sentence: str
    label: str
    url: str


def asked_of(standing: Standing, table: Table) -> list[Asked]:
    """Nothing for those who only read, and for all while nothing can be done."""
    if not rules.is_open_for_work(standing):
        return []
    return list(_asked(standing, table))


def asked_of_each(standing: Standing, tables: Sequence[Table]) -> list[list[Asked]]:
    """What several texts ask; whether anything can be done at all is looked up once."""
    if not rules.is_open_for_work(standing):
        return [[] for _ in tables]
    return [list(_asked(standing, one)) for one in tables]


def _asked(standing: Standing, table: Table) -> Iterator[Asked]:
    stage = rules.stage_of(table.text)
    if is_head(standing) and stage not in _OVER:
        clean = acceptable(standing, table.situations)
        yield from _of_head(standing, table, len(clean))
    if is_neutral(standing) and not rules.is_frozen(table.text):
        yield from _of_chair(table)
    reviews = is_neutral(standing) or standing.role == Role.INTERPRETER
    if reviews and stage is not Stage.PUBLISHED and len(table.now.languages) > 1:
        yield _of_reviewer(table)


def acceptable(standing: Standing, known: Mapping[str, Situation]) -> list[str]:
    """The units without brackets that the reader's side has not accepted yet."""
    side = standing.side.code if standing.side else ""
    return [
        unit
        for unit, one in known.items()
        if one.state in _ACCEPTABLE and one.parked is None and side not in one.firm + one.ad_ref
    ]


def _of_head(standing: Standing, table: Table, clean: int) -> Iterator[Asked]:
    side = standing.side.code if standing.side else ""
    if table.document.stage is Stage.UNDER_SILENCE:
        yield from _under_silence(side, table)
        return
    unheard = _unheard(side, table)
    if unheard:
        yield Asked(
            ngettext(
                "Your side has not said yet where it stands on %(n)s open point.",
                "Your side has not said yet where it stands on %(n)s open points.",
                len(unheard),
            )
            % {"n": len(unheard)},
            gettext("Begin with the first"),
            _url("text_unit", table, unheard[0]),
        )
    waiting = [one for one in table.tabled if side not in one.agreed and not _is_beside(one)]
    if waiting:
        yield Asked(
            ngettext(
                "%(n)s proposal waits for your side to agree, or not.",
                "%(n)s proposals wait for your side to agree, or not.",
                len(waiting),
            )
            % {"n": len(waiting)},
            gettext("Read the first"),
            _url("text_proposal", table, waiting[0].code),
        )
    if clean:
        yield Asked(
            ngettext(
                "%(n)s passage without brackets is not accepted by your side yet.",
                "%(n)s passages without brackets are not accepted by your side yet.",
                clean,
            )
            % {"n": clean},
            gettext("Read and accept"),
            _url("text", table) + "#accept",
        )


def _under_silence(side: str, table: Table) -> Iterator[Asked]:
    """To read before the time is over, to sign after it; nobody has to accept passage by passage."""
    silence = table.document.silence
    if silence is None or silence.state(timezone.now()) is not SilenceState.KEPT:
        yield Asked(
            gettext("The text is under silence: it is adopted unless a side speaks up in time."),
            gettext("See until when, and what it means"),
            _url("text_silence", table),
        )
    elif side in signatures_of(table.text).missing:
        yield Asked(
            gettext("Silence was kept. Sign the text for your side."),
            gettext("Read what is signed"),
            _url("text_sign", table),
        )


def _of_chair(table: Table) -> Iterator[Asked]:
    sides = set(table.codes)
    agreed = [one for one in table.tabled if sides <= set(one.agreed) and not _is_beside(one)]
    if agreed:
        yield Asked(
            ngettext(
                "Every side agrees to %(n)s proposal: it can be taken up.",
                "Every side agrees to %(n)s proposals: they can be taken up.",
                len(agreed),
            )
            % {"n": len(agreed)},
            gettext("See the first"),
            _url("text_proposal", table, agreed[0].code),
        )
    contested = len(table.tabled) - len(agreed)
    if contested:
        first = next(one for one in table.tabled if one not in agreed)
        yield Asked(
            ngettext(
                "%(n)s proposal on the table is not agreed by all.",
                "%(n)s proposals on the table are not agreed by all.",
                contested,
            )
            % {"n": contested},
            gettext("See the first"),
            _url("text_proposal", table, first.code),
        )
    closable = _closable(table)
    if closable:
        yield Asked(
            ngettext(
                "Every side accepts a wording of %(n)s open point: it can be closed.",
                "Every side accepts a wording of %(n)s open points: they can be closed.",
                len(closable),
            )
            % {"n": len(closable)},
            gettext("See the first"),
            _url("text_unit", table, closable[0]),
        )


def _of_reviewer(table: Table) -> Asked:
    return Asked(
        gettext("Passages are compared in their languages, and confirmed where they say the same."),
        gettext("Compare the languages"),
        _url("text_languages", table),
    )


def _unheard(side: str, table: Table) -> list[str]:
    """The units of open points on no wording of which a side has spoken."""
    said = current(one for one in table.log if isinstance(one, Position))
    spoken = {one.bracket for one in said if one.side == side}
    return [one.unit for one in table.open_ones if _is_a_choice(one) and one.id not in spoken]


def _closable(table: Table) -> list[str]:
    return [
        one.unit
        for one in table.open_ones
        if _is_a_choice(one)
        and one.id in table.said_of
        and any(map(is_way_out_now, heard_of(one, table).wordings))
    ]


def _is_a_choice(one: Disagreement) -> bool:
    """Positions are taken on wordings of units; a blank is filled in, and the title is no unit."""
    return bool(one.unit) and one.first.kind != "placeholder"


def _is_beside(proposal: Proposal) -> bool:
    """A wording offered beside another is entered in brackets, not agreed to."""
    return bool(proposal.operation["kind"] == OperationKind.ALT)


def _url(name: str, table: Table, *more: str) -> str:
    return reverse(name, args=[table.text.dialogue_id, table.text.id, *more])
