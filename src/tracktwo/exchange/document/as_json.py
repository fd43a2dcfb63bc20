"""A proposal as JSON, for programs and for pages that let a person confirm it."""

import json
from dataclasses import asdict

from tracktwo.exchange.document.proposal import Proposal
from tracktwo.exchange.document.sentences import remark_sentence
from tracktwo.locale import Words, translator


def proposal_to_json(proposal: Proposal, words: Words | None = None) -> str:
    """A proposal with everything it holds; remarks carry their sentence, in English or in `words`.

    >>> text = proposal_to_json(Proposal("a.txt", "", "en", "line", 3))
    >>> json.loads(text)["unit"]
    'line'
    """
    words = words or translator("en")
    found = asdict(proposal)
    for entry, remark in zip(found["remarks"], proposal.remarks, strict=True):
        entry["sentence"] = remark_sentence(remark, words)
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
