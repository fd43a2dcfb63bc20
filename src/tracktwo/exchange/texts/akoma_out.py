"""A text as Akoma Ntoso 1.0 XML (OASIS, 29 August 2018): a statement, or one for each language."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from tracktwo.errors import OptionError
from tracktwo.exchange.paper.xml_text import xml_text
from tracktwo.exchange.texts.akoma_ids import eid, three_letters
from tracktwo.exchange.texts.akoma_words import words
from tracktwo.exchange.texts.layout import Layout
from tracktwo.text.units import NegotiatedText, Unit, UnitKind

_SPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_EARLIEST = "0001-01-01"
"""The date where the schema asks for one and the text has none."""

STAGES = ("proposed", "draft", "adopted", "authoritative")
"""Words for the life of a document, after the profile of the United Nations (AKN4UN)."""


def as_akoma(text: NegotiatedText, layout: Layout) -> str:
    """The units as blocks with `eId`; a unit of several languages has the same `wId` in each.

    Several languages are components of a collection, one FRBR expression each. `OptionError` where
    the stage is not one of `STAGES`.

    >>> made = as_akoma(NegotiatedText({"en": "Draft"}, ("en",), (Unit("u1", texts={"en": "We meet."}),)), Layout())
    >>> '<block name="paragraph" eId="unit_u1" wId="unit_u1">We meet.</block>' in made
    True
    """
    if layout.stage not in STAGES:
        raise OptionError(f"stage is {layout.stage!r}; use {', '.join(STAGES)}")
    languages = layout.languages or text.languages
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{_SPACE}">\n'
    if len(languages) == 1:
        return f"{head}{_statement(text, languages[0], layout, '')}\n</akomaNtoso>\n"
    inner = "\n".join(
        f'<component eId="cmp_{place}">\n{_statement(text, one, layout, f"cmp_{place}__")}\n</component>'
        for place, one in enumerate(languages, start=1)
    )
    meta = _meta(languages, layout, "mul", "")
    return f'{head}<documentCollection name="{layout.stage}">\n{meta}\n<collectionBody>\n{inner}\n</collectionBody>\n</documentCollection>\n</akomaNtoso>\n'


def _statement(text: NegotiatedText, language: str, layout: Layout, before: str) -> str:
    title = text.title.get(language, "")
    preface = (
        f"<preface>\n<longTitle><p><docTitle>{escape(xml_text(title))}</docTitle></p></longTitle>\n</preface>\n"
        if title
        else ""
    )
    rows = "\n".join(_units(text, language, before)) or '<block name="paragraph"/>'
    code = three_letters(language)
    meta = _meta([language], layout, code, before)
    return f'<statement name="{layout.stage}">\n{meta}\n{preface}<mainBody>\n{rows}\n</mainBody>\n</statement>'


def _units(text: NegotiatedText, language: str, before: str) -> Iterator[str]:
    for unit, source in text.sources(language):
        yield _unit(unit, source, f"{before}{eid(unit.id)}")


def _unit(unit: Unit, source: str, key: str) -> str:
    number = (
        f'<inline name="number" eId="{key}__num">{escape(xml_text(unit.number))}</inline> '
        if unit.number
        else ""
    )
    kind = (
        f"{unit.kind.value}{unit.level}"
        if unit.kind in (UnitKind.HEADING, UnitKind.ITEM)
        else unit.kind.value
    )
    return f'<block name="{kind}" eId="{key}" wId="{eid(unit.id)}">{number}{words(source, key)}</block>'


def _meta(languages: Sequence[str], layout: Layout, code: str, before: str) -> str:
    """Who made it is "#parties" and nobody else; the dates are empty."""
    work = "/akn/un/statement/text"
    spoken = "".join(f'<FRBRlanguage language="{three_letters(one)}"/>' for one in languages)
    date, author = (
        f'<FRBRdate date="{_EARLIEST}" name="{layout.stage}"/>',
        f'<FRBRauthor href="#{before}parties"/>',
    )
    expression = f"{work}/{code}@"
    return (
        f'<meta>\n<identification source="#{before}parties">\n'
        f'<FRBRWork><FRBRthis value="{work}/!main"/><FRBRuri value="{work}"/>{date}{author}<FRBRcountry value="un"/></FRBRWork>\n'
        f'<FRBRExpression><FRBRthis value="{expression}/!main"/><FRBRuri value="{expression}"/>{date}{author}{spoken}</FRBRExpression>\n'
        f'<FRBRManifestation><FRBRthis value="{expression}/!main.xml"/><FRBRuri value="{expression}.akn"/>{date}{author}</FRBRManifestation>\n'
        "</identification>\n"
        f'<lifecycle source="#{before}parties"><eventRef date="{_EARLIEST}" type="generation" source="#{before}ro1" refersTo="#{before}{layout.stage}"/></lifecycle>\n'
        f'<references source="#{before}parties"><original eId="{before}ro1" href="/akn/un/statement/text" showAs="text"/>'
        f'<TLCOrganization eId="{before}parties" href="/akn/ontology/organization/un/parties" showAs="The parties"/>'
        f'<TLCEvent eId="{before}{layout.stage}" href="/akn/ontology/event/un/{layout.stage}" showAs="{layout.stage}"/></references>\n</meta>'
    )
