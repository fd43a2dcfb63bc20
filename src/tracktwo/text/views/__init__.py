"""Views of one source: compilation, chair's text, rolling draft, clean text, public text."""

from tracktwo.text.views.compilation import Compilation, Proposal, compilation
from tracktwo.text.views.views import chairs_text, clean, public, rolling

__all__ = [
    "Compilation",
    "Proposal",
    "chairs_text",
    "clean",
    "compilation",
    "public",
    "rolling",
]
