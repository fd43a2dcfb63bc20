"""Which headings say what stands under them."""

import pytest

from tracktwo.exchange.document.topics import Topic, topic_of


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("Consequences and risks", Topic.CONSEQUENCES),
        ("What could happen", Topic.CONSEQUENCES),
        ("Risques", Topic.CONSEQUENCES),
        ("后果与风险", Topic.CONSEQUENCES),
        ("Recommendations: strengthening areas of convergence", Topic.AREAS),
        ("Common ground", Topic.AREAS),
        ("Areas for practical cooperation", Topic.AREAS),
        ("Domaines de coopération", Topic.AREAS),
        ("Terrains d’entente", Topic.AREAS),
        ("合作领域", Topic.AREAS),
        ("Milestones in our relations", Topic.MILESTONES),
        ("Chronologie", Topic.MILESTONES),
        ("大事记", Topic.MILESTONES),
        ("Perceptions and misperceptions", Topic.PERCEPTIONS),
        ("Authors", Topic.BACK),
        ("À propos des auteurs", Topic.BACK),
        ("作者", Topic.BACK),
        ("Military risk reduction", Topic.OTHER),
        ("Réduction des risques", Topic.OTHER),
        ("降低军事风险", Topic.OTHER),
        ("Outlook", Topic.OTHER),
        ("An evolving landscape", Topic.OTHER),
    ],
)
def test_heading_tells_its_topic(heading: str, topic: Topic) -> None:
    assert topic_of(heading) is topic
