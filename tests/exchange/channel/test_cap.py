"""Alerts of CAP 1.2: what the standard asks, that messages come back, and that nothing in XML harms."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.channel.cap_schema import faults
from tests.exchange.channel.kinds import messages
from tests.exchange.channel.messages import NOON, NW, PN, message
from tracktwo.channel.messages import Message, MessageId, Scope, Status, Type
from tracktwo.channel.sphere import Circle, Polygon, Position
from tracktwo.errors import InputError
from tracktwo.exchange.channel.cap import alert_of, message_of_alert, read_cap, write_cap

SCHEMA = Path(os.environ.get("TRACKTWO_REFERENCE_DATA", "../shared/data")) / "cap/CAP-v1.2.xsd"
NOTICE = message("CHINA-EX-PN 0001/26", PN, thread="model sea", sent=NOON)
slow = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def known_of(told: Message) -> dict[MessageId, Message]:
    """The messages that one is about, sent at noon."""
    return {one: _sent(one) for one in told.refs}


def _sent(one: MessageId) -> Message:
    status = Status.EXERCISE if one.series.is_exercise else Status.TEST
    return message(str(one), {}, status=status)


def through(told: Message, folder: Path) -> Message:
    path = folder / "alert.xml"
    path.write_text(write_cap(alert_of(told, known_of(told))), encoding="utf-8")
    return message_of_alert(read_cap(path))


def written(folder: Path, old: str = "", new: str = "") -> Path:
    text = write_cap(alert_of(NOTICE, {}))
    assert old in text
    path = folder / "alert.xml"
    path.write_text(text.replace(old, new) if old else text, encoding="utf-8")
    return path


def test_notification_is_an_alert_in_two_languages() -> None:
    alert = alert_of(NOTICE, {})

    assert (alert.identifier, alert.sender, alert.status, alert.type, alert.scope) == (
        "CHINA-EX-PN-0001-26",
        "CHINA",
        "Exercise",
        "Alert",
        "Private",
    )
    assert (alert.addresses, alert.incidents, alert.note) == (
        ("NATO",),
        ("model sea",),
        "EXERCISE EXERCISE EXERCISE",
    )
    english, chinese = alert.infos
    assert (english.language, english.event) == ("en-US", "Prior notification of an activity")
    assert chinese.language == "zh-CN"
    assert "海上搜救" in chinese.description
    assert [place.shapes for place in english.places] == [
        (Polygon(tuple(map(Position.from_imo, PN["areas"][0]["polygon"]))),),
        (Circle(Position(20, 113.75), 2.5),),
    ]
    assert (english.places[0].altitude, english.places[0].ceiling) == (-164, 9843)
    assert (english.onset, english.expires) == (
        datetime(2026, 12, 1, 8, tzinfo=UTC),
        datetime(2026, 12, 2, 16, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("type_", "word", "codes"),
    [
        (Type.UPDATE, "Update", ()),
        (Type.CANCEL, "Cancel", ()),
        (Type.ACKNOWLEDGE, "Ack", ()),
        (Type.REPLY, "Alert", ("tracktwo:reply",)),
        (Type.ERROR, "Error", ()),
    ],
)
def test_what_a_message_does_to_others_is_told(type_: Type, word: str, codes: tuple) -> None:
    about = "CHINA-EX-NW 0001/26" if type_ in (Type.UPDATE, Type.CANCEL) else "NATO-EX-NW 0001/26"
    fields = NW if type_ is Type.UPDATE else {}
    told = message("CHINA-EX-NW 0002/26", fields, type=type_, refs=[about])

    alert = alert_of(told, known_of(told))

    assert (alert.type, alert.codes) == (word, codes)
    office, number = about.split("-", maxsplit=1)[0], about.replace(" ", "-").replace("/", "-")
    assert alert.references == ((office, number, NOON),)


@pytest.mark.parametrize(
    ("scope", "word"),
    [(Scope.PUBLIC, "Public"), (Scope.BOTH_CAPITALS, "Restricted"), (Scope.JOINT_PRIVATE, "Private")],
)  # fmt: skip
def test_who_may_know_of_it_is_told(scope: Scope, word: str) -> None:
    xml = write_cap(alert_of(replace(NOTICE, scope=scope), {}))

    assert f"<scope>{word}</scope>" in xml
    assert faults(xml) == []


@slow
@given(told=messages())
def test_every_alert_is_what_the_standard_asks(told: Message) -> None:
    assert faults(write_cap(alert_of(told, known_of(told)))) == []


@slow
@given(told=messages())
def test_every_message_comes_back(told: Message, tmp_path_factory) -> None:
    assert through(told, tmp_path_factory.mktemp("cap")) == told


@pytest.mark.skipif(not SCHEMA.exists(), reason=f"the schema of OASIS is not at {SCHEMA}")
def test_alerts_are_valid_against_the_schema() -> None:
    from lxml import etree

    schema = etree.XMLSchema(etree.parse(SCHEMA))

    schema.assertValid(etree.fromstring(write_cap(alert_of(NOTICE, {})).encode()))


def test_check_of_the_schema_sees_what_is_wrong() -> None:
    xml = write_cap(alert_of(NOTICE, {}))

    assert faults(xml.replace("<scope>Private</scope>", "")) == ["alert has 0 of scope"]
    assert faults(xml.replace("-00:00</sent>", "Z</sent>")) == ["sent is '2026-11-02T12:00:00Z'"]
    assert faults(xml.replace("<note>", "<addresses>x</addresses>\n<note>"))[0].startswith("alert ")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("<status>Exercise</status>", "<status>Actual</status>", "the alert CHINA-EX-PN-0001-26 and the message in it say different things; take it as it was sent"),
        ("21.500000,114.250000", "22.500000,114.250000", "the alert CHINA-EX-PN-0001-26 and the message in it say different things; take it as it was sent"),
        ("tracktwo.message", "another", "the alert CHINA-EX-PN-0001-26 carries no message of Tracktwo"),
        ('{"addressees"', '{"addressee"', "this is no message of the form tracktwo.message/1; take it as it was sent"),
        ('{"addressees"', "addressees", "this is not JSON; export it again"),
    ],
)  # fmt: skip
def test_alert_that_contradicts_its_message_is_refused(
    old: str, new: str, sentence: str, tmp_path: Path
) -> None:
    alert = read_cap(written(tmp_path, old, new))

    with pytest.raises(InputError) as refused:
        message_of_alert(alert)

    assert str(refused.value) == sentence


def test_draft_is_no_alert() -> None:
    with pytest.raises(InputError, match="is a draft; only what was sent is an alert"):
        alert_of(replace(NOTICE, status=Status.DRAFT, sent=None), {})


def test_alert_about_a_message_that_is_not_there_is_refused() -> None:
    told = message("CHINA-EX-NW 0002/26", NW, type=Type.UPDATE, refs=["CHINA-EX-NW 0001/26"])

    with pytest.raises(InputError, match="is about CHINA-EX-NW 0001/26, which is not there"):
        alert_of(told, {})


FOREIGN = """<?xml version="1.0"?>
<cap:alert xmlns:cap="urn:oasis:names:tc:emergency:cap:1.2">
  <cap:identifier>X1</cap:identifier><cap:sender>met.example</cap:sender>
  <cap:sent>2026-11-02T20:00:00+08:00</cap:sent><cap:status>Test</cap:status>
  <cap:msgType>Alert</cap:msgType><cap:scope>Public</cap:scope>
  <cap:info><cap:category>Met</cap:category><cap:event>Gale</cap:event><cap:urgency>Expected</cap:urgency>
    <cap:severity>Severe</cap:severity><cap:certainty>Likely</cap:certainty>
    <cap:area><cap:areaDesc>Bay</cap:areaDesc><cap:circle>21.5,113.75 18.52</cap:circle></cap:area>
  </cap:info>
