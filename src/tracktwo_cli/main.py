"""The `tracktwo` command: a skin over the library."""

import os
import sys
from io import TextIOWrapper

# One thread for each small matrix product: on a busy machine, threads that wait for each other make
# the same work several times slower. Said before numpy is first imported.
for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_variable, "1")

from cyclopts import App, CycloptsError, UnusedCliTokensError  # noqa: E402

from tracktwo import __version__  # noqa: E402
from tracktwo.errors import TracktwoError  # noqa: E402
from tracktwo_cli.analyse import analyse  # noqa: E402
from tracktwo_cli.channel import channel  # noqa: E402
from tracktwo_cli.chronology import chronology  # noqa: E402
from tracktwo_cli.data import data  # noqa: E402
from tracktwo_cli.demo import demo  # noqa: E402
from tracktwo_cli.dialogues import export, import_  # noqa: E402
from tracktwo_cli.import_report import import_report  # noqa: E402
from tracktwo_cli.influence import influence  # noqa: E402
from tracktwo_cli.packages import packages  # noqa: E402
from tracktwo_cli.record import record  # noqa: E402
from tracktwo_cli.release import release  # noqa: E402
from tracktwo_cli.report import report  # noqa: E402
from tracktwo_cli.risk import risk  # noqa: E402
from tracktwo_cli.scenarios import scenarios  # noqa: E402
from tracktwo_cli.schedule import schedule  # noqa: E402
from tracktwo_cli.serve import serve  # noqa: E402
from tracktwo_cli.terminal import say  # noqa: E402
from tracktwo_cli.text import text  # noqa: E402
from tracktwo_cli.upkeep import backup, convenor, doctor, migrate, restore  # noqa: E402

WRONG_INPUT = 2
STOPPED = 130

app = App(
    name="tracktwo",
    help="Dialogue between parties who do not trust each other: what each believes, what both share.",
    version=__version__,
    suppress_keyboard_interrupt=False,
)
app.command(analyse)
app.command(data)
app.command(import_report)
app.command(influence)
app.command(scenarios)
app.command(risk)
app.command(packages)
app.command(schedule)
app.command(chronology)
app.command(channel)
app.command(record)
app.command(report)
app.command(release)
app.command(text)
app.command(export)
app.command(import_, name="import")
app.command(serve)
app.command(demo)
for _upkeep in (migrate, backup, restore, doctor, convenor):
    app.command(_upkeep)


def main() -> None:
    """Run the command. Wrong input is one sentence and exit code 2."""
    _write_what_the_terminal_can_show()
    try:
        app(sys.argv[1:], exit_on_error=False, print_error=False)
    except TracktwoError as error:
        say(f"tracktwo: {error}")
        sys.exit(WRONG_INPUT)
    except CycloptsError as error:
        say(f"tracktwo: {_one_sentence(error)}")
        sys.exit(WRONG_INPUT)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        say("tracktwo: stopped")
        sys.exit(STOPPED)


def _write_what_the_terminal_can_show() -> None:
    """A terminal without Chinese shows question marks instead of a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _one_sentence(error: CycloptsError) -> str:
    asked = " ".join(("tracktwo", *(error.command_chain or ()), "--help"))
    if isinstance(error, UnusedCliTokensError):
        return f"{' '.join(error.unused_tokens or ())}: not expected here ({asked} says what is)"
    return f"{' '.join(str(error).split())} ({asked} lists what there is)"
