"""Model texts: what a message says, in English, Chinese and French alike, made from its fields."""

from tracktwo.channel.wording.free_text import Passage, passages
from tracktwo.channel.wording.heading import precedence_names, scope_names
from tracktwo.channel.wording.lines import Line, lines_of
from tracktwo.channel.wording.model_text import ModelText, as_plain_text, model_text
from tracktwo.channel.wording.values import moment_in_words, value_in_words

__all__ = [
    "Line",
    "ModelText",
    "Passage",
    "as_plain_text",
    "lines_of",
    "model_text",
    "moment_in_words",
    "passages",
    "precedence_names",
    "scope_names",
    "value_in_words",
]
