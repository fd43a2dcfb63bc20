"""Concepts as rows of a table: concept, kind, side and a text a language."""

from collections.abc import Sequence

from tracktwo.exchange.influence.assemble import FoundConcept
from tracktwo.exchange.influence.fields import concept_of, is_language
from tracktwo.exchange.influence.grid import Grid
from tracktwo.exchange.influence.judgements import require_columns
from tracktwo.exchange.influence.workbook import Cell
from tracktwo.influence.maps import Concept

CONCEPT_COLUMNS = ("concept", "kind", "side")


def read_concepts(grid: Grid) -> list[FoundConcept]:
    """The concepts in the order of rows; `InputError` at the first that cannot be meant."""
    columns = [_folded(name) for name in grid.header]
    texts = [name for name in columns if is_text(name)]
    require_columns(
        grid, columns, needed=("concept",), allowed=(*CONCEPT_COLUMNS, *texts),
        more=", text_en, text_zh, text_fr (any language)" if not texts else " (any language)",
    )  # fmt: skip
    found = []
    for row, cells in grid.rows:
        told = dict(zip(columns, cells, strict=True))
        at = grid.at(row)
        found.append((concept_of(told.pop("concept"), told, at), at))
    return found


def is_text(column: str) -> bool:
    return column.startswith("text_") and is_language(column.removeprefix("text_"))


def concept_table(concepts: Sequence[Concept]) -> tuple[list[str], list[list[Cell]]]:
    """The header and the rows of a table of concepts, languages in alphabetical order."""
    languages = sorted({one for concept in concepts for one, text in concept.texts.items() if text})
    header = [*CONCEPT_COLUMNS, *(f"text_{language}" for language in languages)]
    rows: list[list[Cell]] = [
        [
            concept.id, concept.kind or None, concept.side or None,
            *(concept.texts.get(language) or None for language in languages),
        ]
        for concept in concepts
    ]  # fmt: skip
    return header, rows


def _folded(name: str) -> str:
    return name if is_text(name) else name.casefold()
