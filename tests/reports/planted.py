"""Fifteen statements of two parties: how each answers, and what each expects of the other."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Planted:
    """A statement, the agree and disagree counts of both sides (of 14), and what each expects."""

    en: str
    zh: str
    fr: str
    nato: tuple[int, int]
    china: tuple[int, int]
    expects: tuple[float, float]
    kinds: tuple[str, str]


KNOWN = ("shared_known", "shared_known")
HIDDEN = ("hidden_agreement", "hidden_agreement")
APART = ("disagreement_known", "disagreement_known")
PLANTED = (
    Planted(
        "Ships and aircraft that meet at close range should follow one agreed procedure.",
        "舰机近距离相遇时应遵循同一套商定的程序。",
        "Les navires et les aéronefs qui se croisent de près devraient suivre une même procédure convenue.",
        (14, 0),
        (13, 0),
        (0.9, 0.88),
        KNOWN,
    ),
    Planted(
        "A direct line between military headquarters should be tested every month.",
        "军事指挥部之间的直通电话应每月测试一次。",
        "Une ligne directe entre états-majors devrait être essayée tous les mois.",
        (13, 1),
        (12, 1),
        (0.3, 0.35),
        HIDDEN,
    ),
    Planted(
        "Protecting merchant ships against piracy is a task for both sides.",
        "保护商船免遭海盗袭击是双方共同的任务。",
        "La protection des navires marchands contre la piraterie incombe aux deux parties.",
        (14, 0),
        (14, 0),
        (0.86, 0.5),
        ("shared_known", "hidden_agreement"),
    ),
    Planted(
        "Large exercises should be announced to the other side at least six weeks ahead.",
        "大型演习应至少提前六周通报对方。",
        "Les grands exercices devraient être annoncés à l’autre partie au moins six semaines à l’avance.",
        (12, 1),
        (9, 4),
        (0.4, 0.7),
        ("hidden_agreement", "shared_known"),
    ),
    Planted(
        "The enlargement of military alliances makes other states less secure.",
        "军事联盟的扩大使其他国家更不安全。",
        "L’élargissement des alliances militaires rend d’autres États moins sûrs.",
        (1, 12),
        (14, 0),
        (0.92, 0.2),
        APART,
    ),
    Planted(
        "Criticism of a state’s internal affairs is interference.",
        "批评一国内政就是干涉。",
        "Critiquer les affaires intérieures d’un État constitue une ingérence.",
        (2, 11),
        (12, 1),
        (0.9, 0.12),
        APART,
    ),
    Planted(
        "Restrictions on civilian technology are mainly meant to protect markets.",
        "对民用技术的限制主要是为了保护市场。",
        "Les restrictions visant les technologies civiles servent surtout à protéger des marchés.",
        (3, 9),
        (12, 2),
        (0.55, 0.4),
        APART,
    ),
    Planted(
        "The other side wants confrontation.",
        "对方想要对抗。",
        "L’autre partie recherche la confrontation.",
        (4, 9),
        (3, 9),
        (0.8, 0.75),
        HIDDEN,
    ),
    Planted(
        "Armed forces should help after natural disasters, together where possible.",
        "武装力量应参与自然灾害救援，可能时联合行动。",
        "Les forces armées devraient intervenir après les catastrophes naturelles, ensemble si possible.",
        (13, 0),
        (13, 1),
        (0.7, 0.75),
        KNOWN,
    ),
    Planted(
        "Rules are needed for attacks on computer networks of hospitals and power stations.",
        "对医院和电站计算机网络的攻击需要制定规则。",
        "Il faut des règles concernant les attaques contre les réseaux informatiques des hôpitaux et des centrales électriques.",
        (12, 0),
        (11, 1),
        (0.45, 0.6),
        HIDDEN,
    ),
    Planted(
        "Military spending is transparent enough on our own side.",
        "我方的军费开支足够透明。",
        "Les dépenses militaires de notre partie sont suffisamment transparentes.",
        (10, 3),
        (8, 4),
        (0.6, 0.7),
        ("contested", "contested"),
    ),
    Planted(
        "Joint exercises with third states near the other side’s borders are a provocation.",
        "在对方边界附近与第三国举行联合演习是挑衅。",
        "Les exercices conjoints avec des États tiers près des frontières de l’autre partie constituent une provocation.",
        (7, 6),
        (10, 3),
        (0.35, 0.55),
        ("contested", "contested"),
    ),
    Planted(
        "A war between the two sides is likely within ten years.",
        "双方十年内可能发生战争。",
        "Une guerre entre les deux parties est probable d’ici dix ans.",
        (1, 12),
        (2, 11),
        (0.45, 0.2),
        ("hidden_agreement", "shared_known"),
    ),
    Planted(
        "Officials should resume regular meetings, even without progress on disputes.",
        "即使争端没有进展，官方也应恢复定期会晤。",
        "Les responsables devraient reprendre des réunions régulières, même sans progrès sur les différends.",
        (11, 2),
        (12, 0),
        (0.6, 0.65),
        KNOWN,
    ),
    Planted(
        "New weapons in space should be limited by agreement before they are deployed.",
        "新型太空武器应在部署之前以协议加以限制。",
        "Les nouvelles armes spatiales devraient être limitées par accord avant leur déploiement.",
        (9, 3),
        (5, 6),
        (0.75, 0.6),
        ("hidden_disagreement", "contested"),
    ),
)
