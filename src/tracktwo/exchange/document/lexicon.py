"""The words by which headings say what stands under them, in English, French and Chinese."""

import re
from typing import Final


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


TABLE_HEADS: Final = _any(
    r"(?:years?|dates?|events?|periods?|what happened|ann[ée]es?|[ée]v[ée]nements?|p[ée]riodes?|年份|日期|时间|事件|[\s/|:：])+"
)
"""The header line of a table, which is no heading."""

CONSEQUENCES: Final = _any(
    r"\b(?:consequences?|risks?|dangers?|implications?|repercussions?|perils?)\b",
    r"\bwhat (?:could|may|might|would) (?:happen|follow)\b",
    r"\b(?:cons[ée]quences?|risques?|r[ée]percussions?|p[ée]rils?)\b",
    "后果|风险|危险|隐患",
)
RISK_AS_A_TASK: Final = _any(
    r"\brisk[ -](?:reduction|management|mitigation|assessment|avoidance|prevention)\b",
    r"\b(?:reducing|managing|mitigating|avoiding)(?: \w+)? risks?\b",
    r"\b(?:r[ée]duction|gestion|pr[ée]vention|ma[îi]trise) des risques\b",
    "(?:降低|减少|减轻|管控|化解|防范|避免)[^，。]{0,6}风险|风险(?:管控|管理|防范|降低|评估)",
)
"""Risk where it is a task to take up together, and not something feared."""

AREAS: Final = _any(
    r"\bconvergen\w*",
    r"\b(?:common|shared) (?:ground|interests?|concerns?|goals?|challenges?)\b",
    r"\bmutual(?:ly)?(?: \w+)? interests?\b",
    r"\b(?:aligne?d|aligning|overlapping) interests?\b",
    r"\b(?:areas?|fields?|domains?|topics?) (?:of|for)(?: \w+){0,3} (?:cooperation|co-operation|agreement|dialogue|engagement|collaboration)\b",
    r"\b(?:int[ée]r[êe]ts?|pr[ée]occupations?|d[ée]fis) (?:communs?|communes?|partag[ée]e?s?|convergents?)\b",
    r"\bterrains? d[’']entente\b",
    r"\b(?:domaines?|champs?|axes?|pistes?|terrains?) (?:de|du) (?:la )?(?:coop[ée]ration|dialogue|rapprochement|collaboration)\b",
    r"\bpoints? (?:communs?|d[’']accord)\b",
    "共同(?:利益|点|关切|立场|挑战)|利益(?:交汇|契合|汇合|趋同)|趋同|契合点|(?:合作|对话)(?:的)?(?:领域|方向|空间|议题)|共识",
)
MILESTONES: Final = _any(
    r"\b(?:milestones?|chronolog\w*|timeline|time line|key dates|jalons?|dates? cl[ée]s?|rep[èe]res? (?:historiques?|chronologiques?))\b",
    "大事记|里程碑|年表|时间线|时间轴|重要节点",
)
PERCEPTIONS: Final = _any(
    r"\b(?:mis)?perceptions?\b|\bmutual views\b", "认知|看法|印象|观感|误解|误判"
)
BACK: Final = _any(
    r"^(?:(?:about )?(?:the )?(?:authors?|contributors?|participants)|acknowledge?ments?|references|bibliography|sources|endnotes|footnotes|notes)\b",
    r"^(?:with )?(?:the )?contributions? (?:of|by)\b|^(?:annex(?:es)?|appendi(?:x|ces)|list of (?:participants|authors|abbreviations))\b",
    r"^(?:(?:à propos|au sujet) (?:de|des|du|de l[’']) ?(?:l[’'])?|(?:les|liste des) )?(?:auteurs?|participants|contributeurs?)\b",
    r"^(?:remerciements|bibliographie|r[ée]f[ée]rences|annexes?)\b|^avec (?:la|les) contributions?\b",
    "^(?:关于)?(?:作者|撰稿人|编者)|^(?:致谢|鸣谢|参考文献|注释|附件|附录|与会者|参与者)",
)
"""What closes a report: nothing under it is part of what was discussed."""

FRAME: Final = _any(
    r"^(?:introduction|introductory remarks|conclusions?|concluding remarks|summary|executive summary|background|context|outlook|overview|contents|next steps|r[ée]sum[ée]|contexte|perspectives|sommaire|prochaines [ée]tapes)$",
    "^(?:引言|导言|前言|背景|概述|摘要|结论|结语|小结|总结|展望|目录)$",
)
"""Sub-headings that frame a section and are none of its points."""

ANNOUNCING: Final = re.compile(
    r"(?:(?:the|some|a few|most|main|key|major|possible|potential|likely|promising|important|and|les|la|le|principales|principaux|possibles)[ ,]+|l[’']|主要的?|可能的?|潜在的?|关键)*",
    re.IGNORECASE,
)
"""What may stand before the word that counts, at the beginning of a heading."""

POINTING: Final = _any(*(one.pattern for one in (CONSEQUENCES, AREAS, MILESTONES, PERCEPTIONS)))
"""Any word that tells a topic."""
