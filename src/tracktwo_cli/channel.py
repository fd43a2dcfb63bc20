"""`tracktwo channel`: messages of the duty offices, read, checked, laid beside each other, written in other forms."""

import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import App, Parameter

from tracktwo.errors import OptionError
from tracktwo.locale import english
from tracktwo_cli.channel_keys import replace, rotate
from tracktwo_cli.channel_node import card, connect, lines, open_, set_tests
from tracktwo_cli.channel_parcels import pack, unpack
from tracktwo_cli.channel_picture import picture
from tracktwo_cli.channel_told import print_told
from tracktwo_cli.moments import moment_of
from tracktwo_cli.outputs import check_outputs, print_document, write_together
from tracktwo_cli.printed import AS_TEXT, Language, Printed
from tracktwo_cli.refusals import refusals_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracktwo.channel.messages import Message, MessageId
    from tracktwo.exchange.channel.traffic_file import Line

NOT_WHOLE = 1
Form = Literal["navarea", "notam", "cap", "geojson", "csv", "slash", "json"]
Repeated = Parameter(negative="")

channel = App(
    name="channel",
    help="Read, check and convert the messages of two duty offices; run one end of their line.",
)
channel.command(open_, name="open")
channel.command(set_tests, name="tests")
channel.command(picture)
for _of_a_node in (card, connect, lines, pack, unpack, rotate, replace):
    channel.command(_of_a_node)


@channel.command
def read(file: Path, /, *, message: str = "", printed: Printed = AS_TEXT) -> None:
    """List the messages of a file, or print the model text of one.

    Parameters
    ----------
    file
        Messages: JSON Lines, an alert (.xml) or slash-delimited text (.txt).
    message
        The number of a message to print in full, such as "NATO-EX-PN 0001/26".
    printed
        How it is printed.

    """
    from tracktwo.exchange.channel.forms import read_checked_messages
    from tracktwo_cli.channel_findings import messages_told

    with refusals_in(printed.language) as words:
        lines = read_checked_messages(file)
        chosen = [_one(lines, message)] if message else [line.message for line in lines]
        print_told(messages_told(chosen, words, is_whole=bool(message)), printed)


@channel.command
def check(file: Path, /, *, printed: Printed = AS_TEXT) -> None:
    """Check that messages hold together: kinds, answers, series without gaps. Ends with 1 where not.

    Parameters
    ----------
    file
        Messages: JSON Lines, an alert (.xml) or slash-delimited text (.txt).
    printed
        How it is printed.

    """
    from tracktwo.exchange.channel.check import check_traffic
    from tracktwo.exchange.channel.forms import read_messages
    from tracktwo_cli.channel_findings import faults_told

    with refusals_in(printed.language) as words:
        lines = read_messages(file)
        faults = check_traffic(lines)
        print_told(faults_told(faults, len(lines), words), printed)
    if faults:
        sys.exit(NOT_WHOLE)


@channel.command
def convert(
    file: Path,
    /,
    *,
    format: Form,  # noqa: A002 -- the name of the option
    message: str = "",
    output: Path | None = None,
    language: Language = "en",
) -> None:
    """Write messages in another form.

    Parameters
    ----------
    file
        Messages: JSON Lines, an alert (.xml) or slash-delimited text (.txt).
    format
        navarea (messages NW), notam (AN), cap, geojson, csv, slash or json.
    message
        The number of the only message to write.
    output
        The file to write, or the folder where there are several alerts; printed where left out.
    language
        Language of what is said: en, zh or fr.

    """
    from tracktwo.exchange.channel.forms import read_checked_messages

    with refusals_in(language):
        lines = read_checked_messages(file)
        chosen = [_one(lines, message)] if message else [line.message for line in lines]
        texts = _converted(chosen, {line.message.id: line.message for line in lines}, format)
        if output is None:
            if format == "cap" and len(texts) > 1:
                raise OptionError(
                    english("there are {n} alerts, each a file of its own; name a folder with --output, or one message with --message", n=len(texts))
                )  # fmt: skip
            print_document("\n".join(texts.values()))
            return
        files = (
            {output / name: text for name, text in texts.items()}
            if format == "cap" and len(texts) > 1
            else {output: "\n".join(texts.values())}
        )
        check_outputs(files, inputs=[file])
        write_together(files)


def _converted(
    messages: "list[Message]", known: "dict[MessageId, Message]", form: str
) -> dict[str, str]:
    """Texts by the name of a file for each."""
    from tracktwo.exchange.channel.forms import EACH, ENDINGS, TOGETHER, chosen_for

    if form in TOGETHER:
        return {form: TOGETHER[form](messages)}
    return {
        str(one.id).replace(" ", "-").replace("/", "-") + ENDINGS[form]: EACH[form](one, known)
        for one in chosen_for(form, messages)
    }


