"""British and American spelling of one word in one text: defence and defense."""

import re
from collections.abc import Iterator

from tracktwo.text.lint.flaw import Flaw, Passages
from tracktwo.text.lint.minority import Written, minority

RULE = "regional_spelling"

# Small letters only: a name (Center for …, Ministry of Defence) keeps its own spelling.
_WORDS = (
    "defence/defense offence/offense centre/center centres/centers behaviour/behavior favour/favor favours/favors labour/labor neighbour/neighbor "
    "neighbours/neighbors neighbouring/neighboring honour/honor programme/program programmes/programs travelled/traveled travelling/traveling "
    "organisation/organization organisations/organizations organise/organize organised/organized recognise/recognize recognised/recognized "
    "summarise/summarize summarised/summarized prioritise/prioritize prioritises/prioritizes globalisation/globalization criticise/criticize "
    "mobilise/mobilize mobilising/mobilizing modernise/modernize modernising/modernizing modernisation/modernization destabilise/destabilize "
    "destabilising/destabilizing penalise/penalize revitalise/revitalize militarisation/militarization polarisation/polarization sceptical/skeptical fuelled/fueled"
)
_PAIRS = dict(pair.split("/") for pair in _WORDS.split())
_KEY = {word: british for british, american in _PAIRS.items() for word in (british, american)}
_PATTERN = re.compile(
    f"[{''.join(sorted({word[0] for word in _KEY}))}](?<![\\w-].)(?:"
    + "|".join(f"(?<={word[0]}){word[1:]}" for word in sorted(_KEY, key=len, reverse=True))
    + r")(?!\w)"
)


def regional_spelling(passages: Passages) -> Iterator[Flaw]:
    """English words that this text mostly spells the other way."""
    uses = (
        Written(_KEY[match[0]], match[0], passage, *match.span())
        for passage in passages
        if passage.language == "en"
        for match in _PATTERN.finditer(passage.source)
    )
    for use, usual in minority(uses):
        yield use.passage.flaw(RULE, use.start, use.end, suggestion=usual)
