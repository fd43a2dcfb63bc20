"""Two accounts of one encounter laid beside each other: what is agreed, disputed and unknown."""

from tracktwo.channel.encounters.compare import Compared, Standing, Tolerance, compare
from tracktwo.channel.encounters.report import Assessment, Report, YesNo

__all__ = ["Assessment", "Compared", "Report", "Standing", "Tolerance", "YesNo", "compare"]
