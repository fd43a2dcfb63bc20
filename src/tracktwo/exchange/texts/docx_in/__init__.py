"""A DOCX as a text with operations and remarks."""
