"""The register as the tables that the library reads again."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from tracktwo import risk as library
from tracktwo.exchange.risks.tables import indicator_table, risk_table, write_table
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.risks.cells import harmless
from tracktwo_web.risks.domain.agree import heard_of
from tracktwo_web.risks.models import Risk
from tracktwo_web.risks.queries import risks_of

RISKS, INDICATORS = "risks.csv", "indicators.csv"


def register_of(dialogue: Dialogue) -> library.Register:
    """The register as the library knows it; a side has agreed once every side has spoken."""
    sides = list(dialogue.sides.all())
    return library.Register(
        tuple(_risk(one, heard_of(one, sides).agreed_by()) for one in risks_of(dialogue))
    )


def table_of(dialogue: Dialogue, name: str) -> bytes:
    """One of the register's tables as a CSV file."""
    write = risk_table if name == RISKS else indicator_table
    header, rows = write(register_of(dialogue))
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / name
        write_table(path, header, [[harmless(cell) for cell in row] for row in rows])
        return path.read_bytes()


def _risk(one: Risk, agreed_by: Sequence[str]) -> library.Risk:
    return library.Risk(
        id=one.code,
        texts=one.texts,
        mechanism=tuple(one.mechanism),
        domain=one.domain,
        onset=one.onset,
        reversibility=one.reversibility,
        period=one.period,
        indicators=tuple(
            library.Indicator(each.code, each.texts, each.threshold, each.state, each.by)
            for each in sorted(one.indicators.all(), key=lambda each: each.code)
        ),
        existing=one.existing,
        proposed=one.proposed,
        owner=one.owner,
        agreed_by=tuple(agreed_by),
        outcome=one.outcome,
    )
