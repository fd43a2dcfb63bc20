"""What does not hold in a record, said in the words of any of the three languages."""

from tracktwo.locale import Words, said
from tracktwo.record.verify import Problem


def problem_sentence(problem: Problem, words: Words) -> str:
    """What does not hold, with its line.

    >>> from tracktwo.locale import english, translator
    >>> print(problem_sentence(Problem(english("there is no entry in the file")), translator("fr")))
    il n’y a aucune entrée dans le fichier
    """
    what = said(problem.what, words)
    return (
        words.gettext("line {line}: {what}", line=problem.line, what=what) if problem.line else what
    )
