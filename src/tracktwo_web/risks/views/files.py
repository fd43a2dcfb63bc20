"""The register as tables: bringing them in, taking them out."""

from pathlib import Path

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from tracktwo.errors import InputError
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.kit.languages import in_a_row
from tracktwo_web.risks import rules
from tracktwo_web.risks.domain.bring_in import LARGEST, AlreadyThere, bring_in, read_tables
from tracktwo_web.risks.domain.take_out import INDICATORS, RISKS, table_of
from tracktwo_web.risks.forms.register import BringInForm
from tracktwo_web.rounds.states import NotNow

READ = ("GET", "HEAD")


@require_http_methods(READ)
@door(rules.may_read_register)
def risks_file(request: StandingRequest) -> HttpResponse:
    """risks.csv, as the library reads it."""
    return _file(request, RISKS)


@require_http_methods(READ)
@door(rules.may_read_register)
def indicators_file(request: StandingRequest) -> HttpResponse:
    """indicators.csv."""
    return _file(request, INDICATORS)


def _file(request: StandingRequest, name: str) -> HttpResponse:
    table = table_of(request.standing.dialogue, name)
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(table, content_type="text/csv; charset=utf-8", headers=disposition)


@require_http_methods([*READ, "POST"])
@door(rules.may_change_register)
def risks_bring_in(request: StandingRequest) -> HttpResponse:
    """Enter every risk of a table, or none of them and the reason why."""
    is_sent = request.method == "POST"
    form = BringInForm(request.POST, request.FILES) if is_sent else BringInForm()
    if is_sent and form.is_valid() and _brought_in(request, form):
        return redirect("risks", request.standing.dialogue.id)
    return render(request, "risks/bring_in.html", {"form": form})


def _brought_in(request: StandingRequest, form: BringInForm) -> bool:
    """Whether the tables are in the register; else the form says what is in the way."""
    risks, indicators = (form.cleaned_data[name] for name in ("risks", "indicators"))
    dialogue, replaces = request.standing.dialogue, form.cleaned_data["replaces"]
    if any(one and one.size > LARGEST for one in (risks, indicators)):
        form.add_error(None, gettext("The table is larger than a megabyte; bring in a part of it."))
        return False
    try:
        register = read_tables(dialogue, risks.read(), indicators.read() if indicators else None)
        done = bring_in(dialogue, register, replaces=replaces)
    except InputError as error:
        form.add_error(None, said_of_input(error))
    except AlreadyThere as there:
        text = gettext("Already in the register: %(codes)s. Nothing was changed.")
        form.add_error("replaces", text % {"codes": in_a_row(there.codes)})
    except NotNow:
        form.add_error(None, gettext("Nothing was entered: a round has been opened meanwhile."))
    else:
        text = ngettext("%(n)s risk was entered.", "%(n)s risks were entered.", done.added)
        again = ngettext("%(n)s was replaced.", "%(n)s were replaced.", done.replaced)
        said = (text % {"n": done.added}, again % {"n": done.replaced} if done.replaced else "")
        messages.success(request, " ".join(filter(None, said)))
        return True
    return False


def said_of_input(error: InputError) -> str:
    """Where in the table something is wrong, and what: in the words of the library."""
    if not error.file:
        return error.message
    told = {"file": Path(error.file).name, "line": error.line}
    where = gettext("%(file)s, line %(line)s") if error.line else gettext("%(file)s")
    return f"{where % told}: {error.message}"


urls: list[URLPattern] = [
    path("risks/risks.csv", risks_file, name="risks_file"),
    path("risks/indicators.csv", indicators_file, name="indicators_file"),
    path("risks/bring-in", risks_bring_in, name="risks_bring_in"),
]
