"""The parts in which a page shows the library's report. Apart from what makes them (`domain.pages`),
which brings the whole library along: web processes only read what is made.
"""

WORDS, PICTURES, METHODS = "words", "pictures", "methods"
