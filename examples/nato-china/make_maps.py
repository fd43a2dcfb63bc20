# ruff: noqa: INP001 -- a script beside its data, not a package
"""Draw the example's influence maps: `python examples/nato-china/make_maps.py`.

What each side believes to move what is our own illustration, in the spirit of sections III to VI of the
report; the experts round it are drawn by chance. They are nobody's views.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np

from tracktwo.exchange.influence import write_map
from tracktwo.influence import Concept, InfluenceMap, Link

HERE = Path(__file__).parent
EXPERTS = 5
DRAWS, NOISE, RANGE = 0.8, 0.12, 0.15

TITLE = {
    "en": "NATO and China: what moves what, as each side might draw it (illustration)",
    "zh": "北约与中国：双方可能如何描绘相互影响（示意）",
    "fr": "OTAN et Chine : ce qui agit sur quoi, tel que chaque partie pourrait le dessiner (illustration)",
}
NOTE = {
    "en": "An illustration: the maps were made up and the experts drawn by a computer program. They show the view of no person, institution or state.",
    "zh": "仅为示意：图为虚构，专家意见由计算机程序随机生成，不代表任何个人、机构或国家的观点。",
    "fr": "Une illustration : les cartes sont inventées et les experts tirés au sort par un programme informatique. Elles ne reflètent les vues d’aucune personne, d’aucune institution ni d’aucun État.",
}

CONCEPTS = """
nato-exercises | action | nato | Western navies sail and exercise near China | 西方海军在中国近海航行和演习 | Les marines occidentales naviguent et s’exercent près de la Chine
new-pacts | action | nato | New Western security pacts in Asia | 西方在亚洲的新安全协定 | De nouveaux pactes de sécurité occidentaux en Asie
technology-controls | action | nato | Limits on exports of key technology | 限制关键技术出口 | Des limites à l’exportation de technologies clés
democracies-narrative | narrative | nato | The story of democracies against autocracies | “民主对抗专制”的叙事 | Le récit des démocraties contre les autocraties
nato-threat | perception | nato | NATO sees China as a military threat | 北约视中国为军事威胁 | L’OTAN voit dans la Chine une menace militaire
rules-doubt | perception | nato | NATO doubts that China keeps common rules | 北约怀疑中国是否遵守共同规则 | L’OTAN doute que la Chine respecte des règles communes
china-deployments | action | china | China deploys more forces at sea | 中国在海上部署更多兵力 | La Chine déploie davantage de forces en mer
china-russia | action | china | China and Russia draw closer militarily | 中俄军事关系更加紧密 | La Chine et la Russie se rapprochent sur le plan militaire
self-reliance | action | china | China builds its own technology and supply chains | 中国建立自主技术和供应链 | La Chine bâtit ses propres technologies et filières
containment-narrative | narrative | china | The story that the West holds China down | “西方遏制中国”的叙事 | Le récit d’un Occident qui entrave la Chine
china-threat | perception | china | China feels encircled by Western alliances | 中国感到被西方联盟包围 | La Chine se sent encerclée par les alliances occidentales
nato-as-tool | perception | china | China sees NATO as led by the United States alone | 中国认为北约由美国主导 | La Chine voit l’OTAN menée par les seuls États-Unis
cyber-intrusions | action | | Intrusions into networks are blamed on the other side | 网络入侵被归咎于对方 | Des intrusions informatiques sont imputées à l’autre partie
military-contacts | capability | | Military staffs talk to each other | 双方军队参谋部门保持对话 | Les états-majors se parlent
trust | perception | | Each side believes what the other says | 双方相信对方所言 | Chaque partie croit ce que dit l’autre
domestic-pressure | driver | | Pressure at home to be firm | 国内要求强硬的压力 | La pression intérieure en faveur de la fermeté
trade | driver | | Trade between the two sides | 双方贸易 | Le commerce entre les deux parties
confrontation-syndrome | risk | | A lasting confrontation, with little room left for talks | 长期对抗，对话空间所剩无几 | Un affrontement durable, qui laisse peu de place au dialogue
escalation-by-accident | risk | | An incident between forces escalates | 军队之间的意外事件升级 | Un incident entre forces dégénère
economic-decoupling | risk | | Economies and technologies come apart | 经济和技术脱钩 | Économies et technologies se séparent
lost-cooperation | risk | | Problems that need both sides are left unsolved | 需要双方合作的问题无人解决 | Des problèmes qui exigent les deux parties restent sans solution
cyber-escalation | risk | | An attack on networks is answered too hard | 对网络攻击反应过度 | Une attaque de réseaux reçoit une réponse excessive
worst-case-planning | risk | | Plans rest on the worst that is imagined | 按最坏设想制定计划 | Les plans reposent sur le pire que l’on imagine
regional-spillover | risk | | A regional crisis is drawn into the larger rivalry | 地区危机被卷入更大的竞争 | Une crise régionale est entraînée dans la rivalité
maritime-security | measure | | Joint work against piracy and for safety at sea | 合作打击海盗、维护海上安全 | Un travail commun contre la piraterie et pour la sûreté en mer
climate-work | measure | | Joint work on climate and disasters | 在气候与灾害方面合作 | Un travail commun sur le climat et les catastrophes
regional-talks | measure | | Regular talks on regional security, Korea first | 就地区安全（首先是朝鲜半岛）定期对话 | Des entretiens réguliers sur la sécurité régionale, Corée d’abord
risk-reduction | measure | | A hotline and rules for encounters of forces | 热线与军队相遇规则 | Une ligne directe et des règles pour les rencontres de forces
cyber-norms | measure | | Norms for what is off limits in networks | 关于网络禁区的规范 | Des normes sur ce qui est interdit dans les réseaux
counterterrorism | measure | | Exchange on counterterrorism | 反恐交流 | Des échanges sur la lutte contre le terrorisme
"""

SHARED = """
nato-exercises -> china-threat : 0.7 days
china-threat -> china-deployments : 0.7 months
china-deployments -> nato-threat : 0.7 weeks
nato-threat -> nato-exercises : 0.6 months
nato-exercises -> escalation-by-accident : 0.5 days
china-deployments -> escalation-by-accident : 0.5 days
military-contacts -> escalation-by-accident : -0.6 days
military-contacts -> worst-case-planning : -0.6 months
trust -> worst-case-planning : -0.4 months
trust -> military-contacts : 0.5 months
domestic-pressure -> trust : -0.4 months
confrontation-syndrome -> lost-cooperation : 0.7 months
technology-controls -> economic-decoupling : 0.6 years
self-reliance -> economic-decoupling : 0.6 years
trade -> economic-decoupling : -0.5 years
trade -> trust : 0.2 years
cyber-intrusions -> cyber-escalation : 0.6 days
cyber-intrusions -> trust : -0.5 weeks
confrontation-syndrome -> regional-spillover : 0.6 months
worst-case-planning -> regional-spillover : 0.4 weeks
risk-reduction -> military-contacts : 0.7 months
maritime-security -> military-contacts : 0.5 months
maritime-security -> trust : 0.3 months
climate-work -> trust : 0.4 months
climate-work -> lost-cooperation : -0.6 months
regional-talks -> regional-spillover : -0.6 weeks
cyber-norms -> cyber-escalation : -0.6 months
counterterrorism -> trust : 0.2 months
counterterrorism -> lost-cooperation : -0.3 months
"""

NATO = """
china-deployments -> rules-doubt : 0.5 months
china-russia -> nato-threat : 0.6 months
rules-doubt -> democracies-narrative : 0.5 months
democracies-narrative -> confrontation-syndrome : 0.3 months
nato-threat -> confrontation-syndrome : 0.6 months
nato-threat -> new-pacts : 0.6 years
new-pacts -> china-deployments : -0.3 years
nato-exercises -> china-deployments : -0.4 months
china-deployments -> nato-exercises : 0.5 weeks
risk-reduction -> nato-exercises : -0.2 months
risk-reduction -> escalation-by-accident : -0.7 days
rules-doubt -> technology-controls : 0.6 months
technology-controls -> cyber-intrusions : -0.2 months
rules-doubt -> trust : -0.5 months
cyber-intrusions -> rules-doubt : 0.5 weeks
cyber-norms -> rules-doubt : -0.5 months
domestic-pressure -> democracies-narrative : 0.4 weeks
"""

CHINA = """
new-pacts -> china-threat : 0.8 months
new-pacts -> nato-as-tool : 0.6 months
nato-as-tool -> containment-narrative : 0.6 months
containment-narrative -> confrontation-syndrome : 0.5 months
democracies-narrative -> containment-narrative : 0.7 weeks
democracies-narrative -> confrontation-syndrome : 0.6 months
containment-narrative -> self-reliance : 0.6 years
technology-controls -> self-reliance : 0.8 months
technology-controls -> containment-narrative : 0.7 weeks
self-reliance -> technology-controls : 0.5 years
china-threat -> china-russia : 0.6 years
china-threat -> confrontation-syndrome : 0.5 months
new-pacts -> worst-case-planning : 0.5 months
containment-narrative -> trust : -0.5 months
nato-exercises -> china-deployments : 0.5 weeks
china-deployments -> nato-exercises : -0.3 months
risk-reduction -> nato-exercises : 0.6 months
risk-reduction -> escalation-by-accident : -0.15 days
china-russia -> new-pacts : 0.3 years
regional-talks -> nato-as-tool : -0.3 months
climate-work -> containment-narrative : -0.3 months
"""


def main() -> None:
    for name in ("concepts", "judgements", "map"):
        (HERE / f"{name}.csv").unlink(
            missing_ok=True
        )  # a folder that holds a map is not written over
    write_map(drawn(), HERE)


def drawn() -> InfluenceMap:
    """Five experts a side, each round the map of their side."""
    rng = np.random.default_rng(4)
    links = [
        judgement
        for side, alone in (("nato", NATO), ("china", CHINA))
        for number in range(1, EXPERTS + 1)
        for link in map(_link, _lines(SHARED + alone))
        if (judgement := _judged(link, f"expert-{side[0]}{number:02}", side, rng))
    ]
    concepts = tuple(map(_concept, _lines(CONCEPTS)))
    return InfluenceMap(concepts, tuple(links), title=TITLE, note=NOTE)


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _concept(line: str) -> Concept:
    id_, kind, side, en, zh, fr = (part.strip() for part in line.split("|"))
    return Concept(id_, {"en": en, "zh": zh, "fr": fr}, kind, side)


def _link(line: str) -> Link:
    ends, _, told = line.partition(" : ")
    source, _, target = ends.partition(" -> ")
    weight, delay = told.split()
    return Link(source, target, float(weight), delay=delay)


def _judged(link: Link, expert: str, side: str, rng: np.random.Generator) -> Link | None:
    """The link as an expert might draw it, or None where this one did not think of it."""
    draws, noise = rng.random(), rng.normal(0, NOISE)
    if draws > DRAWS:
        return None
    weight = round(float(np.clip(link.weight + noise, -0.95, 0.95)) / 0.05) * 0.05
    low, high = max(weight - RANGE, -1.0), min(weight + RANGE, 1.0)
    return replace(
        link,
        weight=round(weight, 2),
        low=round(low, 2),
        high=round(high, 2),
        expert=expert,
        side=side,
    )


if __name__ == "__main__":
    main()
