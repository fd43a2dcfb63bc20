"""Public data: where they live, how to fetch them, and readers for those who have them."""

from tracktwo.datasets.catalogue import CATALOGUE, Dataset, RemoteFile, dataset
from tracktwo.datasets.congress import us_senate
from tracktwo.datasets.download import download
from tracktwo.datasets.polis import polis_conversation
from tracktwo.datasets.surveys import anes_1988, prelec_2017, saudi_2020
from tracktwo.datasets.unga import ISSUES, IdealPoints, published_ideal_points, un_roll_calls

__all__ = [
    "CATALOGUE",
    "ISSUES",
    "Dataset",
    "IdealPoints",
    "RemoteFile",
    "anes_1988",
    "dataset",
    "download",
    "polis_conversation",
    "prelec_2017",
    "published_ideal_points",
    "saudi_2020",
    "un_roll_calls",
    "us_senate",
]
