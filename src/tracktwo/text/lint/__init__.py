"""What a careful reader would mark in a text before it is published: one rule a file."""

from tracktwo.text.lint.flaw import Flaw, Passage, Passages, Rule
from tracktwo.text.lint.linter import RULES, lint, lint_source

__all__ = ["RULES", "Flaw", "Passage", "Passages", "Rule", "lint", "lint_source"]
