"""What forms with texts in the dialogue's languages share."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from tracktwo_web.kit.languages import NAMES, in_a_row


def ask_for(form: forms.BaseForm, name: str, languages: Iterable[str]) -> None:
    """Add an error where a text is missing in one of these languages."""
    texts = form.cleaned_data.get(name)
    if texts is None:
        return  # it has an error already
    missing = [NAMES[language] for language in languages if not texts.get(language)]
    if missing:
        message = _("Still empty: %(languages)s.")
        form.add_error(name, message % {"languages": in_a_row(missing)})


def typed(form: forms.BaseForm) -> dict[str, Any]:
    """What somebody has typed so far, as initial values: for a page that only grew by a row."""
    return {
        name: field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
        for name, field in form.fields.items()
    }
