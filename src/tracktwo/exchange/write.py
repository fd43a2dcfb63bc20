"""The one door out: a dialogue as a dialogue folder, all of it or nothing."""

import re
from collections.abc import Iterable, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tracktwo.dialogue import (
    NO_PARTY,
    Dialogue,
    Mirrored,
    Party,
    Predictions,
    Scale,
    Statement,
)
from tracktwo.errors import OptionError
from tracktwo.exchange.lists import STATEMENT_COLUMNS, TEXT_COLUMN
from tracktwo.exchange.placing import new_folder
from tracktwo.exchange.settings import Settings
from tracktwo.exchange.toml_out import inline, quoted

if TYPE_CHECKING:
    import polars as pl

Format = Literal["csv", "parquet"]


def write_folder(
    dialogue: Dialogue,
    path: str | PathLike[str],
    *,
    format: Format = "csv",  # noqa: A002 -- says it best
) -> None:
    """Write a dialogue as a dialogue folder that `read` gives back equal.

    Votes and predictions are CSV or Parquet, all else is CSV and TOML. The folder appears under its
    name only when it is complete. Raises `OptionError` where the target exists and is not empty, or
    where the dialogue holds what a folder cannot (no answers, empty ids, NUL characters).
    """
    target = Path(path)
    if format not in ("csv", "parquet"):
        raise OptionError(f"format is {format!r}; use csv or parquet")
    _require_writable(dialogue)
    with new_folder(target) as folder:
        _write_all(dialogue, folder, format)


def _write_all(dialogue: Dialogue, folder: Path, kind: Format) -> None:
    write_settings(dialogue, folder)
    _write_rows(folder / "participants.csv", ("participant", "party"), _participants(dialogue))
    _write_statements(folder / "statements.csv", dialogue.statements)
    _sink(_votes(dialogue), folder / f"votes.{kind}")
    if len(dialogue.predictions) or len(dialogue.mirrored):
        _sink(_predictions(dialogue), folder / f"predictions.{kind}")


def write_settings(told: Dialogue | Settings, folder: Path) -> None:
    """Write dialogue.toml into a folder: title, languages, k, stage, note and parties."""
    (folder / "dialogue.toml").write_text(_toml(told), encoding="utf-8", newline="\n")


def _require_writable(dialogue: Dialogue) -> None:
    if not dialogue.n_answers:
        raise OptionError("the dialogue has no answers; a dialogue folder needs at least one")
    ids = (*dialogue.participants, *dialogue.statement_ids, *dialogue.party_ids)
    if "" in ids:
        raise OptionError("an id is empty; a dialogue folder needs ids that are not")
    for text in _all_texts(dialogue):
        if re.search("[\0\ud800-\udfff]", text):
            raise OptionError(f"{text[:40]!r} holds a character that UTF-8 text files cannot")
    for statement in dialogue.statements:
        for language in statement.texts:
            if not TEXT_COLUMN.fullmatch(f"text_{language}"):
                raise OptionError(f"{language!r} is not a language code (like en or zh-Hans)")


def _all_texts(dialogue: Dialogue) -> Iterable[str]:
    yield from (
        *dialogue.participants,
        *dialogue.title,
        *dialogue.title.values(),
        dialogue.stage,
        *dialogue.languages,
    )
    yield from (*dialogue.note, *dialogue.note.values())
    for party in dialogue.parties:
        yield from (party.id, *party.names, *party.names.values())
    for one in dialogue.statements:
        yield from (one.id, one.theme, one.about, one.kind, one.source, *one.texts.values())


def _toml(told: Dialogue | Settings) -> str:
    languages = ", ".join(quoted(one) for one in told.languages)
    lines = [
        f"title = {inline(told.title)}",
        f"languages = [{languages}]",
        f"k = {told.k}",
        f"stage = {quoted(told.stage)}",
        f"note = {inline(told.note)}",
    ]
    for party in told.parties:
        lines += ["", *_party(party)]
    return "\n".join(lines) + "\n"


def _party(party: Party) -> list[str]:
    size = [f"size = {party.size}"] if party.size is not None else []
    return ["[[parties]]", f"id = {quoted(party.id)}", f"names = {inline(party.names)}", *size]


def _participants(dialogue: Dialogue) -> Iterable[Sequence[str]]:
    party = {NO_PARTY: "", **dict(enumerate(dialogue.party_ids))}
    for one, code in zip(dialogue.participants, dialogue.party_of.tolist(), strict=True):
        yield one, party[code]


def _write_statements(path: Path, statements: Sequence[Statement]) -> None:
    languages = sorted({language for one in statements for language in one.texts})
    header = (*STATEMENT_COLUMNS, *(f"text_{language}" for language in languages))
    rows = (
        (
            one.id, one.theme, one.about, one.kind, _scale(one.scale), one.source,
            str(one.moderated), str(one.is_meta).lower(),
            *(one.texts.get(language, "") for language in languages),
        )
        for one in statements
    )  # fmt: skip
    _write_rows(path, header, rows)


def _scale(scale: Scale) -> str:
    return "vote" if scale.is_vote else f"rating:{scale.low!r}:{scale.high!r}"


def _write_rows(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    import polars as pl

    cells = [[cell or None for cell in row] for row in rows]
    schema = dict.fromkeys(header, pl.String)
    pl.DataFrame(cells, schema=schema, orient="row").write_csv(path)


def _votes(dialogue: Dialogue) -> "pl.LazyFrame":
    import polars as pl

    if dialogue.stored:
        coded = pl.scan_parquet(dialogue.stored.path)
    else:
        answers = dialogue.answers
        columns = ("participant", "statement", "value")
        coded = pl.LazyFrame({name: getattr(answers, name) for name in columns})
    kind = pl.Int8 if dialogue.has_votes_only else pl.Float32
    return coded.select(
        participant=_named("participant", dialogue.participants),
        statement=_named("statement", dialogue.statement_ids),
        vote=pl.col("value").cast(kind),
    )


def _predictions(dialogue: Dialogue) -> "pl.LazyFrame":
    """What people expect and, in a column more where there is any, what they believe is expected."""
    import polars as pl

    if not len(dialogue.mirrored):
        return _told(dialogue, dialogue.predictions)
    own = _told(dialogue, dialogue.predictions).with_columns(expected_by=pl.lit(None, pl.String))
    return pl.concat([own, _told(dialogue, dialogue.mirrored, "expected_by")])


def _told(dialogue: Dialogue, table: Predictions | Mirrored, *more: str) -> "pl.LazyFrame":
    """Rows of predictions by id, with `more` columns that name a party."""
    import polars as pl

    columns = ("participant", "statement", "party", "value", *more)
    coded = pl.LazyFrame({name: getattr(table, name) for name in columns})
    return coded.select(
        participant=_named("participant", dialogue.participants),
        statement=_named("statement", dialogue.statement_ids),
        party=_named("party", dialogue.party_ids),
        value="value",
        **{name: _named(name, dialogue.party_ids) for name in more},
    )


def _named(column: str, ids: Sequence[str]) -> "pl.Expr":
    """The ids of a column of codes, piece by piece, so that a stored dialogue streams through."""
    import polars as pl

    names = pl.Series(ids, dtype=pl.String)
    return pl.col(column).map_batches(names.gather, return_dtype=pl.String, is_elementwise=True)


def _sink(rows: "pl.LazyFrame", path: Path) -> None:
    if path.suffix == ".parquet":
        rows.sink_parquet(path)
    else:
        rows.sink_csv(path)
