"""The text form out: every field on one line a concept and one line a judgement."""

from collections.abc import Mapping

from tracktwo.exchange.influence.arrow_words import in_quotes, name
from tracktwo.exchange.influence.arrows import TAIL
from tracktwo.exchange.influence.fields import told_by_link
from tracktwo.influence.maps import Concept, InfluenceMap, Link


def as_arrows(drawn: InfluenceMap) -> str:
    """The map in the text form. Concepts are told only where the links do not tell them all."""
    ends = dict.fromkeys(end for link in drawn.links for end in link.ends)
    concepts = () if drawn.concepts == tuple(map(Concept, ends)) else drawn.concepts
    about = {"title": drawn.title, "note": drawn.note}
    lines = [
        *(f"{what}: {texts_line(texts)}" for what, texts in about.items() if any(texts.values())),
        *(concept_line(concept) for concept in concepts),
        *(link_line(link) for link in drawn.links),
    ]
    return "\n".join(lines) + "\n"


def concept_line(concept: Concept) -> str:
    """A concept as a line of the text form."""
    told = f"concept {name(concept.id)}"
    if concept.side:
        told += f" ({concept.kind}, {name(concept.side)})"
    elif concept.kind:
        told += f" ({concept.kind})"
    texts = texts_line(concept.texts)
    return f"{told}: {texts}" if texts else told


def texts_line(texts: Mapping[str, str]) -> str:
    return " / ".join(f"{language} {in_quotes(text)}" for language, text in texts.items() if text)


def link_line(link: Link) -> str:
    """A judgement as a line of the text form."""
    return f"{name(link.source)} -> {name(link.target)} : {weight_words(link)}{tail_words(link)}"


def weight_words(link: Link) -> str:
    """The weight with its sign and, where the expert gave one, its range."""
    told = told_by_link(link)
    sign = "+" if link.weight > 0 else ""
    ends = (
        f" [{told.get('low', '')}, {told.get('high', '')}]" if {"low", "high"} & set(told) else ""
    )
    return f"{sign}{told['weight']}{ends}"


def tail_words(link: Link) -> str:
    """What else the judgement says, each field behind a semicolon."""
    told = told_by_link(link)
    values = {
        key: in_quotes(told[key]) if key == "evidence" else name(told[key])
        for key in TAIL
        if key in told
    }
    return "".join(f" ; {key} {value}" for key, value in values.items())
