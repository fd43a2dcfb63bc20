"""Texts of the demonstration in its three languages. Like the example's they are a dialogue's own
texts, not the interface's: they stand here and not in the translation catalogues.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

Texts = Mapping[str, str]

THEMES: Mapping[str, Texts] = {
    "values": {"en": "Values", "zh": "价值观", "fr": "Valeurs"},
    "international law": {"en": "International law", "zh": "国际法", "fr": "Droit international"},
    "political systems": {"en": "Political systems", "zh": "政治制度", "fr": "Régimes politiques"},
    "development": {"en": "Development", "zh": "发展", "fr": "Développement"},
    "technology": {"en": "Technology", "zh": "科技", "fr": "Technologie"},
    "military posture": {"en": "Military posture", "zh": "军事态势", "fr": "Posture militaire"},
    "taiwan": {"en": "Taiwan", "zh": "台湾", "fr": "Taïwan"},
    "partnerships": {"en": "Partnerships", "zh": "伙伴关系", "fr": "Partenariats"},
    "pandemic": {"en": "The pandemic", "zh": "新冠疫情", "fr": "La pandémie"},
    "rivalry": {"en": "Rivalry", "zh": "竞争", "fr": "Rivalité"},
    "alliance": {"en": "The Alliance", "zh": "北约", "fr": "L’Alliance"},
    "arms control": {"en": "Arms control", "zh": "军备控制", "fr": "Maîtrise des armements"},
    "sovereignty": {"en": "Sovereignty", "zh": "主权", "fr": "Souveraineté"},
    "world order": {"en": "World order", "zh": "世界秩序", "fr": "Ordre mondial"},
    "maritime security": {"en": "Maritime security", "zh": "海上安全", "fr": "Sécurité maritime"},
    "climate": {"en": "Climate", "zh": "气候", "fr": "Climat"},
    "regional security": {"en": "Regional security", "zh": "地区安全", "fr": "Sécurité régionale"},
    "risk reduction": {"en": "Risk reduction", "zh": "降低风险", "fr": "Réduction des risques"},
    "counterterrorism": {
        "en": "Counter-terrorism",
        "zh": "反恐",
        "fr": "Lutte contre le terrorisme",
    },
}

FIRST_ROUND: Texts = {
    "en": "Values, technology and armed forces",
    "zh": "价值观、科技与军力",
    "fr": "Valeurs, technologie et forces armées",
}
SECOND_ROUND: Texts = {
    "en": "Rivalry, order and risk reduction",
    "zh": "竞争、秩序与降低风险",
    "fr": "Rivalité, ordre et réduction des risques",
}
WELCOME: Texts = {
    "en": "This dialogue is simulated. A program drew the answers of the first round and most of the second; some seats are free for you.",
    "zh": "本对话为模拟。第一轮的答复和第二轮的大部分答复由程序生成；部分席位留给您。",
    "fr": "Ce dialogue est simulé. Un programme a tiré les réponses du premier tour et la plupart de celles du deuxième ; quelques sièges vous attendent.",
}

MEETING: Texts = {
    "en": "NATO and China: what moves what, and what may come of it (simulated)",
    "zh": "北约与中国：相互影响与可能的后果（模拟）",
    "fr": "OTAN et Chine : ce qui agit sur quoi, et ce qui peut en résulter (simulation)",
}
MEETING_WELCOME: Texts = {
    "en": "This second dialogue is at the stage of risks. Both sides have released their maps; the joint map is open for drawing.",
    "zh": "这第二场对话处于风险阶段。双方已公开各自的图；联合图可供绘制。",
    "fr": "Ce second dialogue en est à l’étape des risques. Les deux parties ont publié leurs cartes ; la carte commune est ouverte au dessin.",
}

DRAFTING: Texts = {
    "en": "NATO and China: a joint report in the making (simulated)",
    "zh": "北约与中国：联合报告起草（模拟）",
    "fr": "OTAN et Chine : un rapport commun en cours de rédaction (simulation)",
}
DRAFTING_WELCOME: Texts = {
    "en": "This third dialogue is at the stage of the roadmap. Packages of options are released, and a made-up joint report is on the table, in its fourth session; so is a made-up roadmap, as on 1 September 2022.",
    "zh": "这第三场对话处于路线图阶段。合作方案组合已公布；桌上有一份虚构的联合报告，已进入第四次会议；另有一份虚构的路线图，假定为2022年9月1日。",
    "fr": "Ce troisième dialogue en est à l’étape de la feuille de route. Des ensembles d’options sont publiés ; un rapport commun fictif est sur la table, à sa quatrième session, avec une feuille de route fictive, comme au 1er septembre 2022.",
}
LINE_TITLE: Texts = {
    "en": "NATO and China: the line between two duty offices (simulated)",
    "zh": "北约与中国：两个值班室之间的线路（模拟）",
    "fr": "OTAN et Chine : la ligne entre deux bureaux de permanence (simulation)",
}
LINE_WELCOME: Texts = {
    "en": "This node holds one side alone; the other side’s is another program with its own folder. All traffic on the line is exercise traffic, and made up.",
    "zh": "本节点只属于一方；另一方的节点是另一个程序，有自己的文件夹。线路上的全部往来均为演习，且为虚构。",
    "fr": "Ce nœud n’abrite qu’une partie ; celui de l’autre est un autre programme, avec son propre dossier. Tout ce qui passe sur la ligne est un exercice, et inventé.",
}
PROPOSED_ITEM: Mapping[str, Any] = {
    "deliverable": {
        "en": "A list of words that officers on watch use alike",
        "zh": "值班军官通用语汇表",
        "fr": "Une liste de mots que les officiers de quart emploient de la même façon",
    },
    "done_when": {
        "en": "Both sides have used it in two test calls",
        "zh": "双方在两次测试通话中用过",
        "fr": "Les deux parties s’en sont servies lors de deux appels d’essai",
    },
    "reciprocity": {
        "en": "Each side adds a word for each word of the other",
        "zh": "一方每增一词，另一方亦增一词",
        "fr": "Chacun ajoute un mot pour chaque mot de l’autre",
    },
    "theme": "Channels",
    "area": "transparency",
    "stream": "military",
    "lead": {"nato": "nato-maritime-command", "china": "naval-staff"},
    "depends": ("call-procedures",),
    "due": date(2023, 6, 30),
}
"""What one side proposes in the third dialogue, and the other has still to answer."""

VALUING: Texts = {
    "en": "What could be agreed in two years",
    "zh": "两年内可商定的事项",
    "fr": "Ce qui pourrait être convenu en deux ans",
}
ON_THE_TABLE = (
    "shade-return",
    "naval-staff-talks",
    "cues-drill",
    "disaster-lessons",
    "korea-assessments",
    "crisis-envoys",
    "afghanistan-exchange",
)
"""Options of the example that lie on the table as a package."""

WAITING: tuple[tuple[str, str, str, Texts], ...] = (
    (
        "nato",
        "china",
        "maritime security",
        {
            "en": "Chinese ships usually answer calls on the agreed radio channels.",
            "zh": "中国船只通常会在约定的无线电频道上应答。",
            "fr": "Les navires chinois répondent en général aux appels sur les canaux radio convenus.",
        },
    ),
    (
        "china",
        "nato",
        "risk reduction",
        {
            "en": "NATO countries announce their large exercises early enough.",
            "zh": "北约国家会足够早地宣布其大型演习。",
            "fr": "Les pays de l’OTAN annoncent assez tôt leurs grands exercices.",
        },
    ),
    (
        "china",
        "",
        "climate",
        {
            "en": "Armed forces of both sides could share what they learn about rescue after natural disasters.",
            "zh": "双方军队可以分享自然灾害救援的经验。",
            "fr": "Les forces armées des deux parties pourraient partager leur expérience des secours après une catastrophe naturelle.",
        },
    ),
)
"""Statements that wait for the secretariat: by whom, about whom, theme, texts."""
