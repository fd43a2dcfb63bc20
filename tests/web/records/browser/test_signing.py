"""A key is made in a browser, and signs there; the record holds for everybody who checks it."""

import re
import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.record.conftest import NATO
from tests.web.influence.editor.hand import DESK, PHONE
from tests.web.records.browser.head import PASSPHRASE
from tests.web.walk.look import AXE, LAYOUT
from tracktwo.record import read_key, verify, write_key
from tracktwo.record.base64url import to_text

TRACKTWO = (sys.executable, "-c", "from tracktwo_cli.main import main; main()")
FIELD = re.compile(r'; name="(\w+)"')
READ_OUT = """async (name) => {
    const { find } = await import("/static/records/keyring.js");
    const key = await find(name);
    return [key.extractable, await crypto.subtle.exportKey("pkcs8", key).then(() => "out", () => "kept")];
}"""


def test_key_made_in_the_browser_signs_the_first_entry(take_seat, tmp_path) -> None:
    head = take_seat()

    head.makes_a_key(tmp_path / "nato.key")
    head.signs_here()

    expect(head.page.get_by_role("heading", name="Record", level=1)).to_be_visible()
    made = read_key(tmp_path / "nato.key", passphrase=PASSPHRASE)
    found = verify(head.file())
    assert (found.holds, found.logs["nato"].key, head.heard) == (True, made.public, [])
    assert found.logs["nato"].entries[0].seen == (found.logs["china"].head,)


def test_key_of_the_browser_cannot_be_read_out_of_it(take_seat, tmp_path) -> None:
    head = take_seat()
    head.makes_a_key(tmp_path / "nato.key")
    made = read_key(tmp_path / "nato.key", passphrase=PASSPHRASE)

    assert head.page.evaluate(READ_OUT, made.public) == [False, "kept"]


def test_nothing_but_the_signature_leaves_the_browser(take_seat, tmp_path) -> None:
    head = take_seat()
    asked: list[tuple[str, str | None]] = []
    head.page.on("request", lambda one: asked.append((one.url, one.post_data)))

    head.makes_a_key(tmp_path / "nato.key")
    head.signs_here()
    head.page.wait_for_url(head.record)

    (sent,) = [body for _, body in asked if body is not None]
    assert FIELD.findall(sent) == ["csrfmiddlewaretoken", "draft", "signature", "file", "line"]
    told = " ".join((sent, *(url for url, _ in asked)))
    secret = read_key(tmp_path / "nato.key", passphrase=PASSPHRASE).secret
    assert [one for one in (PASSPHRASE, secret.hex(), to_text(secret)) if one in told] == []


def test_browser_without_the_key_leads_to_the_command(take_seat, tmp_path) -> None:
    head = take_seat()
    head.opens_the_key_page(f"?key={NATO.public}")
    expect(head.page.get_by_text("The key that must sign is not in this browser.")).to_be_visible()
    write_key(NATO, tmp_path / "nato.key", passphrase=PASSPHRASE)

    head.saved_draft(tmp_path / "draft.json")
    _sign(tmp_path)
    head.page.set_input_files("#signed-file", tmp_path / "signed.json")
    head.page.get_by_role("button", name="Enter the signed line").click()
    head.page.wait_for_url(head.record)

    assert verify(head.file()).logs["nato"].key == NATO.public


def test_page_without_scripts_takes_a_key_and_a_line(take_seat, tmp_path) -> None:
    head = take_seat(java_script_enabled=False).opens_the_key_page()
    write_key(NATO, tmp_path / "nato.key", passphrase=PASSPHRASE)
    expect(head.page.locator("[data-make]")).to_be_hidden()

    head.page.fill("#id_key", NATO.public)
    head.page.get_by_role("button", name="Go on with this key").click()
    head.saved_draft(tmp_path / "draft.json")
    _sign(tmp_path)
    head.page.fill("#signed-line", (tmp_path / "signed.json").read_text())
    head.page.get_by_role("button", name="Enter the signed line").click()

    found = verify(head.file())
    assert (found.holds, found.logs["nato"].key) == (True, NATO.public)


@pytest.mark.parametrize(
    ("first", "again", "sentence"),
    [
        ("short", "short", "Take twelve characters or more, such as five words drawn by chance."),
        (PASSPHRASE, "eight quiet rivers", "The two passphrases differ."),
    ],
)
def test_passphrase_that_does_not_do_makes_no_key(take_seat, first, again, sentence) -> None:
    head = take_seat().opens_the_key_page()
    head.page.fill("#passphrase", first)
    head.page.fill("#again", again)

    head.page.get_by_role("button", name="Make a key").click()

    expect(head.page.locator("[data-wrong]")).to_have_text(sentence)
    expect(head.page.locator("[data-made]")).to_be_hidden()


@pytest.mark.parametrize(("at", "scheme"), [(DESK, "light"), (PHONE, "dark")])
def test_pages_break_no_promise(take_seat, tmp_path, at, scheme) -> None:
    head = take_seat(viewport=at, color_scheme=scheme)
    wrong = _looked_at(head, "record")
    head.opens_the_key_page()
    wrong += _looked_at(head, "key")
    head.makes_a_key(tmp_path / "nato.key")
    wrong += _looked_at(head, "draft")
    head.page.locator("[data-elsewhere] summary").click()
    head.page.get_by_text("The exact text").click()
    wrong += _looked_at(head, "draft by the command")
    head.signs_here()
    wrong += _looked_at(head, "signed")

    assert (wrong, head.heard) == ([], [])


def _looked_at(head, where: str) -> list[str]:
    found = Axe().run(head.page, options=AXE).response["violations"]
    told = [f"{where}: {one['id']}: {one['nodes'][0]['html'][:120]}" for one in found]
    return told + [f"{where}: {one}" for one in head.page.evaluate(LAYOUT)]


def _sign(folder) -> None:
    """What somebody types on a computer of their own."""
    words = ["record", "sign", "draft.json", "--key", "nato.key", "--out", "signed.json"]
    subprocess.run(
        [*TRACKTWO, *words, "--passphrase-from", "env:OURS"],
        cwd=folder,
        env={"OURS": PASSPHRASE},
        check=True,
        capture_output=True,
    )
