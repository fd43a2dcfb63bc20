"""Tests of the line: a message that says nothing but itself (TM), and its return (TR)."""

from tracktwo.channel.kinds.fields import choice, moment, text
from tracktwo.channel.kinds.kind import Kind
from tracktwo.channel.messages import Type
from tracktwo.locale import english

_ROUTE = choice(
    "route", english("Route"), {"primary": english("primary"), "backup": english("backup")}
).required

TM = Kind(
    "TM",
    english("Test message"),
    english("This message tests the line and says nothing else."),
    (
        text("sample", english("Number of the sample text")).required,
        text("content", english("Sample text")).required,
        text("expected", english("Answer expected")).required,
        _ROUTE,
    ),
    types=(Type.NEW, Type.ERROR),
)
"""The sample is neutral and literary, so that nobody reads a meaning into it."""
TR = Kind(
    "TR",
    english("Return of a test message"),
    english("This message returns a test message."),
    (
        text("returned", english("Answer returned")).required,
        moment("received", english("Test received at")).required,
        _ROUTE,
    ),
    types=(Type.REPLY, Type.ERROR),
    answers=("TM",),
)
