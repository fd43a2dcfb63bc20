"""From a package to proposals in a joint text, in one step."""

import uuid

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from tracktwo_web.convergence import queries, rules
from tracktwo_web.convergence.domain.table import nothing_is_left_of, table_package
from tracktwo_web.convergence.models import Tabled
from tracktwo_web.convergence.told import Teller, title_of
from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.kit.forms import Form
from tracktwo_web.rounds.states import NotNow, RoundState
from tracktwo_web.texts import rules as rules_of_texts
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.models import JointText
from tracktwo_web.texts.queries import text_now, texts_of


class TextForm(Form):
    """In which text a package is proposed; at its end, behind what is there."""

    text = forms.ChoiceField(
        label=_("In which text"),
        help_text=_("The proposals come behind its last passage."),
        widget=forms.RadioSelect,
    )

    def __init__(self, texts: list[JointText], *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.texts = {str(one.id): one for one in texts}
        field = self.fields["text"]
        field.choices = [(key, str(one)) for key, one in self.texts.items()]  # type: ignore[attr-defined]
        field.initial = next(iter(self.texts), None)

    def chosen(self) -> JointText:
        return self.texts[self.cleaned_data["text"]]


@require_http_methods(["GET", "HEAD", "POST"])
@door(rules.may_table_packages)
def packages_table(request: StandingRequest, round_id: uuid.UUID, package: str) -> HttpResponse:
    """Ask in which text, show what will be proposed, and propose all of it."""
    standing = request.standing
    one = queries.find_round(standing.dialogue, round_id, RoundState.RELEASED)
    told = Teller(one.found or {}, sides_in_turn(one.dialogue, request.path)).package(package)
    if told is None:
        raise Http404
    texts = texts_to_table_in(standing)
    if not texts:
        return refuse(request)
    form = TextForm(texts, request.POST if request.method == "POST" else None)
    if form.is_valid():
        text = form.chosen()
        try:
            laid = _table(standing, one, told, text)
        except CannotBe as why:
            form.add_error(None, str(why))
        except NotNow:
            form.add_error(None, gettext("This package was proposed in this text before."))
        else:
            messages.success(request, laid)
            return redirect("text", text.dialogue_id, text.id)
    tabled = Tabled.objects.filter(round=one, package=told.key).select_related("text")
    facts = {
        "round": one,
        "told": told,
        "title": title_of(told.names),
        "form": form,
        "side": rules_of_texts.writes_for(standing),
        "before": [(each.text, nothing_is_left_of(each)) for each in tabled],
    }
    return render(request, "convergence/table.html", facts)


def _table(standing: Standing, one: object, told: object, text: JointText) -> str:
    units = text_now(text).units
    after = units[-1].id if units else None
    side = rules_of_texts.writes_for(standing)
    laid = table_package(one, told, text, side, after=after)  # type: ignore[arg-type]
    said = ngettext(
        "%(n)s proposal lies on the table of this text.",
        "%(n)s proposals lie on the table of this text.",
        len(laid),
    )
    return said % {"n": len(laid)}


def texts_to_table_in(standing: Standing) -> list[JointText]:
    """The texts in which somebody may lay proposals on the table now."""
    if not rules.may_table_packages(standing):
        return []
    found = texts_of(standing.dialogue).select_related("dialogue")
    return [one for one in found if rules_of_texts.may_table(standing, one)]


urls: list[URLPattern] = [
    path(
        "valuing/<uuid:round_id>/packages/<slug:package>/table",
        packages_table,
        name="packages_table",
    ),
]
