"""Words of a language, and those of the language a report is in."""

from tracktwo.locale import LANGUAGES, Words, translator
from tracktwo.reports.tree import Report

__all__ = ["Words", "translator", "words_of"]


def words_of(report: Report) -> Words:
    """The words of the language of a report.

    >>> words_of(Report("", "zh-Hans", "", ())).language
    'zh'
    """
    return next(one for one in map(translator, LANGUAGES) if one.tag == report.language)
