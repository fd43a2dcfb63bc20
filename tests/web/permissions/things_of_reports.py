"""A draft of the report, an issue and open data, by the words of the tables."""

import gzip
from functools import cache
from hashlib import sha256

from django.utils import timezone

from tracktwo.reports.canonical import canonical_report, report_fingerprint
from tracktwo.reports.joint import Material, joint_reports
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.kit.sealed import seal_bytes
from tracktwo_web.perceptions.models import Round
from tracktwo_web.reports.domain.draft_files import purpose_of
from tracktwo_web.reports.domain.facts import facts_of
from tracktwo_web.reports.models import (
    BriefFile,
    Draft,
    DraftFile,
    DraftPage,
    Issue,
    IssueFile,
    OpenData,
    OpenFile,
)

CONTENT = b"A report."
LANGUAGE = "fr"
"""The one in which calls ask for things."""


@cache
def told():
    """A report of nothing, in three languages."""
    material = Material({"en": "A report"}, languages=("en", "zh", "fr"))
    reports = joint_reports(material)
    hash_ = report_fingerprint(reports.values())
    return facts_of(material, reports), hash_, canonical_report(reports.values())


def read_hash() -> str:
    """What a reviewer has before them."""
    facts, _, _ = told()
    return facts["hashes"][LANGUAGE]


def lay_out_reports(dialogue: Dialogue, analysed: Round) -> dict[str, dict[str, object]]:
    """What routes about a draft and an issue are called with."""
    facts, hash_, canonical = told()
    drafts = [
        Draft.objects.create(
            dialogue=dialogue,
            number=number,
            composed_on=timezone.localdate(),
            state="done",
            facts=facts,
            hash=hash_,
            has_files=True,
            canonical=gzip.compress(canonical),
            content=CONTENT,
        )
        for number in (1, 2)
    ]
    for draft in drafts:
        DraftPage.objects.create(draft=draft, language=LANGUAGE, body="<p>Un rapport.</p>")
        DraftFile.objects.create(draft=draft, **_paper("md"))
    for side in dialogue.sides.all():
        paper = _paper("pdf") | {"content": seal_bytes(CONTENT, purpose=purpose_of(side))}
        BriefFile.objects.create(draft=drafts[1], side=side, **paper)
    issue = Issue.objects.create(
        dialogue=dialogue,
        draft=drafts[0],
        number=1,
        released_on=timezone.localdate(),
        state="done",
        hash=hash_,
        languages=facts["languages"],
        canonical=canonical,
    )
    IssueFile.objects.create(issue=issue, **_paper("md"))
    data = OpenData.objects.create(round=analysed, state="done")
    OpenFile.objects.create(data=data, **_paper("zip"))
    return {
        "draft report": {"kind": "md"},
        "brief": {"kind": "pdf"},
        "issue": {"number": 1, "kind": "md"},
        "no issue": {"number": 99, "kind": "md"},
    }


def _paper(kind: str) -> dict[str, object]:
    return {
        "language": LANGUAGE,
        "kind": kind,
        "content": CONTENT,
        "size": len(CONTENT),
        "sha256": sha256(CONTENT).hexdigest(),
    }
