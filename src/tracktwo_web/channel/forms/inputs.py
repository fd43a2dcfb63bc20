"""One input for each form that a field of a message may have; cleaned, it is the JSON of the message."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracktwo.channel.kinds import FieldSpec, Form, Unit
from tracktwo_web.channel.forms.areas import AreasField
from tracktwo_web.channel.forms.free_text import WordsField
from tracktwo_web.kit.languages import said_to_reader

LONGEST, LONGEST_LIST = 200, 8000
Options = dict[str, Any]


class LinesField(forms.CharField):
    """Values one a line; cleaned to a list without empty ones."""

    def __init__(self, read: Callable[[str], str] = str.strip, **options: Any) -> None:  # noqa: ANN401
        self.read = read
        options.setdefault("widget", forms.Textarea(attrs={"rows": 3}))
        super().__init__(max_length=LONGEST_LIST, **options)

    def to_python(self, value: Any) -> Any:  # noqa: ANN401
        lines = (super().to_python(value) or "").splitlines()
        return [self.read(one) for one in lines if one.strip()]

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def run_validators(self, value: Any) -> None:  # noqa: ANN401
        """The length of the whole is bounded by each line's own form."""


class MomentField(forms.CharField):
    """A moment in UTC, as browsers offer it."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401
        attributes = {"type": "datetime-local", "class": "brief-moment", "data-moment": ""}
        super().__init__(widget=forms.TextInput(attrs=attributes), max_length=40, **options)

    def to_python(self, value: Any) -> str:  # noqa: ANN401
        told = super().to_python(value)
        return moment_read(told) if told else ""

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401
        """Browsers take no zone, and no seconds unless they are told to."""
        is_whole = isinstance(value, str) and value.endswith("Z")
        return value.removesuffix("Z").removesuffix(":00") if is_whole else value


def moment_read(told: str) -> str:
    """A moment as messages write it, from what a browser or a person writes."""
    try:
        moment = datetime.fromisoformat(told.strip())
    except ValueError:
        raise forms.ValidationError(
            gettext("Write the moment in UTC, such as 2026-11-26 09:00.")
        ) from None
    return (
        moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    )


def input_for(spec: FieldSpec, languages: Sequence[str], *, is_required: bool) -> forms.Field:
    """The input of a field that is no group."""
    label = said_to_reader(spec.label)
    unit = f" ({spec.unit.value})" if spec.unit is not Unit.NONE else ""
    options: Options = {"label": f"{label}{unit}", "required": is_required}
    if spec.form is Form.WORDS:
        return WordsField(languages, **options)
    if spec.form is Form.AREA:
        return AreasField(is_repeated=spec.is_repeated, **options)
    if spec.form is Form.CHOICE:
        return _choice(spec, options)
    if spec.is_repeated:
        read = moment_read if spec.form is Form.MOMENT else str.strip
        return LinesField(read, **options | {"help_text": _one_a_line(spec)})
    return _MADE[spec.form](spec, options)


def _one_a_line(spec: FieldSpec) -> str:
    if spec.form is Form.MOMENT:
        return gettext("One a line, in UTC, such as 2026-11-26 09:00.")
    return gettext("One a line.")


def _choice(spec: FieldSpec, options: Options) -> forms.Field:
    choices = [(code, said_to_reader(label)) for code, label in spec.choices.items()]
    if spec.is_repeated:
        return forms.MultipleChoiceField(
            choices=choices, widget=forms.CheckboxSelectMultiple, **options
        )
    return forms.ChoiceField(choices=[("", "–"), *choices], **options)


def _text(spec: FieldSpec, options: Options) -> forms.Field:
    such_as = gettext("Such as: %(example)s") % {"example": spec.such_as} if spec.such_as else ""
    return forms.CharField(max_length=LONGEST, **options | {"help_text": such_as})


def _whole(spec: FieldSpec, options: Options) -> forms.Field:
    attributes = {"class": "brief-field", "inputmode": "numeric"}
    return forms.IntegerField(
        min_value=spec.least,
        max_value=spec.most,
        widget=forms.TextInput(attrs=attributes),
        **options,
    )


def _decimal(_spec: FieldSpec, options: Options) -> forms.Field:
    attributes = {"class": "brief-field", "inputmode": "decimal"}
    return forms.CharField(max_length=20, widget=forms.TextInput(attrs=attributes), **options)


def _yes_no(_spec: FieldSpec, options: Options) -> forms.Field:
    choices = [("", _("not stated")), ("yes", _("yes")), ("no", _("no"))]
    return forms.TypedChoiceField(
        choices=choices, coerce=lambda told: told == "yes", empty_value=None, **options
    )


def _moment(_spec: FieldSpec, options: Options) -> forms.Field:
    return MomentField(**options | {"help_text": gettext("In UTC.")})


class DayField(forms.DateField):
    """A day; cleaned to its ISO form."""

    def to_python(self, value: Any) -> Any:  # noqa: ANN401
        found = super().to_python(value)
        return found.isoformat() if found else None


def _day(_spec: FieldSpec, options: Options) -> forms.Field:
    attributes = {"type": "date", "class": "brief-field"}
    return DayField(widget=forms.DateInput(attrs=attributes, format="%Y-%m-%d"), **options)


def _position(_spec: FieldSpec, options: Options) -> forms.Field:
    told = gettext("Degrees and minutes, such as 21-30.00N 113-45.00E.")
    return forms.CharField(max_length=40, **options | {"help_text": told})


def _message(_spec: FieldSpec, options: Options) -> forms.Field:
    told = gettext("Such as: %(example)s") % {"example": "NATO-PN 0007/26"}
    return forms.CharField(max_length=40, **options | {"help_text": told})


_MADE: Final[Mapping[Form, Callable[[FieldSpec, Options], forms.Field]]] = {
    Form.TEXT: _text,
    Form.WHOLE: _whole,
    Form.DECIMAL: _decimal,
    Form.YES_NO: _yes_no,
    Form.MOMENT: _moment,
    Form.DAY: _day,
    Form.POSITION: _position,
    Form.MESSAGE: _message,
}
