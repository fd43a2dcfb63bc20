"""The language layer under its report name: see `tracktwo.locale`."""

from tracktwo.locale import LANGUAGES, Words, translator

__all__ = ["LANGUAGES", "Words", "translator"]
