"""The joint report: what the sides found, fear, would do and agreed, as one tree a language."""

from tracktwo.reports.joint.build import joint_reports
from tracktwo.reports.joint.gather import gathered
from tracktwo.reports.joint.material import Author, Map, Material, Plan

__all__ = ["Author", "Map", "Material", "Plan", "gathered", "joint_reports"]
