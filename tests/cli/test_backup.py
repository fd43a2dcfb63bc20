"""`tracktwo backup`, `restore`, `migrate`, `doctor`, `convenor`: as whoever runs a server types them."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.servers import entries, run

ADDRESS = "convenor" + "@" + "example.org"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database and a convenor."""
    folder = tmp_path_factory.mktemp("installed") / "data"
    assert run("migrate", "--data", str(folder)).returncode == 0
    assert run("convenor", ADDRESS, "--data", str(folder)).returncode == 0
    return folder


def test_backup_is_restored_elsewhere_and_found_equal(installed: Path, tmp_path: Path) -> None:
    file, elsewhere = tmp_path / "backup.zip", tmp_path / "elsewhere"

    made = run("backup", str(file), "--data", str(installed))
    brought = run("restore", str(file), "--data", str(elsewhere))
    again = run("convenor", ADDRESS, "--data", str(elsewhere))

    assert (made.returncode, brought.returncode, again.returncode) == (0, 0, 0)
    assert brought.stderr.startswith("restored ")
    assert brought.stderr.endswith(": equal to the backup\n")
    assert file.stat().st_mode & 0o777 == 0o600
    assert {name for name, mode in entries(elsewhere).items() if mode & 0o077} == set()


def test_backup_holds_the_secret_key_only_if_asked_for(installed: Path, tmp_path: Path) -> None:
    without, with_secret = tmp_path / "without.zip", tmp_path / "with.zip"
    key = (installed / "secret-key").read_text().strip()

    run("backup", str(without), "--data", str(installed))
    run("backup", str(with_secret), "--with-secret", "--data", str(installed))
    run("restore", str(with_secret), "--data", str(tmp_path / "data"))

    assert _names(without) == ["database", "manifest.json"]
    assert _names(with_secret) == ["database", "manifest.json", "secret-key"]
    assert key.encode() not in _everything(without)
    assert (tmp_path / "data/secret-key").read_text().strip() == key


def test_backup_writes_over_nothing(installed: Path, tmp_path: Path) -> None:
    file = tmp_path / "backup.zip"
    file.write_text("an older one")

    ran = run("backup", str(file), "--data", str(installed))

    assert ran.returncode == 2
    assert ran.stderr == (
        f"tracktwo: {file} exists; name a new file, so that no older backup is lost\n"
    )
    assert file.read_text() == "an older one"


def test_restore_does_not_touch_what_is_there(installed: Path, tmp_path: Path) -> None:
    file = tmp_path / "backup.zip"
    run("backup", str(file), "--data", str(installed))
    before = (installed / "tracktwo.sqlite3").read_bytes()

    ran = run("restore", str(file), "--data", str(installed))

    assert ran.returncode == 2
    assert ran.stderr == (
        f"tracktwo: {installed / 'tracktwo.sqlite3'} exists; restore into an empty folder, with "
        "--data\n"
    )
    assert (installed / "tracktwo.sqlite3").read_bytes() == before


@pytest.mark.parametrize("harm", ["other row", "other byte", "no backup"])
def test_damaged_backup_is_not_restored(installed: Path, tmp_path: Path, harm: str) -> None:
    file = tmp_path / "backup.zip"
    run("backup", str(file), "--data", str(installed))
    _harm(file, harm)

    ran = run("restore", str(file), "--data", str(tmp_path / "data"))

    assert ran.returncode == 2
    assert (
        ran.stderr
        == {
            "other row": "tracktwo: what arrived differs from the backup in accounts_user: do not use it\n",
            "other byte": f"tracktwo: {file} is damaged: its database is not what the manifest says\n",
            "no backup": f"tracktwo: {file} is no backup of Tracktwo, or it is damaged\n",
        }[harm]
    )
    assert not (tmp_path / "data/tracktwo.sqlite3").exists()


@pytest.mark.parametrize("command", ["doctor", "backup", "convenor"])
def test_folder_without_an_installation_stays_empty(tmp_path: Path, command: str) -> None:
    arguments = {"backup": [str(tmp_path / "b.zip")], "convenor": [ADDRESS]}.get(command, [])
    folder = tmp_path / "nothing"

    ran = run(command, *arguments, "--data", str(folder))

    assert ran.returncode == 2
    assert ran.stderr == (
        f"tracktwo: there is no installation in {folder}; name its folder with --data\n"
    )
    assert not folder.exists()


def test_doctor_finds_a_fresh_installation_well(installed: Path) -> None:
    ran = run("doctor", "--data", str(installed), COLUMNS="200")

    healths = [line.split()[0] for line in ran.stdout.splitlines()]
    assert ran.returncode == 0
    assert set(healths) == {"well", "look"}


def test_doctor_cuts_no_path_short(installed: Path) -> None:
    ran = run("doctor", "--data", str(installed), COLUMNS="60")

    assert str(installed) in "".join(ran.stdout.split())


def test_doctor_says_what_to_do_about_what_is_bad(installed: Path, tmp_path: Path) -> None:
    file = tmp_path / "backup.zip"
    run("backup", str(file), "--data", str(installed))
    folder = tmp_path / "data"
    run("restore", str(file), "--data", str(folder))
    folder.chmod(0o755)

    ran = run(
        "doctor",
        "--data",
        str(folder),
        COLUMNS="300",
        TRACKTWO_HOSTS="dialogue.example",
        TRACKTWO_SECRET_KEY="short",
        TRACKTWO_EMAIL_URL="smtp://127.0.0.1:1",
    )

    bad = [line.split(maxsplit=1)[1] for line in ran.stdout.splitlines() if line.startswith("bad")]
    assert ran.returncode == 1
    assert [" ".join(line.split()) for line in bad] == [
        (
            "secret key it is too short; set TRACKTWO_SECRET_KEY to 50 random characters, or remove it: "
            "one is then drawn"
        ),
        "TLS dialogue.example without TLS; put a proxy in front and set TRACKTWO_TLS=1",
        f"permissions others may look into {folder}; run: chmod go= {folder}",
        (
            "mail the mail server does not take mail (ConnectionRefusedError); look at "
            "TRACKTWO_EMAIL_URL"
        ),
    ]


def test_convenor_gets_a_link_at_the_address_that_is_given(installed: Path) -> None:
    ran = run(
        "convenor", ADDRESS, "--address", "https://dialogue.example/", "--data", str(installed)
    )

    assert ran.returncode == 0
    assert ran.stdout.startswith("https://dialogue.example/account/enter/")
    assert len(ran.stdout.splitlines()) == 1


def test_convenor_needs_an_address(installed: Path) -> None:
    ran = run("convenor", "nobody", "--data", str(installed))

    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "tracktwo: nobody is no e-mail address\n"


def _names(file: Path) -> list[str]:
    with zipfile.ZipFile(file) as pack:
        return sorted(pack.namelist())


def _everything(file: Path) -> bytes:
    with zipfile.ZipFile(file) as pack:
        return b"".join(pack.read(name) for name in pack.namelist())


def _harm(file: Path, harm: str) -> None:
    with zipfile.ZipFile(file) as pack:
        manifest, database = json.loads(pack.read("manifest.json")), pack.read("database")
    if harm == "no backup":
        file.write_bytes(b"something else")
        return
    if harm == "other row":
        manifest["tables"]["accounts_user"][1] = "0" * 64
    else:
        database = database[:-1] + bytes([database[-1] ^ 1])
    with zipfile.ZipFile(file, "w") as pack:
        pack.writestr("manifest.json", json.dumps(manifest))
        pack.writestr("database", database)
