"""What a round shows: between its parts without names, after its release by side."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from tracktwo.locale import translator
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.risks import queries, rules
from tracktwo_web.risks.document import assessment_in
from tracktwo_web.risks.domain.agree import heard_of
from tracktwo_web.risks.feedback import feedback_of
from tracktwo_web.risks.models import EstimateRound
from tracktwo_web.risks.own import own_of
from tracktwo_web.risks.table import table_rows
from tracktwo_web.risks.telling import Teller


@require_safe
@door(rules.may_see_rounds)
def estimates_feedback(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """The estimates of the first part, without names."""
    one = queries.find_fed_back(request.standing.dialogue, round_id)
    sides = sides_in_turn(one.dialogue, request.path)
    facts = {"round": one, "rows": feedback_of(one, sides)}
    return render(request, "risks/feedback.html", facts)


@require_safe
@door(rules.may_read_results)
def estimates_results(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """The finding in words, the matrix with its table, how the sides moved, what to watch."""
    one = queries.find_released(request.standing.dialogue, round_id)
    sides = sides_in_turn(one.dialogue, request.path)
    asked, found = queries.asked_in(one), assessment_in(one)
    teller = Teller(found, sides, asked)
    facts = {
        "round": one,
        "sides": sides,
        "brief": teller.in_brief(),
        "topics": list(teller.topics()),
        "rows": table_rows(found, asked, sides),
        "picture": _picture(one),
        "moves": teller.moves(),
        "register": [
            (risk, heard_of(risk, sides))
            for risk in queries.risks_of(one.dialogue).filter(asked__round=one)
        ],
        "level": translator(reader_language()).percent(found.settings.level),
        "credence": translator(reader_language()).percent(found.settings.credence),
        "may_see_own": rules.may_see_own(request.standing),
    }
    return render(request, "risks/results.html", facts)


def _picture(one: EstimateRound) -> str:
    """The matrix in the reader's language; nothing while it is being drawn."""
    drawn = one.pictures.filter(language=reader_language()).values_list("body", flat=True).first()
    return mark_safe(drawn or "")  # noqa: S308 -- drawn by the library, which escapes every text


@require_safe
@door(rules.may_see_own, hides=True)
def estimates_own(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """Where the reader's own estimates lie: for this answer alone."""
    standing = request.standing
    one = queries.find_released(standing.dialogue, round_id)
    sides = sides_in_turn(one.dialogue, request.path)
    mine = next(side for side in sides if side == standing.side)
    own = own_of(standing.root, one, assessment_in(one), sides, mine)
    return render(request, "risks/own.html", {"round": one, "own": own})


_AT = "estimates/<uuid:round_id>/"
urls: list[URLPattern] = [
    path(f"{_AT}feedback/", estimates_feedback, name="estimates_feedback"),
    path(f"{_AT}results/", estimates_results, name="estimates_results"),
    path(f"{_AT}you/", estimates_own, name="estimates_own"),
]
