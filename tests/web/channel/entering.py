"""What a browser sends when the form of a message is sent as it is shown."""

from django import forms

from tracktwo_web.channel.forms.free_text import WordsWidget
from tracktwo_web.channel.forms.said import SaidForm

A_CALL = {
    "type": "new",
    "status": "exercise",
    "precedence": "priority",
    "scope": "joint-private",
    "f-means": "voice",
    "f-level": "tactical",
    "f-urgency": "urgent",
    "f-topic_en": "A buoy adrift",
    "f-topic_origin": "en",
    "f-topic_state": "draft",
}
"""The least that a request for a call asks for."""


def entered_in(form: SaidForm) -> dict[str, object]:
    """Every input with the value that it shows."""
    sent: dict[str, object] = {name: str(n) for name, n in form.row_counts().items()}
    for bound in form:
        name, widget = bound.html_name, bound.field.widget
        if isinstance(widget, WordsWidget):
            shown = widget.decompress(bound.value())
            names = (f"{name}{suffix}" for suffix in widget.widgets_names)
            sent |= dict(zip(names, shown, strict=True))
        elif isinstance(widget, forms.CheckboxSelectMultiple):
            sent[name] = bound.value() or []
        else:
            sent[name] = "" if bound.value() is None else str(bound.value())
    return sent
