"""A report as a DOCX that can be sent: real headings, lists and headers of tables, nobody’s name."""
