"""A side's brief in each language: the joint part, its hash, and the side's own part behind it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from tracktwo.errors import OptionError
from tracktwo.locale import Words, translator
from tracktwo.reports.brief.own import own_parts
from tracktwo.reports.canonical import canonical_report
from tracktwo.reports.joint.build import joint_reports, numbered
from tracktwo.reports.joint.material import Material
from tracktwo.reports.tree import PageBreak, Paragraph, Report, Section

OWN = "own-"
"""What the ids of a side’s own sections begin with; no section of the joint part does."""


def briefs(
    material: Material, party: str, *, signatures: Mapping[str, str] | None = None
) -> Mapping[str, Report]:
    """The brief of a side by language: the joint report whole, and then what this side alone may see.

    `signatures` are those of `joint_reports`. Raises `OptionError` where there is no such side.
    """
    if party not in material.sides:
        known = ", ".join(material.sides) or "none"
        raise OptionError(f"party {party!r} is not among the parties ({known})")
    joint = joint_reports(material, signatures=signatures)
    return {
        one: _with_own(report, material, party, translator(one)) for one, report in joint.items()
    }


def joint_bytes(reports: Iterable[Report]) -> bytes:
    """The joint part of briefs in all their languages as bytes: the same in the briefs of all sides.

    Its SHA-256 is the number that every brief and the joint report itself print.
    """
    return canonical_report(
        replace(one, sections=tuple(part for part in one.sections if not part.id.startswith(OWN)))
        for one in reports
    )


def _with_own(report: Report, material: Material, party: str, words: Words) -> Report:
    *joint, hashes = report.sections
    own = list(numbered(_sections(material, party, words), words, after=len(report.sections)))
    if own:
        hashes = replace(hashes, blocks=(*hashes.blocks, PageBreak()))
    name = material.names(words.language)[party]
    banner = words.gettext("For {side} only", side=name)
    return replace(
        report,
        sections=(*joint, hashes, *own),
        banner=" · ".join(one for one in (banner, report.banner) if one),
    )


def _sections(material: Material, party: str, words: Words) -> Iterator[Section]:
    name = material.names(words.language)[party]
    said = words.gettext(
        "What follows is for {side} alone. The part before it is the same in the brief of every side: its number stands in the section before.",
        side=name,
    )
    parts = [one for one in own_parts(material, party, words) if one[2]]
    for place, (id_, title, blocks) in enumerate(parts):
        before = (Paragraph(said),) if place == 0 else ()
        yield Section(f"{OWN}{id_}", title, (*before, *blocks))
