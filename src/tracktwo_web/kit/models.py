"""What all tables share."""

import uuid
from typing import Any

from django.db import models


class Row(models.Model):
    """A row whose key is drawn at random: it says nothing about when or in what order it came."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True


def texts(**options: Any) -> "models.JSONField[dict[str, str], dict[str, str]]":  # noqa: ANN401
    """A text in the languages of the dialogue: {"en": "...", "zh": "...", "fr": "..."}."""
    return models.JSONField(default=dict, blank=True, **options)
