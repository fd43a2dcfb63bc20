"""The report on an analysis: a tree of values, the findings in words, and the page they make."""

from tracktwo.reports.build import report_of
from tracktwo.reports.findings import Findings, findings
from tracktwo.reports.html import to_html, to_sections
from tracktwo.reports.topic import Finding, Topic
from tracktwo.reports.tree import Report
from tracktwo.reports.words import Words, translator

__all__ = [
    "Finding",
    "Findings",
    "Report",
    "Topic",
    "Words",
    "findings",
    "report_of",
    "to_html",
    "to_sections",
    "translator",
]
