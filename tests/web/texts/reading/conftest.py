"""Readers sit at the tables at which others write."""

from tests.web.texts.editing.conftest import collect_ignore_glob, text_tables, write

__all__ = ["collect_ignore_glob", "text_tables", "write"]
