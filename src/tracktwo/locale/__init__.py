"""Languages: every sentence a person reads, in English, Chinese and French."""

from tracktwo.locale.sentence import Sentence, english, said
from tracktwo.locale.words import LANGUAGES, Words, translator

__all__ = ["LANGUAGES", "Sentence", "Words", "english", "said", "translator"]