@channel.command
def overlaps(
    file: Path,
    /,
    *,
    miles: float = 0.0,
    metres: float = 0.0,
    hours: float = 0.0,
    printed: Printed = AS_TEXT,
) -> None:
    """Tell which notified activities of different offices would be in each other's way.

    Parameters
    ----------
    file
        Messages of both sides; those of kind PN are compared.
    miles
        Room to keep between areas, in nautical miles.
    metres
        Room to keep up and down.
    hours
        Time to keep between.
    printed
        How it is printed.

    """
    from tracktwo.channel.activities import Margin
    from tracktwo.exchange.channel.forms import read_checked_messages
    from tracktwo.exchange.channel.meeting import meetings
    from tracktwo_cli.channel_findings import overlaps_told

    with refusals_in(printed.language) as words:
        for name, value in (("--miles", miles), ("--metres", metres), ("--hours", hours)):
            if not 0 <= value <= 10_000:
                raise OptionError(english("{option} is {value}; give 0 to 10000", option=name, value=value))  # fmt: skip
        margin = Margin(miles, metres, timedelta(hours=hours))
        found = meetings((line.message for line in read_checked_messages(file)), margin)
        print_told(overlaps_told(found, words), printed)


@channel.command
def reconcile(one: Path, other: Path, /, *, printed: Printed = AS_TEXT) -> None:
    """Lay two accounts of one encounter beside each other: agreed, disputed, unknown.

    Parameters
    ----------
    one
        Messages of one side; its last of kind EN is taken.
    other
        Messages of the other side.
    printed
        How it is printed.

    """
    from tracktwo.channel.encounters import compare
    from tracktwo.channel.kinds import report_of
    from tracktwo_cli.channel_findings import compared_told

    with refusals_in(printed.language) as words:
        first, second = (report_of(_last(path, "EN")) for path in (one, other))
        print_told(compared_told(compare(first, second), (first.side, second.side), words), printed)


@channel.command
def escort(file: Path, /, *, days: float = 8.0, printed: Printed = AS_TEXT) -> None:
    """Tell where the escort plan of a quarter asks too much of an escort, and where ships wait too long.

    Parameters
    ----------
    file
        Messages; the last of kind CV that holds a plan is taken.
    days
        How long ships should wait for a group at most.
    printed
        How it is printed.

    """
    from tracktwo.channel.escort import clashes, gaps
    from tracktwo.channel.kinds import plan_of
    from tracktwo_cli.channel_findings import escort_told

    with refusals_in(printed.language) as words:
        if not 0 < days <= 92:
            raise OptionError(english("--days is {days}; give above 0 and up to 92", days=days))
        plan = plan_of(_last(file, "CV"))
        longest = timedelta(days=days)
        print_told(escort_told(plan, clashes(plan), gaps(plan, longest), words), printed)


@channel.command
def drill(
    script: Path,
    file: Path,
    /,
    *,
    start: str,
    office: Annotated[list[str], Repeated],
    printed: Printed = AS_TEXT,
) -> None:
    """Tell after how long the messages of a drill came. Which side was faster is not told.

    Parameters
    ----------
    script
        The script of the drill (YAML).
    file
        The messages that were sent.
    start
        When the clock of the drill began, such as 2026-11-20T10:30Z.
    office
        Who played which side: --office first=NATO --office other=CHINA.
    printed
        How it is printed.

    """
    from tracktwo.channel.drills import play
    from tracktwo.exchange.channel.drill_file import read_drill
    from tracktwo.exchange.channel.forms import read_checked_messages
    from tracktwo_cli.channel_drill import drill_told

    with refusals_in(printed.language) as words:
        told = read_drill(script)
        offices = dict(one.partition("=")[::2] for one in office)
        messages = [line.message for line in read_checked_messages(file)]
        report = play(told, messages, start=moment_of("--start", start), offices=offices)
        print_told(drill_told(told, report, words), printed)


def _one(lines: "Sequence[Line]", number: str) -> "Message":
    """The message of a number."""
    found = next((line.message for line in lines if str(line.message.id) == number), None)
    if found is None:
        raise OptionError(english("there is no message {number} in the file", number=repr(number)))
    return found


def _last(path: Path, kind: str) -> "Message":
    """The last message of a kind that tells something of its own."""
    from tracktwo.exchange.channel.current import current
    from tracktwo.exchange.channel.forms import read_checked_messages

    told = current(line.message for line in read_checked_messages(path))
    found = [one for one in told if one.kind == kind and not (kind == "CV" and "comment" in one.fields)]  # fmt: skip
    if not found:
        raise OptionError(english("there is no message of kind {kind} in {file}", kind=kind, file=path))  # fmt: skip
    return found[-1]
