"""Joint acts: what all have signed in the same words, and whom others lack."""

from tests.record.conftest import CHINA, NATO, TEXT, THIEF, grown, signed
from tracktwo.record import LOG_REPLACES, Log, body_hash, joint_acts


def test_same_body_in_both_logs_is_one_complete_act(logs) -> None:
    (act,) = joint_acts(logs.values())

    assert (act.kind, act.body_hash, act.missing, act.is_complete) == (
        "text.adopted",
        body_hash(TEXT),
        (),
        True,
    )
    assert act.signed == {name: log.entries[0].head for name, log in logs.items()}


def test_party_that_has_not_signed_is_named(logs) -> None:
    (act,) = joint_acts(logs.values(), parties=("nato", "china", "host"))

    assert (act.missing, act.is_complete) == (("host",), False)


def test_bodies_that_differ_are_two_acts() -> None:
    nato = signed(Log("nato"), NATO, body={"hash": "a"}, at="2026-11-26T10:00:00Z")
    china = signed(Log("china"), CHINA, body={"hash": "b"}, at="2026-11-26T09:00:00Z")

    acts = joint_acts([nato, china])

    assert [(tuple(act.signed), act.missing) for act in acts] == [
        (("china",), ("nato",)),
        (("nato",), ("china",)),
    ]


def test_messages_are_no_joint_acts_unless_asked_for() -> None:
    log = grown("nato", NATO, 1)

    assert joint_acts([log]) == ()
    assert len(joint_acts([log], kinds=("message.sent",))) == 1


def test_log_that_replaces_another_signs_for_the_party(logs) -> None:
    head = logs["nato"].head
    body = {"log": "nato", "seq": head.seq, "hash": head.hash}
    new = signed(signed(Log("nato.2"), THIEF, LOG_REPLACES, body), THIEF, body={"hash": "later"})
    china = signed(logs["china"], CHINA, body={"hash": "later"})

    acts = joint_acts([china, logs["nato"], new])

    assert [act.is_complete for act in acts] == [True, True]
    assert acts[1].signed["nato"] == new.head
