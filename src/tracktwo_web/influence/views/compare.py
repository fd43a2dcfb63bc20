"""The sides' released maps beside each other."""

from itertools import chain

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tracktwo.influence.sentences import (
    comparison_sentence,
    consequence_sentences,
    dispute_sentences,
)
from tracktwo.locale import translator
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.influence import queries, rules, studies, telling
from tracktwo_web.influence.comparison import compared_rows
from tracktwo_web.influence.models import Map
from tracktwo_web.influence.picture import overlay_of
from tracktwo_web.influence.telling import View
from tracktwo_web.influence.views.page import READ
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.kit.templatetags.words import side_class


@require_http_methods(READ)
@door(rules.may_see_maps)
def maps_compare(request: StandingRequest) -> HttpResponse:
    """Two released maps: links, spirals under each view, what measures would do as each side sees it."""
    one, other = _chosen(request)
    contrast, together = studies.contrast_of(one, other), studies.study_of([one, other])
    facts: dict[str, object] = {"one": one, "other": other, "contrast": contrast}
    if contrast is not None and together is not None:
        taken = request.GET.getlist("take")
        words = translator(reader_language())
        views = [_view(each) for each in (one, other)]
        sides = (side_class(one.side), side_class(other.side))
        views.append(View(gettext("All together"), "", together.judged))
        facts |= {
            "counts": comparison_sentence(contrast, together.drawn, words),
            "consequences": consequence_sentences(contrast, together.drawn, words),
            "disputes": dispute_sentences(together, words),
            "rows": compared_rows(contrast, together.drawn),
            "views": [
                (view, _strongest(each))
                for view, each in zip(views, ([one], [other], [one, other]), strict=True)
            ],
            "picture": overlay_of(contrast, together.drawn, _colours(one, other), sides),
            "concepts": [telling.name_of(together.drawn, code) for code in together.drawn.ids],
            "measures": telling.measures_of(together.judged, taken),
            "bars": telling.bars_of(views, taken),
            "is_taken": bool(taken),
        }
    return render(request, "influence/compare.html", facts)


def _chosen(request: StandingRequest) -> tuple[Map, Map]:
    """The maps of the first two sides in turn that have released theirs."""
    dialogue = request.standing.dialogue
    released = {
        one.side_id: one
        for one in Map.objects.filter(dialogue=dialogue, is_released=True).select_related(
            "side", "dialogue"
        )
    }
    sides = sides_in_turn(dialogue, request.path)
    found = [released[side.id] for side in sides if side.id in released]
    if len(found) < 2:
        raise Http404
    return found[0], found[1]


def _view(drawn: Map) -> View:
    return View(str(drawn), side_class(drawn.side), studies.drawn_on([drawn]))


def _colours(one: Map, other: Map) -> dict[str, str]:
    """The colour of the side whose doing or belief a concept is."""
    found = chain(queries.concepts_of(one), queries.concepts_of(other))
    return {concept.code: side_class(concept.side) for concept in found}


def _strongest(maps: list[Map]) -> list[telling.ToldSpiral]:
    found = studies.study_of(maps)
    return telling.spirals_of(found, {}, most=2) if found else []


urls: list[URLPattern] = [
    path("maps/compare", maps_compare, name="maps_compare"),
]
