"""The report as a joint act: drafted by one command, signed and appended by others, asked for at the gate."""

import json

import pytest

from tests.record.conftest import CHINA, NATO, THIEF
from tracktwo.record import Log, append, read_draft, read_record, sealed, unsigned, write_record


@pytest.fixture
def ready(folder):
    """A dialogue whose report only the signatures are missing of."""
    for name in ("votes.csv", "predictions.csv", "judgements.csv", "estimates.csv"):
        (folder / name).unlink()
    (folder / "text").rename(folder / "not-the-text")
    settings = folder / "report.toml"
    settings.write_text('reviewed = ["en", "zh", "fr"]\n' + settings.read_text("utf-8"), "utf-8")
    return folder


@pytest.fixture
def record(tmp_path):
    """Where the record will be: nobody has signed anything yet."""
    return tmp_path / "record.jsonl"


def signs(draft, key, record) -> None:
    """Sign a draft and add it to the record, as `record sign` and `record append` do."""
    drafted = read_draft(draft.read_bytes())
    entry = sealed(drafted, key.sign(unsigned(drafted)))
    logs = read_record(record.read_bytes()) if record.exists() else {}
    log = append(logs.get(entry.log, Log(entry.log)), entry)
    record.write_bytes(write_record({**logs, log.name: log}.values()))


def test_report_is_released_once_both_sides_have_signed_its_hash(tracktwo, ready, record, tmp_path) -> None:  # fmt: skip
    first, second = tmp_path / "nato.json", tmp_path / "china.json"
    keys = ("--key", f"nato={NATO.public}", "--key", f"china={CHINA.public}")
    told = tracktwo("report", ready, "--draft", f"nato={first}", *keys, "--json").out
    signs(first, NATO, record)
    halfway = tracktwo("report", ready, "--record", record, "--draft", f"china={second}", *keys, "--json").out  # fmt: skip
    signs(second, CHINA, record)

    ran = tracktwo("report", ready, "--record", record, "--output", tmp_path / "r.md", "--language", "fr")  # fmt: skip

    assert json.loads(halfway)["conditions"][-1]["missing"] == ["china"]
    assert read_draft(first.read_bytes()).body == read_draft(second.read_bytes()).body
    assert read_draft(first.read_bytes()).body["hash"] == json.loads(told)["hash"]
    assert "Rien ne s’oppose à la publication" in ran.out
    told = (tmp_path / "r.md").read_text("utf-8")
    assert told.startswith("# OTAN et Chine")
    assert "Signé par\u202f: Experts OTAN, Experts chinois." in told
    acts = tracktwo("record", "verify", record).out
    assert "signed by nato, china" in acts


def test_signature_of_another_report_does_not_count(tracktwo, ready, record, tmp_path) -> None:
    draft = tmp_path / "nato.json"
    tracktwo("report", ready, "--draft", f"nato={draft}", "--key", f"nato={NATO.public}")
    signs(draft, NATO, record)
    (ready / "report.toml").write_text('reviewed = ["en", "zh", "fr"]\n', "utf-8")

    ran = tracktwo("report", ready, "--record", record)

    assert "Still to sign this report: NATO experts, Chinese experts." in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--draft", "eu=draft.json"), "eu is not among the parties (nato, china)"),
        (("--draft", "nato"), "is not of the form PARTY=FILE"),
        (("--draft", "nato=draft.json"), "the record has no key of nato yet"),
        (("--record", "nowhere.jsonl"), "nowhere.jsonl: there is no such file"),
        (("--key", "nato"), "is not of the form PARTY=KEY"),
    ],
)
def test_what_cannot_be_signed_is_one_sentence(tracktwo, ready, tmp_path, monkeypatch, arguments, said) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)

    ran = tracktwo("report", ready, *arguments)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not (tmp_path / "draft.json").exists()


def test_record_that_does_not_hold_is_refused(tracktwo, ready, record, tmp_path) -> None:
    draft = tmp_path / "nato.json"
    tracktwo("report", ready, "--draft", f"nato={draft}", "--key", f"nato={NATO.public}")
    signs(draft, NATO, record)

    other = tracktwo("report", ready, "--record", record, "--key", f"nato={THIEF.public}")
    record.write_bytes(record.read_bytes() + b"x\n")
    broken = tracktwo("report", ready, "--record", record)

    assert (other.code, broken.code) == (2, 2)
    assert "this record does not hold: line 1: nato begins with the key" in other.err
    assert "this record does not hold: line 2" in broken.err
