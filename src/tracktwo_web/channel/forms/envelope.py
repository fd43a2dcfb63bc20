"""The envelope of a message: how urgent it is, whether it is an exercise, who may know of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.channel.messages import Precedence, Scope, Status
from tracktwo_web.channel.telling import STATUSES, precedence_choices, scope_choices
from tracktwo_web.kit.forms import Form

TESTING = ("TM", "TR")
"""Kinds that test the line itself."""


def statuses_of(kind: str) -> list[Status]:
    """What a message of a kind may be: exercises first, since what is made here is one unless it is said."""
    tests = [Status.TEST] if kind in TESTING else []
    return [Status.EXERCISE, *tests, Status.ACTUAL]


class EnvelopeForm(Form):
    """What every message has. An answer is what it answers is: an exercise, or meant."""

    precedence = forms.ChoiceField(
        label=_("Precedence"), widget=forms.RadioSelect, initial=Precedence.ROUTINE.value
    )
    status = forms.ChoiceField(
        label=_("Exercise or meant"), widget=forms.RadioSelect, initial=Status.EXERCISE.value
    )
    scope = forms.ChoiceField(
        label=_("May be known to"), initial=Scope.JOINT_PRIVATE.value, choices=()
    )

    def __init__(self, kind: str, *args: Any, bound_to: str = "", **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.fields["precedence"].choices = precedence_choices()  # type: ignore[attr-defined]
        self.fields["scope"].choices = scope_choices()  # type: ignore[attr-defined]
        if bound_to:
            del self.fields["status"]
        else:
            self.fields["status"].choices = [  # type: ignore[attr-defined]
                (one.value, STATUSES[one.value]) for one in statuses_of(kind)
            ]
        self.bound_to = bound_to

    def status_entered(self) -> Status:
        """The status, once the form is valid."""
        return Status(self.bound_to or self.cleaned_data["status"])
