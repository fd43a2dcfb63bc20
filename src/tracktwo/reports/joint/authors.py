"""Who answers for the report, each as it consents to be named."""

from tracktwo.locale import Words
from tracktwo.reports.joint.material import Material
from tracktwo.reports.tree import Block, Paragraph, Signatures


def authors(material: Material, words: Words) -> tuple[Block, ...]:
    """The authors by side; a name only where its bearer consents, else the seat."""
    if not material.authors:
        return ()
    names = material.names(words.language)
    sides = dict.fromkeys(one.party for one in material.authors)
    told = tuple(
        (names.get(side, side), _of(material, side, words.language))
        for side in (*(one for one in material.sides if one in sides), *(one for one in sides if one not in names))
    )  # fmt: skip
    said = words.gettext(
        "The authors took part as private persons. What they say binds no state and no institution."
    )
    return (Paragraph(said), Signatures(told))


def _of(material: Material, side: str, language: str) -> tuple[str, ...]:
    shown = (one.shown(language) for one in material.authors if one.party == side)
    return tuple(one for one in shown if one)
