"""The same facts in every language; marks nobody can overlook; free text with where it comes from."""

import re
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.channel.kinds.drawn import fields_of
from tests.channel.kinds.examples import EXAMPLES, NOON, example, free
from tracktwo.channel.kinds import KINDS
from tracktwo.channel.messages import Limits, MessageId, Status, Type, needs_of
from tracktwo.channel.wording import Line, Passage, as_plain_text, model_text, passages
from tracktwo.locale import LANGUAGES, translator

WORDS = {one: translator(one) for one in LANGUAGES}
FACT = re.compile(r"[0-9][0-9.:-]*|[A-Z]{2,}[A-Z0-9-]*")
"""Numbers, times, positions, ids and codes: whatever is no word of a language."""
ITS_OWN = {"NOT", "TO", "BE", "SENT", "DRAFT", "EXERCISE", "TEST", "PROJET", "NE", "PAS", "ENVOYER", "EXERCICE", "ESSAI"} | {"IMO", "OMI", "LOCATED", "REPORTED", "LOCALIS", "SIGNAL", "MMSI"}  # fmt: skip
"""Capitals that a language has words of its own for."""


def said(message, language: str, needs=None) -> str:
    return as_plain_text(model_text(message, WORDS[language], needs), WORDS[language])


def facts(text: str) -> Counter[str]:
    """What a text tells, free text apart: that is in the language of whoever wrote it."""
    return Counter(one.rstrip(".:-") for one in FACT.findall(text) if one.rstrip(".:-") not in ITS_OWN)  # fmt: skip


def without_words(fields):
    """Fields without free text, in groups too."""
    if isinstance(fields, dict):
        return {
            name: without_words(value)
            for name, value in fields.items()
            if not (isinstance(value, dict) and "origin" in value)
        }
    return [without_words(one) for one in fields] if isinstance(fields, list) else fields


@pytest.mark.parametrize("kind", list(EXAMPLES))
def test_languages_tell_the_same_facts(kind: str) -> None:
    message = example(kind, fields=without_words(EXAMPLES[kind]), copy_to=("SOUTH",))
    needs = needs_of(message, Limits())

    english, *others = (facts(said(message, one, needs)) for one in LANGUAGES)

    assert others == [english, english]
    assert english.total() > 8


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_languages_tell_the_same_facts_of_whatever_is_said(data) -> None:
    kind = data.draw(st.sampled_from(list(KINDS)))
    message = example(kind, fields=without_words(data.draw(fields_of(KINDS[kind].fields))))

    texts = [model_text(message, WORDS[one]) for one in LANGUAGES]

    assert len({tuple(line.number for line in one.lines) for one in texts}) == 1
    english, *others = (facts(said(message, one)) for one in LANGUAGES)
    assert others == [english, english]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(EXAMPLES))
def test_every_field_has_its_line(kind: str, language: str) -> None:
    told = model_text(example(kind), WORDS[language]).lines

    places = {line.number.split(".")[0] for line in told}
    assert places == {str(n) for n, one in enumerate(KINDS[kind].fields, 1) if one.name in EXAMPLES[kind]}  # fmt: skip
    assert all(line.label for line in told)


MARKS = {
    "en": ("EXERCISE EXERCISE EXERCISE", "DRAFT - NOT TO BE SENT", "TEST TEST TEST"),
    "zh": ("演习 演习 演习", "草稿 - 不得发送", "测试 测试 测试"),
    "fr": ("EXERCICE EXERCICE EXERCICE", "PROJET - NE PAS ENVOYER", "ESSAI ESSAI ESSAI"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(EXAMPLES))
def test_exercise_says_so_in_its_first_and_last_line(kind: str, language: str) -> None:
    lines = said(example(kind), language).splitlines()

    assert (lines[0], lines[-1]) == (MARKS[language][0], MARKS[language][0])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("id_", "status", "expected"),
    [
        ("NATO-EX-HI 0007/26", Status.DRAFT, [0, 1]),
        ("NATO-HI 0007/26", Status.DRAFT, [1]),
        ("NATO-HI 0007/26", Status.TEST, [2]),
        ("NATO-HI 0007/26", Status.SYSTEM, [2]),
        ("NATO-HI 0007/26", Status.ACTUAL, []),
    ],
)
def test_marks_say_what_a_text_is_not(
    id_: str, status: Status, expected: list, language: str
) -> None:
    sent = None if status is Status.DRAFT else NOON
    message = replace(example("HI"), id=MessageId.read(id_), status=status, sent=sent)

    text = model_text(message, WORDS[language])

    assert text.marks == tuple(MARKS[language][n] for n in expected)
    lines = said(message, language).splitlines()
    assert lines[: len(expected)] == lines[len(lines) - len(expected) :] == list(text.marks)


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.ACTUAL])
def test_text_that_is_not_meant_is_a_model_and_no_notification(status: Status) -> None:
    id_ = "NATO-EX-HI 0007/26" if status is Status.EXERCISE else "NATO-HI 0007/26"
    sent = None if status is Status.DRAFT else NOON
    message = replace(example("HI"), id=MessageId.read(id_), status=status, sent=sent)

    assert [model_text(message, WORDS[one]).standing for one in LANGUAGES] == [
        "Model text, made from the fields of the message. It is no notification by any State.",
        "范本文字，由电文字段生成。它不是任何国家的通知。",
        "Texte modèle, établi à partir des champs du message. Ce n’est la notification d’aucun État.",
    ]


