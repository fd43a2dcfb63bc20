"""Looking after a line: how often it is tested."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo_web.channel.domain.line_tests import MOST_HOURS
from tracktwo_web.kit.forms import Form


class TestsForm(Form):
    """Hours between two tests."""

    every = forms.IntegerField(
        label=_("Hours between two tests"),
        help_text=_("Whoever sends them; 0 for no tests by the clock."),
        min_value=0,
        max_value=MOST_HOURS,
        widget=forms.NumberInput(attrs={"class": "brief-field", "inputmode": "numeric"}),
    )
