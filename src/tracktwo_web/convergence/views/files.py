"""Options as tables: bringing them in, taking them out."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from tracktwo.errors import InputError
from tracktwo_web.convergence import rules
from tracktwo_web.convergence.domain.bring_in import (
    LARGEST,
    TABLES,
    AlreadyThere,
    BroughtIn,
    bring_in,
    read_tables,
)
from tracktwo_web.convergence.domain.take_out import NAMES, table_of
from tracktwo_web.convergence.forms.options import BringInForm
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.kit.languages import in_a_row
from tracktwo_web.risks.views.files import said_of_input
from tracktwo_web.rounds.states import NotNow

READ = ("GET", "HEAD")


@require_http_methods(READ)
@door(rules.may_read_options)
def options_file(request: StandingRequest, name: str) -> HttpResponse:
    """A table of options, as the library reads it."""
    if name not in NAMES:
        raise Http404
    disposition = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return HttpResponse(
        table_of(request.standing.dialogue, name),
        content_type="text/csv; charset=utf-8",
        headers=disposition,
    )


@require_http_methods([*READ, "POST"])
@door(rules.may_change_options)
def options_bring_in(request: StandingRequest) -> HttpResponse:
    """Enter every option of a table, or none of them and the reason why."""
    is_sent = request.method == "POST"
    form = BringInForm(request.POST, request.FILES) if is_sent else BringInForm()
    if is_sent and form.is_valid() and _brought_in(request, form):
        return redirect("options", request.standing.dialogue.id)
    return render(request, "convergence/bring_in.html", {"form": form})


def _brought_in(request: StandingRequest, form: BringInForm) -> bool:
    """Whether the tables are entered; else the form says what is in the way."""
    given = {name: form.cleaned_data[name] for name in TABLES if form.cleaned_data[name]}
    dialogue, replaces = request.standing.dialogue, form.cleaned_data["replaces"]
    if any(one.size > LARGEST for one in given.values()):
        form.add_error(None, gettext("The table is larger than a megabyte; bring in a part of it."))
        return False
    try:
        tables = read_tables(dialogue, {name: one.read() for name, one in given.items()})
        done = bring_in(dialogue, tables, replaces=replaces)
    except InputError as error:
        form.add_error(None, said_of_input(error))
    except AlreadyThere as there:
        text = gettext("Already on offer: %(codes)s. Nothing was changed.")
        form.add_error("replaces", text % {"codes": in_a_row(there.codes)})
    except NotNow:
        form.add_error(None, gettext("Nothing was entered: a round has been opened meanwhile."))
    else:
        messages.success(request, _told(done))
        return True
    return False


def _told(done: BroughtIn) -> str:
    said = [
        ngettext("%(n)s option was entered.", "%(n)s options were entered.", done.added)
        % {"n": done.added}
    ]
    if done.replaced:
        text = ngettext("%(n)s was replaced.", "%(n)s were replaced.", done.replaced)
        said.append(text % {"n": done.replaced})
    if done.left_out:
        text = gettext("Left to the sides, who state them under seal: %(codes)s.")
        said.append(text % {"codes": in_a_row(done.left_out)})
    return " ".join(said)


urls: list[URLPattern] = [
    path("options/tables/<slug:name>.csv", options_file, name="options_file"),
    path("options/bring-in", options_bring_in, name="options_bring_in"),
]
