"""Reports: a tree of values, the findings in words, and the page or document they make."""

from tracktwo.reports.build import report_of
from tracktwo.reports.findings import Findings, findings
from tracktwo.reports.html import to_html, to_sections
from tracktwo.reports.paper import to_docx, to_markdown, to_pdf
from tracktwo.reports.topic import Finding, Topic
from tracktwo.reports.tree import Report, SideBySide
from tracktwo.reports.words import Words, translator

__all__ = [
    "Finding",
    "Findings",
    "Report",
    "SideBySide",
    "Topic",
    "Words",
    "findings",
    "report_of",
    "to_docx",
    "to_html",
    "to_markdown",
    "to_pdf",
    "to_sections",
    "translator",
]
