"""The whole analysis of a dialogue, as values and as a document."""

from tracktwo.analysis.analyse import analyse
from tracktwo.analysis.document import document, json_schema, to_json
from tracktwo.analysis.grouping import GivenGroups
from tracktwo.analysis.result import Analysis

__all__ = ["Analysis", "GivenGroups", "analyse", "document", "json_schema", "to_json"]
