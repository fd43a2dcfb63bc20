"""`tracktwo record`: check the signed record of joint acts offline, show it, make a key, sign with it."""

import json as json_
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeGuard

from cyclopts import App, Parameter

from tracktwo.locale import Words
from tracktwo_cli.outputs import print_document
from tracktwo_cli.printed import AS_TEXT, Language, Printed
from tracktwo_cli.record_inputs import ask_passphrase, chain_of, keys_of, read_bytes
from tracktwo_cli.record_signing import append, sign
from tracktwo_cli.refusals import refusals_in
from tracktwo_cli.terminal import say

if TYPE_CHECKING:
    from tracktwo.record import Chain, ChainVerification, Entry, JointAct, Log, Verification

    Found = Verification | ChainVerification

NOT_VALID = 1
LONGEST_BODY = 200
"""Characters of a body that `show` prints on its line."""
Repeated = Parameter(negative="")
Flag = Parameter(negative="")

record = App(name="record", help="Check, show and sign the record of what the parties did.")
record.command(sign)
record.command(append)


@record.command
def verify(
    file: Path,
    /,
    *,
    key: Annotated[list[str] | None, Repeated] = None,
    head: Annotated[list[str] | None, Repeated] = None,
    chain: Annotated[bool, Flag] = False,
    printed: Printed = AS_TEXT,
) -> None:
    """Check every line, signature and chain of a record file. Ends with 1 where one does not hold.

    Parameters
    ----------
    file
        A record file: JSON Lines, the logs of one party or of several.
    key
        The public key with which a party's log begins: --key nato=ed25519:... (may be repeated).
    head
        An end of a log known from elsewhere: --head LOG:SEQ:HASH (may be repeated).
    chain
        For huge records: check that every entry names the one before, and signatures only where a log
        ends or its key changes.
    printed
        How it is printed.

    """
    from tracktwo.record import head_of
    from tracktwo.record import verify as check

    found: Found
    with refusals_in(printed.language) as words:
        heads = tuple(head_of(one) for one in head or ())
        if chain:
            found = chain_of(file, keys=keys_of(key), heads=heads)
        else:
            found = check(read_bytes(file), keys=keys_of(key), heads=heads)
    if printed.json:
        print_document(_as_json(found))
    else:
        print_document("".join(f"{line}\n" for line in _told(found, words)))
    if not found.holds:
        sys.exit(NOT_VALID)


@record.command
def show(file: Path, /, *, language: Language = "en") -> None:
    """Show the entries of a record file, one a line, and whether they hold.

    Parameters
    ----------
    file
        A record file. What stands in it after a problem is not shown.
    language
        Language of what is said: en, zh or fr.

    """
    from tracktwo.record import verify as check

    with refusals_in(language) as words:
        found = check(read_bytes(file))
    lines = [line for log in found.logs.values() for line in _shown(log)]
    print_document("".join(f"{line}\n" for line in (*lines, *_problems(found, words))))
    if not found.holds:
        sys.exit(NOT_VALID)


@record.command
def key(
    file: Path,
    /,
    *,
    existing: Annotated[bool, Flag] = False,
    passphrase_from: str = "",
    language: Language = "en",
) -> None:
    """Make a signing key in a new file, and print its public half and its fingerprint.

    Parameters
    ----------
    file
        The file to write; it must not exist yet. Keep it, and a copy elsewhere: without it nobody can
        sign for you.
    existing
        Make nothing: print the public half of the key in the file.
    passphrase_from
        Where the passphrase comes from, if it is not to be asked for: env:NAME or fd:NUMBER.
    language
        Language of what is said: en, zh or fr.

    """
    from tracktwo.record import SigningKey, fingerprint, read_key, write_key

    with refusals_in(language) as words:
        passphrase = ask_passphrase(passphrase_from, words, twice=not existing)
        if existing:
            made = read_key(file, passphrase=passphrase)
        else:
            made = SigningKey.make()
            write_key(made, file, passphrase=passphrase)
            say(words.gettext("wrote {file}", file=file))
    label = words.gettext("fingerprint")
    print_document(f"{made.public}\n{label}  {fingerprint(made.public)}\n")


def _told(found: "Found", words: Words) -> Iterator[str]:
    """What was found, the verdict first."""
    yield _verdict(found, words)
    yield from _problems(found, words)
    yield from _about_keys(found, words)
    yield from _ends(found, words)
    if is_whole(found):
        yield from _acts(found, words)
    else:
        yield ""
        yield words.gettext("Only the chains were checked, and the signatures where a log ends or its key changes: not that each entry between was of the right form and signed. Joint acts were not counted.")  # fmt: skip


