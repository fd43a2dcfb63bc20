"""What is typed into the form of each call: filled in rightly, so that only the door can refuse it."""

import datetime as dt

from tests.web.perceptions.making import entered
from tests.web.permissions.things_of_reports import read_hash
from tests.web.permissions.things_of_texts import DRAFT_SEEN, SEEN, WAS
from tests.web.risks.making import entered as estimated
from tracktwo_web.dialogues.procedure_template import TEMPLATE

_NEXT_WEEK = f"{dt.datetime.now(dt.UTC) + dt.timedelta(days=7):%Y-%m-%dT%H:%M}"
_THREE = {"en": "One", "zh": "一", "fr": "Un"}


def _in_three(name: str) -> dict[str, str]:
    return {f"{name}_{language}": text for language, text in _THREE.items()}


_MEETING: dict[str, object] = {
    "stream": "diplomatic",
    "level": "working",
    "format": "in person",
    "length": "1d",
    "papers_due": "0",
    "required": ["west-desk", "east-desk"],
} | _in_three("names")

FORMS: dict[str, dict[str, object]] = {
    "POST language": {"language": "fr", "next": "/"},
    "POST convene_new": {"add": "side"},
    "POST rules": {"version": "1"},
    "POST join": {"side": "nato"},
    "POST room": {"text": "A note."},
    "POST office_stage": {"stage": "risks"},
    "POST office_procedure": {f"procedure_{one}": text for one, text in TEMPLATE.items()},
    "POST office_announce": _in_three("text"),
    "POST office_side": _in_three("side-nato-names") | {"side-nato-time_zone": "Europe/Brussels"},
    "POST office_themes": {"themes-TOTAL_FORMS": "0", "themes-INITIAL_FORMS": "0"},
    "POST office_seats": {"role": "observer", "count": "1", "language": "en"},
    "POST office_seat": {"label": "O-named", "language": "en", "email": ""},
    "POST office_link": {"known": ""},
    "POST statement_new": entered(about=""),
    "POST statement_edit": entered(english="Both navies share warnings of fog.", about=""),
    "POST statement_submit": {"is_different": "on"},
    "POST translation_edit": {"text": "Les deux parties partagent leurs alertes."},
    "POST desk_statement": {"verdict": "accepted", "reason": ""},
    "POST round_prolong": {"closes_at": "2999-01-01T10:00", "zone": "UTC"},
    "POST question": {"vote": "1", "go": "save"},
    "POST mirror_question": {"word": "accurate"},
    "POST mirror_clarify": {"language": "en", "text": "We mean shipping lanes."},
    "POST service_new": {"name": "archive"},
    "POST map_concept_add": {"texts_en": "Another"},
    "POST map_concept": {"texts_en": "Renamed", "seen": "0"},
    "POST map_link": {"weight": "0.3", "seen": "0"},
    "POST risk_new": {"code": "harbour"} | _in_three("text"),
    "POST risk_edit": _in_three("text"),
    "POST risk_agree": {"word": "agreed"},
    "POST indicator_new": {"code": "queues"} | _in_three("text"),
    "POST indicator_edit": {"state": "seen"} | _in_three("text"),
    "POST estimates_open": {"closes_at": "2999-01-01T10:00", "zone": "UTC"},
    "POST estimates_prolong": {"closes_at": "2999-01-01T10:00", "zone": "UTC"},
    "POST estimate_risk": estimated(),
    "POST option_new": {"code": "drill"} | _in_three("text"),
    "POST option_propose": _in_three("text"),
    "POST option_edit": _in_three("text"),
    "POST area_new": {"code": "space"} | _in_three("text"),
    "POST area_edit": _in_three("text"),
    "POST condition_new_of": {"options": ["norm"]},
    "POST valuing_open": {"closes_at": "2999-01-01T10:00", "zone": "UTC"},
    "POST valuing_prolong": {"closes_at": "2999-01-01T10:00", "zone": "UTC"},
    "POST packages_plan": {"stream": "military"},
    "POST limits": {"points": "5"},
    "POST limits_condition": {"kind": "never", "stated": "yes", "options": ["notices"]},
    "POST limits_take_back": {"mark": "none"},
    "POST report_consent": {"wish": "office"},
    "POST report_review": {"seen": read_hash()},
    "POST text_position": {"0-stance": "support", "seen": SEEN["u2"]},
    "POST text_unit_position": {"stance": "support", "words": SEEN["u1"]},
    "POST text_move": {"kind": "reopen", "reason": "New facts."},
    "POST text_accept_clean": {"version": "0", "unit": "u1"},
    "POST text_remark": {"words": "Too often."},
    "POST text_edit": {"words": "They meet.", "seen": "0", "was": WAS},
    "POST text_table_draft": {"how": "replace", "seen": str(DRAFT_SEEN)},
    "POST text_add": {"kind": "paragraph", "texts_en": "One more.", "after": "u1"},
    "POST text_about_unit": {"kind": "SUP", "said": "1"},
    "POST text_decline": {"reason": "It says the same."},
    "POST text_close_bracket": {"alternative": "0"},
    "POST text_propose_wording": {"alternative": "0"},
    "POST text_note": {"words": "Capital wants more.", "seen": "0"},
    "POST text_stage": {"stage": "compilation", "seen": "elements-0"},
    "POST text_session": {"seen": "1"},
    "POST text_silence_ask": {"until": _NEXT_WEEK, "zone": "UTC"},
    "POST text_silence_put_off": {"until": _NEXT_WEEK, "zone": "UTC"},
    "POST text_silence_take_back": {"reason": "A head does not sign."},
    "POST text_find_right": {"unit": "u1", "language": "en", "words": "every year"},
    "POST roadmap_begin": {"first": "2027-01-01"},
    "POST roadmap_item_new": {"stream": "military"} | _in_three("deliverable"),
    "POST roadmap_item_edit": {"stream": "military"} | _in_three("deliverable"),
    "POST roadmap_item_ask": _in_three("reason"),
    "POST roadmap_meeting_new": _MEETING,
    "POST roadmap_meeting_edit": _MEETING,
    "POST roadmap_meeting_move": {"day": "2022-05-11", "host": "nato"},
    "POST roadmap_meeting_agree": {"day": "2022-05-10"},
    "POST roadmap_meeting_outcome": _in_three("outcome"),
    "POST roadmap_office_add": {
        "office": "navy",
        "party": "nato",
        "stream": "military",
        "zone": "UTC",
        "country": "BE",
    }
    | _in_three("names"),
    "POST roadmap_absence_add": {
        "office": "east-desk",
        "first": "2022-09-01",
        "last": "2022-09-02",
    },
    "POST roadmap_absences_note": {"office": "east-desk", "spans": ["2022-09-01/2022-09-02"]},
    "POST roadmap_blackout_add": {"first": "2022-10-01", "last": "2022-10-07"} | _in_three("names"),
    "POST roadmap_blackout_remove": {"blackout": "august"},
    "POST roadmap_conventions": {
        "gap": "14",
        "travel": "1",
        "review": "12",
        "begins": "09:30",
        "opens": "08:00",
        "closes": "20:00",
        "apart_diplomatic": "0",
        "apart_military": "0",
        "apart_expert": "0",
        "rooms_brussels": "1",
        "rooms_beijing": "1",
    },
    "POST roadmap_review_note": {"on": "2022-09-01"},
    "POST roadmap_event_new": {"when": "2012-06"} | _in_three("texts"),
    "POST roadmap_subscribe": {"language": "en"},
    "POST line_open": {"office": "NATO", "peer": "CHINA"},
    "POST line_light": {"light": "night"},
    "POST line_compose": {
        "go": "send",
        "seen": "1",
        "type": "new",
        "status": "exercise",
        "precedence": "routine",
        "scope": "joint-private",
        "f-means": "voice",
        "f-level": "tactical",
        "f-urgency": "urgent",
        "f-topic_en": "A buoy adrift",
        "f-topic_origin": "en",
    },
    "POST line_measure_new": {
        "measure": "visits",
        "rung": "observation",
        "type": "invite",
        "domain": "land",
        "bindingness": "voluntary",
    }
    | _in_three("names"),
    "POST line_place_names": {"position": "13-30.00N 048-00.00E"} | _in_three("own"),
    "POST line_tests": {"every": "6"},
    "POST line_rotate": {"sure": "yes"},
    "POST line_replace": {"sure": "yes"},
    "POST line_drill_new": {"role": "first", "begins": "15"},
    "POST line_connect": {"card": "no card"},
    "POST text_silence_break": {"unit": "u3", "reason": "Who answers at night?"},
}

BODIES: dict[str, dict[str, object]] = {
    "POST text_draft": {"words": "They meet.", "seen": 0, "was": WAS},
    "POST api/dialogues/{dialogue_id}/statements": {
        "texts": {"en": "Both navies share warnings of ice."},
        "original": "en",
    },
    "PUT api/dialogues/{dialogue_id}/rounds/{round_id}/answers/{question_id}": {"value": 1},
}
"""What a program sends."""
