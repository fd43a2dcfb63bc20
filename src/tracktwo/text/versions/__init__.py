"""Two versions of a text, by unit, sentence and word."""
