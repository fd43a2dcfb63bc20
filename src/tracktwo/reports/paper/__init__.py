"""A report written for paper and for editors: PDF, DOCX and Markdown, of the same pieces."""

from tracktwo.reports.paper.docx import to_docx
from tracktwo.reports.paper.markdown import to_markdown
from tracktwo.reports.paper.pdf import to_pdf

__all__ = ["to_docx", "to_markdown", "to_pdf"]
