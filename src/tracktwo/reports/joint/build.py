"""The joint report as one tree a language: sections that the dialogue has something for, numbered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tracktwo.dialogue import in_language
from tracktwo.errors import OptionError
from tracktwo.locale import Words, translator
from tracktwo.locale.plain import plain
from tracktwo.reports.canonical import HASHES, report_fingerprint
from tracktwo.reports.gate import Gate, gate
from tracktwo.reports.joint.authors import authors
from tracktwo.reports.joint.chronology import chronology
from tracktwo.reports.joint.cooperation import cooperation
from tracktwo.reports.joint.joint_text import joint_text
from tracktwo.reports.joint.material import Material
from tracktwo.reports.joint.methods import method_and_limits
from tracktwo.reports.joint.perceptions import perceptions
from tracktwo.reports.joint.plan import plan
from tracktwo.reports.joint.risks import risks
from tracktwo.reports.joint.summary import summary
from tracktwo.reports.tree import Block, Digest, FigureBlock, Paragraph, Report, Section
from tracktwo.text.standing import fingerprint
from tracktwo.text.words import language_names

_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV")  # fmt: skip
_HAN = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四")  # fmt: skip


def joint_reports(
    material: Material,
    *,
    checked: Gate | None = None,
    signatures: Mapping[str, str] | None = None,
) -> Mapping[str, Report]:
    """The joint report in each language of the dialogue, by its code.

    All carry the same hash: that of the report in all its languages, which the sides sign. While a
    condition of the gate is open, every page says that this is a draft. `signatures` hold by side the
    hash it signed (`tracktwo.record.signed_texts`); with them all sides must have signed this one.
    """
    bare = {one: _bare(material, translator(one)) for one in material.languages}
    if not bare:
        raise OptionError(
            "the dialogue has no language of ours; write en, zh or fr in dialogue.toml"
        )
    digest = report_fingerprint(bare.values())
    found = checked or gate(material, signatures=signatures, digest=digest)
    signers = [one for one in material.sides if (signatures or {}).get(one) == digest]
    finished = {}
    for one, report in bare.items():
        words = translator(one)
        hashes = _hashes(material, digest, signers, words)
        finished[one] = _finished(report, found, hashes, words)
    return finished


def _bare(material: Material, words: Words) -> Report:
    """The report without its last section, which holds its hash, and not yet called a draft."""
    sections = [
        Section(id_, title, blocks) for id_, title, blocks in _parts(material, words) if blocks
    ]
    names = words.names(material.names(words.language).values())
    return Report(
        plain(in_language(material.title, words.language)) or words.gettext("Joint report"),
        words.tag,
        plain(in_language(material.note, words.language)),
        tuple(_labelled(numbered(sections, words), words)),
        subtitle=words.gettext("Joint report. Sides: {names}.", names=names) if names else words.gettext("Joint report"),
    )  # fmt: skip


def _parts(material: Material, words: Words) -> Iterator[tuple[str, str, tuple[Block, ...]]]:
    yield "summary", words.gettext("Summary"), summary(material, words)
    if material.analysis is not None:
        title = words.gettext("How the sides see each other")
        yield "perceptions", title, perceptions(material.analysis, words)
    yield "risks", words.gettext("Risks and spirals"), risks(material, words)
    if material.cooperation is not None:
        title = words.gettext("Where interests converge")
        yield "cooperation", title, cooperation(material.cooperation, material, words)
    if material.negotiation is not None:
        yield "joint-text", words.gettext("Joint text"), joint_text(material.negotiation, material, words)  # fmt: skip
    if material.plan is not None:
        yield "roadmap", words.gettext("Roadmap"), plan(material.plan, words)
    if material.chronology is not None:
        yield "chronology", words.gettext("Chronology"), chronology(material.chronology, words)
    yield "methods", words.gettext("Method and limits"), method_and_limits(material, words)
    yield "authors", words.gettext("Authors"), authors(material, words)


def numbered(sections: Iterable[Section], words: Words, *, after: int = 0) -> Iterator[Section]:
    """The sections with their numbers, as texts in each language number them."""
    for place, one in enumerate(sections, start=after + 1):
        number = f"{_HAN[place]}、" if words.language == "zh" else f"{_ROMAN[place]}."
        yield replace(one, number=number)


def _labelled(sections: Iterable[Section], words: Words) -> Iterator[Section]:
    """The sections with their figures counted through."""
    count = 0
    for section in sections:
        blocks: list[Block] = []
        for block in section.blocks:
            if isinstance(block, FigureBlock):
                count += 1
                label = words.gettext("Figure {n}.", n=count)
                blocks.append(replace(block, label=label))
            else:
                blocks.append(block)
        yield replace(section, blocks=tuple(blocks))


def _finished(report: Report, found: Gate, hashes: Iterable[Block], words: Words) -> Report:
    """With the section that holds the hash, and a banner as long as it is a draft."""
    section = Section(HASHES, words.gettext("What is signed"), tuple(hashes))
    (last,) = numbered([section], words, after=len(report.sections))
    banner = "" if found.is_clear else words.gettext("Draft: not released")
    return replace(report, sections=(*report.sections, last), banner=banner)


def _hashes(
    material: Material, digest: str, signers: Sequence[str], words: Words
) -> Iterator[Block]:
    called = language_names(words)
    told = words.names(called.get(one, one) for one in material.languages)
    yield Paragraph(
        words.gettext(
            "Each side signs one number for the report in all its languages ({languages}), this section left out: the SHA-256 of its canonical form. Whoever makes the report anew from the same dialogue gets the same number.",
            languages=told,
        )
    )
    yield Digest(words.gettext("This report"), digest)
    if signers:
        names = material.names(words.language)
        told = words.names(names[one] for one in signers)
        yield Paragraph(words.gettext("Signed by: {sides}.", sides=told))
    if material.negotiation is not None and material.negotiation.document.is_adopted:
        yield Digest(words.gettext("The joint text"), fingerprint(material.negotiation.text))
