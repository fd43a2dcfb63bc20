"""The page of languages: passages beside each other, confirmed by those who know both."""

import uuid
from functools import partial
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.texts import rules
from tracktwo_web.texts.domain.reviews import confirm_languages, find_right
from tracktwo_web.texts.languages_beside import LanguagesBeside
from tracktwo_web.texts.table import Table
from tracktwo_web.texts.views.page import READ, base_facts, find_table, try_change

ON_A_PAGE = 25


@require_http_methods(READ)
@door(rules.may_see_texts)
def text_languages(request: StandingRequest, text_id: uuid.UUID) -> HttpResponse:
    """Passages that ask for a look first; all of them where the reader wants."""
    table = find_table(request, text_id)
    found = LanguagesBeside(table)
    shows_all = request.GET.get("show") == "all"
    pairs = found.pairs if shows_all else found.open_ones
    page = Paginator(pairs, ON_A_PAGE).get_page(request.GET.get("page"))
    facts = base_facts(request, table, "languages") | {
        "page": page,
        "shows_all": shows_all,
        "is_in_one": len(table.now.languages) < 2,
        "waiting": len(found.open_ones),
        "confirmed": found.count("confirmed"),
        "changed": found.count("changed"),
        "never": found.count("never"),
        "is_blind": request.standing.is_blind,
    }
    return render(request, "texts/languages.html", facts)


@require_POST
@door(rules.may_see_texts)
def text_confirm_languages(request: StandingRequest, text_id: uuid.UUID, unit: str) -> HttpResponse:
    """The languages of a passage say the same, in the words that the reviewer had before them."""
    table = find_table(request, text_id)
    if not rules.may_review(request.standing, table.text):
        return refuse(request)
    seen = {one: request.POST.get(f"seen_{one}", "") for one in table.now.languages}
    try_change(
        request,
        partial(confirm_languages, table.text, unit, seen),
        done=gettext("Confirmed: its languages say the same."),
    )
    return _back(request, table)


@require_POST
@door(rules.may_see_texts)
def text_find_right(request: StandingRequest, text_id: uuid.UUID) -> HttpResponse:
    """Words that the program doubts are meant as they stand."""
    table = find_table(request, text_id)
    if not rules.may_review(request.standing, table.text):
        return refuse(request)
    unit, language, words = (request.POST.get(name, "") for name in ("unit", "language", "words"))
    if language not in table.now.languages or not words or (unit and unit not in table.now.places):
        raise Http404
    try_change(
        request,
        partial(find_right, table.text, unit, language, words),
        done=gettext("Noted: these words are meant as they stand."),
    )
    return _back(request, table)


def _back(request: StandingRequest, table: Table) -> HttpResponse:
    """To the same part of the list, as far as the form told of one."""
    answer = redirect("text_languages", table.text.dialogue_id, table.text.id)
    kept = {name: request.POST[name] for name in ("show", "page") if request.POST.get(name)}
    if kept:
        answer["Location"] += f"?{urlencode(kept)}"
    return answer


_AT = "texts/<uuid:text_id>/languages"
urls: list[URLPattern] = [
    path(f"{_AT}/", text_languages, name="text_languages"),
    path(f"{_AT}/right", text_find_right, name="text_find_right"),
    path(f"{_AT}/confirm/<name:unit>", text_confirm_languages, name="text_confirm_languages"),
]
