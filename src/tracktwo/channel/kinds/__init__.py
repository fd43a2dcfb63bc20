"""The kinds of messages, as data: what each asks for, what it may do to others, and how it is checked."""

from tracktwo.channel.kinds.check import FieldError, check_fields, check_message
from tracktwo.channel.kinds.fields import Fields, FieldSpec, Form, Unit
from tracktwo.channel.kinds.kind import Kind
from tracktwo.channel.kinds.registry import KINDS, kind_of
from tracktwo.channel.kinds.typed import activities_of, plan_of, report_of

__all__ = [
    "KINDS",
    "FieldError",
    "FieldSpec",
    "Fields",
    "Form",
    "Kind",
    "Unit",
    "activities_of",
    "check_fields",
    "check_message",
    "kind_of",
    "plan_of",
    "report_of",
]
