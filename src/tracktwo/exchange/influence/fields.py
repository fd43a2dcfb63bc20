"""What a concept and a link say, field by field, as the words that every format writes and reads."""

from collections.abc import Mapping

from tracktwo.errors import InputError
from tracktwo.exchange.influence.place import Place
from tracktwo.exchange.influence.strengths import as_number, number, strength
from tracktwo.exchange.lists import TEXT_COLUMN
from tracktwo.influence.maps import Concept, InfluenceMap, Link

LINK_FIELDS = ("weight", "low", "high", "delay", "confidence", "evidence", "expert", "side")
Told = Mapping[str, str]


def link_of(
    source: str, target: str, told: Told, at: Place, *, signs_as: float | None = None
) -> Link:
    """The judgement that fields tell; a field that is missing or empty is not told."""
    said = {name: text.strip() for name, text in told.items()}
    low, high, sure = (said.get(name) for name in ("low", "high", "confidence"))
    return Link(
        source.strip(),
        target.strip(),
        strength(said.get("weight", ""), at, sign_alone=signs_as),
        low=strength(low, at, what="low") if low else None,
        high=strength(high, at, what="high") if high else None,
        delay=said.get("delay", ""),
        confidence=number(sure, at, what="confidence") if sure else None,
        evidence=told.get("evidence", ""),
        expert=said.get("expert", ""),
        side=said.get("side", ""),
    )


def told_by_link(link: Link) -> dict[str, str]:
    """The fields of a judgement that say something, the weight first."""
    told = {name: getattr(link, name) for name in LINK_FIELDS}
    return {
        name: value if isinstance(value, str) else as_number(value)
        for name, value in told.items()
        if value not in {None, ""}
    }


def concept_of(name: str, told: Told, at: Place, *, language: str = "en") -> Concept:
    """The concept that fields tell: kind, side, text_en and so on.

    A `label` that says something else than the name is a text in `language`, where no other is told.
    """
    name, label = name.strip(), told.get("label", "")
    texts = texts_in(told, "text")
    if not texts and label.strip() not in {"", name}:
        texts = {language: label}
    kind, side = (told.get(one, "").strip() for one in ("kind", "side"))
    return checked(Concept(name, texts, kind, side), at)


def told_by_concept(concept: Concept) -> dict[str, str]:
    """The fields of a concept that say something."""
    told = {"kind": concept.kind, "side": concept.side, **told_by_texts("text", concept.texts)}
    return {name: value for name, value in told.items() if value}


def texts_in(told: Told, kind: str) -> dict[str, str]:
    """The texts by language in fields `kind_en`, `kind_zh` and so on."""
    languages = {name: name.removeprefix(f"{kind}_") for name in told}
    return {
        language: told[name]
        for name, language in languages.items()
        if language != name and is_language(language) and told[name]
    }


def told_by_texts(kind: str, texts: Mapping[str, str]) -> dict[str, str]:
    return {f"{kind}_{language}": text for language, text in texts.items() if text}


def is_language(code: str) -> bool:
    """Whether this is a code like en, zh or zh-Hans."""
    return TEXT_COLUMN.fullmatch(f"text_{code}") is not None


def checked(concept: Concept, at: Place) -> Concept:
    """A concept, refused where it stands if it cannot be meant."""
    try:
        InfluenceMap((concept,))
    except InputError as error:
        at.refuse(error.message)
    return concept
