"""`tracktwo channel open`, `card`, `connect`, `tests`, `lines`: one end of a line, on a node of one's own."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter
from cyclopts.validators import Number

from tracktwo.errors import InputError, OptionError
from tracktwo_cli.channel_here import (
    installation,
    line_to,
    read_file,
    require_free,
    write_new,
)
from tracktwo_cli.dialogues import dialogue_of
from tracktwo_cli.outputs import print_document
from tracktwo_cli.terminal import say

if TYPE_CHECKING:
    from tracktwo_web.channel.domain.open import Card
    from tracktwo_web.channel.models import Line, Route

Repeated = Parameter(negative="")
OFFICE = re.compile(r"[A-Z][A-Z0-9]{0,11}")
ADDRESS = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+):([0-9]{1,5})")
LONGEST_CARD = 2**16
LARGEST_PORT = 65_535


def open_(
    dialogue: str,
    /,
    *,
    side: str,
    office: str,
    to: str,
    card: Path | None = None,
    data: Path | None = None,
) -> None:
    """Open this office's end of a line: a key and a certificate are made, and what the other side needs of them.

    Parameters
    ----------
    dialogue
        The dialogue's id, as it stands in its address.
    side
        The side whose office this is, by its code in the dialogue, such as nato.
    office
        The office in capital letters, as it stands in the numbers of its messages, such as NATO.
    to
        The other side's office, such as CHINA.
    card
        A new file for the card that the other office needs; printed where left out.
    data
        The installation's folder. Without it: TRACKTWO_DATA, or ./data.

    """
    for name, told in (("--office", office), ("--to", to)):
        if not OFFICE.fullmatch(told):
            raise OptionError(
                f"{name} {told!r} names no office; write up to 12 capital letters and digits, such as NATO"
            )
    require_free(card)
    with installation(data):
        from django.utils import timezone

        from tracktwo_web.channel.domain.open import card_of, open_line

        row = dialogue_of(dialogue)
        here = row.sides.filter(code=side).first()
        if here is None:
            codes = ", ".join(row.sides.order_by("code").values_list("code", flat=True))
            raise OptionError(f"the dialogue has no side {side}; it has {codes}")
        line = open_line(here, office, to, now=timezone.now())
        hand_out(card_of(line), card)


def card(
    office: str,
    /,
    *,
    card: Path | None = None,
    dialogue: str = "",
    data: Path | None = None,
) -> None:
    """Write this office's card once more, and the fingerprint to read to the other office.

    Parameters
    ----------
    office
        The other office, for which the card is.
    card
        A new file for the card; printed where left out.
    dialogue
        The id of the dialogue, where there are several lines to that office.
    data
        The installation's folder. Without it: TRACKTWO_DATA, or ./data.

    """
    with installation(data):
        from tracktwo_web.channel.domain.open import card_of

        hand_out(card_of(line_to(office, dialogue)), card)


def connect(
    file: Path,
    /,
    *,
    address: Annotated[list[str] | None, Repeated] = None,
    fingerprint: str = "",
    dialogue: str = "",
    data: Path | None = None,
) -> None:
    """Take the other office's card, after both have read the fingerprints to each other.

    Parameters
    ----------
    file
        The card, as the other office sent it.
    address
        Where its node is called: HOST:PORT; a second one (--address again) is tried when the first
        fails. Without any, those known before stay; a line without one is carried by hand.
    fingerprint
        The 40 digits that the other office read out; asked for where left out.
    dialogue
        The id of the dialogue, where there are several lines to that office.
    data
        The installation's folder. Without it: TRACKTWO_DATA, or ./data.

    """
    for one in address or ():
        _require_address(one)
    with installation(data):
        from tracktwo_web.channel.domain.answers import CannotBe
        from tracktwo_web.channel.domain.open import connect as take
        from tracktwo_web.channel.domain.open import read_card

        try:
            given = read_card(read_file(file, LONGEST_CARD).decode(errors="replace"))
        except CannotBe as error:
            raise InputError(str(error), file=file) from None
        line = line_to(given.office, dialogue)
        _require_compared(given, fingerprint)
        known = list(line.routes.order_by("order").values_list("address", flat=True))
        ways = known if address is None else address
        take(line, given, ways)
    way = f"by {', '.join(ways)}" if ways else "by parcels that are carried by hand"
    say(f"{line.office} is connected with {line.peer}, {way}")


def lines(*, data: Path | None = None) -> None:
    """List the lines of this installation: fingerprints, ways, and what stands in the way.

    Parameters
    ----------
    data
        The installation's folder. Without it: TRACKTWO_DATA, or ./data.

    """
    with installation(data):
        from tracktwo_web.channel.models import Line

        found = list(Line.objects.select_related("side").order_by("office", "peer", "pk"))
        told = [row for one in found for row in (*_told(one), "")]
    print_document("".join(f"{row}\n" for row in told[:-1]))
    if not found:
        say("there is no line here yet; tracktwo channel open makes one")


def set_tests(
    office: str,
    /,
    *,
    every: Annotated[int, Parameter(validator=Number(gte=0, lte=168))],
    dialogue: str = "",
    data: Path | None = None,
) -> None:
    """Test the line by the clock, the offices by turns; the other end must be told the same.

    Parameters
    ----------
    office
        The other office of the line.
    every
        Hours between two tests, whoever sends them; 0 for none.
    dialogue
        The id of the dialogue, where there are several lines to that office.
    data
        The installation's folder. Without it: TRACKTWO_DATA, or ./data.

    """
    with installation(data):
        from django.utils import timezone

        from tracktwo_web.channel.domain.line_tests import settle_tests

        line = line_to(office, dialogue)
        settle_tests(line, every, now=timezone.now())
    told = f"is tested every {every} h, by turns" if every else "is not tested by the clock"
    say(f"the line of {line.office} to {line.peer} {told}; settle the same at the other end")


def hand_out(made: "Card", file: Path | None) -> None:
    """Give the user a card, and the digits that are to be compared."""
    if file is None:
        print_document(made.as_text())
    else:
        write_new(file, made.as_text().encode())
        say(f"wrote {file}: give it to the other office by any way; there is no secret on it")
    say(f"fingerprint of {made.office}: {made.fingerprint}")
    say("Read it to the other office where you know the voice, and have its own read to you.")


def _require_address(told: str) -> None:
    found = ADDRESS.fullmatch(told)
    if found is None or not 1 <= int(found[2]) <= LARGEST_PORT:
        raise OptionError(f"--address {told} is no place to call; write HOST:PORT")


def _require_compared(given: "Card", fingerprint: str) -> None:
    """Refuse a card unless somebody brings its fingerprint by another way than the card came."""
    told = fingerprint or _asked(given.office)
    if "".join(told.split()) != "".join(given.fingerprint.split()):
        raise OptionError(
            f"these are not the digits of this card: nothing was connected; ask {given.office} to read "
            "them once more, and if they differ again, for its card by another way"
        )


def _asked(office: str) -> str:
    say(f"Type the fingerprint that {office} has read to you (40 digits):")
    told = sys.stdin.readline()
    if not told.strip():
        raise OptionError("nothing was typed; give what was read to you by --fingerprint")
    return told


def _told(line: "Line") -> Sequence[str]:
    """What a person wants to know of a line, a row each."""
    from tracktwo.record import fingerprint
    from tracktwo_web.channel.domain.open import card_of

    rows = [
        f"{line.office} to {line.peer}  (dialogue {line.side.dialogue_id})",
        f"  own fingerprint    {card_of(line).fingerprint}",
    ]
    if not line.peer_key:
        return [
            *rows,
            "  not connected      take the other office's card: tracktwo channel connect",
        ]
    rows.append(f"  other fingerprint  {fingerprint(line.peer_key)}")
    rows.append(f"  state              {_state(line)}")
    waiting = line.messages.filter(is_own=True, entry=None).count()
    if waiting:
        rows.append(f"  waiting            {waiting} to be sent")
    if line.clock_ahead is not None:
        rows.append(f"  clock              the other's is {_clock(line.clock_ahead)}")
    if line.test_every:
        state = line.get_tested_display()
        rows.append(f"  tests              every {line.test_every} h by turns: {state}")
    return [*rows, *_ways(line)]


def _state(line: "Line") -> str:
    if line.fault:
        return f"stopped: {line.get_fault_display()}"
    return "compared" if line.is_compared else "waits to hear how far the other office came"


def _clock(ahead: int) -> str:
    if not ahead:
        return "the same"
    return f"{abs(ahead)} s {'ahead' if ahead > 0 else 'behind'}"


def _ways(line: "Line") -> Sequence[str]:
    routes = list(line.routes.order_by("order"))
    if not routes:
        return ["  way                by parcels that are carried by hand"]
    return [f"  way {one.order}              {one.address}  {_went(one)}" for one in routes]


def _went(route: "Route") -> str:
    if route.failures:
        return f"failed {route.failures} times in a row, last at {route.failed:%Y-%m-%d %H:%M} UTC: {route.why}"
    if route.came_through:
        return f"came through at {route.came_through:%Y-%m-%d %H:%M} UTC"
    return "not tried yet"
