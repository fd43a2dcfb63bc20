"""Where a text stands, in three facts: what is open, the session, what kind of paper it is."""

from dataclasses import dataclass

from django.utils.translation import gettext

from tracktwo.locale import translator
from tracktwo.text.standing import Document, Stage
from tracktwo.text.standing.words import stage_names
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.texts.table import Table


@dataclass(frozen=True)
class Headline:
    open_points: int
    session: int
    paper: str


def headline_of(table: Table) -> Headline:
    return Headline(len(table.open_ones), table.text.session, paper_name(table.document))


def paper_name(document: Document) -> str:
    """What kind of paper a document is, with the number of a rolling draft."""
    words = translator(reader_language())
    name = stage_names(words)[document.stage.value]
    if document.stage is Stage.ROLLING_DRAFT and document.draft:
        numbered = gettext("%(paper)s %(number)s")
        return numbered % {"paper": name, "number": words.number(document.draft)}
    return name
