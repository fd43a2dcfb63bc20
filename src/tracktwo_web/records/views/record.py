"""The record as everybody present reads it, and as a file to check offline."""

import shlex

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from tracktwo.locale import translator
from tracktwo.record import (
    JointAct,
    Log,
    Verification,
    fingerprint,
    joint_acts,
    problem_sentence,
    verify,
)
from tracktwo.record.head import party_of
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.models import Side
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.records import queries, rules
from tracktwo_web.records.words import exactly, name_of, row_of, told

READ = ("GET", "HEAD")
JSON_LINES = "application/jsonl; charset=utf-8"


@require_http_methods(READ)
@door(rules.may_read)
def record(request: StandingRequest) -> HttpResponse:
    """What the sides have signed together, their keys, their logs, and how to check all of it."""
    dialogue, words = request.standing.dialogue, translator(reader_language())
    sides = sides_in_turn(dialogue, request.path)
    data = queries.record_of(dialogue)
    found = verify(data)
    acts = joint_acts(found.logs.values(), parties=[side.code for side in sides])
    facts = {
        "has_lines": bool(data),
        "problems": [problem_sentence(one, words) for one in found.problems] if data else (),
        "acts": [_act(one, sides) for one in acts],
        "sides": [_side(one, _logs_of(one, found)) for one in sides],
        "command": _command(found),
        "may_sign": rules.may_sign(request.standing),
    }
    return render(request, "records/record.html", facts)


@require_http_methods(READ)
@door(rules.may_read)
def record_file(request: StandingRequest) -> HttpResponse:
    """The record as a file that `tracktwo record verify` checks."""
    headers = {"Content-Disposition": 'attachment; filename="record.jsonl"'}
    content = queries.record_of(request.standing.dialogue)
    return HttpResponse(content, content_type=JSON_LINES, headers=headers)


def _act(act: JointAct, sides: list[Side]) -> dict[str, object]:
    return {
        "name": name_of(act.kind),
        "told": told(act.kind, act.body),
        "exactly": exactly(act.body),
        "is_complete": act.is_complete,
        "signed": [side for side in sides if side.code in act.signed],
        "missing": [side for side in sides if side.code in act.missing],
    }


def _logs_of(side: Side, found: Verification) -> list[Log]:
    """A side's logs: the first, and those that took the place of one whose key was lost."""
    own = [one for name, one in found.logs.items() if party_of(name) == side.code and one.entries]
    return sorted(own, key=lambda one: int(one.name.partition(".")[2] or 1))


def _side(side: Side, logs: list[Log]) -> dict[str, object]:
    keys = tuple(dict.fromkeys(key for log in logs for key in log.keys))
    return {
        "side": side,
        "key": keys[-1] if keys else "",
        "fingerprint": fingerprint(keys[-1]).split() if keys else (),
        "earlier": [fingerprint(key) for key in keys[:-1]],
        "head": logs[-1].head if logs else None,
        "rows": [row_of(entry) for log in logs for entry in log.entries],
    }


def _command(found: Verification) -> str:
    """What to type: the keys with which the logs begin, which the reader has from each side."""
    keys = [f"--key {name}={log.entries[0].key}" for name, log in found.logs.items()]
    return shlex.join(["tracktwo", "record", "verify", "record.jsonl", *" ".join(keys).split()])


urls: list[URLPattern] = [
    path("record/", record, name="record"),
    path("record/record.jsonl", record_file, name="record_file"),
]
