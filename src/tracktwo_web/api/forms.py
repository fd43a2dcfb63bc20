"""What the convenor says of a program that is to read."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo_web.kit.forms import Form


class ServiceForm(Form):
    """A program's name."""

    name = forms.CharField(
        label=_("Name of the program"),
        help_text=_("Such as: archive of the institute. Only you see this."),
        max_length=80,
    )
