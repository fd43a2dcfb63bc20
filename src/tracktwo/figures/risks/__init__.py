"""Figures of risks: how likely and how severe each side holds them."""

from tracktwo.figures.risks.matrix import risk_matrix

__all__ = ["risk_matrix"]
