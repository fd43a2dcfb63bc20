"""Words put into the mouth of a person: a question for whoever publishes under a rule of silence."""

import re
from collections.abc import Iterator

from tracktwo.text.lint.flaw import Flaw, Passages

RULE = "attribution"

_NAME = r"[A-Z][\w’'-]+(?:[ ](?:[A-Z]\.?|de|von|van|der|al|bin)){0,2}(?:[ ][A-Z][\w’'-]+)*"
_TITLE = r"(?:Ambassador|President|Prime Minister|Minister|Secretary(?: General)?|General|Admiral|Colonel|Captain|Professor|Prof\.|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Senator|Chairman|Commander)"
_SAID = r"(?:said|says|stated|told|argued|argues|claimed|noted|remarked|suggested|warned|insisted|replied|admitted|conceded|stressed|emphasi[sz]ed|objected|explained|complained|asked|proposed|observed)"
_FRENCH_TITLE = r"(?:[Ll]['’](?:ambassadeur|ambassadrice|amiral)|[Ll]e (?:ministre|général|colonel|président|professeur)|[Ll]a (?:ministre|présidente)|M\.|Mme|Dr)"
_FRENCH_SAID = r"(?:dit|déclaré|affirmé|indiqué|souligné|estimé|expliqué|averti|noté|répondu|proposé|ajouté|précisé)"
_PATTERNS = {
    "en": re.compile(
        rf"\b{_TITLE}[ ]{_NAME}[ ](?:also[ ]|then[ ])?{_SAID}\b"
        rf"|\b[Aa]ccording to (?:{_TITLE}[ ]{_NAME}|(?:one|a|an|the) (?:participant|delegate|member of (?:the|one) delegation|retired (?:officer|general)))"
        rf"|\b[Aa]s (?:{_TITLE}[ ]{_NAME}) (?:put it|{_SAID})\b"
        rf"|\b(?:[Oo]ne|[Aa]|[Aa]nother) (?:participant|delegate)(?: from [A-Z]\w+)? {_SAID}\b"
    ),
    "fr": re.compile(
        rf"\b{_FRENCH_TITLE}[ ]{_NAME}[ ](?:a|avait)[ ](?:aussi[ ])?{_FRENCH_SAID}\b"
        rf"|\b[Ss]elon (?:{_FRENCH_TITLE}[ ]{_NAME}|un (?:participant|délégué))"
    ),
    "zh": re.compile(
        r"(?:据|按照?)[\u4e00-\u9fff·]{2,12}?(?:大使|将军|上将|少将|大校|先生|女士|部长|教授|博士)(?:所?[说言称述]|介绍|透露)"
        r"|(?<![\u4e00-\u9fff])[\u4e00-\u9fff·]{2,10}?(?:大使|将军|上将|少将|大校|先生|女士|部长|教授|博士)(?:说|表示|指出|认为|强调|声称|称|坦言|承认)"
        r"|(?:一位|一名|某)(?:与会者|代表|学者|退役军官)(?:说|表示|指出|认为|强调|称)"
    ),
}


def attributions(passages: Passages) -> Iterator[Flaw]:
    """Sayings of a person with a title and a name, and of "one participant"; proposed to a person.

    A public speech quoted from the press may stay; what was said in the room may not.
    """
    for passage in passages:
        pattern = _PATTERNS.get(passage.language)
        for match in pattern.finditer(passage.source) if pattern else ():
            yield passage.flaw_at(RULE, match)
