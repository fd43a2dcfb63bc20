"""What pages ask of results."""

import gzip
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import Http404

from tracktwo_web.dialogues.models import Dialogue, Side, Theme
from tracktwo_web.insights.models import Fragment, Progress, Result
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.perceptions.models import Round
from tracktwo_web.rounds.states import RoundState


def released_rounds(dialogue: Dialogue) -> QuerySet[Round]:
    """The released rounds, the newest first."""
    return dialogue.rounds.filter(state=RoundState.RELEASED).order_by("-number")


def find_released(dialogue: Dialogue, round_id: uuid.UUID) -> Round:
    """A released round; `Http404` for any other: before its release it has no results at all."""
    one = released_rounds(dialogue).filter(pk=round_id).first()
    if one is None:
        raise Http404
    one.dialogue = dialogue
    return one


def result_of(one: Round) -> Result | None:
    """The newest result that is done, else the one that is being made. Its document is not read."""
    results = (
        Result.objects.filter(snapshot__round=one)
        .select_related("snapshot")
        .defer("document", "snapshot__content")
    )
    found = sorted(results, key=lambda result: (result.is_done, result.version))
    return found[-1] if found else None


def find_done(one: Round) -> Result:
    """The result of a round; `Http404` while there is none."""
    result = result_of(one)
    if result is None or not result.is_done or result.snapshot.is_empty:
        raise Http404
    return result


def body_of(result: Result, theme: str, part: str) -> str | None:
    """A part of a result in the reader's language; None while it is not drawn."""
    fragments = Fragment.objects.filter(result=result, language=reader_language(), theme=theme)
    return fragments.filter(part=part).values_list("body", flat=True).first()


def report_of(result: Result, language: str) -> bytes:
    """The report as a file of its own; `Http404` for a language there is not."""
    report = result.reports.filter(language=language).first()
    if report is None:
        raise Http404
    return gzip.decompress(report.content)


def whole_of(result: Result) -> bytes:
    """The whole document, participants included. For the holder of the data only."""
    return gzip.decompress(result.whole.document)


def themes_of(one: Round) -> list[Theme]:
    """The themes a round asks about, in their order."""
    asked = Q(statement__versions__questions__round=one)
    return list(
        Theme.objects.filter(asked, dialogue=one.dialogue_id).distinct().order_by("position")
    )


@dataclass(frozen=True)
class Withheld:
    """Figures held back because of earlier rounds: of a side, of what it expects of another, or
    (`is_mirrored`) of what it believes that another expects of it.
    """

    statement: str
    side: Side | None
    about: Side | None
    is_mirrored: bool = False


def withheld_of(result: Result, sides: Iterable[Side]) -> list[Withheld]:
    by_code = {side.code: side for side in sides}
    return [
        Withheld(
            entry[0],
            by_code.get(entry[1]),
            by_code.get(entry[2]) if entry[2:] else None,
            is_mirrored=len(entry) > 3,
        )
        for entry in result.snapshot.withheld
    ]


def unfinished() -> QuerySet[Result]:
    """Analyses that are ordered or being made."""
    return Result.objects.filter(state__in=[Progress.WAITING, Progress.RUNNING])