</cap:alert>
"""


def test_alert_of_others_is_read(tmp_path: Path) -> None:
    (tmp_path / "alert.xml").write_text(FOREIGN)

    alert = read_cap(tmp_path / "alert.xml")

    assert (alert.sent, alert.infos[0].places[0].shapes) == (NOON, (Circle(Position(21.5, 113.75), 10),))  # fmt: skip


BOMB = '<!DOCTYPE alert [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("<alert", f"{BOMB}<alert", ", line 2: the file declares a DOCTYPE, which may hide other files in it; remove that line"),
        ("<sender>", "<sender>&b;", ", line 4: this is not well-formed XML (undefined entity); export it again"),
        ("cap:1.2", "cap:0.9", ": this is no alert of the Common Alerting Protocol 1.2"),
        ("<identifier>CHINA-EX-PN-0001-26</identifier>", "", ", line 2: identifier is missing or empty"),
        ("<status>Exercise", "<status>Sometimes", ", line 2: status is 'Sometimes'; it is one of Actual, Exercise, System, Test, Draft"),
        ("-00:00</sent>", "Z</sent>", ", line 2: '2026-11-02T12:00:00Z' is no moment; write such as 2026-11-26T09:00:00-00:00"),
        ("<incidents>", "<references>a,b</references><incidents>", ", line 2: 'a,b' is no reference; write sender, identifier and time with commas between"),
    ],
)  # fmt: skip
def test_damaged_or_hostile_file_is_refused(
    old: str, new: str, sentence: str, tmp_path: Path
) -> None:
    path = written(tmp_path, old, new)

    with pytest.raises(InputError) as refused:
        read_cap(path)

    assert str(refused.value) == f"{path}{sentence}"


def test_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "alert.xml").write_text("<alert>" + " " * 2_000_000)

    with pytest.raises(InputError, match="the file is larger than 2 MB; no alert is"):
        read_cap(tmp_path / "alert.xml")


@settings(max_examples=100, deadline=None)
@given(place=st.integers(0, 3000), damage=st.text(st.characters(codec="utf-8"), max_size=12))
def test_any_damage_is_read_or_refused(place: int, damage: str, tmp_path_factory) -> None:
    text = write_cap(alert_of(NOTICE, {}))
    path = tmp_path_factory.mktemp("cap") / "alert.xml"
    path.write_text(text[:place] + damage + text[place + len(damage) :], encoding="utf-8")
    try:
        message_of_alert(read_cap(path))
    except InputError:
        return
