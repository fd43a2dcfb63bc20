"""Laying a text on the table: choose its files, see what was found in them, confirm."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from tracktwo.errors import InputError
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.texts import rules
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.domain.lay_file import Plan, lay_file
from tracktwo_web.texts.forms.lay import FilesForm, LayForm
from tracktwo_web.texts.laid_aside import put_aside, taken_again
from tracktwo_web.texts.uploads import Found, found_in, sentence_of, with_brackets
from tracktwo_web.texts.views.page import READ, to_text

SHOWN = 6
"""Units of the beginning that the preview shows."""


@require_http_methods([*READ, "POST"])
@door(rules.may_lay_on_table)
def text_lay(request: StandingRequest) -> HttpResponse:
    """Read files and show what they hold; what a person confirms is laid on the table."""
    if "sealed" in request.POST:
        return _lay(request)
    form = _files_form(request)
    if not form.is_valid():
        return render(request, "texts/lay.html", {"form": form})
    files = form.cleaned_data["file"]
    try:
        found = found_in(files, form.cleaned_data["language"])
        return _preview(request, found)
    except InputError as wrong:
        form.add_error("file", sentence_of(wrong, [one.name for one in files]))
    except CannotBe as wrong:
        form.add_error("file", str(wrong))
    return render(request, "texts/lay.html", {"form": form})


def _files_form(request: StandingRequest) -> FilesForm:
    if request.method == "POST":
        return FilesForm(request.POST, request.FILES)
    return FilesForm(initial={"language": reader_language()})


def _preview(request: StandingRequest, found: Found, form: LayForm | None = None) -> HttpResponse:
    """What was found, and the form that lays it on the table where every bracket is whole."""
    facts: dict[str, object] = {
        "found": found,
        "beginning": found.text.units[:SHOWN],
        "first": found.text.languages[0],
    }
    if not found.faults:
        facts |= {
            "open_ones": found.open_ones,
            "doubted": [one for one in found.doubted() if not one.key],
            "form": form or _lay_form(request, found),
        }
    return render(request, "texts/lay_preview.html", facts)


def _lay_form(request: StandingRequest, found: Found) -> LayForm:
    dialogue = request.standing.dialogue
    initial = {
        "sealed": put_aside(found.file, dialogue.id),
        "title": dict(found.text.title),
        "languages": list(dict.fromkeys([*found.text.languages, *dialogue.languages])),
    }
    sent = request.POST if "sealed" in request.POST else None
    return LayForm(
        sent,
        written=found.text.languages,
        offered=dialogue.languages,
        doubted=[(one.key, one.in_place) for one in found.doubted() if one.key],
        initial=initial,
    )


def _lay(request: StandingRequest) -> HttpResponse:
    dialogue = request.standing.dialogue
    file = taken_again(request.POST["sealed"], dialogue.id)
    if file is None:
        messages.warning(
            request, gettext("Choose the file again: what was read is not here any more.")
        )
        return redirect("text_lay", dialogue.id)
    found = Found(file)
    form = _lay_form(request, found)
    if not form.is_valid():
        return _preview(request, found, form)
    said = form.cleaned_data
    text = with_brackets(file.text, said.get("brackets", []))
    plan = Plan(said["title"], said["languages"])
    try:
        laid = lay_file(dialogue, replace(file, text=text), plan)
    except CannotBe as wrong:
        form.add_error(None, str(wrong))
        return _preview(request, found, form)
    messages.success(request, gettext("The text is on the table."))
    _tell_left_out(request, len(file.operations) - laid.proposals.count())
    return to_text(laid)


def _tell_left_out(request: StandingRequest, changes: int) -> None:
    if changes:
        sentence = ngettext(
            "%(n)s change of the file has no place in the text and was left out.",
            "%(n)s changes of the file have no place in the text and were left out.",
            changes,
        )
        messages.warning(request, sentence % {"n": changes})


urls: list[URLPattern] = [path("texts/lay", text_lay, name="text_lay")]