def test_request_in_english_and_in_chinese() -> None:
    fields = {
        name: EXAMPLES["UA"][name] for name in ("causes", "activity", "area_name", "questions")
    }
    message = example("UA", fields=fields)
    needs = needs_of(message, Limits())

    assert (
        said(message, "en", needs)
        == """\
EXERCISE EXERCISE EXERCISE
Model text, made from the fields of the message. It is no notification by any State.
Number: NATO-EX-UA 0007/26
Kind: Request for an explanation (UA), version 1
Sent: 011200ZMAR26 (2026-03-01 12:00 UTC)
Precedence: routine
From: NATO
To: CHINA
May be known to: the offices named here only
To be read by: 021200ZMAR26 (2026-03-02 12:00 UTC)
To be answered by: 031200ZMAR26 (2026-03-03 12:00 UTC)
This message asks the other side to explain an activity.
1. Causes of concern: Ships gather that no calendar names. (original in English)
2. Type of activity: concentration of ships
3. Name of the area: Eastern approaches
8.1. Question 1:
8.1.1. Text of the question: What is it for? (original in English)
8.2. Question 2:
8.2.1. Text of the question: When does it end? (original in English)
EXERCISE EXERCISE EXERCISE"""
    )
    assert (
        said(message, "zh", needs)
        == """\
演习 演习 演习
范本文字，由电文字段生成。它不是任何国家的通知。
编号：NATO-EX-UA 0007/26
种类：解释请求（UA），第1版
发送：011200ZMAR26 (2026-03-01 12:00 UTC)
优先等级：例行
发自：NATO
发往：CHINA
知悉范围：仅限此处所列机构
阅读时限：021200ZMAR26 (2026-03-02 12:00 UTC)
答复时限：031200ZMAR26 (2026-03-03 12:00 UTC)
本电文请对方解释一项活动。
1. 关切的原因：有舰船集结，未列入日程。（译文，已经审阅；原文为英文）
2. 活动类型：concentration of ships
3. 区域名称：Eastern approaches
8.1. 问题1：
8.1.1. 问题内容：目的是什么？（译文，已经审阅；原文为英文）
8.2. 问题2：
8.2.1. 问题内容：When does it end?（原文为英文）
演习 演习 演习"""
    )


@pytest.mark.parametrize(
    ("state", "notes"),
    [
        ("machine", ["机器译文；原文为英文", "原文为英文"]),
        ("draft", ["译文，未经审阅；原文为英文", "原文为英文"]),
        ("reviewed", ["译文，已经审阅；原文为英文"]),
        ("authentic", ["与英文原文同等作准"]),
    ],
)
def test_translation_says_what_it_is_worth(state: str, notes: list[str]) -> None:
    told = passages(free("Keep clear.", "请避让。", state), WORDS["zh"])

    both = [("请避让。", "zh-Hans"), ("Keep clear.", "en")]
    assert told == tuple(Passage(*one, note) for one, note in zip(both, notes, strict=False))


def test_text_without_a_translation_is_shown_as_it_was_written() -> None:
    assert passages(free("Keep clear."), WORDS["fr"]) == (
        Passage("Keep clear.", "en", "original en anglais"),
    )


def test_lists_of_choices_stand_on_one_line() -> None:
    lines = model_text(example("HI"), WORDS["fr"]).lines

    assert Line("11", "Dangers qui subsistent", "pour la navigation\u202f; explosifs") in lines


THEIRS = (MessageId.read("CHINA-EX-PN 0003/26"),)
OURS = (MessageId.read("NATO-EX-PN 0003/26"),)


@pytest.mark.parametrize(
    ("type_", "refs", "fields", "opening"),
    [
        (Type.UPDATE, OURS, EXAMPLES["PN"], "This message tells of an activity before it begins. It replaces NATO-EX-PN 0003/26."),
        (Type.CANCEL, OURS, {}, "It cancels NATO-EX-PN 0003/26."),
        (Type.ACKNOWLEDGE, THEIRS, {"level": "read", "at": "2026-03-01T13:00:00Z"}, "It acknowledges CHINA-EX-PN 0003/26 and agrees to nothing."),
        (Type.ERROR, THEIRS, {"fault": "gap"}, "It says that CHINA-EX-PN 0003/26 could not be taken in."),
        (Type.NEW, THEIRS, EXAMPLES["PN"], "This message tells of an activity before it begins. It refers to CHINA-EX-PN 0003/26."),
    ],
)  # fmt: skip
def test_opening_says_what_a_message_does_to_others(type_, refs, fields, opening) -> None:
    message = example("PN", type=type_, refs=refs, fields=fields)

    assert model_text(message, WORDS["en"]).opening == opening


def test_message_after_an_outage_tells_both_times() -> None:
    told = model_text(example("HI", recorded=NOON + timedelta(hours=3, seconds=5)), WORDS["en"])

    assert "Recorded: 011500ZMAR26 (2026-03-01 15:00:05 UTC)" in told.heading


def test_note_is_told_in_the_language_of_the_reader_only() -> None:
    message = example("HI", note={"zh": "附件另寄"}, thread="NATO-EX-HI 0001/26")

    assert "附注：附件另寄" in model_text(message, WORDS["zh"]).heading
    assert not [one for one in model_text(message, WORDS["en"]).heading if "Note" in one]
    assert "Belongs to: NATO-EX-HI 0001/26" in model_text(message, WORDS["en"]).heading