def is_whole(found: "Found") -> "TypeGuard[Verification]":
    """Whether every entry was looked at, and not the chains alone."""
    from tracktwo.record import Verification

    return isinstance(found, Verification)


def _verdict(found: "Found", words: Words) -> str:
    if not found.holds:
        return words.gettext("Not valid.")
    return words.ngettext(
        "Valid: {n} entry of {logs}.",
        "Valid: {n} entries of {logs}.",
        found.entries,
        logs=words.names(found.logs),
    )


def _problems(found: "Found", words: Words) -> Iterator[str]:
    from tracktwo.record import problem_sentence

    yield from (problem_sentence(one, words) for one in found.problems)


def _about_keys(found: "Found", words: Words) -> Iterator[str]:
    """Where keys come from, and what to read out by telephone."""
    from tracktwo.record import fingerprint

    if not found.logs:
        return
    yield ""
    if found.are_keys_given:
        yield words.gettext("Each log begins with the key that you gave.")
    else:
        yield words.gettext(
            "The keys were taken from the file itself. So the file proves only that nothing was changed since these keys signed; compare the fingerprints with each party by telephone, and give the keys by --key."
        )
    for log in found.logs.values():
        for place, one in enumerate(log.keys):
            label = words.gettext("then") if place else log.name
            yield f"  {label}  {fingerprint(one)}  {one}"


def _ends(found: "Found", words: Words) -> Iterator[str]:
    """Where the logs end, and that an end may be missing."""
    if not found.logs:
        return
    yield ""
    yield words.gettext(
        "A file does not show whether its end is missing: keep these heads, and give them by --head."
    )
    yield from (f"  {log.head}" for log in found.logs.values())
    for absent in found.absent:
        told = words.gettext("not in the file, though an entry names it: {head}", head=absent)
        yield f"  {told}"


def _acts(found: "Verification", words: Words) -> Iterator[str]:
    from tracktwo.record import joint_acts

    acts = joint_acts(found.logs.values())
    if acts:
        yield ""
        yield words.gettext("Joint acts")
    for act in acts:
        yield f"  {act.kind}  {act.body_hash[:16]}  {_signers(act, words)}"


def _signers(act: "JointAct", words: Words) -> str:
    signed, missing = words.names(act.signed), words.names(act.missing)
    if not missing:
        return words.gettext("signed by {parties}", parties=signed)
    return words.gettext("signed by {parties}; lacks {missing}", parties=signed, missing=missing)


def _shown(log: "Log") -> Iterator[str]:
    from tracktwo.record import fingerprint

    yield f"{log.name}  {fingerprint(log.entries[0].key)}"
    yield from (_line(entry) for entry in log.entries)
    yield ""


def _line(entry: "Entry") -> str:
    from tracktwo.locale.plain import plain
    from tracktwo.record import canonical

    body = plain(canonical(entry.body).decode())
    if len(body) > LONGEST_BODY:
        body = f"{body[:LONGEST_BODY]}…"
    return f"  {entry.seq:>4}  {entry.at}  {entry.kind}  {entry.hash[:16]}  {body}"


def _as_json(found: "Found") -> str:
    from tracktwo.record import joint_acts

    told = {
        "version": 1,
        "valid": found.holds,
        "entries": found.entries,
        "keys_given": found.are_keys_given,
        "logs": [_log_as_json(log) for log in found.logs.values()],
        "problems": [
            {"line": one.line, "log": one.log, "what": one.what} for one in found.problems
        ],
        "absent": [str(one) for one in found.absent],
        "chain_only": not is_whole(found),
        "joint_acts": [_act_as_json(one) for one in joint_acts(found.logs.values())]
        if is_whole(found)
        else None,
    }
    return json_.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _log_as_json(log: "Log | Chain") -> dict[str, object]:
    from tracktwo.record import Chain, fingerprint

    count = log.length if isinstance(log, Chain) else len(log.entries)

    keys = [{"key": one, "fingerprint": fingerprint(one)} for one in log.keys]
    return {"log": log.name, "entries": count, "head": str(log.head), "keys": keys}


def _act_as_json(act: "JointAct") -> dict[str, object]:
    return {
        "kind": act.kind,
        "body_hash": act.body_hash,
        "signed": {party: str(head) for party, head in act.signed.items()},
        "missing": list(act.missing),
    }
