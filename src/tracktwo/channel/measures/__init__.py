"""Measures of transparency and norms, what is due every year, and how the line works."""

from tracktwo.channel.measures.measure import (
    Bindingness,
    Domain,
    Measure,
    MeasureType,
    Precedent,
    Rung,
    Suspension,
)
from tracktwo.channel.measures.register import MeasureRegister, MeasureState, Reached
from tracktwo.channel.measures.statistics import (
    LineResults,
    Times,
    answer_times,
    quantile,
    results_of_tests,
)
from tracktwo.channel.measures.words import NAMES, name_of
from tracktwo.channel.measures.yearly import (
    CALENDAR,
    EXCHANGE,
    YEARLY,
    YearlyDeadline,
    YearlyDuty,
    YearlyStanding,
    yearly_standing,
)

__all__ = [
    "CALENDAR",
    "EXCHANGE",
    "NAMES",
    "YEARLY",
    "Bindingness",
    "Domain",
    "LineResults",
    "Measure",
    "MeasureRegister",
    "MeasureState",
    "MeasureType",
    "Precedent",
    "Reached",
    "Rung",
    "Suspension",
    "Times",
    "YearlyDeadline",
    "YearlyDuty",
    "YearlyStanding",
    "answer_times",
    "name_of",
    "quantile",
    "results_of_tests",
    "yearly_standing",
]
