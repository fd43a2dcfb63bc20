"""The private brief of a side: the joint report to the last byte, then what that side alone may see."""

from tracktwo.reports.brief.build import briefs, joint_bytes

__all__ = ["briefs", "joint_bytes"]
