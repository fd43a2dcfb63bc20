"""Bringing areas, options and joint conditions in from tables: all of them, or nothing."""

import re
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction

from tracktwo import convergence as library
from tracktwo.errors import InputError
from tracktwo.exchange.convergence.conditions import read_amounts, read_conditions
from tracktwo.exchange.convergence.options import read_options
from tracktwo_web.convergence.domain.amounts import taken
from tracktwo_web.convergence.domain.conditions import Stated, add_joint_condition
from tracktwo_web.convergence.domain.options import (
    Offer,
    add_area,
    add_option,
    change_area,
    change_option,
)
from tracktwo_web.convergence.models import Area, Option
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.risks.cells import as_meant

SLUG = re.compile(r"[-\w]{1,40}", re.ASCII)
LARGEST = 1_000_000
"""Bytes of a table: some thousand options."""
LONGEST, LONGEST_INTEREST, LONGEST_NOTE = 300, 300, 600
TABLES = ("options", "areas", "interests", "amounts", "conditions")


class AlreadyThere(Exception):  # noqa: N818 -- an answer, not a fault
    """Some options are there already, and were not to be replaced."""

    def __init__(self, codes: list[str]) -> None:
        super().__init__(", ".join(codes))
        self.codes = codes


@dataclass(frozen=True)
class Tables:
    """What the tables hold, as far as this dialogue can hold it."""

    options: library.Options
    amounts: tuple[library.Amount, ...] = ()
    conditions: tuple[library.Condition, ...] = ()


@dataclass(frozen=True)
class BroughtIn:
    """How many options are new, how many took the place of others, and which sides' conditions stayed out."""

    added: int
    replaced: int
    left_out: list[str] = field(default_factory=list)


def read_tables(dialogue: Dialogue, tables: Mapping[str, bytes]) -> Tables:
    """What is in the tables, by name without `.csv`; options are needed. Raises `InputError`."""
    sides = tuple(dialogue.sides.order_by("position").values_list("code", flat=True))
    tables = {name: each for name, each in tables.items() if name == "options" or _has_rows(each)}
    with tempfile.TemporaryDirectory() as scratch:
        paths = {name: Path(scratch) / f"{name}.csv" for name in tables}
        for name, path in paths.items():
            path.write_bytes(tables[name])
        options = read_options(
            paths["options"],
            areas=paths.get("areas"),
            interests=paths.get("interests"),
            parties=sides,
            touchable=None,
        )
        amounts = (
            read_amounts(paths["amounts"], options=options.ids, parties=sides)
            if "amounts" in paths
            else ()
        )
        conditions = (
            read_conditions(
                paths["conditions"], options=options.ids, parties=sides, amounts=amounts
            )
            if "conditions" in paths
            else ()
        )
    for one in options.options:
        _check(one, dialogue.languages)
    return Tables(options, amounts, conditions)


@transaction.atomic
def bring_in(dialogue: Dialogue, tables: Tables, *, replaces: bool) -> BroughtIn:
    """Enter what the tables hold. A side's own conditions are left to the side: it states them under seal."""
    there = {one.code: one for one in dialogue.options.filter(code__in=tables.options.ids)}
    if there and not replaces:
        raise AlreadyThere(sorted(there))
    areas = _areas(dialogue, tables.options)
    for one in tables.options.options:
        _enter(dialogue, there.get(one.id), one, areas, tables.amounts)
    known = set(dialogue.joint_conditions.values_list("code", flat=True))
    for condition in tables.conditions:
        if not condition.by and condition.id not in known:
            add_joint_condition(dialogue, _stated(condition), code=condition.id)
    left_out = sorted(one.id for one in tables.conditions if one.by)
    return BroughtIn(len(tables.options.ids) - len(there), len(there), left_out)


def _has_rows(table: bytes) -> bool:
    """Whether more than a header stands there: what is taken out where nothing is said has only that."""
    return len(table.strip().splitlines()) > 1


def _areas(dialogue: Dialogue, options: library.Options) -> dict[str, Area]:
    """Areas by code: those that are there, changed where the table says more, and those it adds."""
    known = {one.code: one for one in dialogue.areas.all()}
    named = [one.id for one in options.areas]
    named += [one.area for one in options.options if one.area and one.area not in named]
    for code in dict.fromkeys(named):
        texts = _as_meant(options.area(code).texts)
        if code not in known:
            known[code] = add_area(dialogue, code, texts)
        elif texts:
            change_area(known[code], texts)
    return known


def _enter(
    dialogue: Dialogue,
    there: Option | None,
    one: library.Option,
    areas: Mapping[str, Area],
    amounts: Iterable[library.Amount],
) -> None:
    offer = Offer(
        texts=_as_meant(one.texts),
        area=areas[one.area] if one.area else None,
        interests={side: _as_meant(texts) for side, texts in one.interests.items()},
        obstacles=_as_meant(one.obstacles),
        precedents=_as_meant(one.precedents),
        rung=one.rung,
        touches=one.touches,
    )
    takes = [
        taken(as_meant(each.of), each.party, float(each.value))
        for each in amounts
        if each.option == one.id
    ]
    if there is None:
        add_option(dialogue, one.id, offer, takes=takes)
    else:
        change_option(there, offer, takes=takes)


def _stated(one: library.Condition) -> Stated:
    limit = None if one.limit is None else _plain(float(one.limit))
    return Stated(one.kind, one.options, limit, as_meant(one.of), _as_meant(one.texts))


def _plain(number: float) -> float:
    return int(number) if number == int(number) else number


def _as_meant(texts: Mapping[str, str]) -> dict[str, str]:
    return {language: as_meant(text) for language, text in texts.items()}


def _check(option: library.Option, languages: Iterable[str]) -> None:
    """What a table may say and this dialogue cannot hold."""
    where = f"option {option.id!r}:"
    if not option.texts:
        raise InputError(f"{where} it has no text; fill in a column text_en, text_zh or text_fr")
    texts = [option.texts, option.obstacles, option.precedents, *option.interests.values()]
    for language in {code for each in texts for code in each} - set(languages):
        raise InputError(
            f"{where} language {language!r} is not one of this dialogue's; leave it out"
        )
    for id_ in filter(None, (option.id, option.area)):
        if not SLUG.fullmatch(id_):
            raise InputError(
                f"{where} {id_!r} is no short name; write up to 40 Latin letters, digits and hyphens"
            )
    limited = (
        (LONGEST, "text", [option.texts]),
        (LONGEST_INTEREST, "interest", [*option.interests.values()]),
        (LONGEST_NOTE, "obstacles", [option.obstacles]),
        (LONGEST_NOTE, "precedents", [option.precedents]),
    )
    for most, name, each in limited:
        if any(len(text) > most for one in each for text in one.values()):
            raise InputError(f"{where} {name} is longer than {most} characters; shorten it")
