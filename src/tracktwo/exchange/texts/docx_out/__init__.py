"""A text as a DOCX that can be sent."""
