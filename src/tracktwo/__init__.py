"""Tracktwo: what each side of a dialogue believes, and what both share."""

__version__ = "0.1.0"
