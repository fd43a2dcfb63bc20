"""The report as a joint act: who has signed it by a record, and the entry by which a side signs it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo.errors import InputError, OptionError, RecordError
from tracktwo_cli.record_inputs import read_bytes

if TYPE_CHECKING:
    from tracktwo.record import Log
    from tracktwo.reports.joint import Material

KIND = "report.signed"


def logs_in(record: Path, keys: Mapping[str, str]) -> "Mapping[str, Log]":
    """The logs of a record file that holds, to the last line; a file that does not is refused.

    A key may be that of a party which has no log yet; those of the others are held to what is given.
    """
    from tracktwo.record import verify

    data = read_bytes(record)
    found = verify(data)
    known = {name: key for name, key in keys.items() if name in found.logs}
    if known and found.holds:
        found = verify(data, keys=known)
    if not found.holds:
        raise InputError(
            f"this record does not hold: {found.problems[0]}; tracktwo record verify tells more",
            file=record,
        )
    return found.logs


def signatures_in(logs: "Mapping[str, Log]", record: Path) -> dict[str, str]:
    """By side, the hash of the report that it signed last."""
    from tracktwo.record import signed_texts

    try:
        return dict(signed_texts(logs.values(), kind=KIND))
    except RecordError as error:
        raise InputError(error.message, file=record) from None


def draft_of(
    asked: str,
    material: "Material",
    digest: str,
    *,
    logs: "Mapping[str, Log]",
    keys: Mapping[str, str],
) -> dict[Path, bytes]:
    """The file PARTY=FILE with the entry that the side has to sign next in its log.

    All sides sign the same body, so that it becomes one joint act once each has.
    """
    from tracktwo.record import Log, draft_bytes, drafted
    from tracktwo.reports.canonical import FORM

    party, file = _party_and_file(asked, material)
    log = logs.get(_newest(logs, party), Log(party))
    key = log.key or keys.get(party)
    if key is None:
        raise OptionError(
            f"--draft {asked}: the record has no key of {party} yet; "
            f"add --key {party}=ed25519:..., as tracktwo record key prints it"
        )
    others = (one for name, one in logs.items() if name.partition(".")[0] != party)
    draft = drafted(
        log,
        at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        kind=KIND,
        body={"form": FORM, "hash": digest, "languages": list(material.languages)},
        key=key,
        seen=tuple(one.head for one in others if one.head),
    )
    return {file: draft_bytes(draft)}


def _party_and_file(asked: str, material: "Material") -> tuple[str, Path]:
    party, _, file = asked.partition("=")
    if not (party and file):
        raise OptionError(f"--draft {asked!r} is not of the form PARTY=FILE")
    if party not in material.sides:
        known = ", ".join(material.sides) or "none"
        raise OptionError(f"--draft {asked}: {party} is not among the parties ({known})")
    return party, Path(file)


def _newest(logs: "Mapping[str, Log]", party: str) -> str:
    """The log in which a party writes now: one may have taken the place of another."""
    own = [name for name in logs if name.partition(".")[0] == party]
    return max(own, key=lambda name: int(name.partition(".")[2] or 1), default=party)
