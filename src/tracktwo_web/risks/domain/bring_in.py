"""Bringing a register in from its tables: all of it, or nothing."""

import re
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from tracktwo import risk as library
from tracktwo.errors import InputError
from tracktwo.exchange.risks.register import read_register
from tracktwo.risk.register import SEVERITY
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.risks.cells import as_meant
from tracktwo_web.risks.domain.register import (
    Entry,
    Sign,
    add_indicator,
    add_risk,
    change_indicator,
    change_risk,
)
from tracktwo_web.risks.models import Indicator, Risk

SLUG = re.compile(r"[-\w]{1,40}", re.ASCII)
LARGEST = 1_000_000
"""Bytes of a table: some thousand risks."""


class AlreadyThere(Exception):  # noqa: N818 -- an answer, not a fault
    """Some risks are in the register already, and were not to be replaced."""

    def __init__(self, codes: list[str]) -> None:
        super().__init__(", ".join(codes))
        self.codes = codes


@dataclass(frozen=True)
class BroughtIn:
    """How many risks are new, and how many took the place of others."""

    added: int
    replaced: int


def read_tables(dialogue: Dialogue, risks: bytes, indicators: bytes | None) -> library.Register:
    """The register in the tables, as far as this dialogue can hold it. Raises `InputError`."""
    with tempfile.TemporaryDirectory() as scratch:
        table = Path(scratch) / "risks.csv"
        table.write_bytes(risks)
        beside = Path(scratch) / "indicators.csv" if indicators is not None else None
        if beside is not None:
            beside.write_bytes(indicators or b"")
        sides = tuple(side.code for side in dialogue.sides.all())
        register = read_register(table, sides=sides, indicators=beside)
    for risk in register.risks:
        _check(risk, dialogue.languages)
    return register


@transaction.atomic
def bring_in(dialogue: Dialogue, register: library.Register, *, replaces: bool) -> BroughtIn:
    """Enter the risks of a register. Raises `AlreadyThere`, `NotNow`.

    That a side agreed is not brought in: a side says so itself, here.
    """
    there = {risk.code: risk for risk in dialogue.risks.filter(code__in=register.ids)}
    if there and not replaces:
        raise AlreadyThere(sorted(there))
    for one in register.risks:
        _enter(dialogue, there.get(one.id), one)
    return BroughtIn(len(register.risks) - len(there), len(there))


def _enter(dialogue: Dialogue, risk: Risk | None, one: library.Risk) -> None:
    if risk is None:
        risk = add_risk(dialogue, one.id, _entry(one), mechanism=one.mechanism)
    else:
        risk = change_risk(risk, _entry(one))
        risk.mechanism = list(one.mechanism)
        risk.save(update_fields=["mechanism"])
    there = {each.code: each for each in risk.indicators.select_related("risk__dialogue")}
    for sign in one.indicators:
        _watch(risk, there.get(sign.id), sign)


def _watch(risk: Risk, there: Indicator | None, one: library.Indicator) -> None:
    sign = Sign(_as_meant(one.texts), _as_meant(one.threshold), one.state, as_meant(one.by))
    if there is None:
        add_indicator(risk, one.id, sign)
    else:
        change_indicator(there, sign)


def _entry(one: library.Risk) -> Entry:
    return Entry(
        _as_meant(one.texts), as_meant(one.domain), one.onset, one.reversibility,
        as_meant(one.period), _as_meant(one.existing), _as_meant(one.proposed),
        as_meant(one.owner), one.outcome,
    )  # fmt: skip


def _as_meant(texts: Mapping[str, str]) -> dict[str, str]:
    return {language: as_meant(text) for language, text in texts.items()}


def _check(risk: library.Risk, languages: Iterable[str]) -> None:
    """What a table may say and this register cannot hold."""
    where = f"risk {risk.id!r}:"
    if not risk.texts:
        raise InputError(f"{where} it has no text; fill in a column text_en, text_zh or text_fr")
    if risk.scale != SEVERITY:
        raise InputError(
            f"{where} severity is stated from 0 to 10 here; leave the column scale empty"
        )
    texts = [risk.texts, risk.existing, risk.proposed]
    texts += [each for sign in risk.indicators for each in (sign.texts, sign.threshold)]
    for language in {code for each in texts for code in each} - set(languages):
        raise InputError(
            f"{where} language {language!r} is not one of this dialogue's; leave it out"
        )
    for id_ in (risk.id, *(sign.id for sign in risk.indicators)):
        if not SLUG.fullmatch(id_):
            raise InputError(
                f"{where} {id_!r} is no short name; write up to 40 Latin letters, digits and hyphens"
            )
    _check_lengths(where, risk)


def _check_lengths(where: str, risk: library.Risk) -> None:
    signs = risk.indicators
    limited = (
        (
            300,
            "text",
            [*risk.texts.values(), *(text for one in signs for text in one.texts.values())],
        ),
        (300, "threshold", [text for one in signs for text in one.threshold.values()]),
        (2000, "measures", [*risk.existing.values(), *risk.proposed.values()]),
        (80, "domain", [risk.domain]),
        (80, "period", [risk.period]),
        (120, "owner", [risk.owner]),
        (120, "by", [one.by for one in signs]),
    )
    for most, name, texts in limited:
        if any(len(text) > most for text in texts):
            raise InputError(f"{where} {name} is longer than {most} characters; shorten it")
