"""`tracktwo demo`: a running dialogue to look around in."""

import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo_cli.needs_web import need_web
from tracktwo_cli.serve import Port
from tracktwo_cli.terminal import say

if TYPE_CHECKING:
    from tracktwo_web.operations.demo.run import Doors


def demo(
    *, port: Port = 8000, browser: bool = True, data: Path | None = None, two_nodes: bool = False
) -> None:
    """Run a simulated dialogue between NATO and China, on this machine alone, to look around in.

    It keeps away from real dialogues: it takes no folder that holds anything else, and no variable
    (TRACKTWO_DATA, DATABASE_URL and the like) reaches it.

    Parameters
    ----------
    port
        Where to answer; 0 for any that is free.
    browser
        Open the convenor's pages in a browser.
    data
        The demonstration's own folder, empty at first. Without it: tracktwo/demo among the user's
        data.
    two_nodes
        Run two nodes instead, one a side, with a line between them and a month of exercise traffic;
        the second answers on the port after the first.

    """
    need_web()
    if two_nodes:
        _run_two(port, data, browser=browser)
        return
    from tracktwo_web.operations.demo.run import run

    def tell(doors: "Doors") -> None:
        _tell(doors)
        if browser:
            webbrowser.open(doors.convenor.url)

    run(port, data, on_step=say, on_ready=tell)


def _run_two(port: int, data: Path | None, *, browser: bool) -> None:
    from tracktwo_web.operations.demo.two.run import NodeDoors, run_two

    def tell(nodes: tuple[NodeDoors, ...], folder: Path, seconds: float) -> None:
        say(
            f"\nBoth nodes are ready ({seconds:.0f} s). All traffic is exercise traffic, and made up."
        )
        for node in nodes:
            say(f"\nThe node of {node.office} at {node.address}/\n")
            for door in node.doors:
                say(f"  {door.who:<18}  {door.url}")
        say("\nEach node has its own folder, keys and people; only signed parcels go between them.")
        say(f"They live in {folder}; delete that folder to begin anew. Ctrl-C stops both.")
        if browser:
            webbrowser.open(nodes[0].doors[0].url)

    run_two(port, data, on_step=say, on_ready=tell)


def _tell(doors: "Doors") -> None:
    say(f"\nThe demonstration is ready at {doors.address}/ ({doors.seconds:.0f} s).")
    say(
        "Everything in it is simulated: no answer is the view of any person, institution or state.\n"
    )
    width = max(len(door.who) for door in (doors.convenor, *doors.seats))
    for door in (doors.convenor, *doors.seats):
        say(f"  {door.who:<{width}}  {door.url}")
    say("\nA second dialogue, where maps of who moves what are drawn and risks are weighed:\n")
    for door in doors.meeting:
        say(f"  {door.who:<{width}}  {door.url}")
    say("\nA third dialogue, where a joint report is negotiated and a roadmap is planned:\n")
    for door in doors.drafting:
        say(f"  {door.who:<{width}}  {door.url}")
    say("\nA browser holds one seat of a dialogue: open each link in a private window of its own.")
    say(f"It lives in {doors.folder}; delete that folder to begin anew. Ctrl-C stops it.")
